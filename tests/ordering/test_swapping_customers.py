"""For whom an order is, changed back and forth: the last one that is named is meant."""

from __future__ import annotations

import pytest

from bot.ordering.draft import Draft, Step
from tests.ordering.shops import hear, shop

OPEN = Draft(plan="BB", quantity=3, customer=shop().customer_by_id["raf"], payment="card-v", add_ons=())


@pytest.mark.parametrize(
    ("text", "customer"),
    [
        ("ok la espiga entonces", "esp"),
        ("la espiga", "esp"),
        ("the espiga one", "esp"),
        ("es el tornillo", "tor"),
        ("wait, it was el tornillo", "tor"),
        ("ay no, era el tornillo", "tor"),
        ("opa, é o tornillo", "tor"),
        ("oops, tornillo", "tor"),
        ("no la clínica, la panadería", "esp"),
        ("not san gabriel, la espiga", "esp"),
        ("no, mejor san gabriel... no, el tornillo", "tor"),
        ("no, es para San Rafael... no, mejor La Espiga", "esp"),
        ("san gabriel, no perdón, la espiga", "esp"),
        ("para la espiga, digo, el tornillo", "tor"),
        ("la espiga no, el tornillo", "tor"),
        ("for la espiga, sorry, i mean san gabriel", "gab"),
        ("pra la espiga, não, pro tornillo", "tor"),
        ("san rafael... mejor dicho san gabriel", "gab"),
        ("gabriel no rafael", "gab"),
        ("el tornillo mejor", "tor"),
        ("No era rafael era gabriel", "gab"),
        ("no era raphael era gabriell", "gab"),
        ("no es rafael sino gabriel", "gab"),
        ("rafael está mal, es gabriel", "gab"),
        ("San Rafael is wrong, it's La Espiga", "esp"),
        ("me equivoqué, es el tornillo", "tor"),
        ("ponlo a nombre de la espiga", "esp"),
        ("põe em nome da espiga", "esp"),
        ("its for laespica", "esp"),
        ("es para eltornilo", "tor"),
    ],
)
@pytest.mark.parametrize("step", [Step.PAYMENT, Step.CONFIRM])
def test_the_last_one_that_is_named_is_meant(text: str, customer: str, step: Step) -> None:
    assert hear(text, step, OPEN).customers == (customer,)


@pytest.mark.parametrize("step", [Step.DOMAIN, Step.EXTRA_DOMAINS, Step.CREDENTIALS_EMAIL])
def test_a_bare_word_of_a_name_is_none_where_it_may_be_something_else(step: Step) -> None:
    assert hear("espiga", step, OPEN).customers == ()


@pytest.mark.parametrize(
    "text",
    [
        "me equivoqué de clínica, la otra",
        "es la otra clínica",
        "wrong clínica, the other one",
        "pra outra clínica",
    ],
)
def test_the_other_of_two_that_share_a_word(text: str) -> None:
    assert hear(text, Step.CONFIRM, OPEN).customers == ("gab",)


@pytest.mark.parametrize("text", ["con la otra tarjeta de la clínica", "la clínica paga con la otra"])
def test_the_other_card_is_nobody(text: str) -> None:
    assert hear(text, Step.CONFIRM, OPEN).customers == ()


@pytest.mark.parametrize(
    "text", ["put it under the other customer", "a nombre del otro cliente", "põe no outro cliente"]
)
def test_of_all_the_others_one_is_asked_for(text: str) -> None:
    assert set(hear(text, Step.CONFIRM, OPEN).customers) == set(shop().customer_by_id) - {"raf"}


def test_a_word_that_several_share_asks_which_of_them() -> None:
    first = Draft()
    assert hear("10 business basic para la clínica, mensual", None, first).customers == ("gab", "raf")
    assert hear("10 business basic para la clínica Los Olivos, mensual", None, first).customers == ()
    assert hear("10 business basic para una clínica, mensual", None, first).customers == ()
