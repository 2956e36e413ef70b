"""What is told of somebody new is kept, whatever is asked and wherever it stands."""

from __future__ import annotations

import pytest

from bot.ordering.customer import AccountType, NewCustomer
from tests.ordering import shops
from tests.ordering.newcomers import told


@pytest.mark.parametrize(
    ("text", "name", "street"),
    [
        (
            "3 business basic yearly for Copper Kettle, 12 High Street, Leeds LS1 4AB, UK. "
            "Contact Jo Marsh jo@ck.example +44 113 496 0000",
            "Copper Kettle",
            "12 High Street",
        ),
        (
            "Molino Azul SA\nCalle Luna 3, 44100 Guadalajara\nAna Ruiz, ana@molino.example, 33 1234 5678\n"
            "3 business basic anual",
            "Molino Azul SA",
            "Calle Luna 3",
        ),
    ],
)
def test_whom_a_whole_block_describes_is_new(text, name, street):
    new = told(text)
    assert (new.name, new.address.street) == (name, street)
    assert not new.admin.missing()


@pytest.mark.parametrize(
    "text",
    [
        "3 business basic para El Tornillo, factura a Calle Luna 3, ana@tornillo.mx",
        "3 business basic anual para la espiga, Av. Juárez 12, contacto ana@espiga.mx",
    ],
)
def test_whom_we_know_is_not_new_for_an_address(text):
    assert told(text) == NewCustomer()


@pytest.mark.parametrize(
    "messages",
    [
        (
            "3 business basic para un cliente nuevo, Molino Azul SA",
            "la dirección es Calle Luna 3, 44100 Guadalajara",
            "contacto Ana Ruiz, ana@molino.example, 33 1234 5678",
        ),
        (
            "quiero business basic para un cliente nuevo",
            "se llama Molino Azul SA",
            "Calle Luna 3, 44100 Guadalajara",
            "Ana Ruiz, ana@molino.example, 33 1234 5678",
        ),
        (
            "I need business basic for a new business customer",
            "it's Molino Azul SA",
            "it's at Calle Luna 3, 44100 Guadalajara",
            "the contact is Ana Ruiz, ana@molino.example, 33 1234 5678",
        ),
    ],
)
def test_what_is_told_of_somebody_new_is_kept_while_something_else_is_asked(messages):
    new = told(*messages)
    assert (new.name, new.type, new.address.street) == (
        "Molino Azul SA",
        AccountType.COMMERCIAL,
        "Calle Luna 3",
    )
    assert new.address.missing() + new.admin.missing() == ()


@pytest.mark.parametrize(
    "name", ["Otley Road Bakery", "Panadería Los Tilos", "Padaria Doce Lar", "Smith & Sons Plumbing"]
)
def test_who_is_new_is_named_while_the_plan_is_asked(name):
    assert told("new customer", name).name == name


@pytest.mark.parametrize(
    "text", ["Business Premium", "Adobe Acrobat", "a bakery", "hotel", "Yes Please", "El Tornillo"]
)
def test_what_is_no_name_names_nobody_while_the_plan_is_asked(text):
    assert told("new customer", text).name == ""


@pytest.mark.parametrize(
    ("address", "phone", "country", "dialled"),
    [
        ("22 Smith St, Fitzroy VIC 3065", "0412 345 678", "AU", "+61412345678"),
        ("14 MG Road, Bengaluru 560001", "98450 12345", "IN", "+919845012345"),
        ("5 Long St, Cape Town 8001", "021 555 0134", "ZA", "+27215550134"),
        ("5 Ormond Quay, Dublin 7", "01 555 0123", "IE", "+35315550123"),
    ],
)
def test_who_is_abroad_is_told_bit_by_bit(address, phone, country, dialled):
    new = told(
        "10 business basic for a new customer", "Liffey Tours", address, "Priya Nair", "p@a.example", phone
    )
    assert (new.name, new.address.country, new.admin.name) == ("Liffey Tours", country, "Priya Nair")
    assert new.admin.phone == dialled


def test_a_number_belongs_where_the_e_mail_beside_it_does():
    new = told(
        "10 business basic for a new customer, Zed Labs", "Sipho Dlamini, sipho@zed.co.za, 021 555 0134"
    )
    assert new.admin.phone == "+27215550134"


@pytest.mark.parametrize("text", ["the owner's Ana Ruiz", "la dueña es Ana Ruiz", "o dono é Ana Ruiz"])
def test_whose_business_it_is_is_the_contact(text):
    assert told("10 business basic for a new customer, Zed Labs, a company", text).admin.name == "Ana Ruiz"


@pytest.mark.parametrize("text", ["Not Sure", "Next Year", "Mastercard", "The Usual"])
def test_what_is_no_name_names_nobody_while_the_term_is_asked(text):
    assert told("10 business basic for a new customer", text).name == ""


def test_an_address_abroad_is_read_as_one_of_there_while_something_else_is_asked():
    new = told(
        "35 business basic for a new commercial customer, Kaveri Exports Pvt Ltd",
        "Registered address: 14 Cathedral Road, Chennai, Tamil Nadu 600086, India",
    )
    assert (new.address.postal_code, new.address.state, new.address.country) == ("600086", "Tamil Nadu", "IN")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I've a new customer. They're a firm of solicitors and want Business Standard for 12 people", ""),
        (
            "New customer please, billed yearly to our visa.\n\nCompany: Copper Kettle Ltd\n"
            "Address: 27 Hill Street\nContact: Jo Marsh",
            "Copper Kettle Ltd",
        ),
    ],
)
def test_a_label_says_the_name_whatever_else_was_told(text, name):
    assert told(text).name == name


def test_a_week_beside_a_term_is_no_other_term() -> None:
    heard = shops.hear("7 starter, plano anual. Domínio a gente resolve semanal")
    assert heard.term == "year"
    assert shops.hear("7 starter, semanal").term == "other"
