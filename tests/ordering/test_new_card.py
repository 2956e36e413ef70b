"""When somebody wants to pay with a card that is not saved yet, and when they only sound like it."""

from dataclasses import replace

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.new_card import wants_new_card
from bot.ordering.text import words
from tests.ordering.shops import hear, shop


@pytest.mark.parametrize(
    "text",
    [
        "otra tarjeta",
        "tarjeta nueva",
        "quiero usar una tarjeta nueva",
        "quiero pagar con otra",
        "pagar con una nueva",
        "con otra tarjeta de crédito",
        "agregar una tarjeta",
        "mejor registra mi tarjeta",
        "new card",
        "I'd rather pay with a different one",
        "another credit card please",
        "add a card",
        "outro cartão",
        "quero pagar com um novo",
        "cadastrar cartão",
    ],
)
@pytest.mark.parametrize("step", [None, Step.PAYMENT, Step.CONFIRM])
def test_a_new_card_is_asked_for_in_many_words(text: str, step: Step | None) -> None:
    assert wants_new_card(words(text), step)


@pytest.mark.parametrize("text", ["tengo otra pregunta", "another question", "la otra vez no se pudo"])
def test_something_else_that_is_new_is_no_card(text: str) -> None:
    assert not wants_new_card(words(text), Step.PAYMENT)


@pytest.mark.parametrize(
    "text",
    [
        "otra",
        "con otra",
        "una nueva",
        "a new one",
        "outro",
        "com outro",
        "que sea con la otra",
        "let it be the other one please",
    ],
)
def test_where_a_card_is_asked_for_one_word_is_enough(text: str) -> None:
    assert wants_new_card(words(text), Step.PAYMENT)
    assert not wants_new_card(words(text), Step.CUSTOMER)


@pytest.mark.parametrize(
    "text",
    [
        "la visa",
        "con mi tarjeta",
        "es un cliente nuevo, paga con mi tarjeta",
        "25 business premium para otro cliente",
        "cliente nuevo tarjeta visa",
        "new customer, my card",
        "otro dominio",
        "que tarjetas tengo",
    ],
)
def test_other_new_things_are_no_new_card(text: str) -> None:
    assert not wants_new_card(words(text), Step.CONFIRM)


@pytest.mark.parametrize(
    "text", ["what's in standard exactly", "yes but what is it exactly", "sí, ¿cuál es?"]
)
def test_a_question_takes_no_card_though_there_is_one(text):
    only = replace(shop(), cards=shop().cards[:1])
    asked, agreed = (Message(Heard(), "affirm", said, Step.PAYMENT) for said in (text, "sí"))
    assert decide(asked, Draft(), {}, only).draft.payment is None
    assert decide(agreed, Draft(), {}, only).draft.payment == only.cards[0].id


@pytest.mark.parametrize(
    "text",
    [
        "register fern.com, add ssl, pay with the card on file",
        "no add ons. charge the card",
        "sin agregar nada, tarjeta",
    ]
    + ["agrega archivado y paga con la tarjeta", "adiciona o backup e cobra no cartão"],
)
def test_what_is_added_or_registered_is_not_the_card(text: str) -> None:
    assert not wants_new_card(words(text), None)


@pytest.mark.parametrize(
    "text",
    [
        "wait, accounting says not the mastercard, use the visa 4242",
        "not the mastercard, the visa 4242",
        "não o mastercard, o visa 4242",
        "no la mastercard, usa la visa 4242",
    ],
)
def test_the_card_that_is_refused_is_not_the_one_with_its_digits(text):
    assert hear(text, Step.CONFIRM, Draft(plan="BS", quantity=5, payment="card-m")).cards == ("card-v",)
