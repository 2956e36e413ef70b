"""Beside the open order the same is wanted for somebody else: a second order, and no change of the first."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import DomainChoice, Draft, Step
from tests.ordering.shops import hear, shop

OPEN = Draft(
    plan="BB",
    quantity=3,
    domain=DomainChoice(None),
    customer=shop().customer_by_id["raf"],
    payment="card-v",
    add_ons=(),
)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("y otro igual para El Tornillo", 3),
        ("después de este, otro para el tornillo", 3),
        ("el mismo para el tornillo también", 3),
        ("son dos pedidos, este y otro para El Tornillo", 3),
        ("luego te pido otro para el tornillo", 3),
        ("and another one for el tornillo", 3),
        ("the same for el tornillo too", 3),
        ("e outro pedido pro tornillo", 3),
        ("o mesmo pra el tornillo também", 3),
    ],
)
def test_another_one_for_somebody_else_is_a_second_order(text: str, quantity: int) -> None:
    heard = hear(text, Step.CONFIRM, OPEN)
    assert heard.second
    assert (heard.second.plan, heard.second.quantity, heard.second.customer) == ("BB", quantity, "tor")
    outcome = decide(Message(heard, "inform", text, Step.CONFIRM), OPEN, {}, shop())
    assert (outcome.draft, outcome.second) == (OPEN, heard.second)


@pytest.mark.parametrize(
    "text",
    [
        "para el tornillo",
        "es para otro cliente: el tornillo",
        "otro cliente, el tornillo",
        "mejor otro, para el tornillo",
        "it's for another client, el tornillo",
        "it's too many and it's for el tornillo",
    ],
)
def test_another_customer_takes_the_place_of_the_first(text: str) -> None:
    heard = hear(text, Step.CONFIRM, OPEN)
    assert (heard.second, heard.customers) == (None, ("tor",))
