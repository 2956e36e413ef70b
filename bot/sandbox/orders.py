"""Orders: estimate, place, list, read and cancel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Select, delete, select, update

from bot.sandbox.auth import Call, ResellerCall
from bot.sandbox.bodies import Moment, OrderBody, OrderPatch
from bot.sandbox.errors import conflict, malformed, not_found
from bot.sandbox.fulfilment import OPEN_STATES, advance
from bot.sandbox.order_views import STATUS_CODES, show_estimate, show_order, show_row
from bot.sandbox.paging import AnyPage
from bot.sandbox.people import own_account
from bot.sandbox.placing import estimate, place
from bot.sandbox.tables import Domain, Order, OrderLine, row_number

router = APIRouter()
CANCELLED_CODE = "CL"


@dataclass(frozen=True)
class OrderFilter:
    customer: Annotated[str | None, Query(alias="customerId")] = None
    subscription: Annotated[str | None, Query(alias="subscriptionId")] = None
    number: Annotated[str | None, Query(alias="orderNumber")] = None
    status: str | None = None
    status_code: Annotated[str | None, Query(alias="statusCode")] = None
    created_from: Annotated[Moment | None, Query(alias="creationTimeFrom")] = None
    created_to: Annotated[Moment | None, Query(alias="creationTimeTo")] = None

    def on(self, statement: Select[Order]) -> Select[Order]:
        if self.customer:
            statement = statement.where(Order.customer_id == row_number(self.customer))
        if self.subscription:
            bought = select(OrderLine.order_id).where(
                OrderLine.subscription_id == row_number(self.subscription)
            )
            statement = statement.where(Order.id.in_(bought))
        if self.number:
            digits = self.number.removeprefix("SO")
            is_number = digits.isascii() and digits.isdigit() and len(digits) <= 9
            statement = statement.where(Order.id == (int(digits) if is_number else 0))
        if self.status:
            statement = statement.where(Order.status == self.status)
        if self.status_code:
            meant = [status for status, code in STATUS_CODES.items() if code == self.status_code]
            statement = statement.where(Order.status.in_(meant))
        return self._created(statement)

    def _created(self, statement: Select[Order]) -> Select[Order]:
        if self.created_from:
            statement = statement.where(Order.created >= _utc(self.created_from))
        if self.created_to:
            statement = statement.where(Order.created <= _utc(self.created_to))
        return statement


Filter = Annotated[OrderFilter, Depends()]


@router.post("/orders/estimate")
async def estimate_order(call: ResellerCall, body: OrderBody) -> dict[str, Any]:
    return show_estimate(call.world.catalog, body, await estimate(call, body))


@router.post("/orders")
async def place_order(call: ResellerCall, body: OrderBody) -> dict[str, Any]:
    return show_order(call.world.catalog, await place(call, body))


@router.get("/orders")
async def list_orders(call: ResellerCall, page: AnyPage, wanted: Filter) -> dict[str, Any]:
    await advance(call)
    own = wanted.on(select(Order).where(Order.reseller_id == call.account.id))
    newest_first = own.order_by(Order.created.desc(), Order.id.desc())
    return await page.read(call.session, newest_first, lambda order: show_row(call.world.catalog, order))


@router.get("/resellers/{public_id}/orders")
async def list_resellers_orders(
    call: ResellerCall, public_id: str, page: AnyPage, wanted: Filter
) -> dict[str, Any]:
    own_account(call, public_id)
    return await list_orders(call, page, wanted)


@router.get("/orders/{public_id}")
async def read_order(call: ResellerCall, public_id: str) -> dict[str, Any]:
    await advance(call)
    return show_order(call.world.catalog, await _order_of(call, public_id))


@router.patch("/orders/{public_id}")
async def change_order(call: ResellerCall, public_id: str, body: OrderPatch) -> dict[str, Any]:
    """``{"statusCode": "CL"}`` cancels an order that is not completed; twice is the same as once."""
    await advance(call)
    order = await _order_of(call, public_id)
    if body.status_code not in (None, CANCELLED_CODE):
        raise malformed(f"statusCode can only be set to {CANCELLED_CODE}, which cancels the order.")
    if body.credit_check is not None:
        order.credit_check = body.credit_check
    if body.status_code and order.status != "cancelled":
        await _cancel(call, order)
    await call.session.commit()
    await call.session.refresh(order)
    return show_order(call.world.catalog, order)


async def _cancel(call: Call, order: Order) -> None:
    still_open = update(Order).where(Order.id == order.id, Order.status.in_(OPEN_STATES))
    changed = await call.session.execute(still_open.values(status="cancelled"))
    if not changed.rowcount:  # type: ignore[attr-defined]  # an UPDATE always has one
        raise conflict("ORDER_CLOSED", f"Order {order.number} is {order.status} and cannot be cancelled.")
    await call.session.execute(delete(Domain).where(Domain.order_id == order.id))


async def _order_of(call: Call, public_id: str) -> Order:
    number = row_number(public_id)
    own = select(Order).where(Order.id == number, Order.reseller_id == call.account.id)
    order = await call.session.scalar(own)
    if order is None:
        raise not_found("Order", public_id)
    return order


def _utc(when: datetime) -> datetime:
    return when if when.tzinfo else when.replace(tzinfo=UTC)
