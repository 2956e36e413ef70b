"""Which plan a message names, and the plan of a second order beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.ordering.domain_mentions import has_phrase
from bot.ordering.draft import Step
from bot.ordering.names import Match
from bot.ordering.reading.counts import Count
from bot.ordering.reading.described import described
from bot.ordering.reading.levels import leads_to_level
from bot.ordering.reading.plans_by_chance import is_word_of_talk
from bot.ordering.reading.refused import is_refused
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.side_by_side import side_by_side
from bot.ordering.reading.uncounted import word_at
from bot.ordering.supposing import supposes
from bot.ordering.vocabulary import vocabulary

_NAMED = 0.2  # of a plan's name must be said
_BESIDE_A_NAME = ("yes", "polite", "consent", "beside_consent", "so")


def is_another_order(
    said: Sentence, plans: tuple[str, ...], places: Collection[int], count: Count | None
) -> bool:
    """ "Y también 5 business basic", "add 5 basic": beside the plan of this order, not instead of it.

    ``places``: of the plan's name; what is besides it stands in its clause, or it is counted.
    """
    if not plans or said.draft.plan in (None, *plans) or said.draft.quantity is None:
        return False
    if said.says("change") or said.step is Step.PLAN or said.corrects or said.intent == "repeat_order":
        return False
    raises = (place for place, word in enumerate(said.words) if word.text in said.cues["raise"])
    is_more = any(place not in said.claimed for place in raises)  # "business plus" is a name
    joins = count is not None and (said.words[0].text in said.cues["both"] or is_more)
    if count is None and places:
        return said.says_around("besides", min(places), max(places))
    return joins or said.says("besides")


def hear_dropped_plans(said: Sentence) -> tuple[str, ...]:
    """ "Quita los premium", "no el de google": one of these plans is to go."""
    if not (said.says("without") or said.says("lower")) or has_phrase("instead_of", said.words):
        return ()
    best = said.shop.plan_names.best(said.words, said.claimed)
    if _is_own_add_on(said, best):
        return ()
    first = min((min(match.places) for match in best), default=0)
    if leads_to_level(said, first):
        return ()
    counted = {place for number in said.numbers() for place in said.places(number)}
    if counted & set(range(max(0, first - 3), first)) and said.draft.plan in {match.key for match in best}:
        return ()  # "quita 3 premium": fewer of them
    if not _is_told_to_go(said, first):
        return ()
    said.claim_matches(best)
    is_own = said.draft.plan in {match.key for match in best}
    return () if is_own and _is_replaced(said) else tuple(match.key for match in best)


def _is_told_to_go(said: Sentence, first: int) -> bool:
    for place in range(first - 1, max(0, first - 3) - 1, -1):
        word, behind = said.words[place], said.words[place + 1]
        if word.text in said.cues["without"] | said.cues["lower"]:
            return behind.text not in said.cues["it"] or not said.ends_before(place + 2)  # "borra eso, basic"
        if word.text in said.cues["add"] | said.cues["change"]:
            return False
    return False


def _is_replaced(said: Sentence) -> bool:
    """ "Drop premium for basic", "quita premium y pon basic": led by such a word another plan is named."""
    instead = _in_own_solution(said, said.shop.plan_names.best(said.words, said.claimed | said.denied))
    if len(instead) != 1 or instead[0].coverage < _NAMED:
        return False
    small = vocabulary().filler - said.cues["changed_to"] - said.cues["add"]
    leads = (word.text for word in reversed(said.words[: min(instead[0].places)]) if word.text not in small)
    return next(leads, "") in said.cues["changed_to"] | said.cues["add"] | said.cues["change"]


def places_left_behind(said: Sentence, besides: Collection[int] = ()) -> set[int] | None:
    """Where plans are named before what it is changed to: "premium has none, then change it to standard".

    None if it is changed to no plan. ``besides``: places that mean something else.
    """
    names, others = said.shop.plan_names, said.claimed.union(besides, said.denied)
    if had := _places_had(said, others) or _places_taken_back(said, others):
        return had
    for place in reversed(range(len(said.words))):
        if said.words[place].text not in said.cues["change"]:
            continue
        before = set(range(_behind_change(said, place)))
        left = {each for each in before - others if names.meanings(said.words[each].text)}
        best = _in_own_solution(said, names.best(said.words, others | before), left)
        if len(best) == 1 and best[0].coverage >= _NAMED and best[0].key != said.draft.plan:
            return left
        if found := _places_behind_clause(said, place, others):
            return found
        if len(best) == 1 and best[0].coverage >= _NAMED:
            return left
    return None


def _places_behind_clause(said: Sentence, change: int, others: set[int]) -> set[int]:
    """ "Better standard, the premium is too big for them": the plan of the order is named behind the clause
    that says what it is changed to, as the reason."""
    names, clause = said.shop.plan_names, set(said.clause(change, change))
    everywhere = set(range(len(said.words)))
    before = {place for place in clause if place <= change}
    behind = {place for place in everywhere - clause if place > change}
    meant = _in_own_solution(said, names.best(said.words, others | before | (everywhere - clause)))
    had = _in_own_solution(said, names.best(said.words, others | (everywhere - behind)))
    is_other = len(meant) == 1 and meant[0].coverage >= _NAMED and meant[0].key != said.draft.plan
    is_own = len(had) == 1 and had[0].key == said.draft.plan
    return set(had[0].places) if is_other and is_own and not said.asks else set()


def _places_had(said: Sentence, others: set[int]) -> set[int]:
    """ "They have basic and want standard": what tells the plan that they have from the one they want."""
    names = said.shop.plan_names
    spoken = [word.text for word in said.words]
    pairs = [" ".join(spoken[max(0, place - 1) : place + 1]) for place in range(len(spoken))]
    has = [at for at, pair in enumerate(pairs) if {pair, spoken[at]} & said.cues["has_now"]]
    for place in (at for at, word in enumerate(spoken) if word in said.cues["wants_now"]):
        if not has or has[0] > place:
            continue
        behind, before = set(range(place)), set(range(place, len(said.words))) | set(range(has[0]))
        meant, had = names.best(said.words, others | behind), names.best(said.words, others | before)
        if meant and had and min(meant[0].coverage, had[0].coverage) >= _NAMED:
            keys = {match.key for match in meant}
            places = {at for match in had for at in match.places}
            return {at for at in places if not names.holders(said.words[at].text) & keys}
    return set()


def _places_taken_back(said: Sentence, others: set[int]) -> set[int]:
    """ "Premium, no, standard", "premium... aliás premium não, standard", "premium, scratch that, standard":
    where a plan is named right behind a second thought."""
    names, kinds = (
        said.shop.plan_names,
        ("polite", "hold_on", "copula", "seats", "on_second_thought", "wanted"),
    )
    small = vocabulary().filler.union(*(said.cues[kind] for kind in kinds))
    numbers = {place for number in said.numbers() for place in said.places(number)}
    for place in () if said.asks else said.second_thoughts():
        before = set(range(place + 1))
        left = {each for each in before - others if names.meanings(said.words[each].text)}
        best = _in_own_solution(said, names.best(said.words, others | before), left)
        behind = (at for at in range(place + 1, len(said.words)) if said.words[at].text not in small)
        is_next = next((at for at in behind if at not in numbers), -1) in best[0].places if best else False
        if left and is_next and len(best) == 1 and best[0].coverage >= _NAMED:
            return left
    return set()


def _behind_change(said: Sentence, place: int) -> int:
    """ "Cambia el plan de premium a ...": where what it is changed to begins."""
    for at in range(place + 1, len(said.words)):
        if said.ends_before(at):
            break
        if said.words[at].text in said.cues["changed_to"]:
            return at + 1
    return place + 1


def _in_own_solution(said: Sentence, best: list[Match], left: Collection[int] = ()) -> list[Match]:
    """ "Better standard" stays in the solution that the talk is about; "10 basic, sorry, standard" in that of
    the plan at the places ``left`` behind."""
    if len(best) < 2:  # noqa: PLR2004  one needs no choosing
        return best
    had = said.shop.plan_names.best(said.words, set(range(len(said.words))).difference(left)) if left else []
    of = [said.shop.catalog.solution_of(match.key) for match in had]
    is_clear = bool(of) and all(each == of[0] for each in of)
    mine = of[0] if is_clear else said.shop.catalog.solution_of(said.draft.plan)
    return [match for match in best if said.shop.catalog.solution_of(match.key) == mine] or best


def hear_plans(said: Sentence, left: Collection[int] = ()) -> tuple[str, ...]:
    """``left``: places of a plan that is changed to another."""
    best = said.among_offered(side_by_side(said, said.best(said.shop.plan_names)))
    best = _same_elsewhere(said, described(said, _in_own_solution(said, best, left)))
    if not best:
        return _by_number(said)
    if _is_a_number(said, best):
        return ()
    if _is_incidental(said, best) or is_word_of_talk(said, best) or _is_own_add_on(said, best):
        return ()
    is_moved = leads_to_level(said, min(place for match in best for place in match.places))
    if (is_moved or _suffices(said)) and not said.asks:
        said.corrects = True
    said.claim_matches(best)
    keys = tuple(match.key for match in best)
    return _left_of(said, keys) if _are_refused(said, best) else keys


def _by_number(said: Sentence) -> tuple[str, ...]:
    """ "The 365 one": of the plans that were offered those with the number in their name."""
    names = {key: plan.name.split() for key in said.offered if (plan := said.shop.catalog.plan(key))}
    for number in said.numbers():
        keys = tuple(key for key, name in names.items() if number.value in name)
        if keys and len(number.value) > 1 and said.step is said.offered_step is Step.PLAN:
            said.claim(said.places(number))
            return keys
    return ()


def _is_a_number(said: Sentence, best: Sequence[Match]) -> bool:
    """ "365" alone is Microsoft's; "365 licencias", or beside an order that has a plan, counts."""
    places = {place for match in best for place in match.places}
    if not all(said.words[place].text.isdigit() for place in places):
        return False
    behind = word_at(said, max(places) + 1)
    return said.draft.plan is not None or behind in said.cues["seats"] | said.cues["of"]


def _are_refused(said: Sentence, best: Sequence[Match]) -> bool:
    """ "Basic no, es muy chico", "I don't want the basic", where no plan is chosen."""
    places = frozenset[int]().union(*(match.places for match in best))
    return said.draft.plan is None and not said.asks and is_refused(said, places)


def _left_of(said: Sentence, refused: Collection[str]) -> tuple[str, ...]:
    """Of those that were offered."""
    is_asked = said.step is said.offered_step is Step.PLAN
    return tuple(key for key in said.offered if key not in refused) if is_asked else ()


def _same_elsewhere(said: Sentence, best: list[Match]) -> list[Match]:
    """ "No, it's the Microsoft one": of another solution's plans the one that is called as the order's."""
    catalog = said.shop.catalog
    own = catalog.plan(said.draft.plan)
    if own is None or len(best) < 2 or said.asks:  # noqa: PLR2004  one needs no choosing
        return best
    if any(of != catalog.solution_of(best[0].key) for of in (catalog.solution_of(one.key) for one in best)):
        return best  # "o da empresa" names none
    if said.numbers() or said.says("besides"):  # "y también 5 de google" are another order
        return best
    level = own.name.split()[-1]
    names = {match: plan.name for match in best if (plan := said.shop.catalog.plan(match.key))}
    alike = [match for match, name in names.items() if name.split()[-1] == level]
    return alike if len(alike) == 1 and own.mpn not in {match.key for match in best} else best


def _is_own_add_on(said: Sentence, best: Sequence[Match]) -> bool:
    """ "Drop the backup": of hosting that has a backup, and no backup of Acronis."""
    solution = said.shop.catalog.solution_of(said.draft.plan)
    if solution is None or len(best) < 2:  # noqa: PLR2004  several plans: none is named for sure
        return False
    own = {choice.mpn for choice in said.draft.add_ons or ()}
    index = said.shop.add_on_names_of[solution.service_name]
    places = frozenset[int]().union(*(match.places for match in best))
    return all(index.holders(said.words[place].text) & own for place in places)


def _is_incidental(said: Sentence, best: Sequence[Match]) -> bool:
    """A word of a plan's name in another answer ("Standard Motors") does not change the plan."""
    if said.step in (None, Step.PLAN) or said.draft.plan is None:
        return False
    if said.step is Step.QUANTITY and len(best) == 1:
        return False  # "dame 5 premium": nobody else is asked for yet
    certain = len(best) == 1 and (best[0].coverage >= 0.4 or _is_bare(said, best[0]))
    is_about_it = said.says("change") or said.corrects or supposes(said.text, is_whole=False)
    is_about_it = is_about_it or _suffices(said) or _is_put_right(said, best)
    return not (certain or is_about_it or said.step is Step.CONFIRM)


def _is_put_right(said: Sentence, best: Sequence[Match]) -> bool:
    """ "10 do premium", "i meant premium", "era pra ser premium", of one plan."""
    first = min(place for match in best for place in match.places)
    while first > 0 and said.words[first - 1].text in said.cues["of"] | said.cues["seats"]:
        first -= 1
    is_counted = any(first - 1 in said.places(number) for number in said.numbers())
    is_meant = said.says("i_mean") or said.says("mistaken") or any(said.phrases("should_be"))
    return len(best) == 1 and not said.asks and (is_counted or is_meant)


def _suffices(said: Sentence) -> bool:
    """ "O standard resolve", "standard will do", of the order's other plans; not "no alcanza"."""
    is_told = "?" not in said.text and not said.says("negation")
    return said.draft.plan is not None and is_told and any(said.phrases("suffices"))


def _is_bare(said: Sentence, plan: Match) -> bool:
    """ "Ok plus. and 6 users": nothing but the name stands in its clause."""
    small = vocabulary().filler.union(*(said.cues[cue] for cue in _BESIDE_A_NAME))
    clause = said.clause(min(plan.places), max(plan.places))
    return all(said.words[place].text in small for place in clause if place not in plan.places)
