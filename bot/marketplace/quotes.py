"""What ``POST /orders/estimate`` answers, matched line by line with what was asked."""

from __future__ import annotations

from decimal import Decimal

from bot.marketplace.fields import Fields
from bot.marketplace.wire import read_term
from bot.ordering.catalog import Term
from bot.ordering.money import Money
from bot.ordering.order import OrderLine, OrderRequest, Quote, QuotedLine

TAX = "exclusiveTaxAmount"  # what comes on top of the prices


def read_quote(answer: Fields, asked: OrderRequest) -> Quote:
    """A priced line for each one asked, in that order, then those that the marketplace added by itself.

    Raises ``ContractBroken`` unless every line asked is priced and all amounts add up to the total: a sum
    that nobody can explain is not shown to anyone.
    """
    details = answer.many("details")
    total = answer.money("total")
    zero = Money(Decimal(0), total.currency)
    taxes = [_in_currency(row, TAX, total.currency) for row in details if row.has(TAX)]
    lines = [
        _quoted(_take(details, line, answer), line.term, total.currency, line.parameters)
        for line in asked.lines
    ]
    usual = next((line.term for line in asked.lines), Term.MONTH)
    lines += [_quoted(added, read_term(added, "duration") or usual, total.currency) for added in details]
    subtotal, tax = sum((line.amount for line in lines), zero), sum(taxes, zero)
    if subtotal + tax != total:
        raise answer.broken(f"does not add up: {subtotal.amount} + {tax.amount} is not {total.amount}")
    return Quote(tuple(lines), subtotal, tax, total)


def _take(details: list[Fields], line: OrderLine, answer: Fields) -> Fields:
    """Remove and return the detail that prices ``line``: of two alike the recurring one, then the first."""
    fitting = [detail for detail in details if _prices(detail, line)]
    if not fitting:
        raise answer.broken(f"has no price for {line.quantity} x {line.mpn} per {line.term}")
    fitting.sort(key=lambda detail: detail.text_or("type", "recurring") != "recurring")
    details.remove(fitting[0])
    return fitting[0]


def _prices(detail: Fields, line: OrderLine) -> bool:
    term = read_term(detail, "duration") if detail.has("duration") else line.term
    return (
        detail.text_or("mpn", "") == line.mpn
        and detail.whole("quantity") == line.quantity
        and term == line.term
    )


def _quoted(
    detail: Fields, term: Term, currency: str, parameters: tuple[tuple[str, str], ...] = ()
) -> QuotedLine:
    return QuotedLine(
        mpn=detail.text_or("mpn", ""),
        name=detail.text_or("description", detail.text_or("mpn", "")),
        quantity=detail.whole("quantity"),
        term=term,
        unit_price=_in_currency(detail, "unitPrice", currency),
        amount=_in_currency(detail, "extendedPrice", currency),
        parameters=parameters,
    )


def _in_currency(detail: Fields, key: str, currency: str) -> Money:
    money = detail.money(key)
    if money.currency != currency:
        raise detail.broken(f"has its {key} in {money.currency}, the total is in {currency}")
    return money
