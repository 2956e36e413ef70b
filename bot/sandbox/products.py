"""The catalogue from outside: product rows with amounts, and service plans without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from bot.sandbox.auth import ResellerCall
from bot.sandbox.catalog import Catalog, Product
from bot.sandbox.errors import not_found
from bot.sandbox.order_views import period as shown_period
from bot.sandbox.paging import AnyPage
from bot.sandbox.pricing import money
from bot.sandbox.words import language_of

router = APIRouter()
BILLING = "chargeBeforeBillingPeriod"


@dataclass(frozen=True)
class ProductFilter:
    name: str | None = None
    service_name: Annotated[str | None, Query(alias="serviceName")] = None
    mpn: str | None = None
    vendor: str | None = None

    def lets_through(self, product: Product) -> bool:
        return (
            (self.name is None or self.name.casefold() in product.name.casefold())
            and self.service_name in (None, product.service_name)
            and self.mpn in (None, product.mpn)
            and self.vendor in (None, product.vendor)
        )


Filter = Annotated[ProductFilter, Depends()]


@router.get("/products")
async def list_products(call: ResellerCall, page: AnyPage, wanted: Filter) -> dict[str, Any]:
    catalog = call.world.catalog
    rows = [row for row in catalog.rows() if wanted.lets_through(row[0])]
    return page.cut(rows, lambda row: _show_product(catalog, *row))


@router.get("/plans")
async def list_plans(call: ResellerCall, page: AnyPage) -> dict[str, Any]:
    language = call.account.language
    return page.cut(list(call.world.catalog.plans), lambda row: _show_plan(*row, language))


@router.get("/plans/{public_id}")
async def read_plan(call: ResellerCall, public_id: str) -> dict[str, Any]:
    for number, plan in call.world.catalog.plans:
        if str(number) == public_id:
            # No switches: orders of type change are not offered here.
            return {**_show_plan(number, plan, call.account.language), "planSwitches": []}
    raise not_found("Plan", public_id)


def _show_product(catalog: Catalog, product: Product, period: str) -> dict[str, Any]:
    amount = {
        **money(catalog, product.amounts[period]),
        "type": "recurring",
        "model": "FLAT",
        "lowerLimit": 0,
    }
    return {
        "mpn": product.mpn,
        "vendor": product.vendor,
        "id": product.row_id(period),
        "serviceName": product.service_name,
        "name": product.name,
        "minimumQuantity": str(product.minimum),
        "maximumQuantity": str(product.maximum),
        "prices": [amount],
        "costs": [amount],
        "billingPeriod": shown_period(period),
        "subscriptionPeriod": shown_period(period),
        "billingModel": BILLING,
        # An add-on needs one of these plans, of its own period, in the same order.
        "dependsOn": [{"mpn": plan, "id": f"{plan}.{period}"} for plan in sorted(product.fits)],
        "coterming": {"required": "RESTRICTED"},
    }


def _show_plan(number: int, plan: Product, language: str) -> dict[str, Any]:
    about = plan.about[language_of(language)]
    return {
        "id": str(number),
        "name": plan.name,
        "shortDescription": about,
        "longDescription": about,
        "published": True,
        "subscriptionPeriods": [
            {**shown_period(period), "trial": False, "active": True} for period in plan.amounts
        ],
        "billingPeriod": shown_period("month"),
        "billingModel": BILLING,
    }
