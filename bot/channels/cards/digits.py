"""The digits in what a person wrote, whatever they are written with: the first step of looking for cards."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_plus

# Between two groups of one number: at most so many characters, none of them a letter.
_WIDEST_GAP = 5
_GROUP = re.compile(r"\d+")
_PLUS_BETWEEN = re.compile(r"\d\+\d")
# Letters to Unicode, nothing to the eye.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
_INVISIBLE = frozenset(("Cf", "Mn", "Me"))
_NAMES = {
    name: str(value)
    for value, names in enumerate(
        (
            "cero zero",
            "uno un una one um uma",
            "dos two dois duas",
            "tres three três",
            "cuatro four quatro",
            "cinco five",
            "seis six meia",
            "siete seven sete",
            "ocho eight oito",
            "nueve nine nove",
        )
    )
    for name in names.split()
}
_NAMED = re.compile(rf"\b(?:{'|'.join(_NAMES)})\b", re.I)
# So many names of digits one after the other are a number that is read out.
_READ_OUT = re.compile(rf"(?:\b(?:{'|'.join(_NAMES)})\b[^\w]{{0,3}}){{4,}}", re.I)


@dataclass(frozen=True)
class Group:
    """Digits without anything between them, ``start`` to ``end`` of the text; ``gap``: what stood before."""

    digits: str
    start: int
    end: int
    gap: str


def visible(text: str) -> str:
    """``text`` as an eye reads it: without joiners and marks, and digits that are read out as digits."""
    normal = "".join(
        each
        for each in unicodedata.normalize("NFKC", text)
        if unicodedata.category(each) not in _INVISIBLE and each not in _BLANK_LETTERS
    )
    western = "".join(_digit(each) or each for each in normal)
    return _READ_OUT.sub(lambda names: _NAMED.sub(_named_digit, names[0]), western)


def readings(text: str) -> Iterator[str]:
    """``text`` as it is, and as what it stands for if it was copied out of a page or an address."""
    yield visible(text)
    if "&" in text:
        yield visible(html.unescape(text))
    if "%" in text or _PLUS_BETWEEN.search(text):
        yield visible(unquote_plus(text))


def groups(text: str) -> Iterator[Group]:
    """Every group of digits in a ``visible`` text."""
    end = 0
    for found in _GROUP.finditer(text):
        yield Group(found[0], found.start(), found.end(), text[end : found.start()])
        end = found.end()


def runs(text: str) -> Iterator[list[Group]]:
    """Groups that may be one number: near each other, with no letter between them."""
    run: list[Group] = []
    for group in groups(text):
        if run and not _joins(group.gap):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def is_signed(group: Group) -> bool:
    """Whether a plus stands right before the group, as before a country's code."""
    return group.gap.endswith("+")


def _joins(gap: str) -> bool:
    return len(gap) <= _WIDEST_GAP and not any(each.isalpha() or each == "+" for each in gap)


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return "" if value is None else str(value)


def _named_digit(found: re.Match[str]) -> str:
    return _NAMES[found[0].casefold()]
