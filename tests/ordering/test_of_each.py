"""One number for a plan and its add-ons: "5 of each"."""

import pytest

from bot.ordering.draft import AddOnChoice, Draft, Step
from tests.ordering.shops import hear


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("business basic com copilot, 3 de cada", "3"),
        ("business basic e copilot, 3 de cada um", "3"),
        ("business basic e copilot, dos 2, 5", "5"),
        ("business basic and copilot, 5 of each", "5"),
        ("5 each of business basic and copilot", "5"),
        ("business basic and copilot, 5 of the 2", "5"),
        ("business basic y copilot, 5 de cada uno", "5"),
        ("business basic con copilot, 5 c/u", "5"),
        ("business basic y copilot, de los 2, 5", "5"),
        ("business basic, copilot y archivado: de los 3, 8", "8"),
    ],
)
def test_so_many_of_each(text: str, number: str) -> None:
    heard = hear(text, Step.PLAN, intent="order")
    assert (heard.plans, heard.quantity, heard.other) == (("BB",), number, None)
    assert {each.quantity for each in heard.add_ons} == {None}


@pytest.mark.parametrize("text", ["5 of each", "5 de cada", "5 de cada uno", "5 each"])
def test_so_many_of_each_where_how_many_is_asked(text: str) -> None:
    assert hear(text, Step.QUANTITY, Draft(plan="BB", add_ons=(AddOnChoice("COP"),))).quantity == "5"


@pytest.mark.parametrize(
    "text", ["business basic with copilot, 18 per user", "business basic con copilot a 18 por usuario"]
)
def test_a_price_for_each_user_counts_nothing(text: str) -> None:
    assert hear(text, Step.PLAN, intent="order").quantity is None


def test_what_is_for_two_is_for_two() -> None:
    assert hear("business basic y copilot para los 2", Step.PLAN, intent="order").quantity == "2"


@pytest.mark.parametrize(
    "text",
    [
        "business basic para 8, a todos archivado, a 3 copilot",
        "business basic for 8, archiving, the 3 copilot",
    ],
)
def test_as_many_as_there_are_products_may_be_an_add_ons_number(text: str) -> None:
    heard = hear(text, Step.PLAN, intent="order")
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("8", [None, "3"])


def test_a_plus_before_another_mark_is_a_name() -> None:
    assert hear("8 google starter + 3 voice", Step.PLAN, intent="order").quantity == "8"
