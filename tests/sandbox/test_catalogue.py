"""What is for sale: products, plans, solutions, domain endings, terms."""

from __future__ import annotations

from typing import Any

import pytest


async def test_a_product_has_a_row_for_each_period(demo: Any) -> None:
    rows = (await demo.get("/products", mpn="M365-BP"))["data"]
    assert [(row["subscriptionPeriod"]["type"], row["costs"][0]["amount"]) for row in rows] == [
        ("month", "26.40"),
        ("year", "264.00"),
    ]
    assert rows[0]["prices"] == rows[0]["costs"]
    assert (rows[0]["minimumQuantity"], rows[0]["maximumQuantity"]) == ("1", "300")


async def test_an_add_on_names_the_plans_it_needs(demo: Any) -> None:
    row = (await demo.get("/products", mpn="M365-COP"))["data"][1]
    assert row["dependsOn"] == [
        {"mpn": "M365-BP", "id": "M365-BP.year"},
        {"mpn": "M365-BS", "id": "M365-BS.year"},
    ]


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ({}, 83),
        ({"serviceName": "dropbox"}, 6),
        ({"vendor": "Acronis"}, 10),
        ({"name": "copilot"}, 2),
        ({"name": "nothing"}, 0),
        ({"unheardOf": "x", "mpn": "DOM-COM-MX"}, 1),
    ],
)
async def test_products_are_filtered(demo: Any, query: Any, total: int) -> None:
    assert (await demo.get("/products", limit=1, **query))["pagination"]["total"] == total


async def test_every_product_can_be_read_page_by_page(demo: Any) -> None:
    seen = []
    for offset in range(0, 100, 10):
        seen += [row["id"] for row in (await demo.get("/products", offset=offset))["data"]]
    assert len(seen) == len(set(seen)) == 83


async def test_a_plan_is_read_by_its_id(demo: Any) -> None:
    listed = (await demo.get("/plans", limit=100))["data"]
    assert len(listed) == 16
    plan = await demo.get(f"/plans/{listed[0]['id']}")
    assert plan == {**listed[0], "planSwitches": []}
    assert await demo.refusal("GET", "/plans/77") == (404, None)


async def test_solutions_say_what_belongs_together(demo: Any) -> None:
    solutions = {one["name"]: one for one in (await demo.get("/ext/solutions"))["data"]}
    hosting = solutions["Web Hosting"]
    assert (hosting["per"], hosting["needsDomain"], hosting["serviceName"]) == (
        "subscription",
        "required",
        "web-hosting",
    )
    assert {extra["mpn"]: extra["plans"] for extra in hosting["addOns"]} == {
        "WEB-DSK": [],
        "WEB-IP": [],
        "WEB-SSL": [],
        "WEB-BKP": [],
        "WEB-STB": ["WEB-LNX-B", "WEB-LNX-P"],
    }


async def test_plans_are_described_in_the_language_asked_for(market: Any, demo: Any) -> None:
    async def first(caller: Any, **query: str) -> str:
        data = (await caller.get("/ext/solutions", **query))["data"]
        text: str = data[0]["plans"][0]["description"]
        return text

    assert await first(demo) == "Correo de 50 GB, Teams y Office en la web."
    assert await first(demo, language="pt-BR") == "Caixa de 50 GB, Teams e Office na web."
    assert await first(await market.signed_in("cloudpeak")) == "50 GB mailbox, Teams and Office on the web."


async def test_domain_endings_say_whether_a_transfer_asks_for_a_code(demo: Any) -> None:
    endings = {one["tld"]: one for one in (await demo.get("/ext/domains"))["data"]}
    assert len(endings) == 13
    assert endings["com.mx"] == {"tld": "com.mx", "mpn": "DOM-COM-MX", "authCode": True}
    assert endings["es"]["authCode"] is False


async def test_the_terms_have_a_summary_and_a_page(market: Any, demo: Any) -> None:
    terms = await demo.get("/ext/terms", language="en")
    assert "charged to the reseller" in terms["summary"]
    page = await market.http().get(terms["url"])
    assert page.status_code == 200
    assert "General Terms of Service" in page.text


async def test_ext_is_served_at_the_root_too(market: Any, demo: Any) -> None:
    root = await demo.http.get("http://sandbox.test/ext/account")
    assert root.json() == await demo.get("/ext/account")
