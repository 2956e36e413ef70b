"""A marketplace that does what the test says, and remembers every order it was asked to place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from bot.marketplace.errors import Refused, Unavailable
from bot.ordering.customer import AccountType, NewCustomer
from bot.ordering.order import Customer, OrderRequest, OrderStatus, PlacedOrder, Quote
from tests.ledger.examples import QUOTE


def lost_answer() -> Unavailable:
    return Unavailable("ReadTimeout", "corr-1", can_retry=False, may_have_happened=True)


def not_sent() -> Unavailable:
    return Unavailable("ConnectError")


@dataclass
class FakeMarketplace:
    """``before`` and ``after`` hold one error for each of the next calls of ``place``: with one ``before`` no
    order is made, with one ``after`` it is made and nobody is told. ``customer_before`` and
    ``customer_after`` are the same for customers; the next
    ``customers_hide`` look-ups do not find one who is there.
    """

    quote: Quote = QUOTE
    orders: list[PlacedOrder] = field(default_factory=list)
    before: list[Exception | None] = field(default_factory=list)
    after: list[Exception | None] = field(default_factory=list)
    estimate_fails: Exception | None = None
    lookup_fails: Exception | None = None
    status: OrderStatus = OrderStatus.SUBMITTED
    lookups_miss: int = 0
    on_place: Callable[[], None] = lambda: None
    seconds: float = 0.0
    sent: list[OrderRequest] = field(default_factory=list)
    customers: list[tuple[str, NewCustomer]] = field(default_factory=list)
    customer_before: list[Exception | None] = field(default_factory=list)
    customer_after: list[Exception | None] = field(default_factory=list)
    customers_hide: int = 0

    async def find_customer(self, reference: str) -> Customer | None:
        if self.customers_hide:
            self.customers_hide -= 1
            return None
        made = [number for number, (known, _) in enumerate(self.customers, 1) if known == reference]
        return _customer(made[0]) if made else None

    async def create_customer(self, new: NewCustomer, reference: str) -> Customer:
        _raise_next(self.customer_before)
        self.customers.append((reference, new))
        _raise_next(self.customer_after)
        return _customer(len(self.customers))

    async def estimate(self, order: OrderRequest) -> Quote:
        if self.estimate_fails:
            raise self.estimate_fails
        return self.quote

    async def place(self, order: OrderRequest, reference: str) -> PlacedOrder:
        self.sent.append(order)
        _raise_next(self.before)
        self.on_place()
        await asyncio.sleep(self.seconds)
        number = len(self.orders) + 1
        placed = PlacedOrder(
            id=f"ORD-{reference}-{number}",
            number=f"SO-{number}",
            reference=reference,
            status=OrderStatus.SUBMITTED,
            customer_id=order.customer_id,
            total=self.quote.total,
            created=datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
        )
        self.orders.append(placed)
        _raise_next(self.after)
        return placed

    async def find_order(self, reference: str, customer_id: str, since: datetime) -> PlacedOrder | None:
        if self.lookup_fails:
            raise self.lookup_fails
        if self.lookups_miss:
            self.lookups_miss -= 1
            return None
        return next((order for order in self.orders if order.reference == reference), None)

    async def orders_since(self, since: datetime) -> list[PlacedOrder]:
        if self.lookup_fails:
            raise self.lookup_fails
        return [order for order in self.orders if order.created >= since]

    async def order(self, order_id: str) -> PlacedOrder:
        if self.lookup_fails:
            raise self.lookup_fails
        found = next((order for order in self.orders if order.id == order_id), None)
        if found is None:
            raise Refused("Order was not found.", status=404)
        return replace(found, status=self.status)


def _customer(number: int) -> Customer:
    return Customer(f"CUST-NEW-{number}", "Tacos El Güero", AccountType.COMMERCIAL)


def _raise_next(errors: list[Exception | None]) -> None:
    error = errors.pop(0) if errors else None
    if error is not None:
        raise error
