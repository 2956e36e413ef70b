"""A yes that repeats what the review says is a yes; one that says something else changes the order first."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.outcome import Outcome
from tests.ordering.shops import hear, shop

SHOP = shop()
REVIEWED = Draft(
    plan="BS", quantity=20, term=Term.YEAR, add_ons=(), customer=SHOP.customers[0], payment="card-v"
)


def after(text: str, draft: Draft = REVIEWED) -> Outcome:
    heard = hear(text, Step.CONFIRM, draft, language="pt")
    return decide(Message(heard, "affirm", text, Step.CONFIRM), draft, {}, SHOP)


@pytest.mark.parametrize(
    "text", ["sim, pode fechar sem domínio", "confirmo, sin complementos", "yes, on the visa please"]
)
def test_a_yes_that_repeats_the_review_confirms(text: str) -> None:
    assert after(text).confirmed


@pytest.mark.parametrize(
    "text", ["yes, on the mastercard please", "sí, para el tornillo", "sim, com copilot"]
)
def test_a_yes_that_changes_something_confirms_nothing(text: str) -> None:
    outcome = after(text)
    assert not outcome.confirmed
    assert outcome.draft != REVIEWED


def test_without_add_ons_is_no_yes_where_there_are_some() -> None:
    draft = replace(REVIEWED, add_ons=()).with_add_on(AddOnChoice("COP"))
    assert not after("confirmo, sin complementos", draft).confirmed
