"""Finds payment card numbers in what a person wrote, so that none is ever stored, logged or understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MASK = "•"
_MAX_SEPARATORS = 2
_SHORTEST, _LONGEST = 12, 19
_GROUP = re.compile(r"\d+")
# A message with more digits than this holds no order: masked unread, since the search grows with them.
_MAX_DIGITS = 400
# A phone number may pass for a short Maestro number; a "+" in front says which of the two it is.
_LONGEST_PHONE = 13

# Issuer ranges by prefix (first and last, same length) and the lengths that issuer makes.
_ISSUERS: tuple[tuple[str, str, frozenset[int]], ...] = (
    ("4", "4", frozenset({13, 16, 19})),  # Visa
    ("51", "55", frozenset({16})),  # Mastercard
    ("2221", "2720", frozenset({16})),  # Mastercard
    ("34", "34", frozenset({15})),  # American Express
    ("37", "37", frozenset({15})),  # American Express
    ("6011", "6011", frozenset({16, 19})),  # Discover
    ("644", "659", frozenset({16, 19})),  # Discover
    ("300", "305", frozenset({14, 16})),  # Diners Club
    ("36", "36", frozenset({14, 16, 19})),  # Diners Club
    ("38", "39", frozenset({14, 16, 19})),  # Diners Club
    ("3528", "3589", frozenset({16, 19})),  # JCB
    ("62", "62", frozenset({16, 17, 18, 19})),  # UnionPay
    ("2200", "2204", frozenset({16, 19})),  # Mir
    ("50", "50", frozenset({16})),  # Elo
    ("56", "69", frozenset({12, 13, 14, 15, 16, 18, 19})),  # Maestro, Elo, Hipercard
)


@dataclass(frozen=True)
class Redacted:
    """A text that is safe to keep. ``had_card``: a card number was in it, and every digit is masked."""

    text: str
    had_card: bool


def redact(text: str) -> Redacted:
    """Mask ``text`` if a card number hides in it, however it is spaced or spelled in Unicode digits.

    All digits go, not the number's alone: the security code and the expiry stand next to it.
    """
    if not has_card_number(text):
        return Redacted(text, had_card=False)
    masked = "".join(MASK if _digit(character) else character for character in _flat(text))
    return Redacted(masked, had_card=True)


def has_card_number(text: str) -> bool:
    """Whether ``text`` holds 12 to 19 digits of a known issuer that pass the Luhn check."""
    runs = list(_runs(_flat(text)))
    if sum(len(group) for run in runs for group in run) > _MAX_DIGITS:
        return True
    return any(_holds_card(run) for run in runs)


def _flat(text: str) -> str:
    visible = "".join(character for character in text if unicodedata.category(character) != "Cf")
    return unicodedata.normalize("NFKC", visible)


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return "" if value is None else str(value)


def _runs(text: str) -> Iterator[list[str]]:
    """Groups of digits that belong together: at most two characters, no letters, between two groups."""
    run: list[str] = []
    end = 0
    for group in _GROUP.finditer(text):
        between = text[end : group.start()]
        if run and (len(between) > _MAX_SEPARATORS or any(each.isalpha() or each == "+" for each in between)):
            yield run
            run = []
        run.append(("+" if not run and between.endswith("+") else "") + "".join(map(_digit, group[0])))
        end = group.end()
    yield run


def _holds_card(run: list[str]) -> bool:
    """A card number starts where a group of digits does; what follows it may be its expiry and code."""
    if run and run[0].startswith("+") and len("".join(run)) - 1 <= _LONGEST_PHONE:
        return False
    tails = ("".join(run[first:]).removeprefix("+") for first in range(len(run)))
    return any(_is_card(tail[:length]) for tail in tails for length in range(_SHORTEST, _LONGEST + 1))


def _is_card(digits: str) -> bool:
    issued = any(
        len(digits) in lengths and first <= digits[: len(first)] <= last for first, last, lengths in _ISSUERS
    )
    return issued and _luhn(digits)


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
