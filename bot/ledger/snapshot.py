"""Order requests and quotes as JSON and back. Amounts are written as decimal strings, never as floats."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bot.ordering.catalog import Term
from bot.ordering.customer import NewCustomer
from bot.ordering.money import Money
from bot.ordering.order import OrderLine, OrderRequest, Quote, QuotedLine

Json = dict[str, Any]  # what a JSON column holds; its shape is known to the functions below only


def request_to_json(request: OrderRequest) -> Json:
    """Keys that a request has no use for are left out, so that one of before they existed reads the same."""
    known: Json = {
        "customer_id": request.customer_id,
        "lines": [_line_to_json(line) for line in request.lines],
        "payment_method": request.payment_method,
    }
    if request.new_customer is not None:
        known["new_customer"] = request.new_customer.to_json()
    if request.credentials_email is not None:
        known["credentials_email"] = request.credentials_email
    return known


def request_from_json(data: Mapping[str, Any]) -> OrderRequest:
    return OrderRequest(
        customer_id=data["customer_id"],
        lines=tuple(OrderLine(**_line_facts(line)) for line in data["lines"]),
        payment_method=data["payment_method"],
        new_customer=NewCustomer.from_json(data["new_customer"]) if data.get("new_customer") else None,
        credentials_email=data.get("credentials_email"),
    )


def quote_to_json(quote: Quote) -> Json:
    return {
        "lines": [
            {
                **_line_to_json(line),
                "name": line.name,
                "unit_price": _money_to_json(line.unit_price),
                "amount": _money_to_json(line.amount),
            }
            for line in quote.lines
        ],
        "subtotal": _money_to_json(quote.subtotal),
        "tax": _money_to_json(quote.tax),
        "total": _money_to_json(quote.total),
    }


def quote_from_json(data: Mapping[str, Any]) -> Quote:
    return Quote(
        lines=tuple(
            QuotedLine(
                **_line_facts(line),
                name=line["name"],
                unit_price=_money_from_json(line["unit_price"]),
                amount=_money_from_json(line["amount"]),
            )
            for line in data["lines"]
        ),
        subtotal=_money_from_json(data["subtotal"]),
        tax=_money_from_json(data["tax"]),
        total=_money_from_json(data["total"]),
    )


def fingerprint(data: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON: equal exactly when the same thing was shown."""
    canonical = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _line_to_json(line: OrderLine | QuotedLine) -> Json:
    return {
        "mpn": line.mpn,
        "quantity": line.quantity,
        "term": line.term.value,
        "parameters": [list(pair) for pair in line.parameters],
    }


def _line_facts(data: Mapping[str, Any]) -> Json:
    return {
        "mpn": data["mpn"],
        "quantity": data["quantity"],
        "term": Term(data["term"]),
        "parameters": tuple((name, value) for name, value in data["parameters"]),
    }


def _money_to_json(money: Money) -> Json:
    return {"amount": str(money.amount), "currency": money.currency}


def _money_from_json(data: Mapping[str, str]) -> Money:
    return Money(Decimal(data["amount"]), data["currency"])
