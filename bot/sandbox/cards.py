"""What can be told from a card number without asking anybody: is it one, whose brand, has it expired?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

_BRANDS = (
    ("Visa", re.compile(r"4\d{12}(\d{3}){0,2}")),
    ("Mastercard", re.compile(r"(5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}")),
    ("Amex", re.compile(r"3[47]\d{13}")),
    ("Discover", re.compile(r"(6011|64[4-9]\d|65\d{2})\d{12}")),
    ("Diners", re.compile(r"3(0[0-5]|[689]\d)\d{11}")),
    ("Card", re.compile(r"\d{12,19}")),
)


@dataclass(frozen=True)
class CardForm:
    """What the person typed, as typed. It must never be stored, logged or shown again."""

    name: str
    number: str
    exp: str
    csc: str

    @property
    def digits(self) -> str:
        return re.sub(r"[ -]", "", self.number)

    @property
    def brand(self) -> str | None:
        """The brand, or None if this is no card number."""
        if not (self.digits.isascii() and self.digits.isdigit() and passes_luhn(self.digits)):
            return None
        return next((brand for brand, shape in _BRANDS if shape.fullmatch(self.digits)), None)

    def problems(self, now: datetime) -> list[str]:
        """Which fields are wrong: any of name, number, exp, csc."""
        found = [] if self.name.strip() and len(self.name) <= 255 else ["name"]
        if self.brand is None:
            found.append("number")
        expiry = read_expiry(self.exp)
        if expiry is None or not (now.year, now.month) <= expiry <= (now.year + 20, 12):
            found.append("exp")
        if not re.fullmatch(r"[0-9]{4}" if self.brand == "Amex" else r"[0-9]{3}", self.csc.strip()):
            found.append("csc")
        return found


def read_expiry(text: str) -> tuple[int, int] | None:
    """(year, month) from MM/YY or MM/YYYY."""
    match = re.fullmatch(r"\s*(0?[1-9]|1[0-2])\s*[/-]?\s*((?:20)?[0-9]{2})\s*", text)
    if match is None:
        return None
    return int(match[2][-2:]) + 2000, int(match[1])


def passes_luhn(digits: str) -> bool:
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
