"""Which add-ons a message names, how many of each, and which are to go."""

from __future__ import annotations

from bot.ordering.draft import Step
from bot.ordering.heard import HeardAddOn
from bot.ordering.reading.sentence import Sentence


def add_ons_come_first(said: Sentence) -> bool:
    """Whether a word that may be a plan's or an add-on's is the add-on's."""
    return said.is_removing or said.step is Step.ADD_ONS or (bool(said.draft.plan) and said.says("add"))


def hear_add_ons(said: Sentence, plans: tuple[str, ...] = ()) -> tuple[HeardAddOn, ...]:
    plan = plans[0] if len(plans) == 1 else said.draft.plan
    solution = said.shop.catalog.solution_of(plan)
    index = said.shop.add_on_names_of[solution.service_name] if solution else said.shop.add_on_names
    found: list[HeardAddOn] = []
    while best := index.best(said.words, said.claimed):
        if best[0].coverage < 0.2:
            break
        said.claim_matches(best[:1])
        first = min(best[0].places)
        found.append(HeardAddOn(best[0].key, _number_before(said, first), _is_removed(said, first)))
    if not found and said.step is Step.ADD_ONS:
        elsewhere = said.shop.add_on_names.best(said.words, said.claimed)
        found = [HeardAddOn(match.key) for match in elsewhere[:1] if match.coverage > 0.3]
    return tuple(found)


def refuses_add_ons(said: Sentence) -> bool:
    """ "Sin complementos": a no at most two words before the noun."""
    nouns = [place for place, word in enumerate(said.words) if word.text in said.cues["add_on_noun"]]
    before = {word.text for noun in nouns for word in said.words[max(0, noun - 2) : noun]}
    return bool(before & (said.cues["without"] | said.cues["negation"]))


def _is_removed(said: Sentence, place: int) -> bool:
    """ "Quita copilot y archivado, agrega defender": the nearest such word before the name decides."""
    for word in reversed(said.words[max(0, place - 4) : place]):
        if word.text in said.cues["without"]:
            return True
        if word.text in said.cues["add"] or word.text in said.cues["leave"]:
            return False
    return said.is_removing


def _number_before(said: Sentence, place: int) -> str | None:
    """The quantity said right before a name: "con 10 copilot". Two words of filler may stand between."""
    if said.draft.quantity is None and place < 3 and said.draft.plan is None:
        return None
    for entity in said.numbers():
        at = said.places(entity)
        between = place - max(at) - 1 if at else -1
        if 0 <= between <= 2 and not (at & said.claimed) and said.only_filler(max(at) + 1, place):
            said.claim(at)
            return entity.value
    return None
