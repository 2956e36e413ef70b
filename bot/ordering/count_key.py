"""A count to choose, as a key: "25" of the plan, or "M365-COP=5" of what is named."""

from __future__ import annotations

from bot.ordering.heard import Heard, HeardAddOn


def count_key(mpn: str, number: str) -> str:
    return f"{mpn}={number}"


def read_count_key(key: str) -> tuple[str | None, str]:
    """What is counted, None for the plan that is not named, and the number."""
    mpn, _, number = key.rpartition("=")
    return mpn or None, number


def heard_count(key: str, plan: str | None) -> Heard:
    """What choosing it says."""
    mpn, number = read_count_key(key)
    return Heard(quantity=number) if mpn in (None, plan) else Heard(add_ons=(HeardAddOn(str(mpn), number),))
