"""People's text made comparable: accents and capitals folded, split into words with their places."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

_WORD = re.compile(r"\b(?:s/(?=\s?[^\W\d_]{2})|w/o\b)|\d+(?=[gt]b\b)|[^\W_]+")
_SHORT_FOR = {"s/": "sin", "w/o": "without"}
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_ABBREVIATED = re.compile(r"\b(?:[^\W\d_]\.){2,}")


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word and where it stands in the text, ``text[start:end]``."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower case without accents, of the same length, so that places in it are places in ``text``."""
    return text.lower() if text.isascii() else "".join(_fold_char(char) for char in text)


def words(text: str) -> list[Word]:
    """The words of ``text``, folded, in order; "s/dominio" and "100gb" are two, "nooo" is "no"."""
    return [
        Word(_SHORT_FOR.get(said := found.group(), _drawn_in(said)), found.start(), found.end())
        for found in _WORD.finditer(fold(text))
    ]


@lru_cache(8192)
def without_drawl(word: str) -> str:
    """ "Noo", "siim" and "dalee" are "no", "sim" and "dale"; "borra" is no "bora", and "kkk" is a laugh."""
    if len(word) > len("kk") and len(set(word)) == 1:
        return word
    return re.sub(r"(.)\1+$", r"\1", re.sub(r"([aiu])\1+", r"\1", _drawn_in(word)))


def _drawn_in(word: str) -> str:
    """Letters that stand more than twice are one, in "nooo" and "nãooo"; "iii" and "kkk" stay."""
    drawn_out = _DRAWN_OUT.search(word)
    return _DRAWN_OUT.sub(r"\1", word) if drawn_out and drawn_out.group() != word else word


def without_dots(name: str) -> str:
    """ "S.A. de C.V." is "SA de CV": its letters are no words."""
    return _ABBREVIATED.sub(lambda found: found.group().replace(".", ""), name)


@cache
def _fold_char(char: str) -> str:
    base = unicodedata.normalize("NFKD", char)[:1] or char
    lower = base.lower()
    return lower if len(lower) == 1 else base
