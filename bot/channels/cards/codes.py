"""Finds the security code of a card (CVV) where words next to it say what it is, in three languages."""

from __future__ import annotations

import re

from bot.channels.cards.digits import visible

_NAME = (
    r"(?:\b(?:cvv2?|cvc2?|ccv|cvn|csc|cav2?)\b"
    r"|\bc[oó]digo\s+de\s+(?:seguridad|verificaci[oó]n|seguran[cç]a)\b"
    r"|\b(?:card\s+)?(?:security|verification)\s+code\b"
    r"|\b(?:d[ií]gitos|n[uú]meros?|digits|number)\s+(?:de\s+)?(?:atr[aá]s|(?:el|del)\s+reverso|on\s+the\s+back|do\s+verso)\b)"
)
# Three or four digits, alone or with spaces between them ("1 2 3").
_CODE = r"(?<!\d)\d(?:\s?\d){2,3}(?!\d)"
_NAMED = re.compile(rf"{_NAME}\D{{0,25}}{_CODE}|{_CODE}\D{{0,15}}{_NAME}", re.I)


def has_security_code(text: str) -> bool:
    """Whether ``text`` tells a card's security code."""
    return bool(_NAMED.search(visible(text)))
