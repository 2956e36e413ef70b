"""What time does to orders: submitted, processing, completed, and then the subscriptions and the mail.

Nothing runs in the background: whoever looks at orders, subscriptions or mail first brings them up to date.
So the state is the same after a restart, and each order is completed exactly once.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import and_, or_, select, update

from bot.sandbox.auth import Call
from bot.sandbox.catalog import Catalog, Kind
from bot.sandbox.mail import confirmation
from bot.sandbox.panel import open_panel
from bot.sandbox.pricing import money
from bot.sandbox.tables import Account, Mail, Order, OrderLine, Posting, Subscription

OPEN_STATES = ("submitted", "processing")
PROCESSING_AFTER = timedelta(seconds=0.6)
COMPLETED_AFTER = timedelta(seconds=1.5)


async def advance(call: Call) -> None:
    """Move every order to where it should be by now, and commit."""
    late = Order.created <= call.now - PROCESSING_AFTER
    due = Order.created <= call.now - COMPLETED_AFTER
    waiting = or_(and_(Order.status == "submitted", late), and_(Order.status == "processing", due))
    if not await call.session.scalar(select(Order.id).where(waiting).limit(1)):
        return
    # One at a time: a crowd of callers would only fight over the same rows.
    async with call.world.advancing:
        # What an UPDATE claims is ours alone, and a cancelled order is not among it.
        claim = update(Order).where(Order.status.in_(OPEN_STATES), due)
        completed = claim.values(status="completed", provisioned=call.now).returning(Order)
        for order in (await call.session.scalars(completed)).all():
            await _deliver(call, order)
        await call.session.execute(
            update(Order).where(Order.status == "submitted", late).values(status="processing")
        )
        await call.session.commit()
        if call.world.postman:
            call.world.postman.ring()


async def _deliver(call: Call, order: Order) -> None:
    session = call.session
    groups = _by_subscription(call.world.catalog, order.lines)
    sold = [_subscription(call.world.catalog, order, lines, call.now.date()) for lines in groups]
    session.add_all(sold)
    await session.flush()
    for subscription, lines in zip(sold, groups, strict=True):
        for line in lines:
            line.subscription_id = subscription.id
    customer = await session.get_one(Account, order.customer_id)
    reseller = await session.get_one(Account, order.reseller_id)
    credentials = await open_panel(session, customer)
    mail = confirmation(call.world.catalog, order, (customer, reseller), credentials, call.now)
    session.add(mail)
    await post(call, mail)


async def post(call: Call, mail: Mail) -> None:
    """Hand a mail to the postman, if there is one."""
    await call.session.flush()
    if call.world.postman:
        call.session.add(Posting(mail_id=mail.id, next_at=call.now))


def _by_subscription(catalog: Catalog, lines: Sequence[OrderLine]) -> list[list[OrderLine]]:
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
