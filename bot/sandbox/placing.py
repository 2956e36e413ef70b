"""From a body to an order: whose customer, which card, which domains; written in one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.exc import IntegrityError

from bot.sandbox.auth import Call
from bot.sandbox.bodies import OrderBody
from bot.sandbox.catalog import Kind
from bot.sandbox.domains import Registry
from bot.sandbox.errors import conflict
from bot.sandbox.order_rules import read_lines
from bot.sandbox.people import customer_of
from bot.sandbox.pricing import Line, PricedLine, price, total
from bot.sandbox.tables import Account, Card, Domain, Order, OrderLine

# Sent with an order but never kept: it is a secret and has done its work once it was right.
AUTH_CODE = "auth_code"


async def estimate(call: Call, body: OrderBody) -> list[PricedLine]:
    """Price without placing; the customer may still be unknown, then the reseller's own id stands in."""
    if body.customer_id != call.account.public_id:
        await customer_of(call, body.customer_id)
    await _check_card(call, body)
    return price(call.world.catalog, read_lines(call.world.catalog, body))


async def place(call: Call, body: OrderBody) -> Order:
    """Check everything once more and commit the order as submitted. Nothing keeps a second one away."""
    customer = await customer_of(call, body.customer_id)
    for account in (call.account, customer):
        if account.status != "active":
            raise conflict(
                "ACCOUNT_ON_HOLD", f"{account.name} cannot order: the account is {account.status}."
            )
    await _check_card(call, body)
    lines = read_lines(call.world.catalog, body)
    for line in lines:
        if line.product.kind is Kind.DOMAIN:
            await _check_domain(call, line)
    return await _write(call, body, customer, price(call.world.catalog, lines))


async def _check_card(call: Call, body: OrderBody) -> None:
    chosen = body.attributes.get("paymentMethod")
    if chosen is None:
        return
    card = await call.session.get(Card, chosen)
    if card is None or card.reseller_id != call.account.id:
        raise conflict("CARD_UNKNOWN", "The payment method is not one of the reseller's saved cards.")
    if _has_expired(card, call.now):
        raise conflict("CARD_EXPIRED", f"The {card.brand} ending in {card.last4} expired in {card.exp}.")


def _has_expired(card: Card, now: datetime) -> bool:
    month, year = card.exp.split("/")
    return (int(year), int(month)) < (now.year, now.month)


async def _check_domain(call: Call, line: Line) -> None:
    registry = Registry(call.world.catalog, call.session)
    name = line.parameters["domain"]
    if line.parameters["action"] == "register":
        verdict = await registry.check_registration(name)
    else:
        verdict = await registry.check_transfer(name)
        if verdict.error is None:
            verdict = await registry.check_auth_code(name, line.parameters.get(AUTH_CODE, ""))
    if verdict.error:
        raise conflict(verdict.error, verdict.message)


async def _write(call: Call, body: OrderBody, customer: Account, priced: list[PricedLine]) -> Order:
    order = Order(
        reseller_id=call.account.id,
        customer_id=customer.id,
        actor_id=call.actor.id,
        po_number=body.po_number,
        status="submitted",
        created=call.now,
        attributes=body.attributes,
        total=total(priced),
        lines=[row_of(one) for one in priced],
    )
    call.session.add(order)
    await call.session.flush()
    names = [one.line.parameters["domain"] for one in priced if one.line.product.kind is Kind.DOMAIN]
    call.session.add_all(Domain(name=name, order_id=order.id) for name in names)
    try:
        await call.session.commit()
    except IntegrityError:
        raise conflict("DOMAIN_TAKEN", "Somebody else was faster with one of the domains.") from None
    return order


def row_of(priced: PricedLine) -> OrderLine:
    line = priced.line
    kept = [{"name": name, "value": value} for name, value in line.parameters.items() if name != AUTH_CODE]
    return OrderLine(
        mpn=line.product.mpn,
        name=line.product.name,
        period=line.period,
        quantity=line.quantity,
        unit_price=priced.unit,
        extended=priced.extended,
        tax=priced.tax,
        parameters=kept,
    )
