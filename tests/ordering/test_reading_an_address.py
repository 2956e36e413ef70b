"""A new customer's address as people write it, with and without commas and labels, in several countries."""

from __future__ import annotations

import time

import pytest

from bot.ordering.customer import AccountType, Address, NewCustomer
from bot.ordering.draft import Step
from tests.ordering.test_reading_a_new_customer import read


@pytest.mark.parametrize(
    ("text", "home", "street", "postal_code", "city", "state", "country"),
    [
        ("Av. Juárez 12, 06050 CDMX, México", "MX", "Av. Juárez 12", "06050", "CDMX", "", "MX"),
        ("av juarez 12 col centro cdmx 06050", "MX", "av juarez 12, col centro", "06050", "cdmx", "", ""),
        (
            "Calle 8 No. 45-12, Medellín, 050010, Colombia",
            "MX",
            "Calle 8 No. 45-12",
            "050010",
            "Medellín",
            "",
            "CO",
        ),
        (
            "Av. Reforma 222 piso 3, Col. Juárez, Ciudad de México, CP 06600",
            *("MX", "Av. Reforma 222 piso 3, Col. Juárez", "06600", "Ciudad de México", "", ""),
        ),
        (
            "Rua Augusta 1500, Consolação, São Paulo - SP, 01304-001",
            *("BR", "Rua Augusta 1500, Consolação", "01304-001", "São Paulo", "SP", ""),
        ),
        (
            "Rua das Flores, 45, apto 12, Curitiba, PR, 80010-000, Brasil",
            *("BR", "Rua das Flores, 45, apto 12", "80010-000", "Curitiba", "PR", "BR"),
        ),
        (
            "500 Congress Ave, Suite 200, Austin, TX 78701",
            *("US", "500 Congress Ave, Suite 200", "78701", "Austin", "TX", ""),
        ),
        ("12345 Main St Austin TX 78701", "US", "12345 Main St", "78701", "Austin", "TX", ""),
        (
            "Hidalgo 45, Centro, Guadalajara, Jalisco 44100",
            *("MX", "Hidalgo 45, Centro", "44100", "Guadalajara", "Jalisco", ""),
        ),
        ("calle 5 de mayo 33 puebla 72000", "MX", "calle 5 de mayo 33", "72000", "puebla", "", ""),
        (
            "Av. Paulista 1000 São Paulo SP 01310-100",
            "BR",
            "Av. Paulista 1000",
            "01310-100",
            "São Paulo",
            "SP",
            "",
        ),
        (
            "10 Downing Street, London, SW1A 2AA, UK",
            "US",
            "10 Downing Street",
            "SW1A 2AA",
            "London",
            "",
            "GB",
        ),
        ("la direccion es Morelos 8, 76000 Querétaro", "MX", "Morelos 8", "76000", "Querétaro", "", ""),
    ],
)
def test_an_address_is_read_as_people_write_it(text, home, street, postal_code, city, state, country):
    heard = read(text, Step.CUSTOMER_ADDRESS, home=home)
    assert heard.address == Address(street, postal_code, city, state, country)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("06050", {"postal_code": "06050"}),
        ("Puebla", {"city": "Puebla"}),
        ("cp 06050", {"postal_code": "06050"}),
    ],
)
def test_an_address_comes_bit_by_bit(text, part):
    assert read(text, Step.CUSTOMER_ADDRESS).address == Address(**part)


def test_the_state_alone_completes_an_address():
    known = NewCustomer(
        "Cafe", AccountType.COMMERCIAL, Address("500 Congress Ave", "78701", "Austin", "", "US")
    )
    assert read("texas", Step.CUSTOMER_ADDRESS, known, "US").address == Address(state="texas")


def test_digits_that_are_no_postal_code_of_the_country_are_named():
    known = NewCustomer("Tacos", AccountType.COMMERCIAL, Address("Av. Juárez 12", "", "CDMX", "", "MX"))
    (problem,) = read("1234", Step.CUSTOMER_ADDRESS, known).problems
    assert (problem.reason, problem.said) == ("postal_wrong", "1234")


@pytest.mark.parametrize(
    "text",
    [
        "Street: 12 Main St; City: Austin; State: TX; ZIP: 78701; Country: USA",
        "12 Main St\nAustin\nTX\n78701\nUnited States",
    ],
)
def test_a_labelled_address_is_read_line_by_line(text):
    assert read(text, Step.CUSTOMER_ADDRESS, home="MX").address == Address(
        "12 Main St", "78701", "Austin", "TX", "US"
    )


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Office 1204, Sheikh Zayed Road, Dubai, United Arab Emirates", ()),
        ("Calle 50, edificio 12, Ciudad de Panamá, Panamá", ()),
        ("Rua da Missão 15, Luanda, Angola", ()),
        ("Calle Mayor 15, Madrid, España", ("postal_code",)),
    ],
)
def test_a_postal_code_is_missing_only_where_there_are_any(text, missing):
    heard = read(text, Step.CUSTOMER_ADDRESS, NewCustomer("Zed Labs", AccountType.COMMERCIAL))
    assert heard.address.missing() == missing


@pytest.mark.parametrize("step", [Step.CUSTOMER_TYPE, Step.CUSTOMER_ADDRESS, Step.CONTACT_ADMIN])
def test_a_long_number_is_read_at_once(step: Step) -> None:
    began = time.monotonic()
    for text in ("a " + "9" * 40 + " licencias", "x " + "9 " * 60 + "!", "calle " + "1a" * 60 + " !"):
        read(text, step, NewCustomer(AccountType.PERSONAL, "Ana Ruiz"))
    assert time.monotonic() - began < 3  # seconds; every way to cut the number was tried, for minutes
