"""An order is thrown away by a plain cancel only."""

import pytest

from bot.ordering.cancelling import CANCEL, KEEP, SENT, UNSURE, begins_another, cancelling
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from tests.ordering.shops import hear, shop

DRAFT = Draft(plan="BS", quantity=5)
PLAIN = """cancela|cancelar|cancela el pedido por favor|ya no, cancela|no, mejor cancela todo
quiero cancelar|cancel|never mind, cancel it|please cancel the order|cancel everything, thanks
discard it|/cancel|deixa pra lá, cancela|não, cancela tudo|quero cancelar o pedido|descarta isso"""
NEGATED = """don't cancel it|don’t cancel|please do not cancel the order|no lo canceles|no canceles nada
nao cancela|não cancela não|não quero cancelar|no quiero cancelar el pedido"""
SENT_ONES = """cancela o pedido SO000005|cancel order SO000005|cancela el pedido que acabo de enviar
cancel my last order|cancela o pedido que fiz ontem"""
PARTS = """olvida el dominio|forget the domain|esquece o dominio|cancela el dominio|cancela el copilot
mas eu quero transferir, nao comprar|cancel the last add-on|cancela o cartão|cancel the customer"""
PERHAPS = """olvídalo|forget it|mejor lo dejamos|ya me arrepentí|deixa pra lá"""


def each(said: str) -> list[str]:
    return [one for line in said.splitlines() for one in line.split("|")]


def meant(text: str) -> str:
    return cancelling(text, hear(text, Step.CONFIRM, DRAFT, "cancel"))


@pytest.mark.parametrize("text", each(PLAIN))
def test_a_plain_cancel_cancels(text: str) -> None:
    assert meant(text) == CANCEL


@pytest.mark.parametrize("text", each(NEGATED))
def test_a_negated_cancel_keeps_the_order(text: str) -> None:
    assert meant(text) == KEEP
    outcome = decide(Message(Heard(), KEEP, text, Step.CONFIRM), DRAFT, {}, shop())
    assert outcome.draft == DRAFT
    assert [note.reason for note in outcome.notes] == ["not_cancelled"]


@pytest.mark.parametrize("text", each(SENT_ONES))
def test_an_order_that_was_sent_is_not_the_open_one(text: str) -> None:
    assert meant(text) == SENT
    outcome = decide(Message(Heard(), SENT, text, Step.CONFIRM), DRAFT, {}, shop())
    assert [note.reason for note in outcome.notes] == ["cancel_sent"]


@pytest.mark.parametrize("text", each(PARTS))
def test_a_part_that_is_cancelled_leaves_the_order(text: str) -> None:
    assert meant(text) == "remove"


def test_a_cancelled_add_on_goes() -> None:
    (add_on,) = hear("cancela el copilot", Step.CONFIRM, DRAFT, "cancel").add_ons
    assert (add_on.mpn, add_on.removed) == ("COP", True)


@pytest.mark.parametrize("text", ["forget the domain", "olvida el dominio", "esquece o dominio"])
def test_a_domain_to_be_forgotten_is_no_domain(text: str) -> None:
    assert hear(text, Step.CONFIRM, DRAFT, "cancel").domains.none


@pytest.mark.parametrize("text", each(PERHAPS))
def test_what_may_be_a_cancel_is_asked(text: str) -> None:
    assert meant(text) == UNSURE
    outcome = decide(Message(Heard(), UNSURE, text, Step.CONFIRM), DRAFT, {}, shop())
    assert outcome.draft == DRAFT
    assert outcome.questions[Step.CONFIRM].reason == "cancel_sure"


def test_an_order_that_only_sounds_like_a_cancel_throws_nothing_away() -> None:
    text = "basic anual, es para todo el equipo"
    assert cancelling(text, hear(text, Step.CONFIRM, DRAFT)) == "remove"
    text = "cancela todo el pedido de basic anual"
    assert cancelling(text, hear(text, Step.CONFIRM, DRAFT)) == UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "but i do need another one: 5 business premium for la espiga, monthly, no add ons",
        "mejor hazme 5 premium mensual para la espiga",
        "faz outro: 5 business premium pra espiga",
        "otro: business premium",
        "sí, y hazme otro de 5 premium",
        "5 business premium para la espiga, mensual",
        "no, cancel it and place another order: 5 business premium for la espiga",
    ],
)
def test_who_goes_on_with_another_order_has_left_the_open_one(text: str) -> None:
    assert begins_another(text, hear(text))


@pytest.mark.parametrize(
    "text",
    [
        "no, just make it 5",
        "no, keep it",
        "keep it, and I need another one: 5 business premium for la espiga",
        "no, déjalo, y hazme otro de 5 premium para la espiga",
        "no, mejor 5 business premium",
        "make it business premium",
        "con otra tarjeta, business premium",
        "otros 5 premium",
        "don't cancel it, 5 business premium for la espiga",
        "another one",
        "what is business premium?",
        "no, é pra espiga",
    ],
)
def test_a_correction_keeps_the_order_that_was_perhaps_to_go(text: str) -> None:
    assert not begins_another(text, hear(text))
