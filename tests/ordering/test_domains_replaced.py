"""One of the order's domains is replaced or taken out, and what is said of the others."""

import pytest

from bot.ordering.draft import DomainChoice, Draft, Step
from tests.ordering.domain_shop import MAIL, OWN, said

BOTH = OWN.with_extra_domain(DomainChoice("tornillo.mx"))


def left(text: str, *tagged: str, draft: Draft = BOTH) -> tuple[list[str | None], list[tuple[str, bool]]]:
    """The domains that stay in the order; the new ones, and whether they are additional."""
    outcome = said(text, *tagged, draft=draft, step=Step.CONFIRM)
    wishes = [(wish.domain.name, wish.is_extra) for wish in outcome.wishes]
    return [known.name for known in outcome.draft.domains()], wishes


@pytest.mark.parametrize(
    "text",
    [
        "el .com está mal, es tor-nillo.com, el .mx queda igual",
        "cambia tornillo.com por tor-nillo.com y deja el .mx",
        "quita el .com y pon tor-nillo.com, el .mx se mantiene",
        "me equivoqué, puse tornillo.com y es tor-nillo.com. el .mx está bien",
        "swap tornillo.com for tor-nillo.com, keep the .mx",
        "the .com is wrong, it should be tor-nillo.com. the .mx is fine",
        "sorry, typo: tor-nillo.com not tornillo.com. leave the .mx as is",
        "o .com mudou pra tor-nillo.com, o .mx fica igual",
        "é tor-nillo.com no lugar do tornillo.com. o .mx continua",
        "troca o tornillo.com por tor-nillo.com, o outro fica",
        "en vez de tornillo.com va tor-nillo.com, el otro se queda como está",
    ],
)
def test_what_is_said_to_stay_is_no_new_domain(text: str) -> None:
    assert left(text, "tor-nillo.com") == (["tornillo.mx"], [("tor-nillo.com", False)])


@pytest.mark.parametrize(
    "text",
    [
        "el .mx cámbialo por tor-nillo.mx, el .com está bien",
        "el del .mx es tor-nillo.mx",
        "no, es tor-nillo.mx",
        "replace the .mx with tor-nillo.mx, the other stays",
        "o .mx tá errado, é tor-nillo.mx. mantém o .com",
    ],
)
def test_an_additional_one_is_replaced_by_an_additional_one(text: str) -> None:
    assert left(text, "tor-nillo.mx") == (["tornillo.com"], [("tor-nillo.mx", True)])


@pytest.mark.parametrize(
    "text",
    [
        "deja solo el .com",
        "just the .com",
        "só o .com",
        "el .mx no",
        "o .mx não quero mais",
        "the .com only, not the .mx",
    ]
    + ["quita el segundo dominio", "drop the second domain", "tira o segundo domínio"],
)
def test_only_one_of_them_is_left(text: str) -> None:
    intent = "remove" if "segund" in text or "second" in text else "inform"
    outcome = said(text, draft=BOTH, step=Step.CONFIRM, intent=intent)
    assert ([known.name for known in outcome.draft.domains()], outcome.wishes) == (["tornillo.com"], [])


@pytest.mark.parametrize("text", ["el .com está bien, agrega el .net", "keep the .com and add the .net too"])
def test_what_stays_takes_nothing_away_from_what_is_added(text: str) -> None:
    assert left(text, draft=OWN) == (["tornillo.com"], [("tornillo.net", True)])


@pytest.mark.parametrize("text", ["el .com no está mal", "el .com no se toca", "¿el .com no?"])
def test_a_denial_of_something_else_takes_no_domain_out(text: str) -> None:
    assert left(text)[0] == ["tornillo.com", "tornillo.mx"]


@pytest.mark.parametrize(
    "text",
    [
        "it's not tornillo.mx, it's tor-nillo.mx",
        "its not tornillo.mx its tor-nillo.mx",
        "not tornillo.mx but tor-nillo.mx",
        "the second one isn't tornillo.mx, it's tor-nillo.mx",
        "no es tornillo.mx sino tor-nillo.mx",
        "não é tornillo.mx, é tor-nillo.mx",
    ],
)
def test_what_it_is_takes_the_place_of_what_it_is_not(text: str) -> None:
    assert left(text, "tor-nillo.mx", "tornillo.mx") == (["tornillo.com"], [("tor-nillo.mx", True)])


def test_who_has_moved_has_no_domain() -> None:
    assert left("oh, they've moved. it should be tor-nillo.com", "tor-nillo.com")[1] == [
        ("tor-nillo.com", False)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "registra tornilo.com, perdón, tornillo.com, es con doble l",
        "she first wanted tornilo.com but settled on tornillo.com, so register that",
        "never had one so let's buy tornilo.com. no wait, tornillo.com, sorry",
        "primero querían tornilo.com, al final tornillo.com, regístralo",
        "ele queria tornilo.com mas mudou de ideia, vai ser tornillo.com, registra esse",
        "registra tornilo.com, ops, tornillo.com",
    ],
)
def test_of_two_names_the_one_behind_second_thoughts_is_meant(text: str) -> None:
    outcome = said(text, "tornilo.com", "tornillo.com", draft=MAIL, step=Step.DOMAIN)
    assert [(wish.domain.name, wish.is_extra) for wish in outcome.wishes] == [("tornillo.com", False)]


@pytest.mark.parametrize(
    "text",
    [
        "registra tornilo.com y tornillo.com",
        "tornilo.com, perdón, y también tornillo.com",
        "tornilo.com, sorry, tornillo.com too",
        "registra tornilo.com e tornillo.com também",
    ],
)
def test_of_two_names_both_are_meant(text: str) -> None:
    outcome = said(text, "tornilo.com", "tornillo.com", draft=MAIL, step=Step.DOMAIN)
    assert [wish.domain.name for wish in outcome.wishes] == ["tornilo.com", "tornillo.com"]
