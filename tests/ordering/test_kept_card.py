"""The card that is saved already, where a sentence means it without its brand or its number."""

from dataclasses import replace

import pytest

from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.kept_card import with_kept_card
from tests.ordering.shops import hear, shop

ORDER = Draft(plan="BS", quantity=20)
BEGUN = "20 business standard anual para la espiga, "


def heard(text: str, step: Step | None = Step.PAYMENT, draft: Draft = ORDER, cards: int = 1) -> Heard:
    few = replace(shop(), cards=shop().cards[:cards])
    return with_kept_card(hear(text, step, draft), text, draft, step, few)


@pytest.mark.parametrize(
    "text",
    ["use the card on file", "the one on file", "the saved one", "the stored card", "my existing card"]
    + [
        "the one you already have",
        "the one that's already there",
        "the card in my account",
        "it's saved already",
    ]
    + [
        "la guardada",
        "con la tarjeta guardada",
        "la que ya tienes",
        "la que tienen ahí",
        "la tarjeta registrada",
    ]
    + ["la que está en el sistema", "una de las guardadas"]
    + [
        "a que já está salva",
        "a que já está cadastrada",
        "o que já tá salvo",
        "no cartão salvo",
        "usa o que já tem",
    ]
    + ["pode usar o cartão q tá aí", "o cartão que vocês já têm", "o que eu já tenho cadastrado"],
)
def test_the_saved_card_is_taken_where_there_is_one_and_of_several_it_is_asked_which(text: str) -> None:
    assert heard(text).cards == ("card-v",)
    assert heard(text, cards=2).cards == ("card-v", "card-m")


@pytest.mark.parametrize(
    "text",
    ["pay w/ card on file", "add the ssl cert, pay w/ card on file", "no add-ons, charge the saved card"]
    + ["con la tarjeta guardada", "agrega archivado y paga con la tarjeta que ya tienes"]
    + ["sem adicionais no cartão que já está salvo", "no cartão cadastrado"],
)
def test_so_it_is_in_the_first_sentence_and_no_new_one_is_wanted(text: str) -> None:
    found = heard(BEGUN + text, None, Draft())
    assert (found.cards, found.new_card) == (("card-v",), False)


@pytest.mark.parametrize(
    "text",
    ["tengo tarjeta guardada?", "do you have a saved card?", "qual cartão tá salvo?", "which card is saved"]
    + ["no tengo tarjeta guardada", "i don't have a card on file", "não tenho cartão salvo"]
    + ["a new card, not the saved one", "otra tarjeta, la que ya tienes no", "save a new card"]
    + ["i have a question", "we have no time", "tengo una duda", "tenho uma dúvida"],
)
def test_who_asks_has_none_or_wants_another_means_no_saved_card(text: str) -> None:
    assert heard(text).cards == ()


@pytest.mark.parametrize(
    "text", ["they have saved a lot", "el cliente que ya tienes", "o cliente que já tem"]
)
def test_outside_the_question_it_must_be_called_a_card(text: str) -> None:
    assert heard(text, Step.CUSTOMER).cards == ()


def test_a_card_that_is_named_or_chosen_stays() -> None:
    assert heard("la mastercard guardada", cards=2).cards == ("card-m",)
    assert heard("la guardada", draft=replace(ORDER, payment="card-m")).cards == ()
