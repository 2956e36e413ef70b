"""An existing customer named by the address that the marketplace knows them by, or with letters mixed up."""

from dataclasses import replace

import pytest

from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity, Heard
from bot.ordering.reading import Sentence, listen
from tests.ordering.shops import hear, shop

ASKED = Draft(plan="BB", quantity=10)
KNOWN = "dueno@laespiga.example"


def heard(text: str, step: Step = Step.CUSTOMER, address: str = KNOWN) -> Heard:
    customers = tuple(replace(one, email=KNOWN if one.id == "esp" else "") for one in shop().customers)
    at = text.index(address)
    email = Entity("email", address, at, at + len(address))
    return listen(Sentence(text, [email], replace(shop(), customers=customers), ASKED, step))


@pytest.mark.parametrize(
    "text",
    [
        KNOWN,
        f"el del correo {KNOWN}",
        f"her email is {KNOWN}, that's the customer",
        f"quem pediu foi {KNOWN}",
    ],
)
def test_whoever_is_known_by_the_address_is_the_customer(text: str) -> None:
    found = heard(text)
    assert (found.customers, found.newcomer) == (("esp",), None)


def test_somebody_new_may_have_the_same_address_and_an_unknown_one_is_somebody_new() -> None:
    assert not heard(f"cliente nuevo, {KNOWN}").customers
    assert not heard("joe@other.example", address="joe@other.example").customers
    assert not heard(f"las credenciales a {KNOWN}", Step.CONFIRM).customers


@pytest.mark.parametrize("text", ["los doctores de san grabiel, mae", "la clínica san garbiel"])
def test_letters_in_another_order_are_the_same_name(text: str) -> None:
    assert hear(text, Step.CUSTOMER, ASKED).customers == ("gab",)
