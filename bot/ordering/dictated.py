"""Figures that are dictated one by one, in pairs or as one number: "cuatro dos cuatro dos", "double four
double four", "quarenta e dois quarenta e dois", "triple zero five"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.ordering.text import Word
from bot.ordering.vocabulary import vocabulary

_MOST = 3  # written digits of one part; who writes four of them dictates nothing


@dataclass(frozen=True)
class Dictated:
    """``digits`` as they would be written, said by the words at ``places``."""

    digits: str
    places: range


@dataclass(frozen=True)
class _Words:
    figures: dict[str, str]
    pairs: dict[str, str]
    tens: dict[str, str]
    times: dict[str, int]


def dictated(said: Sequence[Word]) -> Iterator[Dictated]:
    """Each run of several such words, as long as it goes."""
    place = 0
    while place < len(said):
        digits, end = "", place
        while part := _part(said, end) or (digits and _joined(said, end)):
            digits, end = digits + part[0], part[1]
        if end > place + 1:
            yield Dictated(digits, range(place, end))
        place = max(end, place + 1)


def _part(said: Sequence[Word], place: int) -> tuple[str, int] | None:
    """What the word at ``place`` says, with those that belong to it, and where the next part begins."""
    if place >= len(said):
        return None
    known, word = _words(), said[place].text
    if word.isdigit():
        return (word, place + 1) if len(word) <= _MOST else None
    behind = _figure(said, place + 1)
    if word in known.times and behind:  # "double four"
        return behind * known.times[word], place + 2
    if word in known.tens:
        return _with_unit(said, place)
    figure = known.figures.get(word)
    if figure and behind and figure != "0" and _is_plural(said[place + 1].text):  # "three zeros"
        return behind * int(figure), place + 2
    single = figure or known.pairs.get(word)
    return (single, place + 1) if single else None


def _joined(said: Sequence[Word], place: int) -> tuple[str, int] | None:
    """ "Forty two and forty two"; "25 and 30" are two numbers."""
    is_word = place + 1 < len(said) and not said[place + 1].text.isdigit()
    return _part(said, place + 1) if is_word and _is_and(said, place) else None


def _with_unit(said: Sequence[Word], place: int) -> tuple[str, int]:
    """ "Cuarenta y dos", "forty two", "quarenta"."""
    ten = _words().tens[said[place].text]
    at = place + 2 if _is_and(said, place + 1) else place + 1
    unit = _figure(said, at)
    return (ten + unit, at + 1) if unit and unit != "0" else (ten + "0", place + 1)


def _figure(said: Sequence[Word], place: int) -> str | None:
    return _words().figures.get(said[place].text) if place < len(said) else None


def _is_plural(word: str) -> bool:
    """ "Cuatros", "fours", "uns"; "dos", "tres" and "seis" are none."""
    known = _words().figures
    ones = {word.removesuffix(end) for end in ("s", "es")} - {word}
    return any(known.get(one) == known[word] for one in ones)


def _is_and(said: Sequence[Word], place: int) -> bool:
    return place < len(said) and said[place].text in vocabulary().cues["both"]


@cache
def _words() -> _Words:
    # BaseLoader: the keys are figures, not numbers.
    path = Path(__file__).parent / "vocabulary" / "digits.yaml"
    content = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    by_kind = {
        kind: {word: digits for digits, spoken in content[kind].items() for word in spoken}
        for kind in ("figures", "pairs", "tens", "times")
    }
    times = {word: int(many) for word, many in by_kind["times"].items()}
    return _Words(by_kind["figures"], by_kind["pairs"], by_kind["tens"], times)
