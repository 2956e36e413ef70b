"""A card that is named by its last digits, said in words."""

import pytest

from bot.ordering.dictated import dictated
from bot.ordering.draft import Draft, Step
from bot.ordering.text import words
from tests.ordering.shops import hear

PAID = Draft(plan="BS", quantity=20, payment="card-v")


@pytest.mark.parametrize(
    "text",
    [
        "la que termina en cuatro cuatro cuatro cuatro",
        "cuarenta y cuatro cuarenta y cuatro",
        "la de los cuatro cuatros",
    ]
    + [
        "double four double four",
        "the one ending four four four four",
        "ending forty four forty four",
        "44 44",
    ]
    + ["four fours", "final quarenta e quatro quarenta e quatro", "o de final quatro quatro quatro quatro"],
)
def test_the_last_digits_may_be_dictated(text: str) -> None:
    assert hear(text, Step.PAYMENT, PAID).cards == ("card-m",)
    assert hear(text, Step.PAYMENT, PAID).quantity is None


@pytest.mark.parametrize(
    "text",
    ["la tarjeta que termina en cuatro dos cuatro dos", "con la visa cuarenta y dos cuarenta y dos"]
    + [
        "card ending four two four two",
        "the card ending forty two forty two",
        "cartão final quatro dois quatro dois",
    ],
)
def test_so_they_may_in_the_first_sentence(text: str) -> None:
    found = hear(f"20 business standard anual para la espiga, {text}")
    assert (found.cards, found.quantity) == (("card-v",), "20")


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("amex ending triple zero five", "0005"),
        ("ending double oh oh five", "0005"),
        ("final um um um um", "1111"),
        ("termina em onze onze", "1111"),
        ("tres ceros cinco", "0005"),
        ("veintidós cuarenta", "2240"),
    ],
)
def test_figures_are_joined_as_they_are_said(text: str, digits: str) -> None:
    assert [each.digits for each in dictated(words(text))] == [digits]


@pytest.mark.parametrize(
    "text", ["card ending nine nine nine nine", "tarjeta terminada en noventa y nueve noventa y nueve"]
)
def test_dictated_digits_that_no_card_has_mean_no_saved_card(text: str) -> None:
    found = hear(text, Step.PAYMENT, PAID)
    assert (found.cards, found.unknown_brand) == ((), "•••• 9999")


@pytest.mark.parametrize(
    "text", ["cuarenta y cuatro y cuarenta y cuatro", "forty four users", "cuatro cuatro cuatro cuatro"]
)
def test_elsewhere_such_numbers_are_of_no_card(text: str) -> None:
    assert hear(text, Step.QUANTITY, Draft(plan="BS")).cards == ()
