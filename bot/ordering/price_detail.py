"""Which part of a price is asked for: "how much is the tax alone?", "por usuario", "em reais?"."""

from __future__ import annotations

from enum import StrEnum

from bot.ordering.text import words
from bot.ordering.vocabulary import says_any


class Detail(StrEnum):
    """Each is also the vocabulary's cue for it."""

    CURRENCY = "currency"
    TAX = "tax"
    UNIT = "for_one"


def detail_asked(text: str) -> Detail | None:
    said = words(text)
    return next((detail for detail in Detail if says_any(detail, said)), None)
