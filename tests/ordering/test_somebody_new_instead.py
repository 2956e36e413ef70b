"""Somebody new takes the place of a wrong customer; who is said not to be new is not announced."""

import pytest

from bot.ordering.draft import Step
from tests.ordering.newcomers import hear


@pytest.mark.parametrize(
    "text",
    [
        "wrong customer, it's a new one",
        "sorry, wrong customer, they're new",
        "me equivoqué de cliente, es uno nuevo",
        "no es ese cliente, es nuevo",
        "errei o cliente, é um novo",
        "troca o cliente, é novo",
    ],
)
def test_somebody_new_takes_the_place_of_a_wrong_customer(text: str) -> None:
    heard = hear(text, Step.CONFIRM)
    assert heard.newcomer is not None
    assert heard.newcomer.is_new


@pytest.mark.parametrize(
    "text",
    [
        "it's not a new customer",
        "they aren't a new customer",
        "no es un cliente nuevo",
        "el cliente no es nuevo",
        "não é um cliente novo",
        "wrong card, it's a new one",
    ],
)
def test_who_is_not_new_is_not_announced(text: str) -> None:
    newcomer = hear(text, Step.CONFIRM).newcomer
    assert not (newcomer and newcomer.is_new)
