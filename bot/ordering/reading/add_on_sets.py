"""Add-ons that are meant without being named: "all but copilot", "only the backup"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ordering.draft import Step
from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.the_others import the_others
from bot.ordering.vocabulary import vocabulary

_SEVERAL = 2


def with_those_meant(said: Sentence, named: list[NamedAddOn]) -> list[NamedAddOn]:
    """The add-ons that are named, and those that are to come or to go because they are not."""
    if not named:
        return _as_many_as_there_are(said)
    named = named + the_others(said, named)
    everything = _everything_but(said, named[0].first)
    if everything is not None and (said.step is Step.ADD_ONS or not said.numbers()):
        return _all_but(said, named, everything)
    if said.numbers():
        return named
    wanted = [each for each in named if not each.removed]
    return named + _others(said, named) if wanted and _is_only(said, wanted) else named


def _as_many_as_there_are(said: Sentence) -> list[NamedAddOn]:
    """ "Saca los 2" where there are two."""
    chosen, numbers = said.draft.add_ons or (), said.numbers()
    if len(chosen) < _SEVERAL or [each.value for each in numbers] != [str(len(chosen))]:
        return []
    places = said.places(numbers[0])
    verb = _before(said, min(places))
    has_article = said.words[min(places) - 1].text in said.cues["article"] - said.cues["up_to"]
    small = said.cues["add_on_noun"] | said.cues["polite"] | said.cues["more_after"]
    behind = [word.text for word in said.words[max(places) + 1 :]]
    if not has_article or said.words[verb].text not in said.cues["without"] or not small.issuperset(behind):
        return []
    said.claim(places)
    return [NamedAddOn(choice.mpn, verb, verb, removed=True) for choice in chosen]


def _everything_but(said: Sentence, first: int) -> int | None:
    """Where "all of them" stands in "all of them except the backup"."""
    place = _before(said, first)
    if place < 1 or said.words[place].text not in said.cues["but_for"] or said.ends_before(place):
        return None
    place = _before(said, place)
    return place if place >= 0 and said.words[place].text in said.cues["everything"] else None


def _all_but(said: Sentence, named: Sequence[NamedAddOn], everything: int) -> list[NamedAddOn]:
    """Of what is offered; elsewhere of what the order has, which stays or is to go."""
    place = _before(said, everything)
    if place >= 0 and said.words[place].text in said.cues["without"] | said.cues["gone"]:
        return _others(said, named)
    if said.step is not Step.ADD_ONS:
        return [replace(each, removed=True) for each in named]
    kept, extras = {each.mpn for each in named}, said.shop.catalog.add_ons_for(said.draft.plan)
    return [NamedAddOn(each.mpn, everything, everything) for each in extras if each.mpn not in kept]


def _others(said: Sentence, named: Sequence[NamedAddOn]) -> list[NamedAddOn]:
    """Those of the order that are not named go."""
    kept, place = {each.mpn for each in named}, named[0].first
    others = [choice.mpn for choice in said.draft.add_ons or () if choice.mpn not in kept]
    return [NamedAddOn(mpn, place, place, removed=True) for mpn in others]


def _is_only(said: Sentence, wanted: Sequence[NamedAddOn]) -> bool:
    """ "Solo el backup", "the backup and nothing else": not "just add the backup"."""
    adds = said.cues["raise"].union(said.cues["add"]) - said.cues["more_after"]
    if any(word.text in adds for word in said.words):
        return False
    place = _before(said, wanted[0].first)
    behind = [word.text for word in said.words[wanted[-1].last + 1 :]]
    small = vocabulary().filler | said.cues["polite"] | said.cues["keep"]
    is_alone = place >= 0 and said.words[place].text in said.cues["only"]
    closes = bool(said.cues["nothing"].intersection(behind)) and said.cues["nothing"].union(small).issuperset(
        behind
    )
    return is_alone or closes


def _before(said: Sentence, place: int) -> int:
    """The nearest word before this one that says something, -1 where there is none in the clause."""
    small = vocabulary().filler - said.cues["only"] - said.cues["without"] - said.cues["both"]
    small = small.union(said.cues["of_them"]) - said.cues["but_for"] - said.cues["everything"]
    while place > 0 and not said.ends_before(place):
        place -= 1
        if said.words[place].text not in small:
            return place
    return -1
