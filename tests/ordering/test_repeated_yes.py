"""A yes that repeats what the review says is a yes; one that says something else changes the order first."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, DomainChoice, Draft, Step
from bot.ordering.outcome import Outcome
from tests.ordering.shops import hear, shop

SHOP = shop()
REVIEWED = Draft(
    plan="BS", quantity=20, term=Term.YEAR, add_ons=(), customer=SHOP.customers[0], payment="card-v"
)


def after(text: str, draft: Draft = REVIEWED, intent: str = "affirm") -> Outcome:
    heard = hear(text, Step.CONFIRM, draft, intent, language="pt")
    return decide(Message(heard, intent, text, Step.CONFIRM), draft, {}, SHOP)


@pytest.mark.parametrize(
    "text", ["sim, pode fechar sem domínio", "confirmo, sin complementos", "yes, on the visa please"]
)
def test_a_yes_that_repeats_the_review_confirms(text: str) -> None:
    assert after(text).confirmed


@pytest.mark.parametrize(
    "text", ["yes, on the mastercard please", "sí, para el tornillo", "sim, com copilot"]
)
def test_a_yes_that_changes_something_confirms_nothing(text: str) -> None:
    outcome = after(text)
    assert not outcome.confirmed
    assert outcome.draft != REVIEWED


def test_without_add_ons_is_no_yes_where_there_are_some() -> None:
    draft = replace(REVIEWED, add_ons=()).with_add_on(AddOnChoice("COP"))
    assert not after("confirmo, sin complementos", draft).confirmed


DOMAINS = tuple(DomainChoice(f"a{each}.com") for each in (1, 2))
HOSTED = replace(REVIEWED, domain=DomainChoice("a.com"), extra_domains=DOMAINS)
EXTRAS = replace(REVIEWED, add_ons=(AddOnChoice("COP"), AddOnChoice("ARC")))


@pytest.mark.parametrize(
    "text",
    ["yes, with both add-ons", "yes please, with the two add-ons", "sí, con los dos complementos"]
    + [
        "sim, com os dois adicionais",
        "yes to both extras",
        "sí, con ambos complementos",
        "sí con los 2 extras",
    ],
)
def test_a_yes_with_the_add_ons_that_it_has_confirms(text: str) -> None:
    assert after(text, EXTRAS).confirmed


@pytest.mark.parametrize(
    "text", ["yes, with the two add-ons", "yes, with both add-ons", "sí, con dos extras"]
)
def test_a_yes_with_more_add_ons_than_it_has_confirms_nothing(text: str) -> None:
    assert not after(text, replace(EXTRAS, add_ons=(AddOnChoice("COP"),))).confirmed


@pytest.mark.parametrize(
    "text",
    ["yes, with another add-on", "sim, com mais dois complementos", "yes, without the add-ons"]
    + ["yes but with which add-ons?", "sí, con otro complemento"],
)
def test_a_yes_with_other_add_ons_confirms_nothing(text: str) -> None:
    assert not after(text, EXTRAS).confirmed


@pytest.mark.parametrize(
    "text",
    ["Yes, all 3, go ahead", "yes all 3", "yep, the 3 of them. place it", "yes please, all 3 domains"]
    + ["sí, los 3, confírmalo", "sí, los 3 dominios, adelante", "sim, os 3, pode fechar"]
    + ["isso, todos os 3, confirma"],
)
def test_how_many_domains_there_are_is_no_other_number_of_seats(text: str) -> None:
    outcome = after(text, HOSTED)
    assert outcome.confirmed
    assert outcome.draft == HOSTED


@pytest.mark.parametrize(
    "text", ["just the 2, go ahead", "solo las 2, dale", "dale, los 2 nomás", "só as 2, pode fechar"]
)
def test_a_yes_to_two_is_none_to_ten(text: str) -> None:
    outcome = after(text, REVIEWED)
    assert (outcome.confirmed, outcome.draft.quantity) == (False, 2)


@pytest.mark.parametrize("text", ["yes, but only 3", "yes, make it 3", "sí, que sean 3", "sim, mas 3"])
def test_a_number_that_is_wanted_is_one_of_seats(text: str) -> None:
    assert after(text, HOSTED).draft.quantity == 3


@pytest.mark.parametrize(
    "text", ["remove the 2 add-ons, go ahead", "quita los 2 complementos", "tira os 2 adicionais"]
)
def test_both_add_ons_that_go_are_no_seats(text: str) -> None:
    outcome = after(text, EXTRAS, "remove")
    assert not outcome.confirmed
    assert outcome.draft == REVIEWED


@pytest.mark.parametrize(
    "text",
    ["yes, microsoft, go", "sí, microsoft 365, dale", "sim, microsoft, pode", "confirmá los 20 standard"]
    + ["confirma el pedido de la espiga", "place the order for la espiga", "confirma el pedido de microsoft"]
    + ["sim, as 20 licenças, manda logo", "sim, no visa, pode fechar", "sí, con la visa, dale de una vez"],
)
def test_what_could_be_several_is_the_one_that_is_shown(text: str) -> None:
    outcome = after(text)
    assert outcome.confirmed
    assert outcome.draft == REVIEWED


@pytest.mark.parametrize(
    "text",
    ["yes, google, go", "sí, el premium, dale", "sí, 12 standard, dale", "microsoft", "la visa", "ok 20"]
    + ["yes 20 more, go", "sí, san rafael", "confirma el correo de la espiga", "sí, los 20 pero mañana"],
)
def test_what_is_not_shown_is_no_yes(text: str) -> None:
    assert not after(text).confirmed


@pytest.mark.parametrize(
    "text", ["Yes, both domains, go", "sim, os dois domínios, manda", "sí, ambos dominios, dale"]
)
def test_a_yes_with_both_domains_confirms_where_there_are_two(text: str) -> None:
    assert after(text, replace(HOSTED, extra_domains=DOMAINS[:1])).confirmed
