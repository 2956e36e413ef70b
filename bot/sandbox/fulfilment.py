"""What time does to orders: submitted, processing, completed, and then the subscriptions and the mail.

Nothing runs in the background: whoever looks at orders, subscriptions or mail first brings them up to date.
So the state is the same after a restart, and each order is completed exactly once.
"""

from __future__ import annotations

import calendar
from datetime import date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.sandbox.catalog import Catalog, Kind
from bot.sandbox.mail import confirmation
from bot.sandbox.pricing import money
from bot.sandbox.tables import Account, Order, OrderLine, Subscription

OPEN_STATES = ("submitted", "processing")
PROCESSING_AFTER = timedelta(seconds=0.6)
COMPLETED_AFTER = timedelta(seconds=1.5)


async def advance(catalog: Catalog, session: AsyncSession, now: datetime) -> None:
    """Move every order to where it should be at ``now``, and commit."""
    moving = select(Order.id, Order.status, Order.created).where(
        Order.status.in_(OPEN_STATES), Order.created <= now - PROCESSING_AFTER
    )
    for number, status, created in (await session.execute(moving.order_by(Order.id))).all():
        if created <= now - COMPLETED_AFTER:
            await _complete(catalog, session, number, now)
        elif status == "submitted":
            started = update(Order).where(Order.id == number, Order.status == "submitted")
            await session.execute(started.values(status="processing"))
            await session.commit()


async def _complete(catalog: Catalog, session: AsyncSession, number: int, now: datetime) -> None:
    # Two callers may look at once: only the one whose update counts goes on.
    mine = update(Order).where(Order.id == number, Order.status.in_(OPEN_STATES))
    changed = await session.execute(mine.values(status="completed", provisioned=now))
    if changed.rowcount:  # type: ignore[attr-defined]  # an UPDATE always has one
        order = await session.get_one(Order, number, populate_existing=True)
        is_first = not await session.scalar(
            select(Subscription.id).where(Subscription.customer_id == order.customer_id).limit(1)
        )
        for lines in _by_subscription(catalog, order.lines):
            session.add(subscription := _subscription(catalog, order, lines, now.date()))
            await session.flush()
            for line in lines:
                line.subscription_id = subscription.id
        customer = await session.get_one(Account, order.customer_id)
        reseller = await session.get_one(Account, order.reseller_id)
        session.add(confirmation(order, reseller, customer, now, with_credentials=is_first))
    await session.commit()


def _by_subscription(catalog: Catalog, lines: list[OrderLine]) -> list[list[OrderLine]]:
    """A plan with its add-ons makes one subscription, each domain one of its own."""
    groups = {line.id: [line] for line in lines if catalog.products[line.mpn].kind is not Kind.ADD_ON}
    for line in lines:
        product = catalog.products[line.mpn]
        if product.kind is Kind.ADD_ON:
            plan = next(one for one in lines if one.mpn in product.fits and one.period == line.period)
            groups[plan.id].append(line)
    return list(groups.values())


def _subscription(catalog: Catalog, order: Order, lines: list[OrderLine], today: date) -> Subscription:
    main = lines[0]
    return Subscription(
        reseller_id=order.reseller_id,
        customer_id=order.customer_id,
        order_id=order.id,
        name=main.name,
        attributes={},
        created=today,
        modified=today,
        expires=_one_later(today, main.period),
        period=main.period,
        parameters=main.parameters,
        products=[
            {
                "mpn": line.mpn,
                "id": f"{line.mpn}.{line.period}",
                "quantity": line.quantity,
                "name": line.name,
                "unitPrice": money(catalog, line.unit_price),
                "unitCost": money(catalog, line.unit_price),
            }
            for line in lines
        ],
    )


def _one_later(day: date, period: str) -> date:
    """The same day one month or year later, or the month's last where there is no such day."""
    year, month = (day.year + 1, day.month) if period == "year" else (day.year, day.month + 1)
    if month == 13:
        year, month = year + 1, 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
