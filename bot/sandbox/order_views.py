"""How an order looks from outside: in a list, in full, and as an estimate."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from bot.sandbox.bodies import OrderBody
from bot.sandbox.catalog import Catalog
from bot.sandbox.placing import row_of
from bot.sandbox.pricing import PricedLine, money, total
from bot.sandbox.tables import Order, OrderLine, public_id_of

# The codes seen on the real one; "NW" (new) is ours, nobody wrote down what a submitted order carries.
STATUS_CODES = {"submitted": "NW", "processing": "AS", "completed": "CP", "cancelled": "CL", "error": "ER"}


def moment(when: datetime) -> str:
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def show_row(catalog: Catalog, order: Order) -> dict[str, Any]:
    """A list row: no poNumber, products or details, as the real one; those take a call per order."""
    row = {
        "id": order.public_id,
        "orderNumber": order.number,
        "type": "sales",
        "customerId": public_id_of(order.customer_id),
        "creationDate": moment(order.created),
        "status": order.status,
        "statusCode": STATUS_CODES[order.status],
        "total": money(catalog, order.total),
        "creditCheck": order.credit_check,
    }
    if order.provisioned:
        row["provisioningDate"] = moment(order.provisioned)
    return row


def show_order(catalog: Catalog, order: Order) -> dict[str, Any]:
    shown = {**show_row(catalog, order), "attributes": order.attributes, **_lines(catalog, order.lines)}
    if order.po_number is not None:
        shown["poNumber"] = order.po_number
    return shown


def show_estimate(catalog: Catalog, body: OrderBody, priced: list[PricedLine]) -> dict[str, Any]:
    shown = {
        "type": body.type,
        "customerId": body.customer_id,
        "total": money(catalog, total(priced)),
        "attributes": body.attributes,
        **_lines(catalog, [row_of(one) for one in priced]),
    }
    if body.po_number is not None:
        shown["poNumber"] = body.po_number
    return shown


def _lines(catalog: Catalog, lines: list[OrderLine]) -> dict[str, Any]:
    return {
        "products": [_product(catalog, line) for line in lines],
        "details": [_detail(catalog, line) for line in lines],
    }


def _product(catalog: Catalog, line: OrderLine) -> dict[str, Any]:
    product = {
        "mpn": line.mpn,
        "id": f"{line.mpn}.{line.period}",
        "name": line.name,
        "quantity": line.quantity,
        "billingPeriod": period(line.period),
        "subscriptionPeriod": period(line.period),
        "extendedPrice": money(catalog, line.extended),
        "parameters": line.parameters,
    }
    if line.subscription_id:
        product["subscriptionId"] = public_id_of(line.subscription_id)
    return product


def _detail(catalog: Catalog, line: OrderLine) -> dict[str, Any]:
    return {
        "type": "recurring",
        "mpn": line.mpn,
        "productId": f"{line.mpn}.{line.period}",
        "duration": period(line.period),
        "description": line.name,
        "quantity": line.quantity,
        "unitPrice": money(catalog, line.unit_price),
        "extendedPrice": money(catalog, line.extended),
        "taxAmount": money(catalog, Decimal(0)),
        "exclusiveTaxAmount": money(catalog, line.tax),
    }


def period(kind: str) -> dict[str, Any]:
    return {"type": kind, "duration": 1}
