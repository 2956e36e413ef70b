"""The total of the review, said again beside a yes: "yes, 187.92, place it" wants no 187.92 seats."""

from __future__ import annotations

import re

from bot.ordering.money import Money

_NAMES = {"USD": ("dollars?", "bucks", "d[oó]lares", "d[oó]lar")}


def without_total(text: str, total: Money) -> str:
    """``text`` with blanks where the total stands, so that places in it stay places in ``text``.

    Only as an amount, with its cents or its currency: "50" may be seats.
    """
    whole, cents = f"{total.rounded().amount:.2f}".split(".")
    thousands = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", r"[.,'\\s]?", whole)
    named = "|".join((re.escape(total.currency), *_NAMES.get(total.currency, ())))
    sign, behind = rf"(?:(?:us\$|\$|{named})\s*)", rf"(?:\s*(?:\$|(?:{named})\b))"
    number = rf"(?<![\d.,]){thousands}"
    ends = r"(?![.,]?\d)"
    ways = [rf"{sign}?{number}[.,]{cents}{ends}{behind}?"]
    if cents == "00":
        ways += [rf"{sign}{number}{ends}{behind}?", rf"{number}{ends}{behind}"]
    return re.sub("|".join(ways), lambda found: " " * len(found.group()), text, flags=re.IGNORECASE)
