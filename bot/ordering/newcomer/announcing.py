"""The words that say that somebody is new: "cliente nuevo", "for a new customer", "(novo)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.ordering.customer import AccountType
from bot.ordering.newcomer.pieces import Piece
from bot.ordering.newcomer.situation import KINDS
from bot.ordering.newcomer.words import is_only, pattern
from bot.ordering.text import fold


@dataclass(frozen=True)
class Announcement:
    """Where the words stand; from ``end`` on the message describes the customer. ``type``: said with them."""

    start: int = 0
    end: int = 0
    type: AccountType | None = None

    def __bool__(self) -> bool:
        return self.end > 0


def read_announcement(text: str) -> Announcement:
    folded = fold(text)
    found = pattern("new_customer").search(folded)
    if found is None:
        return Announcement()
    end, type_ = found.end(), None
    for kind, each in KINDS:  # "cliente nuevo comercial Tacos El Güero", "register this company"
        if pattern(kind).search(found.group()):
            type_ = each
        behind = re.compile(rf"\s+{pattern(kind).pattern}[\s,:]*").match(folded, end)
        if behind:
            type_, end = each, behind.end()
    return Announcement(found.start(), end, type_)


def name_before(piece: Piece) -> tuple[int, str]:
    """ "para Tacos El Güero, cliente nuevo": where the name begins in what stands before, and the name."""
    found = re.search(r"\b(?:para|pra|for|p/)\s+(.*)", fold(piece.text))
    said = piece.text[found.start(1) :] if found else ""
    return (piece.start + found.start(1), said) if found and not is_only("nobody", said) else (0, "")
