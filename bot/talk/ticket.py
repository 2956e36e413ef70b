"""The live ticket as lines of text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

NAME, AMOUNT = 44, 14


def ticket_lines(order: dict[str, Any] | None) -> list[str]:
    """The order so far: what is bought, for whom, how it is paid, and what it costs; empty without one."""
    if order is None:
        return []
    return [_heading(order), *(_priced(order) if order.get("lines") else _goods(order)), *_sums(order)]


def _heading(order: dict[str, Any]) -> str:
    payment = order.get("payment")
    parts = [
        f"order {order['number']}" if order.get("number") else "order",
        order.get("status"),
        (order.get("customer") or {}).get("name"),
        ", ".join(filter(None, [order.get("domain"), *(order.get("extra_domains") or [])])),
        f"{payment['brand']} •••• {payment['last4']}" if payment else None,
    ]
    return " · ".join(part for part in parts if part)


def _goods(order: dict[str, Any]) -> Iterator[str]:
    plan, quantity, term = order.get("plan"), order.get("quantity"), order.get("term")
    if plan:
        yield "  " + " ".join(
            part
            for part in (f"{quantity} ×" if quantity else "", plan["name"], f"({term})" if term else "")
            if part
        )
    for add_on in order.get("add_ons") or []:
        yield f"  {add_on['quantity']} × {add_on['name']}"


def _priced(order: dict[str, Any]) -> Iterator[str]:
    for line in order["lines"]:
        what = f"{line['quantity']} × {line['name']} ({line['term']})"
        yield _row(what, line)


def _sums(order: dict[str, Any]) -> Iterator[str]:
    for name in ("subtotal", "tax", "total"):
        if order.get(name):
            yield _row(name, order[name])


def _row(what: str, money: dict[str, Any]) -> str:
    short = what if len(what) <= NAME else what[: NAME - 1] + "…"
    return f"  {short:<{NAME}} {money['amount']:>{AMOUNT}} {money['currency']}"
