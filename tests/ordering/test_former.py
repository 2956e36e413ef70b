"""Customer and card of the order before, where a sentence speaks of them."""

from dataclasses import replace

import pytest

from bot.ordering.draft import Draft, Step
from bot.ordering.former import means_former, with_former, with_only_card
from bot.ordering.heard import Heard
from bot.ordering.order import OrderRequest
from tests.ordering.shops import hear, shop

BEFORE = OrderRequest("raf", (), "card-m")
ORDER = Draft(plan="BS", quantity=20)


def heard(text: str, step: Step | None = None, draft: Draft = ORDER) -> Heard:
    found = hear(text, step, draft)
    return with_former(found, means_former(found, text, draft, step), BEFORE, shop())


@pytest.mark.parametrize(
    "text",
    [
        "y 3 business basic para ellos también",
        "3 premium para el mismo cliente",
        "and 3 premium for the same customer",
        "3 premium for them too",
        "mais 3 premium pra eles",
        "3 premium pro mesmo cliente",
    ],
)
def test_the_customer_of_the_order_before(text: str) -> None:
    assert heard(text).customers == ("raf",)


@pytest.mark.parametrize("text", ["el mismo", "para los mismos", "same one", "the same as before", "o mesmo"])
def test_the_same_one_where_it_is_asked_for(text: str) -> None:
    assert heard(text, Step.CUSTOMER).customers == ("raf",)
    assert heard(text, Step.PAYMENT).cards == ("card-m",)


@pytest.mark.parametrize("text", ["none of them", "neither of them"])
def test_who_wants_none_of_them_wants_no_usual_card(text: str) -> None:
    assert heard(text, Step.PAYMENT).cards == ()


@pytest.mark.parametrize("text", ["con la misma tarjeta", "on the same card", "no mesmo cartão"])
def test_the_card_of_the_order_before(text: str) -> None:
    assert heard(text).cards == ("card-m",)


@pytest.mark.parametrize(
    "text",
    ["the usual card", "la de siempre", "o de sempre", "con la de siempre", "the usual one", "a de sempre"],
)
def test_the_usual_card_where_it_is_asked_for(text: str) -> None:
    assert heard(text, Step.PAYMENT).cards == ("card-m",)
    assert heard(text, Step.PAYMENT).unknown_customer is None


@pytest.mark.parametrize("text", ["con la tarjeta de siempre", "with my usual card", "no cartão de sempre"])
def test_the_usual_card_is_the_last_one(text: str) -> None:
    assert heard(text).cards == ("card-m",)


def test_of_one_card_alone_it_is_plain_which_is_the_usual_one() -> None:
    only = replace(shop(), cards=shop().cards[:1])
    said = with_former(Heard(), frozenset((Step.PAYMENT,)), None, only)
    assert said.cards == (only.cards[0].id,)
    assert with_former(Heard(), frozenset((Step.PAYMENT,)), None, shop()).cards == ()


def test_who_is_named_or_known_is_nobody_of_the_order_before() -> None:
    assert heard("3 premium for espiga, on the same card").customers == ("esp",)
    known = Draft(plan="BS", customer=shop().customer_by_id["esp"])
    assert heard("para ellos mejor anual", draft=known).customers == ()
    assert heard("mejor anual, con la visa").cards == ("card-v",)


ONE_CARD = replace(shop(), cards=shop().cards[:1])


@pytest.mark.parametrize(
    "text",
    ["the only card", "my card please", "card", "use what you have", "whatever's on file", "just use that"]
    + ["la única que hay", "con tarjeta", "sí, esa tarjeta", "no cartão", "só tem um", "meu cartão"],
)
def test_the_only_card_that_there_is(text: str) -> None:
    found = hear(text, Step.PAYMENT, ORDER)
    assert with_only_card(found, text, Step.PAYMENT, ONE_CARD).cards == (ONE_CARD.cards[0].id,)
    assert with_only_card(found, text, Step.PAYMENT, shop()).cards == found.cards
    assert with_only_card(found, text, Step.CONFIRM, ONE_CARD).cards == found.cards


@pytest.mark.parametrize(
    "text", ["another card", "no card", "which card?", "my card?", "otra tarjeta", "a new card"]
)
def test_another_card_is_not_the_only_one(text: str) -> None:
    found = hear(text, Step.PAYMENT, ORDER)
    assert with_only_card(found, text, Step.PAYMENT, ONE_CARD).cards == found.cards
