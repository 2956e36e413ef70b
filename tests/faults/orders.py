"""Orders of a story: shown at the price that the marketplace quotes, told from each other by their domain."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.ledger import Intent, Ledger
from bot.marketplace.port import Marketplace
from bot.ordering.catalog import Term
from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from bot.ordering.order import OrderLine, OrderRequest

RESELLER = "RES-1"
PEOPLE = ("ana", "eva", "tom")
ANA = Contact("Ana", "Ruiz", "ana@tacos.example", "+525512345678")
TACOS = NewCustomer(
    "Tacos El Güero", AccountType.COMMERCIAL, Address("Av. Juárez 12", "06050", "CDMX", "", "MX"), *(ANA,) * 3
)


def a_request(number: int) -> OrderRequest:
    """The ``number``-th order: every tenth is for a customer who does not exist yet."""
    domain = (("domain", f"order-{number}.example"),)
    lines = [OrderLine("M365-BB", 1 + number % 7, Term.YEAR if number % 2 else Term.MONTH, domain)]
    if number % 3 == 0:
        lines.append(OrderLine("M365-BP", 2, lines[0].term))
    known = OrderRequest(f"CUST-{number // 15}", tuple(lines), "CARD-1")
    return replace(known, customer_id=RESELLER, new_customer=TACOS) if number % 10 == 9 else known


async def shown(ledger: Ledger, marketplace: Marketplace, number: int) -> Intent:
    """The order as the review shows it."""
    request = a_request(number)
    person = PEOPLE[number % len(PEOPLE)]
    return await ledger.intents.quote(
        intent_id=None,
        conversation=f"talk-{number}",
        actor=person,
        subject=person,
        channel="web",
        request=request,
        quote=await marketplace.estimate(request),
        draft={},
        ttl=timedelta(minutes=30),
    )
