"""Masks payment cards in what a person wrote: none of it is ever stored, logged or understood."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channels.cards.codes import has_security_code
from bot.channels.cards.digits import visible
from bot.channels.cards.numbers import has_card_number

MASK = "•"


@dataclass(frozen=True)
class Redacted:
    """A text that is safe to keep. ``had_card``: a card's number or code was in it; every digit is masked."""

    text: str
    had_card: bool


def redact(text: str) -> Redacted:
    """Mask ``text`` if a card number hides in it, however it is spaced or spelled, or a security code.

    All digits go, not the number's alone: the security code and the expiry stand next to it.
    """
    if not (has_card_number(text) or has_security_code(text)):
        return Redacted(text, had_card=False)
    return Redacted(masked(text), had_card=True)


def masked(text: str) -> str:
    """``text`` without its digits, also those that are read out in words."""
    return "".join(MASK if each.isdecimal() else each for each in visible(text))
