"""Card numbers that are written in pieces, one message after the other.

The last digits of each conversation are remembered for two minutes, in memory only: when the next message
makes a card number of them, that message is masked like any card, and what was stored before is masked too.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.channels.cards.digits import Group, is_signed, runs, visible
from bot.channels.cards.issuers import LONGEST, is_card, may_begin_card
from bot.channels.cards.numbers import are_card_groups, are_printed_groups, has_card_number
from bot.channels.cards.others import without_other_numbers
from bot.channels.memory import Memory

SECONDS = 120.0
_CONVERSATIONS = 10_000
_MOST_PIECES = 4
_SHORTEST_BEGINNING = 6
# A word for a card says something about digits that follow so near, in the same clause.
_NEAR = 30
_BREAK = re.compile(r"[,;.\n]\s")
PAYMENT = "payment"
# Where three digits, or a date, cannot be an answer.
_NO_NUMBER_AWAITED = frozenset((None, "plan", PAYMENT, "confirm"))
_CARD = re.compile(
    r"tarjeta|cart[aã]o|\bcard\b|visa|master\s*card|amex|american express|maestro|\belo\b|diners|\bpan\b",
    re.I,
)
_ENDING = re.compile(r"termina|acaba|final|[uú]ltim|ending|\bends?\b|\blast\b", re.I)
_CODE = re.compile(r"\w*(?:[^\W\d_]\d|\d[^\W\d_])\w*")
_EXPIRY_OR_CODE = re.compile(
    r"\D{0,25}(?:(?:0?[1-9]|1[0-2])\s?[/\-. ]\s?(?:20)?\d\d\D{0,12}(?:\d{3,4})?|\d{3})\D{0,10}"
)


@dataclass(frozen=True)
class Piece:
    """The last digits of a message; ``event`` and ``receipt`` say which message it was."""

    event: str
    receipt: str
    written: str = field(repr=False)
    groups: tuple[str, ...] = field(repr=False)
    at: float = 0.0


class Halves:
    """``clock`` counts seconds and never runs backwards."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._pieces: Memory[tuple[Piece, ...]] = Memory(_CONVERSATIONS, SECONDS, clock)
        self._cards: Memory[bool] = Memory(_CONVERSATIONS, SECONDS, clock)

    def completed_by(self, conversation: str, event: str, text: str) -> tuple[Piece, ...]:
        """The earlier messages with which ``text`` makes a card number; mostly none."""
        known = [piece for piece in self._recent(conversation) if piece.event != event]
        found = _runs(text)
        if not found:
            return ()
        head = _numbers(found[0])
        for first in range(len(known)):
            pieces = [piece.groups for piece in known[first:]]
            starts = [[pieces[0][start:], *pieces[1:]] for start in range(len(pieces[0]))]
            if any(_makes_card(start, head) for start in starts):
                return tuple(known[first:])
        return ()

    def goes_with_card(self, conversation: str, text: str, awaiting: str | None) -> bool:
        """Whether ``text`` is the expiry or the code of a card that was masked a moment ago."""
        is_lately = bool(self._cards.get(conversation)) and awaiting in _NO_NUMBER_AWAITED
        return is_lately and bool(_EXPIRY_OR_CODE.fullmatch(visible(text)))

    def keep(self, conversation: str, event: str, receipt: str, text: str) -> None:
        """Remember the end of a message, unless a card number ends in it."""
        found = _runs(text)
        earlier = [piece for piece in self._recent(conversation) if piece.event != event]
        if has_card_number(text) or self.completed_by(conversation, event, text):
            self._pieces.forget(conversation)
            return
        if not found or is_signed(found[-1][0]):
            return
        piece = Piece(event, receipt, text, _numbers(found[-1]), self._clock())
        some = [*earlier, piece] if len(found) == 1 else [piece]
        self._pieces.keep(conversation, tuple(some[-_MOST_PIECES:]))

    def card_was_written(self, conversation: str) -> None:
        """Its expiry and its code may follow."""
        self._cards.keep(conversation, True)

    def _recent(self, conversation: str) -> list[Piece]:
        oldest = self._clock() - SECONDS
        return [piece for piece in self._pieces.get(conversation) or () if piece.at > oldest]


def begins_card(text: str, awaiting: str | None) -> bool:
    """Whether ``text`` is the beginning of a card number: said to be one, or all there is where one pays."""
    readable = _readable(text)
    found = list(runs(readable))
    if not found or is_signed(found[-1][0]) or _ENDING.search(text):
        return False
    digits = "".join(_numbers(found[-1]))
    if len(digits) < _SHORTEST_BEGINNING or not may_begin_card(digits):
        return False
    start = found[-1][0].start
    near = max(0, start - _NEAR)
    clause = max((broken.end() for broken in _BREAK.finditer(readable, near, start)), default=near)
    # Not of a slice: half of "Belo Horizonte" is "elo", a card.
    return bool(_CARD.search(readable, clause, start)) or (
        awaiting == PAYMENT and not any(each.isalpha() for each in text)
    )


def may_go_on(text: str) -> bool:
    """Whether it matters for ``text`` what the conversation waits for: it has few words and some digits."""
    return bool(_EXPIRY_OR_CODE.fullmatch(visible(text))) or begins_card(text, PAYMENT)


def _runs(text: str) -> list[list[Group]]:
    return list(runs(_readable(text)))


def _readable(text: str) -> str:
    """``text`` as an eye reads it, without codes that have letters in them."""
    return _CODE.sub("x", without_other_numbers(visible(text)))


def _numbers(run: Sequence[Group]) -> tuple[str, ...]:
    return tuple(group.digits for group in run)


def _makes_card(before: Sequence[Sequence[str]], head: Sequence[str]) -> bool:
    """Whether the pieces and the first groups of ``head`` are one card number, cut where people cut."""
    start = "".join(group for piece in before for group in piece)
    if len(start) >= LONGEST or not may_begin_card(start):
        return False
    return any(
        is_card(start + "".join(head[:count])) and _is_cut_number([*before, head[:count]])
        for count in range(1, min(len(head), LONGEST) + 1)
    )


def _is_cut_number(pieces: Sequence[Sequence[str]]) -> bool:
    """Cut between two groups, within a group, or anywhere in a number without groups."""
    whole, merged = [len(group) for group in pieces[0]], [len(group) for group in pieces[0]]
    for piece in pieces[1:]:
        sizes = [len(group) for group in piece]
        whole += sizes
        merged = [*merged[:-1], merged[-1] + sizes[0], *sizes[1:]]
    is_printed = len(merged) == 1 or are_printed_groups(merged)  # a postal code and a phone are 5, 5, 5, 4
    return are_card_groups(whole) or is_printed
