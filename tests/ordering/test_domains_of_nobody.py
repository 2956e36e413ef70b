"""Names of nobody, those that their owner chose or that are said to be free; a taken one left for later."""

import pytest

from bot.ordering.draft import Step
from tests.ordering.domain_shop import heard


@pytest.mark.parametrize(
    "text",
    [
        "get us rusty-lantern.com please, nobody owns it i looked",
        "registra taller-nogal.com, nadie lo tiene, ya revisé",
        "compra esse aqui: bolo-quente.com, ninguém tem",
        "la dueña escogió taller-nogal.com, es nuevo, dele de alta",
        "la segunda opción de la dueña es taller-nogal.com",
        "the client's plan b is rusty-lantern.com",
    ],
)
def test_a_name_of_nobody_is_not_theirs(text: str) -> None:
    for step in (Step.DOMAIN, Step.DOMAIN_TAKEN):
        assert [name.theirs for name in heard(text, step=step).names] == [False]


@pytest.mark.parametrize("text", ["they own rusty-lantern.com", "la dueña tiene taller-nogal.com"])
def test_a_name_that_somebody_has_is(text: str) -> None:
    assert [name.theirs for name in heard(text, step=Step.DOMAIN).names] == [True]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("different name then: rusty-lantern.com, that should be free", False),
        ("registra taller-nogal.com que está libre", False),
        ("pode registrar bolo-quente.com que tá livre", False),
        ("registra taller-nogal.com si está libre", False),
        ("taller-nogal.com está libre", True),
        ("puedes ver si taller-nogal.com está libre", True),
        ("then check whether rusty-lantern.com is free", True),
        ("is rusty-lantern.com free?", True),
    ],
)
def test_who_says_that_it_is_free_asks_nothing(text: str, asked: bool) -> None:
    assert heard(text, intent="ask_domain", step=Step.DOMAIN_TAKEN).asked is asked


@pytest.mark.parametrize(
    "text",
    [
        "kindly keep the domain pending, customer will revert with another name later",
        "bueno, luego vemos otro nombre, sigamos sin dominio",
        "déjalo pendiente, luego te paso otro nombre",
        "não tenho ideia de outro nome, deixa o domínio pra depois",
        "nesse caso, definiremos o domínio posteriormente",
        "más tardecito, es que la dueña anda de viaje",
        "mais tardinho, a dona tá viajando",
    ],
)
def test_another_name_later_leaves_the_domain(text: str) -> None:
    assert heard(text, intent="skip", step=Step.DOMAIN_TAKEN).none


def test_another_name_now_does_not() -> None:
    for text in ("another name then", "otro nombre entonces", "quero tentar outro nome"):
        found = heard(text, intent="inform", step=Step.DOMAIN_TAKEN)
        assert (found.none, found.more) == (False, True)


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("mas é dele mesmo, tá em outra empresa, transfere pra cá", False),
        ("it's theirs, it's with another company", False),
        ("es del cliente, lo tiene en otra empresa", False),
        ("es de otra empresa", True),
        ("it belongs to another company", True),
    ],
)
def test_where_it_is_registered_is_not_whose_it_is(text: str, foreign: bool) -> None:
    assert heard(text, intent="inform", step=Step.DOMAIN_TAKEN).foreign is foreign
