"""What a line costs: Decimal all the way, tax apart, half up on each line as invoices round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from bot.sandbox.catalog import Catalog, Product

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Line:
    """One product of an order, its catalogue rules already checked."""

    product: Product
    period: str
    quantity: int
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PricedLine:
    """``extended`` is quantity times ``unit``; ``tax`` comes on top."""

    line: Line
    unit: Decimal
    extended: Decimal
    tax: Decimal


def price(catalog: Catalog, lines: list[Line]) -> list[PricedLine]:
    return [_price(catalog, line) for line in lines]


def total(priced: list[PricedLine]) -> Decimal:
    return sum((one.extended + one.tax for one in priced), Decimal(0))


def money(catalog: Catalog, amount: Decimal) -> dict[str, Any]:
    """``{"currency": "USD", "amount": "26.40"}``."""
    return {"currency": catalog.currency, "amount": str(amount.quantize(CENT, ROUND_HALF_UP))}


def _price(catalog: Catalog, line: Line) -> PricedLine:
    unit = line.product.amounts[line.period]
    extended = (unit * line.quantity).quantize(CENT, ROUND_HALF_UP)
    tax = (extended * catalog.tax_percent / 100).quantize(CENT, ROUND_HALF_UP)
    return PricedLine(line, unit, extended, tax)
