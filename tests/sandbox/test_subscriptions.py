"""Subscriptions: what completed orders leave behind."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest


@pytest.fixture
async def sold(market: Any, demo: Any, a_line: Any, an_order: Any) -> list[dict[str, Any]]:
    """The subscriptions, oldest first, of a completed order: a plan with an add-on, and a domain."""
    lines = [
        a_line("M365-BP", 25, "month", domain="uno.com"),
        a_line("M365-COP", 5, "month"),
        a_line("DOM-COM", domain="uno.com", action="register"),
    ]
    await demo.post("/orders", an_order(*lines, attributes={"credentialsEmail": "yo@nubenorte.example"}))
    market.clock.passes(2)
    listed: list[dict[str, Any]] = (await demo.get("/subscriptions"))["data"]
    return listed[::-1]


async def test_a_plan_and_its_add_ons_are_one_subscription_and_a_domain_another(demo: Any, sold: Any) -> None:
    assert [one["name"] for one in sold] == ["Microsoft 365 Business Premium", "Domain .com"]
    plan = await demo.get(f"/subscriptions/{sold[0]['id']}")
    assert [(one["mpn"], one["quantity"]) for one in plan["products"]] == [("M365-BP", 25), ("M365-COP", 5)]
    assert plan["totalPrice"] == {"currency": "USD", "amount": "817.50"}
    assert plan["orderParameters"] == [{"name": "domain", "value": "uno.com"}]
    assert plan["planId"] == 10003
    assert [one["expirationDate"] for one in sold] == ["2026-12-22", "2027-11-22"]


async def test_an_order_is_completed_once_although_many_look_at_it(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    for _ in range(3):
        await demo.post("/orders", an_order(a_line("M365-BB")))
    market.clock.passes(2)
    await asyncio.gather(*(demo.get("/orders") for _ in range(10)))
    assert (await demo.get("/subscriptions"))["pagination"]["total"] == 3
    assert (await demo.get("/ext/mail"))["pagination"]["total"] == 3


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ({"status": "active"}, 2),
        ({"status": "hold"}, 0),
        ({"creationDateFrom": "2026-11-23"}, 0),
        ({"creationDateTo": "2026-11-22"}, 2),
        ({"customerId": "1000099"}, 0),
    ],
)
async def test_subscriptions_are_filtered(demo: Any, sold: Any, query: Any, total: int) -> None:
    assert (await demo.get("/subscriptions", **query))["pagination"]["total"] == total


async def test_renewal_attributes_and_the_customers_price_can_be_changed(demo: Any, sold: Any) -> None:
    path = f"/subscriptions/{sold[0]['id']}"
    price = {"mpn": "M365-BP", "unitPrice": {"currency": "USD", "amount": "30"}}
    changed = await demo.patch(
        path, {"renewalStatus": False, "attributes": {"note": "x"}, "products": [price]}
    )
    assert (changed["renewalStatus"], changed["attributes"]) == (False, {"note": "x"})
    assert changed["totalPrice"]["amount"] == "907.50"
    assert changed["totalSubscriptionCost"]["amount"] == "817.50"
    assert changed == await demo.get(path)
    special = {"products": [{"mpn": "M365-BP", "unitPrice": {"currency": "USD", "amount": "31.50"}}]}
    assert (await demo.post(f"{path}/specialPricing", special))["totalPrice"]["amount"] == "945.00"


@pytest.mark.parametrize(
    ("product", "status"),
    [
        ({"mpn": "M365-BP", "unitCost": {"currency": "USD", "amount": "1"}}, 403),
        ({"mpn": "M365-BP", "unitPrice": {"currency": "MXN", "amount": "1"}}, 400),
        ({"mpn": "M365-BP", "unitPrice": {"currency": "USD", "amount": "free"}}, 400),
        ({"mpn": "M365-BB", "unitPrice": {"currency": "USD", "amount": "1"}}, 404),
    ],
)
async def test_other_changes_are_refused(demo: Any, sold: Any, product: Any, status: int) -> None:
    path = f"/subscriptions/{sold[0]['id']}"
    assert await demo.refusal("PATCH", path, {"products": [product]}) == (status, None)


async def test_resellers_never_meet_each_others_subscriptions(market: Any, sold: Any) -> None:
    other = await market.signed_in("cloudpeak")
    assert (await other.get("/subscriptions"))["data"] == []
    assert await other.refusal("GET", f"/subscriptions/{sold[0]['id']}") == (404, None)
    assert (await other.get("/ext/mail"))["data"] == []


@pytest.mark.parametrize(
    ("bought", "ends"),
    [((2027, 1, 31), "2027-02-28"), ((2027, 12, 31), "2028-01-31"), ((2028, 1, 30), "2028-02-29")],
)
async def test_a_month_ends_on_its_last_day_where_the_day_is_missing(
    market: Any, tornillo: str, a_line: Any, bought: Any, ends: str
) -> None:
    market.clock.now = datetime(*bought, 12, tzinfo=UTC)
    caller = await market.signed_in("demo")
    body = {"type": "sales", "customerId": tornillo, "products": [a_line("M365-BB", 1, "month")]}
    await caller.post("/orders", body)
    market.clock.passes(2)
    assert (await caller.get("/subscriptions"))["data"][0]["expirationDate"] == ends
