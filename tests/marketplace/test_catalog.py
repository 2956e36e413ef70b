from decimal import Decimal

import pytest

from bot.marketplace.errors import ContractBroken
from bot.ordering.catalog import AddOn, DomainNeed, Plan, Term, Tld
from bot.ordering.money import Money
from tests.marketplace.fakes import page, says


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


def price(amount: str, **more: object) -> dict[str, object]:
    return {"currency": "USD", "amount": amount, "type": "recurring", "model": "FLAT"} | more


def product(mpn: str, period: str = "month", amount: str = "7.20", **more: object) -> dict[str, object]:
    row: dict[str, object] = {
        "mpn": mpn,
        "id": f"PRD-{mpn}-{period}",
        "vendor": "V",
        "serviceName": "microsoft-365",
        "name": f"Product {mpn}",
        "minimumQuantity": "1",
        "maximumQuantity": "300",
        "subscriptionPeriod": {"type": period, "duration": 1},
        "costs": [price(amount)],
    }
    return row | more


def solution(**more: object) -> dict[str, object]:
    row: dict[str, object] = {
        "name": "Microsoft 365",
        "serviceName": "microsoft-365",
        "per": "seat",
        "needsDomain": "optional",
        "plans": [
            {"mpn": "M365-BB", "name": "Business Basic", "description": "Mail."},
            {"mpn": "M365-BS", "name": "S"},
        ],
        "addOns": [
            {"mpn": "M365-DEF", "name": "Defender", "plans": []},
            {"mpn": "M365-TEL", "name": "Phone", "plans": ["M365-BS"]},
        ],
    }
    return row | more


async def test_solutions_are_plans_and_add_ons_with_the_prices_and_limits_of_products(market):
    market.on(
        "GET /products",
        page(product("M365-BB"), product("M365-BB", "year", "72.00"), total=4),
        page(product("M365-DEF", "month", "2.00"), product("DOM-COM", "year", "12.99"), total=4),
    )
    market.on("GET /ext/solutions", says({"data": [solution()]}))
    market.on("GET /ext/domains", says({"data": [{"tld": "COM", "mpn": "DOM-COM", "authCode": True}]}))
    catalog = await market.client().catalog()
    (office,) = catalog.solutions
    assert (office.name, office.service_name, office.per_seat) == ("Microsoft 365", "microsoft-365", True)
    assert office.needs_domain is DomainNeed.OPTIONAL
    prices = {Term.MONTH: usd("7.20"), Term.YEAR: usd("72.00")}
    assert office.plans == (Plan("M365-BB", "Business Basic", prices, 1, 300, "Mail."),)
    assert office.add_ons == (AddOn("M365-DEF", "Defender", {Term.MONTH: usd("2.00")}, maximum=300),)
    assert catalog.tlds == (Tld("com", usd("12.99"), auth_code=True),)


async def test_an_add_on_knows_the_plans_that_it_fits(market):
    market.on("GET /products", page(product("M365-BB"), product("M365-BS"), product("M365-TEL")))
    market.on("GET /ext/solutions", says({"data": [solution()]}))
    catalog = await market.client().catalog()
    assert [extra.mpn for extra in catalog.add_ons_for("M365-BS")] == ["M365-TEL"]
    assert catalog.add_ons_for("M365-BB") == []


async def test_a_subscription_is_bought_one_at_a_time_whatever_products_say(market):
    market.on("GET /products", page(product("M365-BB", minimumQuantity="3")))
    market.on("GET /ext/solutions", says({"data": [solution(per="subscription", needsDomain="required")]}))
    (hosting,) = (await market.client().catalog()).solutions
    assert not hosting.per_seat
    assert (hosting.plans[0].minimum, hosting.plans[0].maximum) == (1, 1)


async def test_what_is_not_sold_to_this_reseller_is_left_out(market):
    market.on("GET /products", page(product("OTHER"), product("DOM-NET", "month")))
    market.on("GET /ext/solutions", says({"data": [solution()]}))
    domains = [{"tld": "com", "mpn": "DOM-COM"}, {"tld": "net", "mpn": "DOM-NET"}]
    market.on("GET /ext/domains", says({"data": domains}))
    catalog = await market.client().catalog()
    assert (catalog.solutions, catalog.tlds) == ((), ())


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"costs": [price("5")], "prices": [price("9")]}, "5"),
        ({"costs": [], "prices": [price("9")]}, "9"),
        ({"costs": [price("1", type="setup"), price("5")]}, "5"),
        ({"costs": [price("4", lowerLimit=10), price("5", lowerLimit=1), price("3", lowerLimit=100)]}, "5"),
    ],
    ids=["costs before prices", "prices", "recurring", "smallest quantity"],
)
async def test_a_price_is_what_the_reseller_pays_for_the_smallest_quantity(market, row, expected):
    market.on("GET /products", page(product("M365-BB", **row)))
    (solution_,) = (await market.client().catalog()).solutions
    assert solution_.plans[0].prices == {Term.MONTH: usd(expected)}


@pytest.mark.parametrize(
    "row",
    [
        {"subscriptionPeriod": {"type": "year", "duration": 3}},
        {"subscriptionPeriod": None},
        {"costs": [price("1", type="overuse")]},
        {"costs": None},
    ],
)
async def test_what_has_no_monthly_or_yearly_price_cannot_be_sold(market, row):
    market.on("GET /products", page(product("M365-BB", **row)))
    assert (await market.client().catalog()).solutions == ()


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({"minimumQuantity": "3", "maximumQuantity": "1000"}, (3, 1000)),
        ({"minimumQuantity": "0", "maximumQuantity": "-1"}, (1, 100_000)),
        ({"minimumQuantity": None, "maximumQuantity": None}, (1, 100_000)),
    ],
)
async def test_limits_that_are_not_given_do_not_limit(market, limits, expected):
    market.on("GET /products", page(product("DBX-STD", **limits)))
    plan = (await market.client().catalog()).plan("DBX-STD")
    assert plan is not None
    assert (plan.minimum, plan.maximum) == expected


async def test_without_extensions_products_are_grouped_by_service(market):
    market.on(
        "GET /products",
        page(
            product("BASIC"),
            product("BASIC", "year", "72.00"),
            product("PHONE", dependsOn=[{"mpn": "BASIC"}]),
            product("VAULT", dependsOn=[{"id": "PRD-BASIC-month"}, {"id": "unknown"}]),
            product("HOSTING", serviceName="web-hosting", maximumQuantity="1"),
            product("LONELY", serviceName="extras", dependsOn=[{"mpn": "BASIC"}]),
        ),
    )
    catalog = await market.client().catalog()
    office, hosting = catalog.solutions
    assert (office.name, office.per_seat, office.needs_domain) == ("microsoft-365", True, DomainNeed.OPTIONAL)
    assert [plan.mpn for plan in office.plans] == ["BASIC"]
    assert [(extra.mpn, extra.plans) for extra in office.add_ons] == [
        ("PHONE", {"BASIC"}),
        ("VAULT", {"BASIC"}),
    ]
    assert (hosting.name, hosting.per_seat) == ("web-hosting", False)
    assert catalog.tlds == ()


async def test_domains_are_never_grouped_among_the_solutions(market):
    market.on("GET /products", page(product("DOM-COM", "year", "12.99", serviceName="domains")))
    market.on("GET /ext/domains", says({"data": [{"tld": "com", "mpn": "DOM-COM", "authCode": False}]}))
    catalog = await market.client().catalog()
    assert catalog.solutions == ()
    assert catalog.tlds == (Tld("com", usd("12.99"), auth_code=False),)


async def test_a_product_without_its_number_breaks_the_contract(market):
    market.on("GET /products", page(product("M365-BB") | {"mpn": None}))
    with pytest.raises(ContractBroken, match=r"GET /products\.data\[0\] has no readable mpn"):
        await market.client().catalog()
