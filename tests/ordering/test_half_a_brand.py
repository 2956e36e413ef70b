"""What is half a brand's name and half something else: "MS" is Microsoft, and a state of Brazil."""

import pytest

from bot.ordering.credentials import CUSTOMERS
from bot.ordering.draft import Draft, Step
from tests.ordering.newcomers import KNOWN, NAMED, described
from tests.ordering.shops import hear


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("3 business standard da ms", "BS"),
        ("3 ms business standard", "BS"),
        ("3 MS 365 standard", "BS"),
        ("3 standard ms anual", "BS"),
    ],
)
def test_a_short_brand_beside_its_plan(text: str, plan: str) -> None:
    assert hear(text).plans == (plan,)


@pytest.mark.parametrize("text", ["para La Espiga, en MS", "for Ms Rao"])
def test_elsewhere_it_names_no_product(text: str) -> None:
    assert not hear(text, None, Draft(plan="GS", quantity=2)).plans


def test_a_state_that_is_written_like_a_title() -> None:
    text = "Rua Um 10, Campo Grande, MS, 79002-000, Brasil"
    assert described(text, Step.CUSTOMER_ADDRESS, NAMED).address.state == "MS"


@pytest.mark.parametrize("text", ["ele", "ela", "ella", "pro dono da loja", "al dueño", "to the owner"])
def test_to_them(text: str) -> None:
    heard = hear(text, Step.CREDENTIALS_EMAIL, Draft(new_customer=KNOWN)).newcomer
    assert heard is not None
    assert heard.credentials == CUSTOMERS
