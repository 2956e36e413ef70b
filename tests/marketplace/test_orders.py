from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import httpx
import pytest

from bot.marketplace.errors import ContractBroken, Refused, Unavailable
from bot.ordering.money import Money
from bot.ordering.order import OrderStatus
from tests.marketplace.fakes import ADD_ON, PLAN, REQUEST, complains, fails, page, says, says_text, usd

REFERENCE = "01K9XQ3V7M6T2B8N4R5C0D1E2F"
SINCE = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def order(**more: object) -> dict[str, object]:
    year = {"type": "year", "duration": 1}
    row: dict[str, object] = {
        "id": "ord-1",
        "orderNumber": "SO000012",
        "poNumber": REFERENCE,
        "type": "sales",
        "status": "submitted",
        "customerId": "cus-1",
        "creationDate": "2026-11-22T10:05:00Z",
        "total": usd("18096.00"),
        "products": [
            {
                "mpn": "M365-BP",
                "quantity": 25.0,
                "subscriptionPeriod": year,
                "parameters": [{"name": "domain", "value": "eltornillo.mx"}, {"name": "empty"}],
            },
            {"mpn": "M365-COP", "quantity": 25, "subscriptionPeriod": year},
            {"mpn": "THREE-YEARS", "quantity": 1, "subscriptionPeriod": {"type": "year", "duration": 3}},
            {"mpn": "NO-PERIOD", "quantity": 1},
        ],
    }
    return row | more


def row(number: int, created: str, **more: object) -> dict[str, object]:
    """A row of GET /orders: no poNumber, no products."""
    return {"id": f"ord-{number}", "type": "sales", "customerId": "cus-1", "creationDate": created} | more


async def test_placing_sends_our_reference_and_reads_the_order_back(market):
    market.on("POST /orders", says(order(), 201))
    placed = await market.client().place(REQUEST, REFERENCE)
    assert market.body("POST /orders")["poNumber"] == REFERENCE
    assert (placed.id, placed.number, placed.reference) == ("ord-1", "SO000012", REFERENCE)
    assert (placed.status, placed.customer_id) == (OrderStatus.SUBMITTED, "cus-1")
    assert placed.total == Money(Decimal("18096.00"), "USD")
    assert placed.created == datetime(2026, 11, 22, 10, 5, tzinfo=UTC)
    assert placed.lines == (PLAN, ADD_ON)


async def test_an_answer_without_our_reference_still_is_our_order(market):
    market.on("POST /orders", says(order(poNumber=None, orderNumber=None, products=None)))
    placed = await market.client().place(REQUEST, REFERENCE)
    assert (placed.reference, placed.number, placed.lines) == (REFERENCE, "ord-1", ())


@pytest.mark.parametrize(
    "answer",
    [
        says(order(id=None)),
        says(order(total="18096.00")),
        says_text("<html>ok</html>"),
        says_text("<html>504</html>", 504),
        complains(500, "Provisioning is in progress(LO)"),
        complains(500, "Internal failure.", code="INTERNAL_ERROR"),
        fails(httpx.ReadTimeout("slow")),
    ],
)
async def test_any_doubt_about_a_placed_order_is_told_and_nothing_is_sent_twice(market, answer):
    market.on("POST /orders", answer)
    with pytest.raises(Unavailable) as caught:
        await market.client().place(REQUEST, REFERENCE)
    assert (caught.value.can_retry, caught.value.may_have_happened) == (False, True)
    assert len(market.asked("POST /orders")) == 1


@pytest.mark.parametrize(
    "answer",
    [
        complains(400, "quantity: at most 300."),
        complains(500, "quantity: at most 300.", code="QUANTITY_OUT_OF_RANGE"),
    ],
)
async def test_a_refused_order_was_not_placed(market, answer):
    market.on("POST /orders", answer)
    with pytest.raises(Refused, match="at most 300"):
        await market.client().place(REQUEST, REFERENCE)
    assert len(market.asked("POST /orders")) == 1


async def test_an_unreadable_token_leaves_the_order_unsent(market):
    market.on("POST /token", says_text("<html>login</html>"))
    with pytest.raises(Unavailable) as caught:
        await market.client().place(REQUEST, REFERENCE)
    assert (caught.value.can_retry, caught.value.may_have_happened) == (True, False)


async def test_an_order_is_found_by_its_reference_newest_first(market):
    market.on(
        "GET /orders",
        page(row(1, "2026-11-22T10:01:00Z"), row(3, "2026-11-22T10:03:00Z"), row(2, "2026-11-22T10:02:00Z")),
    )
    market.on("GET /orders/ord-3", says(order(id="ord-3", poNumber="another")))
    market.on("GET /orders/ord-2", says(order(id="ord-2")))
    found = await market.client().find_order(REFERENCE, "cus-1", SINCE)
    assert found is not None
    assert (found.id, found.reference) == ("ord-2", REFERENCE)
    assert market.asked("GET /orders/ord-1") == []


async def test_a_search_that_finds_nothing_has_read_every_page(market):
    first = page(*(row(n, "2026-11-22T10:01:00Z") for n in range(100)), total=101)
    market.on("GET /orders", first, page(row(100, "2026-11-22T10:01:00Z"), total=101))
    for number in range(101):
        market.on(f"GET /orders/ord-{number}", says(order(poNumber=None)))
    assert await market.client().find_order(REFERENCE, "cus-1", SINCE) is None
    asked = [dict(request.url.params) for request in market.asked("GET /orders")]
    wanted = {"customerId": "cus-1", "creationTimeFrom": "2026-11-22T09:45:00Z", "limit": "100"}
    assert asked == [wanted | {"offset": "0"}, wanted | {"offset": "100"}]


async def test_filters_that_the_marketplace_ignores_are_applied_here(market):
    market.on(
        "GET /orders",
        page(row(1, "2026-11-22T10:01:00Z", customerId="cus-2"), row(2, "2026-11-21T10:01:00Z")),
    )
    assert await market.client().find_order(REFERENCE, "cus-1", SINCE) is None
    assert len(market.requests) == 2


@pytest.mark.parametrize("minutes", [-14, 14])
async def test_a_clock_that_is_off_does_not_hide_an_order(market, minutes):
    created = (SINCE + timedelta(minutes=minutes)).isoformat()
    market.on("GET /orders", page(row(1, created)))
    market.on("GET /orders/ord-1", says(order()))
    mexico = SINCE.astimezone(timezone(timedelta(hours=-6)))
    assert await market.client().find_order(REFERENCE, "cus-1", mexico) is not None


async def test_an_order_that_cannot_be_looked_up_is_not_called_absent(market):
    market.on("GET /orders", page(row(1, "2026-11-22T10:01:00Z")))
    market.on("GET /orders/ord-1", says_text("<html>", 504))
    with pytest.raises(Unavailable):
        await market.client().find_order(REFERENCE, "cus-1", SINCE)


async def test_a_list_that_ends_before_its_total_is_not_called_complete(market):
    market.on("GET /orders", page(total=3))
    with pytest.raises(ContractBroken, match="ends after 0 of 3 rows"):
        await market.client().find_order(REFERENCE, "cus-1", SINCE)


async def test_one_order_is_read_by_its_id_whatever_it_looks_like(market):
    market.on("GET /orders/ord-1", says(order(status="completed")))
    assert (await market.client().order("ord-1")).status is OrderStatus.COMPLETED
    with pytest.raises(Refused):
        await market.client().order("../customers")
    assert market.requests[-1].url.raw_path.endswith(b"/orders/..%2Fcustomers")
