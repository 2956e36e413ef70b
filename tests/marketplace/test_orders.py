from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import httpx
import pytest

from bot.marketplace.errors import ContractBroken, Refused, Unavailable
from bot.ordering.catalog import Term
from bot.ordering.money import Money
from bot.ordering.order import OrderLine, OrderRequest, OrderStatus, QuotedLine
from tests.marketplace.fakes import complains, fails, page, says, says_text

REFERENCE = "01K9XQ3V7M6T2B8N4R5C0D1E2F"
PLAN = OrderLine("M365-BP", 25, Term.YEAR, (("domain", "eltornillo.mx"),))
ADD_ON = OrderLine("M365-COP", 25, Term.YEAR)
REQUEST = OrderRequest("cus-1", (PLAN, ADD_ON), "pm-1")
SINCE = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def usd(amount: str) -> dict[str, str]:
    return {"currency": "USD", "amount": amount}


def detail(
    mpn: str = "M365-BP", quantity: float = 25, price: str = "6600.00", **more: object
) -> dict[str, object]:
    row = {
        "type": "recurring",
        "mpn": mpn,
        "description": f"Name of {mpn}",
        "quantity": quantity,
        "unitPrice": usd("264.00"),
        "extendedPrice": usd(price),
        "exclusiveTaxAmount": usd("0.00"),
    }
    return row | more


def estimated(*details: object, total: str) -> dict[str, object]:
    return {"type": "sales", "customerId": "cus-1", "total": usd(total), "details": list(details)}


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


async def test_an_estimate_asks_for_the_order_as_it_will_be_placed(market):
    market.on(
        "POST /orders/estimate", says(estimated(detail(), detail("M365-COP", price="9000.00"), total="15600"))
    )
    await market.client().estimate(REQUEST)
    year = {"type": "year", "duration": 1}
    assert market.body("POST /orders/estimate") == {
        "type": "sales",
        "customerId": "cus-1",
        "products": [
            {
                "mpn": "M365-BP",
                "quantity": 25,
                "subscriptionPeriod": year,
                "parameters": [{"name": "domain", "value": "eltornillo.mx"}],
            },
            {"mpn": "M365-COP", "quantity": 25, "subscriptionPeriod": year, "parameters": []},
        ],
        "attributes": {"paymentMethod": "pm-1"},
    }


async def test_a_quote_has_its_lines_in_the_order_asked_and_tax_apart(market):
    copilot = detail("M365-COP", price="9000.00", exclusiveTaxAmount=usd("1440.00"), unknownKey=1)
    premium = detail(exclusiveTaxAmount=usd("1056.00"), duration={"type": "month", "duration": 12.0})
    market.on("POST /orders/estimate", says(estimated(copilot, premium, total="18096.00")))
    quote = await market.client().estimate(REQUEST)
    assert [line.mpn for line in quote.lines] == ["M365-BP", "M365-COP"]
    assert quote.lines[0] == QuotedLine(
        mpn="M365-BP",
        name="Name of M365-BP",
        quantity=25,
        term=Term.YEAR,
        unit_price=Money(Decimal("264.00"), "USD"),
        amount=Money(Decimal("6600.00"), "USD"),
        parameters=PLAN.parameters,
    )
    assert quote.subtotal == Money(Decimal("15600.00"), "USD")
    assert quote.tax == Money(Decimal("2496.00"), "USD")
    assert quote.total == Money(Decimal("18096.00"), "USD")


async def test_two_domains_with_one_mpn_keep_their_own_names(market):
    lines = tuple(OrderLine("DOM-COM", 1, Term.YEAR, (("domain", name),)) for name in ("a.com", "b.com"))
    domain = detail("DOM-COM", 1, "12.99")
    market.on("POST /orders/estimate", says(estimated(domain, domain, total="25.98")))
    quote = await market.client().estimate(OrderRequest("cus-1", lines))
    assert [line.parameters for line in quote.lines] == [(("domain", "a.com"),), (("domain", "b.com"),)]
    assert "attributes" not in market.body("POST /orders/estimate")


async def test_what_the_marketplace_adds_is_shown_after_what_was_asked(market):
    setup = detail(price="10.00", type="setup")
    bonus = {
        "extendedPrice": usd("-5.00"),
        "unitPrice": usd("-5.00"),
        "quantity": 1,
        "description": "Discount",
    }
    other = detail("SUPPORT", 1, "7.00", duration={"type": "month", "duration": 1})
    market.on("POST /orders/estimate", says(estimated(setup, detail(), bonus, other, total="6612.00")))
    quote = await market.client().estimate(OrderRequest("cus-1", (PLAN,)))
    told = [(line.mpn, line.name, line.term, str(line.amount.amount)) for line in quote.lines]
    assert told == [
        ("M365-BP", "Name of M365-BP", Term.YEAR, "6600.00"),
        ("M365-BP", "Name of M365-BP", Term.YEAR, "10.00"),
        ("", "Discount", Term.YEAR, "-5.00"),
        ("SUPPORT", "Name of SUPPORT", Term.MONTH, "7.00"),
    ]


@pytest.mark.parametrize(
    ("details", "total", "complaint"),
    [
        ([detail(quantity=24)], "6600.00", "has no price for 25 x M365-BP per year"),
        ([detail(duration={"type": "month", "duration": 1})], "6600.00", "has no price for 25 x M365-BP"),
        ([detail("M365-BB")], "6600.00", "has no price for 25 x M365-BP"),
        ([], "6600.00", "has no price"),
        ([detail()], "6600.01", "does not add up"),
        ([detail(exclusiveTaxAmount=usd("1056.00"))], "6600.00", "does not add up"),
        ([detail(unitPrice={"currency": "MXN", "amount": "1"})], "6600.00", "has its unitPrice in MXN"),
    ],
)
async def test_an_estimate_that_cannot_be_explained_is_not_shown(market, details, total, complaint):
    market.on("POST /orders/estimate", says(estimated(*details, total=total), X_Correlation_ID="c-3"))
    with pytest.raises(ContractBroken, match=complaint) as caught:
        await market.client().estimate(OrderRequest("cus-1", (PLAN,)))
    assert caught.value.correlation_id == "c-3"


async def test_an_estimate_is_refused_in_the_marketplace_s_words(market):
    market.on("POST /orders/estimate", complains(500, "Card pm-1 has expired.", code="CARD_EXPIRED"))
    with pytest.raises(Refused, match="Card pm-1 has expired.") as caught:
        await market.client().estimate(REQUEST)
    assert (caught.value.reason, caught.value.correlation_id) == ("CARD_EXPIRED", "body-7")
    assert len(market.asked("POST /orders/estimate")) == 1


async def test_a_refusal_without_a_code_may_be_a_stumble_so_the_estimate_is_asked_again(market):
    stumble = complains(500, "Provisioning is in progress(LO)")
    market.on("POST /orders/estimate", stumble, stumble, says(estimated(detail(), total="6600.00")))
    quote = await market.client().estimate(OrderRequest("cus-1", (PLAN,)))
    assert quote.total == Money(Decimal("6600.00"), "USD")


async def test_a_refusal_without_a_code_that_stays_is_believed(market):
    market.on("POST /orders/estimate", complains(500, "Credit hold."))
    with pytest.raises(Refused, match="Credit hold."):
        await market.client().estimate(REQUEST)
    assert len(market.asked("POST /orders/estimate")) == 4


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
