"""A customer who has just come is announced in everyday words: "tengo uno nuevo", "got a new one"."""

from __future__ import annotations

import pytest

from bot.ordering.credentials import CUSTOMERS
from bot.ordering.customer import AccountType
from tests.ordering.newcomers import hear


@pytest.mark.parametrize(
    "text",
    [
        "tengo uno nuevo",
        "me cayó uno nuevo",
        "got a new one for you",
        "chegou um novo",
        "tengo una dentista nueva",
        "quero cadastrar uma dentista nova",
        "hay que dar de alta a una dentista",
        "quiero registrar una panadería nueva",
        "we've taken on a new dentist",
        "I have to onboard someone",
        "fechamos um cliente",
    ],
)
def test_somebody_has_come(text: str) -> None:
    heard = hear(text).newcomer
    assert heard is not None
    assert (heard.is_new, heard.name) == (True, "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("got a new one: Zed Labs", "Zed Labs"),
        ("ahí va uno nuevo: Frenos Díaz", "Frenos Díaz"),
        ("mais um novo: Oficina Azul", "Oficina Azul"),
        ("this one's new: Zed Labs", "Zed Labs"),
        ("new account: Zed Labs", "Zed Labs"),
        ("cadastro novo: Oficina Azul", "Oficina Azul"),
        ("vamos cadastrar a Oficina Azul", "Oficina Azul"),
        ("da de alta a Frenos Díaz", "Frenos Díaz"),
        ("faz o cadastro da Oficina Azul", "Oficina Azul"),
        ("I've got a new one: Rafael Dental LLC", "Rafael Dental LLC"),
    ],
)
def test_somebody_has_come_whose_name_is_behind(text: str, name: str) -> None:
    heard = hear(text)
    assert heard.newcomer is not None
    assert (heard.newcomer.is_new, heard.newcomer.name, heard.customers) == (True, name, ())


@pytest.mark.parametrize(
    "text",
    [
        "new one. business basic, 6, la espiga",
        "uno nuevo: 3 business basic mensual, La Espiga",
        "um novo: 3 business basic, panadería la espiga",
    ],
)
def test_what_is_new_may_be_the_order_of_somebody_known(text: str) -> None:
    heard = hear(text)
    assert (heard.newcomer, heard.customers) == (None, ("esp",))


@pytest.mark.parametrize(
    "text",
    [
        "tengo un servidor nuevo",
        "tengo una duda nueva",
        "tengo un pedido nuevo",
        "tengo un dominio, tengo uno nuevo",
        "I've got a new laptop",
        "tenho um cartão novo",
        "dar de alta a La Espiga, 5 business basic",
        "cadastra o Office 365",
    ],
)
def test_what_has_come_is_no_customer(text: str) -> None:
    assert hear(text).newcomer is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "a new customer they're called Brunswick Kiln Potters and they're a business",
            "Brunswick Kiln Potters",
            "commercial",
        ),
        ("New customer for you. Otley Road Vets Ltd, 41 Otley Road", "Otley Road Vets Ltd", "commercial"),
        ("a new customer called Joan Mills and she's a private person", "Joan Mills", "personal"),
        ("cliente nuevo para ustedes: Panes Loma que es una empresa", "Panes Loma", "commercial"),
        ("cliente novo pra vocês: Pães da Loma e é uma empresa", "Pães da Loma", "commercial"),
    ],
)
def test_neither_whom_it_is_told_nor_the_kind_is_part_of_the_name(text: str, name: str, kind: str) -> None:
    newcomer = hear(text).newcomer
    assert newcomer is not None
    assert newcomer.name == name
    assert newcomer.type in (None, AccountType(kind))


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("las claves mándenlas al correo del cliente", CUSTOMERS),
        ("Las claves que le lleguen a él", CUSTOMERS),
        ("as chaves de acesso pro cliente", CUSTOMERS),
        ("mándale las claves a Joel", "joel@taller.example"),
    ],
)
def test_the_credentials_may_be_told_with_the_customer(text: str, to: str) -> None:
    who = "cliente nuevo, empresa: Taller Zúñiga, contacto para todo Joel Zúñiga, joel@taller.example, "
    newcomer = hear(who + text).newcomer
    assert newcomer is not None
    assert newcomer.credentials == to


@pytest.mark.parametrize(
    "text",
    [
        "3 business basic para un cliente que recién llegó",
        "3 business basic para un cliente que acaba de entrar",
        "3 business basic para un cliente que todavía no doy de alta",
        "3 business basic for a client that just signed",
        "3 business basic pra um cliente que acabei de fechar",
    ],
)
def test_who_has_just_come_is_new(text: str) -> None:
    heard = hear(text).newcomer
    assert heard is not None
    assert heard.is_new


@pytest.mark.parametrize(
    "text",
    ["3 business basic para la espiga, que recién llegó", "recién llegó la factura", "they just signed"],
)
def test_what_has_just_come_is_nobody_new(text: str) -> None:
    heard = hear(text)
    assert heard.newcomer is None or not heard.newcomer.is_new


@pytest.mark.parametrize(
    "text", ["cliente nuevo es una empresa", "cliente novo é uma empresa", "new customer is a company"]
)
def test_the_kind_is_said_right_behind(text: str) -> None:
    heard = hear(text)
    assert heard.newcomer is not None
    assert (heard.newcomer.type, heard.plans) == (AccountType.COMMERCIAL, ())


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("cliente nuevo: Ferremax SpA, de Chile", "Ferremax SpA", "CL"),
        ("cliente nuevo de Chile: Ferremax SpA", "Ferremax SpA", "CL"),
        ("new customer from Ireland: Oak Ltd", "Oak Ltd", "IE"),
        ("new customer from the UK, Oak Ltd", "Oak Ltd", "GB"),
        ("cliente novo de Portugal: Oficina Azul Lda", "Oficina Azul Lda", "PT"),
    ],
)
def test_where_they_are_from_is_their_country(text: str, name: str, country: str) -> None:
    heard = hear(text).newcomer
    assert heard is not None
    assert (heard.name, heard.address.country) == (name, country)
