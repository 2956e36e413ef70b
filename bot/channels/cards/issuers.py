"""Which runs of digits an issuer could have put on a card: its first digits, its length, its check digit."""

from __future__ import annotations

SHORTEST, LONGEST = 12, 19

_MAESTRO = frozenset(range(12, 20))
_SIXTEEN_UP = frozenset(range(16, 20))

# Issuer ranges by prefix (first and last, same length) and the lengths that issuer makes.
_ISSUERS: tuple[tuple[str, str, frozenset[int]], ...] = (
    ("4", "4", frozenset({13, 16, 18, 19})),  # Visa, some Elo
    ("51", "55", frozenset({16})),  # Mastercard
    ("2221", "2720", frozenset({16})),  # Mastercard
    ("34", "34", frozenset({15})),  # American Express
    ("37", "37", frozenset({15})),  # American Express
    ("6011", "6011", frozenset({16, 19})),  # Discover
    ("644", "659", frozenset({16, 19})),  # Discover, Elo, RuPay, Troy
    ("300", "305", frozenset({14, 16, 19})),  # Diners Club
    ("3095", "3095", frozenset({14, 16, 19})),  # Diners Club
    ("36", "36", frozenset(range(14, 20))),  # Diners Club
    ("38", "39", frozenset({14, 16, 19})),  # Diners Club, Hipercard
    ("3528", "3589", _SIXTEEN_UP),  # JCB
    ("2131", "2131", frozenset({15})),  # JCB
    ("1800", "1800", frozenset({15})),  # JCB
    ("62", "62", _SIXTEEN_UP),  # UnionPay, Elo
    ("81", "82", _SIXTEEN_UP),  # UnionPay, RuPay
    ("2200", "2205", _SIXTEEN_UP),  # Mir
    ("50", "50", _MAESTRO),  # Maestro, Elo, Carnet, RuPay, Verve
    ("56", "58", _MAESTRO),  # Maestro, Naranja
    ("639", "639", _MAESTRO),  # Maestro
    ("67", "67", _MAESTRO),  # Maestro
    ("6304", "6304", _MAESTRO),  # Maestro
    ("60", "60", frozenset({13, 16, 19})),  # Hipercard, RuPay, Cabal
    ("61", "61", frozenset({16, 19})),
    ("63", "63", frozenset({16, 19})),  # Elo and others
    ("66", "66", frozenset({16, 19})),
    ("68", "69", frozenset({16, 19})),
    ("9792", "9792", frozenset({16})),  # Troy
)


def is_card(digits: str) -> bool:
    """Whether an issuer makes cards with these digits, the last of them being the right check digit."""
    issued = any(
        len(digits) in lengths and first <= digits[: len(first)] <= last for first, last, lengths in _ISSUERS
    )
    return issued and _luhn(digits)


def may_begin_card(digits: str) -> bool:
    """Whether a card number could begin with ``digits`` and go on."""
    return any(
        len(digits) < max(lengths) and first[: len(digits)] <= digits[: len(first)] <= last[: len(digits)]
        for first, last, lengths in _ISSUERS
    )


def _luhn(digits: str) -> bool:
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
