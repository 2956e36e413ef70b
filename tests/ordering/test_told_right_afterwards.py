"""A new customer's data put right, or told, a message later."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.customer import AccountType, NewCustomer
from bot.ordering.draft import Step
from tests.ordering.newcomers import KNOWN, described, hear


@pytest.mark.parametrize(
    ("text", "name", "street"),
    [
        ("it's Ana Ruis, not Ruiz", "Ana Ruis", "Av. Juárez 12"),
        ("es Ana Gómez, no Ruiz", "Ana Gómez", "Av. Juárez 12"),
        ("es Juárez 21, no 12", "Ana Ruiz", "Av. Juárez 21"),
    ],
)
def test_what_is_right_stands_first(text: str, name: str, street: str) -> None:
    new = described(text, Step.PAYMENT, KNOWN)
    assert (new.admin.name, new.address.street) == (name, street)
    assert hear(text, Step.PAYMENT, KNOWN).quantity is None


@pytest.mark.parametrize("text", ["7 business basic, no 12", "basic, no pro"])
def test_an_order_put_right_moves_nobody(text: str) -> None:
    heard = hear(text, Step.PAYMENT, KNOWN).newcomer
    assert heard is None or not (heard.address.street or heard.name)


@pytest.mark.parametrize(
    "text",
    [
        "they moved: 500 Main St, Dallas, TX 75201, USA",
        "cambió de dirección: 500 Main St, Dallas, TX 75201, USA",
        "500 Main St, Dallas, TX 75201, USA",
    ],
)
def test_who_has_moved(text: str) -> None:
    assert described(text, Step.PAYMENT, KNOWN).address.street == "500 Main St"


def test_who_has_moved_to_a_street_that_is_called_a_name() -> None:
    text = "cambió de dirección: Hidalgo 45, 44100 Guadalajara"
    assert described(text, Step.PAYMENT, KNOWN).address.street == "Hidalgo 45"


def test_whose_name_it_is() -> None:
    assert described("o nome dela é Joana", Step.PAYMENT, KNOWN).admin.first_name == "Joana"


def test_a_bare_name_behind_the_kind() -> None:
    known = NewCustomer(type=AccountType.PERSONAL)
    assert described("Benedito Alves", Step.PLAN, known).name == "Benedito Alves"
    assert hear("Business Basic", Step.PLAN, replace(known)).newcomer is None


def test_a_domain_that_is_not_registered_announces_nobody() -> None:
    text = "5 business basic sobre el dominio rafael-isidro.com, que aún no está registrado"
    assert hear(text).newcomer is None
