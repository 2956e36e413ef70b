"""What an order may not be: the catalogue is enforced whoever asks."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("lines", "refused"),
    [
        ([("M365-BP", 0)], (500, "QUANTITY_OUT_OF_RANGE")),
        ([("M365-BP", -3)], (500, "QUANTITY_OUT_OF_RANGE")),
        ([("M365-BP", 1.5)], (500, "QUANTITY_OUT_OF_RANGE")),
        ([("M365-BP", 301)], (500, "QUANTITY_OUT_OF_RANGE")),
        ([("DBX-STD", 2)], (500, "QUANTITY_OUT_OF_RANGE")),
        ([("WEB-LNX-B", 2)], (500, "QUANTITY_OUT_OF_RANGE")),
        ([("WEB-LNX-B", 1), ("WEB-SSL", 2)], (500, "QUANTITY_OUT_OF_RANGE")),
        ([("WEB-LNX-B", 1), ("WEB-DSK", 51)], (500, "QUANTITY_OUT_OF_RANGE")),
        ([("M365-BP", 1), ("M365-BP", 2)], (500, "DUPLICATE_PRODUCT")),
        ([("M365-COP", 1)], (500, "ADD_ON_NEEDS_PLAN")),
        ([("GWS-BST", 1), ("M365-DEF", 1)], (500, "ADD_ON_NEEDS_PLAN")),
        ([("M365-BB", 1), ("M365-COP", 1)], (500, "ADD_ON_DOES_NOT_FIT")),
        ([("M365-BB", 1, "month"), ("M365-DEF", 1, "year")], (500, "PERIOD_MISMATCH")),
        ([("M365-BP", 1, "day")], (400, None)),
        ([("DOM-COM", 1, "month")], (400, None)),
        ([("NOPE", 1)], (404, None)),
        ([], (400, None)),
    ],
)
async def test_what_the_catalogue_forbids_is_refused(
    demo: Any, a_line: Any, an_order: Any, lines: Any, refused: Any
) -> None:
    body = an_order(*(a_line(*line) for line in lines))
    assert await demo.refusal("POST", "/orders/estimate", body) == refused
    assert await demo.refusal("POST", "/orders", body) == refused


@pytest.mark.parametrize("quantity", [1, 300])
async def test_the_limits_themselves_are_fine(demo: Any, a_line: Any, an_order: Any, quantity: int) -> None:
    await demo.post("/orders/estimate", an_order(a_line("M365-BP", quantity)))


async def test_plans_of_several_solutions_fit_in_one_order(demo: Any, a_line: Any, an_order: Any) -> None:
    lines = [
        a_line("M365-BS", 2),
        a_line("M365-COP", 1),
        a_line("WEB-LNX-B", 1, "month"),
        a_line("WEB-STB", 1, "month"),
    ]
    assert len((await demo.post("/orders/estimate", an_order(*lines)))["details"]) == 4


async def test_a_product_row_can_be_named_by_its_id_alone(demo: Any, an_order: Any) -> None:
    quote = await demo.post("/orders/estimate", an_order({"id": "M365-BP.month", "quantity": 1}))
    assert quote["details"][0]["unitPrice"]["amount"] == "26.40"


@pytest.mark.parametrize(
    "line",
    [
        {"mpn": "M365-BP", "quantity": 1},
        {"quantity": 1},
        {"mpn": "M365-BP", "quantity": 1, "subscriptionPeriod": {"type": "year", "duration": 2}},
        {"mpn": "M365-BP", "quantity": "1", "subscriptionPeriod": {"type": "year", "duration": 1}},
        {"id": "M365-BP.month", "parameters": [{"name": "domain", "value": {}}]},
        {"id": "M365-BP.month", "parameters": [{"name": "a", "value": "1"}, {"name": "a", "value": "2"}]},
    ],
)
async def test_a_line_that_makes_no_sense_is_refused(demo: Any, an_order: Any, line: Any) -> None:
    status, _ = await demo.refusal("POST", "/orders", an_order(line))
    assert status in (400, 404)


async def test_only_sales_orders_are_taken(demo: Any, a_line: Any, an_order: Any) -> None:
    body = {**an_order(a_line("M365-BP")), "type": "renewal"}
    assert await demo.refusal("POST", "/orders", body) == (400, None)


@pytest.mark.parametrize("status", ["creditHold", "adminHold", "cancelled"])
async def test_a_customer_on_hold_cannot_order(
    demo: Any, a_line: Any, an_order: Any, tornillo: str, status: str
) -> None:
    await demo.patch(f"/customers/{tornillo}", {"status": status})
    assert await demo.refusal("POST", "/orders", an_order(a_line("M365-BP"))) == (500, "ACCOUNT_ON_HOLD")


async def test_an_expired_card_pays_nothing(market: Any, demo: Any, a_line: Any, an_order: Any) -> None:
    cards = {card["last4"]: card["id"] for card in (await demo.get("/ext/payment-methods"))["data"]}
    market.clock.now = market.clock.now.replace(year=2029, month=9, day=1)
    late = await market.signed_in("demo")
    for last4, refused in (("4444", (500, "CARD_EXPIRED")), ("nope", (500, "CARD_UNKNOWN"))):
        body = an_order(a_line("M365-BP"), attributes={"paymentMethod": cards.get(last4, "card-nope")})
        assert await late.refusal("POST", "/orders", body) == refused
    await late.post("/orders", an_order(a_line("M365-BP"), attributes={"paymentMethod": cards["4242"]}))


@pytest.mark.parametrize(
    ("parameters", "refused"),
    [
        ({"domain": "ejemplo.com", "action": "register"}, (500, "DOMAIN_TAKEN")),
        ({"domain": "libre.com", "action": "transfer"}, (500, "NOT_REGISTERED")),
        ({"domain": "google.com", "action": "transfer"}, (500, "NOT_TRANSFERABLE")),
        ({"domain": "ejemplo.com", "action": "transfer"}, (500, "AUTH_CODE_REQUIRED")),
        ({"domain": "ejemplo.com", "action": "transfer", "auth_code": "x"}, (500, "AUTH_CODE_WRONG")),
        ({"domain": "-x.com", "action": "register"}, (500, "DOMAIN_INVALID")),
        ({"domain": "libre.net", "action": "register"}, (400, None)),
        ({"domain": "a.libre.com", "action": "register"}, (400, None)),
        ({"domain": "libre.com"}, (400, None)),
        ({"action": "register"}, (400, None)),
    ],
)
async def test_a_domain_line_is_checked_when_the_order_is_placed(
    demo: Any, a_line: Any, an_order: Any, parameters: Any, refused: Any
) -> None:
    assert await demo.refusal("POST", "/orders", an_order(a_line("DOM-COM", **parameters))) == refused


async def test_a_transfer_with_the_right_code_is_placed_and_the_code_forgotten(
    demo: Any, a_line: Any, an_order: Any
) -> None:
    secret = "EPP-9x!Ejemplo"
    line = a_line("DOM-COM", domain="ejemplo.com", action="transfer", auth_code=secret)
    placed = await demo.post("/orders", an_order(line))
    assert [one["name"] for one in placed["products"][0]["parameters"]] == ["domain", "action"]
    assert await demo.refusal("POST", "/orders", an_order(line)) == (500, "NOT_TRANSFERABLE")


async def test_two_domains_of_one_ending_are_two_lines_but_one_domain_is_not(
    demo: Any, a_line: Any, an_order: Any
) -> None:
    one, other = (a_line("DOM-COM", domain=name, action="register") for name in ("uno.com", "dos.com"))
    assert len((await demo.post("/orders/estimate", an_order(one, other)))["details"]) == 2
    assert await demo.refusal("POST", "/orders", an_order(one, one)) == (500, "DUPLICATE_PRODUCT")
