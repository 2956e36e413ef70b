"""Which add-ons a message names, and which are to go."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ordering.draft import Step
from bot.ordering.names import Match
from bot.ordering.reading.denied import is_denial
from bot.ordering.reading.sentence import Sentence
from bot.ordering.text import words

_ENOUGH = 0.2  # of an add-on's name must be said
_ENOUGH_ELSEWHERE = 0.3  # of one that belongs to another solution
_NEAR = 4  # words between an add-on and what is to become of it


@dataclass(frozen=True)
class NamedAddOn:
    """An add-on and the words that name it, from ``first`` to ``last``."""

    mpn: str
    first: int
    last: int
    removed: bool = False


def add_ons_come_first(said: Sentence) -> bool:
    """Whether a word that may be a plan's or an add-on's is the add-on's."""
    return said.is_removing or said.step is Step.ADD_ONS or (bool(said.draft.plan) and said.says("add"))


def hear_add_ons(said: Sentence, plans: tuple[str, ...] = ()) -> list[NamedAddOn]:
    """In the order of the text."""
    plan = plans[0] if len(plans) == 1 else said.draft.plan
    solution = said.shop.catalog.solution_of(plan)
    index = said.shop.add_on_names_of[solution.service_name] if solution else said.shop.add_on_names
    found: list[NamedAddOn] = []
    of_plans = {word.text for each in (solution.plans if solution else ()) for word in words(each.name)}
    while (best := index.best(said.words, said.claimed)) and best[0].coverage >= _ENOUGH:
        named = {said.words[place].text for place in best[0].places}
        if named <= of_plans or named <= said.cues["add_on_noun"]:
            break  # "go with standard" is the plan, not Teams Phone Standard; "no extras" is no Extra Disk
        found.append(_named(said, best[0]))
    if not found and said.step is Step.ADD_ONS:
        elsewhere = said.shop.add_on_names.best(said.words, said.claimed)
        found = [_named(said, match) for match in elsewhere[:1] if match.coverage > _ENOUGH_ELSEWHERE]
    return sorted(found, key=lambda named: named.first)


def refuses_add_ons(said: Sentence) -> bool:
    """ "Sin complementos": a no at most two words before the noun."""
    nouns = [place for place, word in enumerate(said.words) if word.text in said.cues["add_on_noun"]]
    before = {word.text for noun in nouns for word in said.words[max(0, noun - 2) : noun]}
    return bool(before & (said.cues["without"] | said.cues["negation"]))


def _named(said: Sentence, match: Match) -> NamedAddOn:
    places = _together(said, sorted(match.places))
    said.claim(places)
    return NamedAddOn(match.key, places[0], places[-1], _is_removed(said, places[0], places[-1]))


def _together(said: Sentence, places: list[int]) -> list[int]:
    """Those side by side: in "standard de microsoft con 5 copilot" the first name is the plan's."""
    runs = [[places[0]]]
    for place in places[1:]:
        between = range(runs[-1][-1] + 1, place)
        if all(said.words[each].text in said.cues["of"] | said.cues["of_brand"] for each in between):
            runs[-1].append(place)
        else:
            runs.append([place])
    return max(reversed(runs), key=len)


def _is_removed(said: Sentence, first: int, last: int) -> bool:
    """ "Quita copilot y archivado, agrega defender": the nearest such word before the name decides."""
    for place in range(first - 1, max(first - 1 - _NEAR, -1), -1):
        word = said.words[place].text
        if word in said.cues["add"] | said.cues["leave"]:
            return _is_negated(said, place)
        if word in said.cues["without"] | said.cues["gone"]:
            return not _is_negated(said, place)
    is_denied = first in said.denied or _is_refused_behind(said, last)
    return said.is_removing or (is_denied and "?" not in said.text)


def _is_negated(said: Sentence, place: int) -> bool:
    """ "Don't forget the ssl". "No quita el ssl" is a no and a wish."""
    before = [word.text for word in said.words[max(0, place - 2) : place]]
    return not said.ends_before(place) and any(word in said.cues["negation"] - {"no"} for word in before)


def _is_refused_behind(said: Sentence, last: int) -> bool:
    """ "El ssl ya no"."""
    behind = []
    for place in range(last + 1, len(said.words)):
        if said.ends_before(place):
            break
        behind.append(place)
    small = said.cues["polite"] | said.cues["change"]
    is_short = all(said.words[place].text in small for place in behind[:-1])
    return bool(behind) and is_short and is_denial(said.words, behind[-1], said.language)
