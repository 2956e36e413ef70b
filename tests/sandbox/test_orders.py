"""Estimating, placing, finding and cancelling orders."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest


async def card_of(caller: Any) -> str:
    found: str = (await caller.get("/ext/payment-methods"))["data"][0]["id"]
    return found


async def test_an_estimate_shows_each_line_with_its_tax_apart(demo: Any, a_line: Any, an_order: Any) -> None:
    quote = await demo.post("/orders/estimate", an_order(a_line("M365-BP", 25), a_line("M365-COP", 2)))
    first, second = quote["details"]
    assert first["description"] == "Microsoft 365 Business Premium"
    assert first["type"] == "recurring"
    assert first["quantity"] == 25
    assert first["unitPrice"] == {"currency": "USD", "amount": "264.00"}
    assert first["extendedPrice"] == {"currency": "USD", "amount": "6600.00"}
    assert first["exclusiveTaxAmount"] == {"currency": "USD", "amount": "1056.00"}
    assert second["extendedPrice"]["amount"] == "720.00"
    assert quote["total"] == {"currency": "USD", "amount": "8491.20"}
    assert not {"id", "orderNumber", "status"} & set(quote)


async def test_tax_is_rounded_on_each_line_and_not_on_the_sum(demo: Any, a_line: Any, an_order: Any) -> None:
    # 16 % of 8.40 is 1.344 and of 9.90 it is 1.584; of their sum it would be 2.928.
    lines = [a_line("GWS-BST", 1, "month"), a_line("M365-AB", 1, "month")]
    quote = await demo.post("/orders/estimate", an_order(*lines))
    assert [one["exclusiveTaxAmount"]["amount"] for one in quote["details"]] == ["1.34", "1.58"]
    assert quote["total"]["amount"] == "21.22"


async def test_an_estimate_may_be_for_the_reseller_itself_but_an_order_may_not(
    demo: Any, a_line: Any, an_order: Any
) -> None:
    own = (await demo.get("/ext/account"))["id"]
    body = {**an_order(a_line("M365-BB")), "customerId": own}
    assert (await demo.post("/orders/estimate", body))["total"]["amount"] == "83.52"
    assert await demo.refusal("POST", "/orders", body) == (404, None)


async def test_an_estimate_writes_nothing(demo: Any, a_line: Any, an_order: Any) -> None:
    body = an_order(a_line("DOM-COM", domain="nuevo.com", action="register"))
    await demo.post("/orders/estimate", body)
    assert (await demo.get("/orders"))["pagination"]["total"] == 0
    await demo.post("/orders", body)


async def test_a_placed_order_can_be_read_in_full_and_is_listed_in_brief(
    demo: Any, a_line: Any, an_order: Any, tornillo: str
) -> None:
    card = await card_of(demo)
    body = an_order(
        a_line("GWS-BSD", 3, domain="Ñandú.com.ar"), poNumber="01JXYZ", attributes={"paymentMethod": card}
    )
    placed = await demo.post("/orders", body)
    assert placed["status"] == "submitted"
    assert placed["orderNumber"] == "SO000001"
    assert placed["poNumber"] == "01JXYZ"
    assert placed["customerId"] == tornillo
    assert placed["attributes"] == {"paymentMethod": card}
    assert placed["products"][0]["parameters"] == [{"name": "domain", "value": "xn--and-6ma2c.com.ar"}]
    assert placed == await demo.get(f"/orders/{placed['id']}")
    row = (await demo.get("/orders"))["data"][0]
    assert not {"poNumber", "products", "details"} & set(row)
    assert row["total"] == placed["total"]


async def test_the_same_order_sent_twice_is_two_orders(demo: Any, a_line: Any, an_order: Any) -> None:
    body = an_order(a_line("M365-BB", 5), poNumber="same")
    assert (await demo.post("/orders", body))["id"] != (await demo.post("/orders", body))["id"]


async def test_an_order_is_processed_and_completed_by_itself(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    path = f"/orders/{(await demo.post('/orders', an_order(a_line('M365-BB'))))['id']}"
    seen = []
    for _ in range(3):
        seen.append((await demo.get(path))["status"])
        market.clock.passes(1)
    assert seen == ["submitted", "processing", "completed"]
    done = await demo.get(path)
    assert done["statusCode"] == "CP"
    assert done["products"][0]["subscriptionId"]


async def test_orders_survive_a_restart_and_go_on(market: Any, demo: Any, a_line: Any, an_order: Any) -> None:
    placed = await demo.post("/orders", an_order(a_line("M365-BB", 5), poNumber="keep"))
    await market.restart()
    market.clock.passes(2)
    again = await (await market.signed_in("demo")).get(f"/orders/{placed['id']}")
    assert (again["poNumber"], again["status"], again["total"]) == ("keep", "completed", placed["total"])


async def test_orders_are_listed_newest_first_and_filtered(
    market: Any, demo: Any, a_line: Any, an_order: Any, tornillo: str
) -> None:
    first = await demo.post("/orders", an_order(a_line("M365-BB")))
    market.clock.passes(60)
    since = market.clock.now
    second = await demo.post("/orders", an_order(a_line("M365-BS")))

    async def ids(**query: Any) -> list[str]:
        return [row["id"] for row in (await demo.get("/orders", **query))["data"]]

    assert await ids() == [second["id"], first["id"]]
    assert await ids(creationTimeFrom=since.isoformat()) == [second["id"]]
    assert await ids(creationTimeTo=(since - timedelta(seconds=1)).isoformat()) == [first["id"]]
    assert await ids(status="completed") == [first["id"]]
    assert await ids(statusCode="NW") == [second["id"]]
    assert await ids(orderNumber=second["orderNumber"]) == [second["id"]]
    assert await ids(customerId=tornillo, limit=1) == [second["id"]]
    assert await ids(customerId="1000001") == []
    sold = (await demo.get("/subscriptions"))["data"][0]["id"]
    assert await ids(subscriptionId=sold) == [first["id"]]
    assert await ids(unheardOf="x", offset=1) == [first["id"]]
    own = (await demo.get("/ext/account"))["id"]
    assert len((await demo.get(f"/resellers/{own}/orders"))["data"]) == 2


@pytest.mark.parametrize("query", ["creationTimeFrom=yesterday", "creationTimeTo=1700000000"])
async def test_a_moment_that_is_none_is_refused(demo: Any, query: str) -> None:
    assert await demo.refusal("GET", f"/orders?{query}") == (400, None)


async def test_an_open_order_can_be_cancelled_which_frees_its_domains(
    demo: Any, a_line: Any, an_order: Any
) -> None:
    body = an_order(a_line("DOM-COM", domain="nuevo.com", action="register"))
    path = f"/orders/{(await demo.post('/orders', body))['id']}"
    for _ in range(2):
        assert (await demo.patch(path, {"statusCode": "CL"}))["status"] == "cancelled"
    assert (await demo.post("/orders", body))["status"] == "submitted"


async def test_a_completed_order_cannot_be_cancelled(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    path = f"/orders/{(await demo.post('/orders', an_order(a_line('M365-BB'))))['id']}"
    market.clock.passes(2)
    assert await demo.refusal("PATCH", path, {"statusCode": "CL"}) == (500, "ORDER_CLOSED")
    assert await demo.refusal("PATCH", path, {"statusCode": "CP"}) == (400, None)


async def test_a_cancelled_order_never_completes(market: Any, demo: Any, a_line: Any, an_order: Any) -> None:
    path = f"/orders/{(await demo.post('/orders', an_order(a_line('M365-BB'))))['id']}"
    await demo.patch(path, {"statusCode": "CL", "creditCheck": False})
    market.clock.passes(60)
    order = await demo.get(path)
    assert (order["status"], order["creditCheck"]) == ("cancelled", False)
    assert (await demo.get("/subscriptions"))["data"] == []


async def test_resellers_never_meet_each_others_orders(
    market: Any, demo: Any, a_line: Any, an_order: Any
) -> None:
    body = an_order(a_line("M365-BB"))
    placed = await demo.post("/orders", body)
    other = await market.signed_in("cloudpeak")
    assert await other.refusal("GET", f"/orders/{placed['id']}") == (404, None)
    assert await other.refusal("PATCH", f"/orders/{placed['id']}", {"statusCode": "CL"}) == (404, None)
    assert (await other.get("/orders"))["data"] == []
    assert await other.refusal("POST", "/orders", body) == (404, None)
    stolen = {**body, "attributes": {"paymentMethod": await card_of(other)}}
    assert await demo.refusal("POST", "/orders", stolen) == (500, "CARD_UNKNOWN")


async def test_totals_are_what_the_lines_add_up_to(demo: Any, a_line: Any, an_order: Any) -> None:
    lines = [
        a_line("HEX-BUS", 7, "month"),
        a_line("HEX-SPM", 7, "month"),
        a_line("DOM-IO", domain="a.io", action="register"),
    ]
    placed = await demo.post("/orders", an_order(*lines))
    parts = [
        Decimal(one[field]["amount"])
        for one in placed["details"]
        for field in ("extendedPrice", "exclusiveTaxAmount")
    ]
    assert Decimal(placed["total"]["amount"]) == sum(parts)
