"""Numbers as long as a card's that say themselves what they are: they carry check digits of their own."""

from __future__ import annotations

import re

_CNPJ = re.compile(r"\b\d\d\.\d{3}\.\d{3}/\d{4}-\d\d\b|\b\d{8}00\d{4}\b")  # a Brazilian company
_UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.I)
_IBAN = re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]){11,30}\b")
_SHORTEST_IBAN = 15
_TAKEN_OUT = " x "


def without_other_numbers(text: str) -> str:
    """``text`` with a letter in place of bank accounts, companies and identifiers."""
    text = _UUID.sub(_TAKEN_OUT, text)
    text = _IBAN.sub(_without_iban, text)
    return _CNPJ.sub(lambda found: _TAKEN_OUT if _is_cnpj(found[0]) else found[0], text)


def _without_iban(found: re.Match[str]) -> str:
    """The longest beginning that is an account; words in capitals may follow it."""
    written = found[0]
    for end in range(len(written), _SHORTEST_IBAN - 1, -1):
        if _is_iban(written[:end].replace(" ", "")):
            return _TAKEN_OUT + written[end:]
    return written


def _is_iban(account: str) -> bool:
    moved = account[4:] + account[:4]
    return len(account) >= _SHORTEST_IBAN and int("".join(str(int(each, 36)) for each in moved)) % 97 == 1


def _is_cnpj(written: str) -> bool:
    digits = re.sub(r"\D", "", written)
    return all(digits[length] == _check_digit(digits[:length]) for length in (12, 13))


def _check_digit(digits: str) -> str:
    rest = sum(int(each) * (2 + place % 8) for place, each in enumerate(reversed(digits))) % 11
    return "0" if rest < 2 else str(11 - rest)
