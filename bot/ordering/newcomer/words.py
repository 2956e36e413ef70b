"""The words of ``words.yaml`` as patterns that match whole words in folded text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from bot.ordering.text import fold
from bot.ordering.vocabulary import vocabulary

PARTICLES = frozenset(
    ("de", "del", "la", "las", "los", "da", "das", "do", "dos", "van", "von", "di", "y", "e")
)
# Further small words inside a name: "Todo para el Hogar", "Pies on the Go".
_INSIDE = PARTICLES | {
    "para",
    "pra",
    "por",
    "con",
    "com",
    "el",
    "al",
    "a",
    "o",
    "of",
    "the",
    "for",
    "and",
    "in",
    "on",
}
# What only says how, or points at somebody.
_TALK = ("lead_in", "small", "copula", "talk", "same", "everyone", "another", "whatever")


@cache
def _lists() -> dict[str, list[str]]:
    content = (Path(__file__).parent / "words.yaml").read_text("utf-8")
    # BaseLoader: "no" is a word here, not a boolean.
    lists: dict[str, list[str]] = yaml.load(content, Loader=yaml.BaseLoader)
    return lists


def plain_words(*kinds: str) -> frozenset[str]:
    """The single words of these kinds, without their patterns."""
    return frozenset(word for kind in kinds for word in _lists()[kind] if word.isalpha())


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """Any of the words of ``kind``, the longest first."""
    return re.compile(rf"(?<![\w@.])(?:{any_of(kind)})(?![\w@])")


@cache
def whole(kind: str) -> re.Pattern[str]:
    """Nothing but words of ``kind``, "private individual", with what people put around them."""
    lead, one = any_of("lead_in"), any_of(kind)
    return re.compile(rf"[\W_]*(?:(?:{lead})[\s,]+)*(?:{one})(?:[\s,]+(?:{one}))*[\W_]*")


@cache
def leading(kind: str) -> re.Pattern[str]:
    """Words of ``kind`` at the beginning, after articles and the like; the rest follows the match."""
    return re.compile(rf"[\W_]*(?:(?:{any_of('lead_in')})[\s,]+)*(?:{any_of(kind)})(?![\w@])[\s:.,=-]*")


def says(kind: str, text: str) -> bool:
    return pattern(kind).search(fold(text)) is not None


def is_only(kind: str, text: str) -> bool:
    return whole(kind).fullmatch(fold(text)) is not None


def is_only_beside(aside: str, kind: str, text: str) -> bool:
    """ "Empresa, obvio", "a company of course": beside words of ``kind`` only such that say nothing else."""
    return is_only(kind, pattern(aside).sub(" ", fold(text)))


def after(kind: str, text: str) -> str | None:
    """What follows when ``text`` begins with words of ``kind``, else None."""
    found = leading(kind).match(fold(text))
    return text[found.end() :] if found else None


def any_of(kind: str) -> str:
    """A regular expression for one of the words, the longest first."""
    return "|".join(sorted(_lists()[kind], key=len, reverse=True))


def is_titled(words: list[str]) -> bool:
    """Two words or more that are written as a name is."""
    names = [word for place, word in enumerate(words) if not (place and word in _INSIDE)]
    return len(names) > 1 and all(word[0].isupper() for word in names)


def is_ordinary(word: str) -> bool:
    """Whether a word is one of the language that names nobody."""
    folded = fold(word)
    if pattern("given_name").fullmatch(folded):
        return False
    known = vocabulary().filler | vocabulary().every_cue
    return folded in known or any(is_only(kind, word) for kind in _TALK)


def is_talk(text: str) -> bool:
    """Words that name nobody, "go on with the other one"; written as a name they do: "Lo Nuestro"."""
    rest = re.findall(r"[^\W\d_]+", pattern("whatever").sub(" ", fold(text)))
    said = re.findall(r"[^\W\d_]+", text)
    return bool(said) and not is_titled(said) and all(is_ordinary(word) for word in rest)
