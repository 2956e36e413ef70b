"""Small words around a yes: this one too, at once, mate; and the short words that are one among them.

"Va también", "pode esse também, viu", "great, go": such a word says that the order shall be placed where
nothing but small words stands beside it in its clause. "Va con audio" and "pode esperar" are something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile, takewhile

from bot.ordering.text import fold, without_drawl, words
from bot.ordering.vocabulary import has_any, vocabulary


def without_small(said: Sequence[str]) -> list[str]:
    return _without_hurry(_without_also(said))


def without_thanks(text: str) -> str:
    """ "Yes please. Thanks again for your help". Nothing is left of "ok, many thanks", which agrees to
    nothing; who gives thanks for what they were told has not agreed either."""
    cues = vocabulary().cues
    kinds = ("thanking", "thanks", "thanked_for")
    begins, around, small = ("|".join(sorted(cues[kind], key=len, reverse=True)) for kind in kinds)
    small += "|" + "|".join(sorted(cues["yes_tag"]))
    thanks = rf"(?:\b(?:{around}) +)*\b(?:{begins})\b(?: +(?:{small})\b)*(?=\W*(?:[.,;:!\n()]|$))"
    kept = text
    for found in reversed([*re.finditer(thanks, fold(text))]):
        kept = kept[: found.start()] + kept[found.end() :]
    rest = [word.text for word in words(kept) if word.text not in cues["yes_tag"]]
    is_all = cues["acknowledging"].issuperset(rest) or " ".join(rest) in cues["acknowledging"]
    return "" if is_all and len(kept) < len(text) else kept


def goes(clause: Sequence[str]) -> bool:
    """Whether it is such a word, and small words: "go", "pode tudo", "vai, mano"."""
    return not _goes().isdisjoint(clause) and _goes() | _beside_it() >= set(clause)


def takes_this_too(text: str) -> bool:
    """ "Ok, ese también", "sure, this one as well please": one order more. Without an "ok" before it, it may
    be said of anything."""
    cues = vocabulary().cues
    small = cues["courtesy"] | (cues["yes_tag"] - cues["consent"])
    said = [word.text for word in words(fold(text).replace("as well", "too")) if word.text not in small]
    agreed = [*takewhile(lambda word: word in cues["consent"] - cues["this_one"], said)]
    rest = [*dropwhile(lambda word: word in cues["joins"], said[len(agreed) :])]
    this, also = rest[:-1], rest[-1:]
    is_this = 1 <= len(this) <= len(("that", "one")) and cues["this_one"].issuperset(this)
    return bool(agreed) and is_this and cues["besides"].issuperset(also)


def may_want_it(text: str) -> bool:
    """ "Ok, ese también", "quero", "please": right after a price, it may be a yes to what was asked about."""
    cues = vocabulary().cues
    said = {word.text for word in words(text)}
    wishes = not said.isdisjoint(cues["wishing"]) and said <= cues["wishing"] | cues["courtesy"]
    return wishes or not said.isdisjoint(cues["besides"] | {"well"})


def _without_also(said: Sequence[str]) -> list[str]:
    """ "Confirm this one also, please", "also confirm this", "esse também pode": one order more; "yes, also"
    begins a wish."""
    cues = vocabulary().cues
    acts = cues["performing"] | cues["placing"] | _goes()
    said = " ".join(said).replace(" as well", " too").split(" ") if said else []

    def is_small(place: int) -> bool:
        behind = said[place + 1 :]
        ends = (cues["courtesy"] | cues["yes_tag"]).issuperset(behind)
        follows = not cues["joins"].issuperset(said[:place][-1:])
        leads = not acts.isdisjoint(behind[:1]) or (behind != [] and cues["plain_yes"].issuperset(behind))
        return (ends and follows) or leads

    return [word for place, word in enumerate(said) if word not in cues["besides"] or not is_small(place)]


def _without_hurry(said: Sequence[str]) -> list[str]:
    """ "Confirmá de una vez", "just do it already", "manda logo a nota" (which sends something else)."""
    cues = vocabulary().cues
    acts = cues["performing"] | cues["placing"] | cues["consent"] | _goes()
    leads_on = cues["article"] | cues["whole_order"] | cues["leads_to_name"] | cues["together_with"]
    place = 0
    while place < len(said):
        ways = (way for way in _hurried() if tuple(said[place : place + len(way)]) == way)
        before = said[:place]
        is_told = not acts.isdisjoint(before) or has_any("performing_phrases", before)
        if is_told and (way := next(ways, None)):
            behind = said[place + len(way) :]
            if _beside_it().issuperset(behind) or behind[0] in leads_on:
                said = [*said[:place], *behind]
                continue
        place += 1
    return list(said)


@cache
def _hurried() -> list[tuple[str, ...]]:
    """The longest first."""
    ways = (tuple(map(without_drawl, way.split())) for way in vocabulary().cues["hurried"])
    return sorted(ways, key=lambda way: (-len(way), way))


@cache
def _goes() -> frozenset[str]:
    return frozenset(map(without_drawl, vocabulary().cues["goes_through"]))


@cache
def _beside_it() -> frozenset[str]:
    cues = vocabulary().cues
    is_all = cues["whole_order"] - cues["orders_noun"]
    return cues["yes_tag"] | cues["courtesy"] | cues["consent"] | cues["this_one"] | is_all
