"""Customers and resellers."""

from __future__ import annotations

from typing import Any

import pytest


async def names(caller: Any, path: str = "/customers", **query: Any) -> list[str]:
    return [one["name"] for one in (await caller.get(path, **query))["data"]]


async def test_customers_come_in_pages(demo: Any) -> None:
    page = await demo.get("/customers", offset=1, limit=2)
    assert page["pagination"] == {"offset": 1, "limit": 2, "total": 4}
    assert len(page["data"]) == 2


async def test_customers_are_found_by_part_of_a_name_without_accents(demo: Any) -> None:
    assert await names(demo, name="clinica") == ["Clínica San Rafael", "Clínica San Gabriel"]
    assert await names(demo, name="100%") == []


async def test_customers_are_found_by_mail_and_external_id(demo: Any, a_customer: Any) -> None:
    await demo.post("/customers", a_customer)
    assert await names(demo, email="ana@ruiz.example") == ["Café Ñandú"]
    assert await names(demo, email="ruiz.example") == []
    assert await names(demo, externalId="intent-1") == ["Café Ñandú"]


async def test_a_created_customer_can_be_read_and_keeps_its_secrets(demo: Any, a_customer: Any) -> None:
    made = await demo.post("/customers", a_customer)
    assert made == await demo.get(f"/customers/{made['id']}")
    assert made["attributes"] == {"accountType": "personal"}
    assert made["address"]["countryCode"] == "MX"
    assert not {"login", "password"} & set(made["contactPersons"][0])


async def test_a_customer_without_a_type_is_commercial(demo: Any, a_customer: Any) -> None:
    del a_customer["attributes"]
    assert (await demo.post("/customers", a_customer))["attributes"] == {"accountType": "commercial"}


async def test_a_patch_changes_what_it_names_only(demo: Any, a_customer: Any) -> None:
    made = await demo.post("/customers", a_customer)
    changed = await demo.patch(f"/customers/{made['id']}", {"name": "Café Suri", "status": "creditHold"})
    assert changed == {**made, "name": "Café Suri", "status": "creditHold"}
    assert await names(demo, name="suri") == ["Café Suri"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": None},
        {"name": 5},
        {"address": {"city": "Puebla"}},
        {"contactPersons": []},
        {"language": "español"},
        {"attributes": {"accountType": "other"}},
        {"attributes": {"n": 5}},
        {"status": "asleep"},
    ],
)
async def test_a_customer_that_makes_no_sense_is_refused(demo: Any, a_customer: Any, wrong: Any) -> None:
    assert await demo.refusal("POST", "/customers", {**a_customer, **wrong}) == (400, None)


@pytest.mark.parametrize(
    "wrong",
    [{"email": "ana"}, {"phoneNumber": "12"}, {"type": "owner"}, {"login": "a b"}, {"type": "billing"}],
)
async def test_a_contact_that_makes_no_sense_is_refused(demo: Any, a_customer: Any, wrong: Any) -> None:
    a_customer["contactPersons"][0].update(wrong)
    assert await demo.refusal("POST", "/customers", a_customer) == (400, None)


@pytest.mark.parametrize("phone", ["+525512345678", "81##18881234567#", "+525512345678#12"])
async def test_both_ways_to_write_a_phone_are_taken(demo: Any, a_customer: Any, phone: str) -> None:
    a_customer["contactPersons"][0]["phoneNumber"] = phone
    assert (await demo.post("/customers", a_customer))["contactPersons"][0]["phoneNumber"] == phone


async def test_resellers_never_meet_each_others_customers(market: Any, demo: Any, tornillo: str) -> None:
    other = await market.signed_in("cloudpeak")
    assert "Ferretería El Tornillo" not in await names(other, limit=100)
    assert await other.refusal("GET", f"/customers/{tornillo}") == (404, None)
    assert await other.refusal("PATCH", f"/customers/{tornillo}", {"name": "Mine"}) == (404, None)
    own = (await demo.get("/ext/account"))["id"]
    assert await names(other, resellerId=own) == []


async def test_a_reseller_sees_and_changes_itself_only(market: Any, demo: Any) -> None:
    assert await names(demo, "/resellers") == ["Nube Norte Distribución"]
    own = (await demo.get("/ext/account"))["id"]
    changed = await demo.patch(f"/resellers/{own}", {"externalId": "N1"})
    assert (changed["externalId"], changed["currency"]) == ("N1", "USD")
    assert await demo.refusal("PATCH", f"/resellers/{own}", {"status": "cancelled"}) == (403, None)
    assert await demo.refusal("POST", "/resellers", {}) == (403, None)
    other = await market.signed_in("nuvem")
    assert await other.refusal("GET", f"/resellers/{own}") == (404, None)
    assert await other.refusal("GET", f"/resellers/{own}/customers") == (404, None)


async def test_a_resellers_customers_are_under_its_id_too(demo: Any, a_customer: Any) -> None:
    own = (await demo.get("/ext/account"))["id"]
    await demo.post(f"/resellers/{own}/customers", a_customer)
    assert "Café Ñandú" in await names(demo, f"/resellers/{own}/customers")


@pytest.mark.parametrize("page", ["offset=-1", "limit=0", "limit=x", "offset=99999999999999999999"])
async def test_a_page_that_cannot_be_is_refused(demo: Any, page: str) -> None:
    assert await demo.refusal("GET", f"/customers?{page}") == (400, None)
