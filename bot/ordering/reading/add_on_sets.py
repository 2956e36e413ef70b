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
    if everything is None and _takes_the_rest(said, named):
        everything = 0
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
    if place < 1 or said.words[place].text not in said.cues["but_for"]:
        return None
    place = _before(said, place, across=said.ends_before(place))  # "todos, menos el primero"
    return place if place >= 0 and _is_everything(said, place) else None


def _is_everything(said: Sentence, place: int) -> bool:
    """ "Todos", "all three", "los tres" of three that are offered; not "somos 3"."""
    offered = str(len(said.shop.catalog.add_ons_for(said.draft.plan))) if said.step is Step.ADD_ONS else ""
    leads = said.cues["article"] | said.cues["the"] | said.cues["everything"]
    for number in said.numbers():
        if place not in (at := said.places(number)) or number.value != offered:
            continue
        if min(at) and said.words[min(at) - 1].text in leads:
            said.claim(at)
            return True
    return said.words[place].text in said.cues["everything"] | said.cues["whole_set"]


def _takes_the_rest(said: Sentence, named: Sequence[NamedAddOn]) -> bool:
    """ "Todos, el storage no", "all three but not the storage", where add-ons are asked for: all are wanted
    first, and nothing but what is refused is named. "All good, no storage" wants none."""
    if said.step is not Step.ADD_ONS or said.asks or not all(each.removed for each in named):
        return False
    buts = said.cues["however"] | said.cues["joins"]
    ends = (at for at in range(1, len(said.words)) if said.ends_before(at) or said.words[at].text in buts)
    lead = range(next(ends, 0))
    kinds = ("everything", "of_them", "the", "article", "add_on_noun", "put_on", "of", "wanted", "subject")
    known = frozenset().union(*(said.cues[kind] for kind in kinds))
    others = ("that_one", "goes_through", "copula", "placing", "negation")
    known -= frozenset().union(*(said.cues[kind] for kind in others))
    whole = [at for at in lead if _is_everything(said, at)]
    rest = {said.words[at].text for at in lead if at not in whole}
    is_once = len({said.words[at].text for at in whole}) == len(whole)  # not "all in all"
    return bool(whole) and is_once and rest <= known and named[0].first >= lead.stop


def _all_but(said: Sentence, named: Sequence[NamedAddOn], everything: int) -> list[NamedAddOn]:
    """Of what is offered; elsewhere of what the order has, which stays or is to go."""
    place = _before(said, everything)
    if place >= 0 and said.words[place].text in said.cues["without"] | said.cues["gone"] | said.cues["bins"]:
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
    adds -= said.cues["together_with"]  # "fica só com o backup"
    if any(word.text in adds for word in said.words):
        return False
    place = _before(said, wanted[0].first)
    behind = [word.text for word in said.words[wanted[-1].last + 1 :]]
    small = vocabulary().filler | said.cues["polite"] | said.cues["keep"]
    is_alone = place >= 0 and said.words[place].text in said.cues["only"]
    closes = bool(said.cues["nothing"].intersection(behind)) and said.cues["nothing"].union(small).issuperset(
        behind
    )
    ends = said.says("keep") and len(behind) == 1 and behind[0] in said.cues["only"]  # "keep defender only"
    return is_alone or closes or ends


def _before(said: Sentence, place: int, across: bool = False) -> int:
    """The nearest word before this one that says something, -1 where there is none in the clause, or in the
    one before it."""
    small = vocabulary().filler - said.cues["only"] - said.cues["without"] - said.cues["both"]
    small = small.union(said.cues["of_them"]) - said.cues["but_for"] - said.cues["everything"]
    while place > 0 and (across or not said.ends_before(place)):
        place, across = place - 1, False
        if said.words[place].text not in small:
            return place
    return -1
