"""Subscriptions: what completed orders left behind, and the little that can be changed about them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Select, select

from bot.sandbox.auth import Call, ResellerCall
from bot.sandbox.bodies import Day, PricedProductBody, SpecialPricingBody, SubscriptionPatch
from bot.sandbox.errors import Refusal, malformed, not_found
from bot.sandbox.fulfilment import advance
from bot.sandbox.order_views import period
from bot.sandbox.paging import AnyPage
from bot.sandbox.pricing import money
from bot.sandbox.tables import Subscription, public_id_of, row_number

router = APIRouter()


@dataclass(frozen=True)
class SubscriptionFilter:
    customer: Annotated[str | None, Query(alias="customerId")] = None
    created_from: Annotated[Day | None, Query(alias="creationDateFrom")] = None
    created_to: Annotated[Day | None, Query(alias="creationDateTo")] = None
    status: str | None = None

    def on(self, statement: Select[Subscription]) -> Select[Subscription]:
        if self.customer:
            statement = statement.where(Subscription.customer_id == row_number(self.customer))
        if self.created_from:
            statement = statement.where(Subscription.created >= self.created_from)
        if self.created_to:
            statement = statement.where(Subscription.created <= self.created_to)
        if self.status:
            statement = statement.where(Subscription.status == self.status)
        return statement


Filter = Annotated[SubscriptionFilter, Depends()]


@router.get("/subscriptions")
async def list_subscriptions(call: ResellerCall, page: AnyPage, wanted: Filter) -> dict[str, Any]:
    await advance(call)
    own = wanted.on(select(Subscription).where(Subscription.reseller_id == call.account.id))
    return await page.read(call.session, own.order_by(Subscription.id.desc()), _show)


@router.get("/subscriptions/{public_id}")
async def read_subscription(call: ResellerCall, public_id: str) -> dict[str, Any]:
    await advance(call)
    return _show_in_full(call, await _subscription_of(call, public_id))


@router.patch("/subscriptions/{public_id}")
async def change_subscription(call: ResellerCall, public_id: str, body: SubscriptionPatch) -> dict[str, Any]:
    subscription = await _subscription_of(call, public_id)
    if body.renewal_status is not None:
        subscription.renews = body.renewal_status
    if body.attributes is not None:
        subscription.attributes = body.attributes
    return await _reprice(call, subscription, body.products)


@router.post("/subscriptions/{public_id}/specialPricing")
async def set_special_prices(call: ResellerCall, public_id: str, body: SpecialPricingBody) -> dict[str, Any]:
    return await _reprice(call, await _subscription_of(call, public_id), body.products)


async def _reprice(
    call: Call, subscription: Subscription, changes: list[PricedProductBody]
) -> dict[str, Any]:
    """A reseller says what their customer pays (unitPrice), never what they pay themselves (unitCost)."""
    products = [dict(product) for product in subscription.products]
    for change in changes:
        if change.unit_cost or change.unit_provider_cost:
            raise Refusal(403, "A reseller cannot change costs, only unitPrice.")
        product = next((one for one in products if change.mpn == one["mpn"] or change.id == one["id"]), None)
        if product is None:
            raise not_found("Product", change.mpn or change.id or "")
        if change.unit_price:
            if change.unit_price.currency != call.world.catalog.currency:
                raise malformed(f"Prices are in {call.world.catalog.currency}.")
            product["unitPrice"] = money(call.world.catalog, Decimal(change.unit_price.amount))
    subscription.products = products
    subscription.modified = call.now.date()
    await call.session.commit()
    return _show_in_full(call, subscription)


async def _subscription_of(call: Call, public_id: str) -> Subscription:
    own = select(Subscription).where(
        Subscription.id == row_number(public_id), Subscription.reseller_id == call.account.id
    )
    subscription = await call.session.scalar(own)
    if subscription is None:
        raise not_found("Subscription", public_id)
    return subscription


def _show(subscription: Subscription) -> dict[str, Any]:
    return {
        "id": subscription.public_id,
        "name": subscription.name,
        "customerId": public_id_of(subscription.customer_id),
        "status": subscription.status,
        "attributes": subscription.attributes,
        "renewalStatus": subscription.renews,
        "creationDate": subscription.created.isoformat(),
        "renewalDate": subscription.expires.isoformat(),
        "lastModifiedDate": subscription.modified.isoformat(),
        "expirationDate": subscription.expires.isoformat(),
        "billingModel": "chargeBeforeBillingPeriod",
        "billingPeriod": period(subscription.period),
        "subscriptionPeriod": period(subscription.period),
    }


def _show_in_full(call: Call, subscription: Subscription) -> dict[str, Any]:
    catalog = call.world.catalog
    shown = {
        **_show(subscription),
        "products": [
            {**product, "extendedPrice": money(catalog, _amount([product], "unitPrice"))}
            for product in subscription.products
        ],
        "totalPrice": money(catalog, _amount(subscription.products, "unitPrice")),
        "totalSubscriptionPrice": money(catalog, _amount(subscription.products, "unitPrice")),
        "totalSubscriptionCost": money(catalog, _amount(subscription.products, "unitCost")),
        "orderParameters": subscription.parameters,
        "fulfillmentParameters": [],
    }
    main = subscription.products[0]["mpn"]
    plan_ids = [number for number, plan in catalog.plans if plan.mpn == main]
    if plan_ids:
        shown["planId"] = plan_ids[0]
    return shown


def _amount(products: list[dict[str, Any]], field: str) -> Decimal:
    return sum((Decimal(one[field]["amount"]) * one["quantity"] for one in products), Decimal(0))
