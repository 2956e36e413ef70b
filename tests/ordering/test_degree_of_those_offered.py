"""Which of the plans that were offered: by its price or by how good it is, in any words."""

import pytest

from bot.ordering.answering import is_answer
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.supposing import asks_price
from tests.ordering import shops

OFFERED = ("BB", "BS", "BP")


def hear(text: str) -> Heard:
    return shops.hear(text, Step.PLAN, offered=OFFERED)


@pytest.mark.parametrize(
    "text",
    [
        "whatever's cheapest",
        "whichever is cheaper",
        "the less expensive one",
        "the one that costs less",
        "cheapest you've got",
        "no preference, cheapest",
        "lowest price one",
        "el que salga más barato",
        "el que cueste menos",
        "el de menor precio",
        "lo que sea mas barato",
        "el mas barato que tengas",
        "o que for mais barato",
        "o mais em conta",
        "o que custar menos",
        "o de menor preço",
    ],
)
def test_the_cheapest(text: str) -> None:
    assert hear(text).plans == ("BB",)
    assert not asks_price(text)


@pytest.mark.parametrize(
    "text", ["the better one", "best one", "el mejor", "el más caro", "o melhor", "o mais caro pra ele"]
)
def test_the_best(text: str) -> None:
    assert hear(text).plans == ("BP",)


@pytest.mark.parametrize(
    "text",
    [
        "which one is cheapest?",
        "cual es el mas barato",
        "qual é o mais barato?",
        "not the cheapest",
        "hay algo más barato?",
        "is there anything cheaper?",
        "best regards",
    ],
)
def test_who_asks_or_denies_chooses_none(text: str) -> None:
    heard = hear(text)
    assert heard.asks or not heard.plans


@pytest.mark.parametrize("step", [Step.PAYMENT, Step.CONFIRM])
@pytest.mark.parametrize(
    "text",
    ["la visa, la otra la tengo casi al tope", "visa, la mastercard está al tope", "la otra anda al tope"],
)
def test_a_card_at_its_limit_is_no_higher_plan(text: str, step: Step) -> None:
    assert not shops.hear(text, step, Draft(plan="BB", quantity=3)).plans


@pytest.mark.parametrize(
    "text",
    [
        "anual con el descuento",
        "con el descuento",
        "el que trae descuento",
        "the discounted one please",
        "yearly, with the discount",
        "whichever has the discount",
        "o que tem desconto",
        "anual com desconto mesmo",
    ],
)
def test_the_term_with_the_discount(text: str) -> None:
    heard = shops.hear(text, Step.TERM, Draft(plan="BP", quantity=16), "ask_savings", ("month", "year"))
    assert heard.term == "year"
    assert is_answer(Step.TERM, "ask_savings", heard, text)


@pytest.mark.parametrize(
    "text", ["anual tiene descuento?", "hay descuento anual", "qual tem desconto?", "is there a discount"]
)
def test_who_asks_for_a_discount_has_chosen_no_term(text: str) -> None:
    heard = shops.hear(text, Step.TERM, Draft(plan="BP", quantity=16), "ask_savings", ("month", "year"))
    assert not is_answer(Step.TERM, "ask_savings", heard, text)


def test_no_plan_has_a_discount() -> None:
    assert hear("algo con descuento").plans == ()
