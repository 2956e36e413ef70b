"""Numbers in a figure of speech: "mil gracias", "thanks a million" count nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ordering.heard import Entity
from bot.ordering.reading.sentence import Sentence

_FEW = 3  # digits; so many people count in words
_NEAR = 3  # words between the number and the thanks: "un millón de gracias"


def claim_figures(said: Sentence) -> None:
    for number in said.numbers():
        places = said.places(number)
        if places and _is_figure(said, number, places):
            said.claim(places)


def _is_figure(said: Sentence, number: Entity, places: set[int]) -> bool:
    """Said in words, in the breath of a thanks; "1000 gracias", "gracias mil licencias" are counts."""
    if not said.text[number.start].isalpha() or len(number.value) <= _FEW:
        return False
    behind = range(max(places) + 1, len(said.words))
    if behind and said.words[behind[0]].text in said.cues["seats"]:
        return False
    before = range(min(places) - 1, -1, -1)
    return _thanks(said, behind, 0) or _thanks(said, before, 1)


def _thanks(said: Sentence, places: Sequence[int], edge: int) -> bool:
    """Whether the nearest word that is no small one thanks, in the same breath: no clause ends on the side of
    a word that is nearer to the number, which is before the word itself or before the ``edge``-next."""
    small = said.cues["of"] | said.cues["of_brand"] | said.cues["a"] | said.cues["single"]
    for place in places[:_NEAR]:
        if said.ends_before(place + edge):
            return False
        if said.words[place].text not in small:
            return said.words[place].text in said.cues["thousandfold"]
    return False
