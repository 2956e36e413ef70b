"""An address as a hurried hand writes it, and what is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Draft, Step
from bot.ordering.newcomer import Situation, read_customer
from tests.ordering import shops
from tests.ordering.newcomers import described, hear

SHOP = NewCustomer("Tiny Toys", AccountType.COMMERCIAL)
OAKLAND = Address("300 Webster St", "94607", "Oakland", "CA", "US")


def read(text: str, known: NewCustomer, step: Step = Step.CUSTOMER_ADDRESS, home: str = "US") -> Address:
    heard = read_customer(text, Situation(step, known, home, lambda start, end: False))
    return merged(known, heard, home).address


@pytest.mark.parametrize(
    "text",
    [
        "its at 14 ocean ave",
        "it's at 14 ocean ave",
        "they're at 14 ocean ave",
        "14 ocean ave",
        "it is on 14 ocean ave",
    ],
)
@pytest.mark.parametrize("step", [Step.CUSTOMER_ADDRESS, Step.CUSTOMER_TYPE])
def test_where_it_is_may_be_a_sentence(text, step):
    assert read(text, SHOP, step).street == "14 ocean ave"


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("esta en Hidalgo 45", "Hidalgo 45"),
        ("queda en la calle Hidalgo 45", "la calle Hidalgo 45"),
        ("es en av. Juárez 12", "av. Juárez 12"),
        ("fica na rua Augusta 10", "rua Augusta 10"),
        ("é na rua Augusta 10", "rua Augusta 10"),
    ],
)
def test_where_it_is_may_be_a_sentence_in_other_languages_too(text, street):
    assert read(text, SHOP, home="MX").street == street


@pytest.mark.parametrize(
    "text", ["actually its 21 Elm St", "sorry it's 21 Elm St", "no, 21 Elm St", "21 Elm St"]
)
def test_a_corrected_street_leaves_the_town(text):
    assert read(text, replace(SHOP, address=OAKLAND)) == replace(OAKLAND, street="21 Elm St")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("long beach ny 11561", Address("", "11561", "long beach", "NY", "US")),
        ("Boston, MA 02118", Address("", "02118", "Boston", "MA", "US")),
        ("12 Elm St Apt 4 Boston MA 02118", Address("12 Elm St, Apt 4", "02118", "Boston", "MA", "US")),
        (
            "12 Elm St Suite 200 Salt Lake City UT 84101",
            Address("12 Elm St, Suite 200", "84101", "Salt Lake City", "UT", "US"),
        ),
        (
            "77 Hill Rd, Suite 5, Denver, Colorado 80202",
            Address("77 Hill Rd, Suite 5", "80202", "Denver", "Colorado", "US"),
        ),
    ],
)
def test_the_town_its_state_and_the_code_without_commas(text, address):
    assert read(text, SHOP) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "52 Church Street, Parramatta, NSW 2150, Australia",
            Address("52 Church Street", "2150", "Parramatta", "NSW", "AU"),
        ),
        (
            "8 George St, Brisbane City QLD 4000, Australia",
            Address("8 George St", "4000", "Brisbane City", "QLD", "AU"),
        ),
        (
            "200 Collins Street, Melbourne, Victoria 3000, Australia",
            Address("200 Collins Street", "3000", "Melbourne", "Victoria", "AU"),
        ),
        (
            "12 King William St, Adelaide SA 5000\nAustralia",
            Address("12 King William St", "5000", "Adelaide", "SA", "AU"),
        ),
    ],
)
def test_australia_has_states_too(text, address):
    assert read(text, SHOP) == address


def test_a_town_may_be_called_like_a_state():
    text = "Hidalgo 45, 87000 Ciudad Victoria, Tamaulipas"
    assert read(text, SHOP, home="MX") == Address(
        "Hidalgo 45", "87000", "Ciudad Victoria", "Tamaulipas", "MX"
    )


@pytest.mark.parametrize(
    "text", ["Toluca Edo Mex", "Toluca, Edo. Mex.", "Toluca, Edo. de México", "Toluca Estado de México"]
)
def test_the_state_of_mexico_is_no_country(text):
    address = read(f"Hidalgo 88, Centro, 50000 {text}", SHOP, home="MX")
    assert (address.street, address.city, address.country) == ("Hidalgo 88, Centro", "Toluca", "MX")
    assert address.state


@pytest.mark.parametrize("state", ["IL", "il", "OR", "Illinois", "or", "IN"])
def test_a_state_may_be_a_word_of_the_language(state):
    known = replace(SHOP, address=Address("123 Main Street", "", "Springfield", "", "US"))
    assert read(state, known) == Address("123 Main Street", "", "Springfield", state, "US")


@pytest.mark.parametrize(
    "text", ["Joe", "Joe Smith", "idc", "same", "what is the least you need", "let me check that for you"]
)
def test_where_only_the_state_is_missing_nothing_else_replaces_the_town(text):
    known = replace(SHOP, address=Address("123 Main Street", "62701", "Springfield", "", "US"))
    assert read(text, known) == known.address


@pytest.mark.parametrize(
    "text",
    [
        "cual es la minima info q necesitas",
        "que datos te faltan",
        "what do you need exactly",
        "o que mais vc precisa",
        "deja lo busco en mi agenda",
        "send creds to bob",
    ],
)
def test_a_sentence_is_no_town(text):
    assert not read(text, SHOP, home="MX").city


@pytest.mark.parametrize(
    "order",
    [
        "no addons",
        "sin complementos",
        "sin dominio",
        "sin complementos ni dominio",
        "no domain",
        "sem domínio",
    ],
)
def test_what_is_said_of_the_order_in_an_address_is_no_town(order):
    text = f"300 Webster St, Oakland, {order}, CA 94607"
    heard = shops.hear(text, Step.CUSTOMER_ADDRESS, Draft(new_customer=SHOP)).newcomer
    assert heard is not None
    assert (heard.address.street, heard.address.city) == ("300 Webster St", "Oakland")


@pytest.mark.parametrize(
    "text",
    [
        "no tiene telefono",
        "no tengo su correo",
        "dunno his phone",
        "i don't have her email",
        "sin telefono",
        "não sei o telefone dele",
        "ele não tem e-mail",
        "no phone",
    ],
)
def test_a_phone_number_or_an_address_that_is_missing_is_needed(text):
    known = replace(SHOP, address=OAKLAND, admin=Contact("Joe", "Smith"))
    heard = hear(text, Step.CONTACT_ADMIN, known)
    assert heard.newcomer is not None
    assert [problem.reason for problem in heard.newcomer.problems] == ["cannot_skip"]
    assert not heard.add_ons
    assert merged(known, heard.newcomer, "US") == known


@pytest.mark.parametrize(
    "label", ["Customer name", "Company name", "Client", "Business name", "Customer's name"]
)
def test_a_name_has_many_labels(label):
    text = f"{label}: Peak Dental PLLC\nAddress: 5 Oak Ave\nCity: Boulder\nState: CO\nZIP: 80301\nCountry: US"
    new = described(text)
    assert (new.name, new.type) == ("Peak Dental PLLC", AccountType.COMMERCIAL)
    assert new.address == Address("5 Oak Ave", "80301", "Boulder", "CO", "US")


@pytest.mark.parametrize(
    "text",
    ["company i guess", "empresa supongo", "creo que empresa", "acho que empresa", "probably a company"],
)
def test_a_kind_may_be_a_guess(text):
    heard = hear(text, Step.CUSTOMER_TYPE, NewCustomer("Tiny Toys")).newcomer
    assert heard is not None
    assert (heard.type, heard.name) == (AccountType.COMMERCIAL, "")
