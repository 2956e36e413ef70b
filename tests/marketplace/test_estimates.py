from decimal import Decimal

import pytest

from bot.marketplace.errors import ContractBroken, Refused
from bot.ordering.catalog import Term
from bot.ordering.money import Money
from bot.ordering.order import OrderLine, OrderRequest, QuotedLine
from tests.marketplace.fakes import PLAN, REQUEST, complains, says, usd


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
