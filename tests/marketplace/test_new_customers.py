import json
from dataclasses import replace

import pytest

from bot.marketplace.customers import language_of, write_phone
from bot.marketplace.errors import Refused, Unavailable
from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from tests.marketplace.fakes import REQUEST, complains, page, says, says_text

REFERENCE = "01K9XQ3V7M6T2B8N4R5C0D1E2F"
ANA = Contact("Ana", "Ruiz", "ana@tacos.example", "+525512345678")
LUIS = Contact("Luis", "Peña", "luis@tacos.example", "+523387654321#12")
TACOS = NewCustomer(
    "Tacos El Güero",
    AccountType.COMMERCIAL,
    Address("Av. Juárez 12", "06050", "CDMX", "", "MX"),
    *(ANA, ANA, LUIS),
)
MADE = {
    "id": "c-9",
    "name": "Tacos El Güero",
    "externalId": REFERENCE,
    "attributes": {"accountType": "commercial"},
}


async def test_a_customer_is_created_with_everything_the_specification_asks_for(market):
    market.on("POST /customers", says(MADE))
    made = await market.client().create_customer(TACOS, REFERENCE)
    assert (made.id, made.name) == ("c-9", "Tacos El Güero")
    (sent,) = market.asked("POST /customers")
    body = json.loads(sent.content)
    assert (body["externalId"], body["language"]) == (REFERENCE, "es")
    assert body["attributes"] == {"accountType": "commercial"}
    assert body["address"] == {
        "streetAddress": "Av. Juárez 12",
        "postalCode": "06050",
        "city": "CDMX",
        "countryCode": "MX",
    }
    assert [(contact["type"], contact["phoneNumber"]) for contact in body["contactPersons"]] == [
        ("admin", "52#55#12345678#"),
        ("billing", "52#55#12345678#"),
        ("technical", "52#33#87654321#12"),
    ]


async def test_a_place_without_postal_codes_sends_what_stands_for_none(market):
    market.on("POST /customers", says(MADE))
    dunes = Address("Sheikh Zayed Road", "", "Dubai", "", "AE")
    await market.client().create_customer(replace(TACOS, address=dunes), REFERENCE)
    (sent,) = market.asked("POST /customers")
    assert json.loads(sent.content)["address"]["postalCode"] == "00000"


async def test_a_personal_customer_s_one_contact_stands_for_all_roles(market):
    market.on("POST /customers", says(MADE))
    laura = NewCustomer("Laura Méndez", AccountType.PERSONAL, TACOS.address, ANA)
    await market.client().create_customer(laura, REFERENCE)
    (sent,) = market.asked("POST /customers")
    assert {contact["email"] for contact in json.loads(sent.content)["contactPersons"]} == {ANA.email}


async def test_a_customer_that_lacks_something_is_never_sent(market):
    with pytest.raises(ValueError, match="not complete"):
        await market.client().create_customer(NewCustomer("Tacos"), REFERENCE)
    assert market.asked("POST /customers") == []


@pytest.mark.parametrize(
    "answer", [says_text("<html>504</html>", 504), says({"name": "no id"}), complains(500, "?")]
)
async def test_any_doubt_about_a_customer_is_told_and_nothing_is_sent_twice(market, answer):
    market.on("POST /customers", answer)
    with pytest.raises(Unavailable) as caught:
        await market.client().create_customer(TACOS, REFERENCE)
    assert caught.value.may_have_happened
    assert len(market.asked("POST /customers")) == 1


async def test_a_refused_customer_was_not_created(market):
    market.on("POST /customers", complains(400, "email: not valid."))
    with pytest.raises(Refused):
        await market.client().create_customer(TACOS, REFERENCE)


async def test_a_customer_is_found_by_our_reference_even_where_the_filter_is_ignored(market):
    other = MADE | {"id": "c-1", "externalId": "another"}
    market.on("GET /customers", page(other, MADE))
    found = await market.client().find_customer(REFERENCE)
    assert found is not None
    assert found.id == "c-9"


async def test_an_order_whose_customer_does_not_exist_yet_is_never_sent(market):
    with pytest.raises(ValueError, match="created first"):
        await market.client().place(replace(REQUEST, new_customer=TACOS), REFERENCE)
    assert market.asked("POST /orders") == []


@pytest.mark.parametrize(
    ("country", "language"), [("MX", "es"), ("BR", "pt"), ("US", "en"), ("FR", "en"), ("PT", "pt")]
)
def test_customers_are_written_to_in_their_country_s_language(country, language):
    assert language_of(country) == language


@pytest.mark.parametrize(
    ("phone", "written"),
    [
        ("+5511987654321", "55#11#987654321#"),
        ("+15125550123", "1#512#5550123#"),
        ("+525512345678#9", "52#55#12345678#9"),
    ],
)
def test_a_phone_number_is_written_with_its_parts(phone, written):
    assert write_phone(phone) == written
