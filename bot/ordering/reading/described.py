"""A plan named by what the catalogue says of it: "the one with 50 GB", "o que tem auditoria e controle"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from bot.ordering.draft import Step
from bot.ordering.names import Match
from bot.ordering.reading.sentence import Sentence
from bot.ordering.text import words
from bot.ordering.vocabulary import is_ordinary, vocabulary

_POINTS = 4  # words in which a plan is pointed at, before its description
_ENOUGH = 2  # words of a description; one alone may be anything


def described(said: Sentence, best: list[Match]) -> list[Match]:
    """Of the plans that may be meant, or are asked about, the one whose description is said."""
    is_asked = not best and said.step is said.offered_step is Step.PLAN
    keys = [match.key for match in best] or (list(said.offered) if is_asked else [])
    others = [] if keys or said.asks else _others(said)
    if len(keys or others) < 2 and not others:  # noqa: PLR2004  one needs no choosing
        return best
    said_of = {key: _said_of(said, key) for key in keys or others}
    told = {
        key: places
        for key, places in said_of.items()
        if places and (keys or _is_pointed_at(said, min(places)))
    }
    if len(told) != 1:
        return best
    key, places = told.popitem()
    said.corrects = said.corrects or key in others
    named = next((match for match in best if match.key == key), Match(key, 1.0, 1.0, frozenset()))
    return [Match(key, named.evidence, named.coverage, named.places | places)]


def _others(said: Sentence) -> list[str]:
    """The plans that one may change to: "dales el de 2 TB"."""
    solution = said.shop.catalog.solution_of(said.draft.plan)
    return [plan.mpn for plan in (solution.plans if solution else ()) if plan.mpn != said.draft.plan]


def _is_pointed_at(said: Sentence, first: int) -> bool:
    """ "El de", "el que trae", "the one with", "the" before what is said of it."""
    before = [word.text for word in said.words[max(0, first - _POINTS) : first]]
    one = said.cues["article"] | said.cues["level_noun"] | said.cues["plan_noun"]
    leads = said.cues["of_brand"] | said.cues["described_by"]
    is_led = any(noun in one and lead in leads for noun, lead in pairwise(before))
    return is_led or (bool(before) and before[-1] in said.cues["article"])


def _said_of(said: Sentence, key: str) -> frozenset[int]:
    """Where the plan's description is said: a measure, or two words that say something by themselves."""
    plan = said.shop.catalog.plan(key)
    parts = [word.text for word in words(plan.description if plan else "")]
    measures = {pair for pair in pairwise(parts) if pair[0].isdigit()}
    found: set[int] = set()
    for (number, _), (unit, last) in pairwise(_pieces(said)):
        if {(number, meant) for meant in _meant(unit)} & measures:
            found |= {last - 1, last} if said.words[last].text == unit else {last}
    telling = {part for part in parts if not (part.isdigit() or is_ordinary(part))} - said.shop.product_words
    others = {at for at, word in enumerate(said.words) if word.text in telling and at not in said.claimed}
    return frozenset(found | others if found or len(others) >= _ENOUGH else ())


def _pieces(said: Sentence) -> Iterator[tuple[str, int]]:
    """The words and their places; "50gb" is two."""
    for place, word in enumerate(said.words):
        parts = re.fullmatch(r"(\d+)([a-z]+)", word.text)
        yield from ((part, place) for part in (parts.groups() if parts else (word.text,)))


def _meant(word: str) -> Collection[str]:
    """ "Gigas" is "gb"."""
    return {word, *vocabulary().synonyms.get(word, ())}
