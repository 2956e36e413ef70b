"""The words of ``words.yaml`` as patterns that match whole words in folded text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

from bot.ordering.text import fold


@cache
def _lists() -> dict[str, list[str]]:
    content = (Path(__file__).parent / "words.yaml").read_text("utf-8")
    # BaseLoader: "no" is a word here, not a boolean.
    lists: dict[str, list[str]] = yaml.load(content, Loader=yaml.BaseLoader)
    return lists


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """Any of the words of ``kind``, the longest first."""
    return re.compile(rf"(?<![\w@.])(?:{any_of(kind)})(?![\w@])")


@cache
def whole(kind: str) -> re.Pattern[str]:
    """Nothing but words of ``kind``, with what people put around them."""
    lead = any_of("lead_in")
    return re.compile(rf"[\W_]*(?:(?:{lead})[\s,]+)*(?:{any_of(kind)})[\W_]*")


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
