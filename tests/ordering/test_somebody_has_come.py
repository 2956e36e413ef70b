"""A customer who has just come is announced in everyday words: "tengo uno nuevo", "got a new one"."""

from __future__ import annotations

import pytest

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
