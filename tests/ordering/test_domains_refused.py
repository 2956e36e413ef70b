"""A domain that is not wanted: it goes, and the order stays."""

import pytest

from bot.ordering.draft import DomainChoice, Step
from bot.ordering.meaning import meaning
from bot.ordering.reading import Sentence, listen
from tests.ordering.domain_shop import MAIL, OWN, SHOP, heard, reasons, said, wishes

OWN_STEP = Step.DOMAIN


@pytest.mark.parametrize(
    "text",
    [
        "no quiero el dominio a-b.com",
        "no necesitan a-b.com",
        "olvida el dominio a-b.com",
        "sin a-b.com",
        "i don't want a-b.com",
        "forget about the domain a-b.com",
        "não quero o domínio a-b.com",
        "esquece o a-b.com",
    ],
)
def test_a_name_that_is_not_wanted_is_not_bought(text):
    outcome = said(text, "a-b.com", draft=MAIL, step=OWN_STEP)
    assert (outcome.wishes, outcome.draft.domain) == ([], DomainChoice(None))
    assert reasons(outcome) == ["domain_postponed"]


@pytest.mark.parametrize("text", ["no, a-b.com", "no a-b.com", "no es a-b.com"])
def test_a_correction_refuses_no_name(text):
    assert ("a-b.com", False) in wishes(said(text, "a-b.com", draft=MAIL, step=OWN_STEP))


@pytest.mark.parametrize(
    "text",
    [
        "olvida el dominio",
        "olvídate del dominio",
        "cancela el dominio",
        "forget the domain",
        "cancel the domain",
        "esquece o domínio",
        "deixa o domínio pra lá",
        "leave the domain out",
        "¿puede ser sin dominio?",
        "no me pongas dominio",
        "I don't want a domain",
        "não precisa de domínio",
        "nada de dominio",
    ],
)
def test_the_domain_is_dropped_and_never_the_order(text):
    for draft, step in ((OWN, Step.CONFIRM), (MAIL, OWN_STEP)):
        for intent in ("cancel", "ask_domain", "remove"):
            understood = listen(Sentence(text, [], SHOP, draft, step, intent))
            wanted = meaning(intent, 0.9, understood)
            assert wanted in ("remove", "no_more")
            assert said(text, draft=draft, step=step, intent=wanted).draft.domain == DomainChoice(None)


@pytest.mark.parametrize(
    "text",
    [
        "cancela el pedido",
        "cancela todo, sin dominio no sirve",
        "cancel the order",
        "cancela o pedido com domínio",
    ],
)
def test_who_names_the_order_drops_the_order(text):
    understood = listen(Sentence(text, [], SHOP, OWN, Step.CONFIRM, "cancel"))
    assert meaning("cancel", 0.9, understood) == "cancel"


@pytest.mark.parametrize(
    "text", ["¿qué pasa si no tengo dominio?", "what if they have no domain", "e se não tiver domínio?"]
)
def test_asking_what_happens_without_a_domain_refuses_none(text):
    assert not heard(text, step=OWN_STEP).none
