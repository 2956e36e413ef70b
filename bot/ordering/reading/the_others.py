"""Those beside the ones that are named: "not the backup, but the other two", "el resto sí"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.ordering.draft import Step
from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.thrown_away import takes_the_others
from bot.ordering.vocabulary import has_any, vocabulary

_PRONOUN = re.compile(r"(?<=\w{3})l[oa]s?$")  # "ponlo", "agrégalos"
_YES = ("yes", "add", "raise", "wanted", "picks", "put_on")
_NO = ("negation", "no", "keep", "leave", "forget", "gone", "without", "later", "neither")
_SMALL = (
    "however",
    "both",
    "polite",
    "courtesy",
    "article",
    "subject",
    "option",
    "add_on_noun",
    "everything",
    "so",
    "only",
    "copula",
    "come_to",
)


def the_others(said: Sentence, named: Sequence[NamedAddOn]) -> list[NamedAddOn]:
    """Those that are wanted, too, where add-ons are offered. How many they are counts nothing."""
    known = {each.mpn for each in named}
    others = [mpn for mpn in _there_are(said) if mpn not in known]
    for at in _phrases(said):
        number = _number_behind(said, at.stop)
        if number and number[0] != str(len(others)):
            continue
        places = {*at, *(number[1] if number else ())}
        if number:
            said.claim(places)
        are_all_that_is_left = all(each.removed for each in named)
        if takes_the_others(said):
            said.claim(at)
            is_told = said.step is not Step.ADD_ONS and "?" not in said.text
            return [NamedAddOn(mpn, at.start, at.start, removed=True) for mpn in others if is_told]
        if said.step is Step.ADD_ONS and others and _are_wanted(said, places, are_all_that_is_left):
            return [NamedAddOn(mpn, at.start, at.start) for mpn in others]
    return []


def _there_are(said: Sentence) -> list[str]:
    """What is offered; elsewhere what the order has."""
    if said.step is Step.ADD_ONS:
        return [extra.mpn for extra in said.shop.catalog.add_ons_for(said.draft.plan)]
    return [choice.mpn for choice in said.draft.add_ons or ()]


def _phrases(said: Sentence) -> Iterator[range]:
    return (at for at in said.phrases("the_others") if said.claimed.isdisjoint(at))


def _number_behind(said: Sentence, place: int) -> tuple[str, set[int]] | None:
    """ "The other two", "los otros 2"."""
    return next(((each.value, at) for each in said.numbers() if place in (at := said.places(each))), None)


def _are_wanted(said: Sentence, places: set[int], are_all: bool) -> bool:
    """Whether their clause says so, and nothing else; "not storage, just the other two" needs no more, but
    "storage they have, the rest as well" has them, too."""
    clause = said.clause(min(places), max(places))
    rest = {_PRONOUN.sub("", said.words[at].text) for at in clause if at not in places}
    no = frozenset().union(*(said.cues[cue] for cue in _NO)) - said.cues["add"]
    yes = frozenset().union(*(said.cues[cue] for cue in _YES)) - no
    small = vocabulary().filler.union(*(said.cues[cue] for cue in _SMALL)) - no
    if are_all and has_any("besides", [said.words[at].text for at in clause]):
        return False
    return "?" not in said.text and (are_all or not yes.isdisjoint(rest)) and rest <= yes | small
