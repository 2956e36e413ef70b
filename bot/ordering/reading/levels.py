"""Up and down from the plan of the order: "one tier up", "algo más barato", "bájalo al Starter"."""

from __future__ import annotations

from bot.ordering.draft import ONLY_WHEN_IN_QUESTION, Step
from bot.ordering.newcomer import NEW_STEPS
from bot.ordering.reading.extremes import leads_on
from bot.ordering.reading.sentence import Sentence
from bot.ordering.supposing import proposes, supposes

_NEAR = 2  # words from a level to which way it lies
_WAYS = (("downward", -1), ("upward", 1), ("next_one", 1))
_VERBS = (("descend", -1), ("climb", 1))
_NOUNS = ("plan_noun", "step_noun")
_LED_BY = ("of_brand", "article", *_NOUNS)


def hear_level(said: Sentence) -> tuple[Step, tuple[str, ...], int] | None:
    """Which plans may be meant, and where the word for it stands; it is claimed, and is no question."""
    plans = said.shop.catalog.levels(said.draft.plan)
    if len(plans) < 2 or said.step in NEW_STEPS | ONLY_WHEN_IN_QUESTION or _only_asks(said):  # noqa: PLR2004
        return None
    own = next(place for place, plan in enumerate(plans) if plan.mpn == said.draft.plan)
    named = said.shop.plan_names.best(said.words, said.claimed)
    if len(named) == 1 and named[0].key in {plan.mpn for plan in plans}:
        return None  # "sube al plan premium"
    for place in range(len(said.words)):
        if place in said.claimed:
            continue
        if steps := _steps(said, place):
            found = [plans[own + steps]] if 0 <= own + steps < len(plans) else []
        else:
            way = _compared(said, place)
            found = plans[own + 1 :] if way > 0 else plans[:own] if way < 0 else []
        if found:
            said.claim({place})
            said.corrects = True
            return Step.PLAN, tuple(plan.mpn for plan in found), place
    return None


def leads_to_level(said: Sentence, first: int) -> bool:
    """ "Bájalo al Starter", "drop down to basic", "upgrade it to ...": a way and a "to" before the name."""
    small = frozenset().union(*(said.cues[cue] for cue in _LED_BY)) - said.cues["changed_to"]
    place = first - 1
    while place >= 0 and said.words[place].text in small and not said.ends_before(place + 1):
        place -= 1
    if place < 1 or said.words[place].text not in said.cues["changed_to"] or said.ends_before(place + 1):
        return False
    before = said.clause(place, place)
    moves = said.cues["climb"] | said.cues["descend"]
    return any(said.words[each].text in moves for each in range(max(before.start, place - 4), place))


def _only_asks(said: Sentence) -> bool:
    return (said.asks and not proposes(said.text)) or supposes(said.text, is_whole=False)


def _steps(said: Sentence, place: int) -> int:
    """How many levels up, or down if less than 0: "un nivel más arriba", "sube de plan", "the next tier"."""
    word, clause = said.words[place].text, [at for at in said.clause(place, place) if at not in said.claimed]
    verbs = {sign: [at for at in clause if said.words[at].text in said.cues[cue]] for cue, sign in _VERBS}
    if word in said.cues["next_one"]:  # "súbelo al siguiente"
        return next((sign for sign, at in verbs.items() if at and at[0] < place), 0)
    if not any(word in said.cues[cue] for cue in _NOUNS):
        return 0
    for cue, sign in _WAYS:
        beside = [at for at in clause if said.words[at].text in said.cues[cue] and abs(at - place) <= _NEAR]
        if beside:
            said.claim(range(min(*beside, place), max(*beside, place) + 1))
            return sign * _many(said, place)
    leads = said.cues["indefinite"] | said.cues["of_brand"]
    is_led = place > 0 and (said.words[place - 1].text in leads or _many(said, place) > 1)
    return next((sign * _many(said, place) for sign, at in verbs.items() if is_led and at), 0)


def _many(said: Sentence, place: int) -> int:
    """ "Two tiers up"; the number counts nothing else."""
    for number in said.numbers():
        at = said.places(number)
        if place - 1 in at or place + 1 in at:
            said.claim(at)
            return int(number.value) if number.value.isdigit() else 1
    return 1


def _compared(said: Sentence, place: int) -> int:
    """Which way "algo más barato", "something cheaper", "um plano mais completo" leads from this plan."""
    word = said.words[place].text
    ways = {1: said.cues["dear"] | said.cues["high"], -1: said.cues["cheap"] | said.cues["low"]}
    way = next((way for way, cue in ways.items() if word in cue), 0)
    if not way:
        return 0
    before = [each.text for each in reversed(said.words[:place])]
    less = said.cues["least"] | said.cues["fewer_after"]
    if before[:1] and before[0] in less | said.cues["most"] | said.cues["more_after"]:
        way = -way if before[0] in less else way
        before = before[1:]
    elif word not in said.cues["comparative"]:
        return 0
    nouns = frozenset().union(*(said.cues[cue] for cue in (*_NOUNS, "option")))
    if before[:1] and before[0] in nouns - said.cues["indefinite"]:
        before = before[1:]
    is_open = bool(before) and before[0] in said.cues["indefinite"] | said.cues["something"]
    if not is_open or not leads_on(said, place):
        return 0
    said.claim(range(len(before) - 1, place))
    return way
