"""A part of the order is named, and not what it shall be instead: it is asked about again."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.deciding.back import one_back
from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.outcome import USUAL, Outcome, Question
from bot.ordering.reopening import part_named
from tests.ordering.shops import shop

OPEN = Draft(
    plan="BS",
    quantity=20,
    term=Term.YEAR,
    add_ons=(),
    customer=shop().customer_by_id["raf"],
    payment="card-v",
    domain=DomainChoice("rafael.com"),
)


@pytest.mark.parametrize(
    ("step", "texts"),
    [
        (
            Step.CUSTOMER,
            "es para otro cliente|cambiar el cliente|me equivoqué de cliente|me confundí de clínica|"
            "cliente equivocado|no es esa clínica|no, cambia el cliente|wrong customer|"
            "it's for another customer|"
            "the customer is wrong|I want to change the customer|that's not the customer|"
            "quero mudar o cliente|"
            "errei o cliente|"
            "é pra outro cliente|cliente errado|não é esse cliente|me equivoqué, es para otro cliente",
        ),
        (
            Step.PAYMENT,
            "la tarjeta está mal|quiero cambiar la tarjeta|me equivoqué de tarjeta|"
            "wrong card|can I change the card|"
            "I picked the wrong card|o cartão tá errado|quero trocar o cartão|no es esa tarjeta",
        ),
        (
            Step.QUANTITY,
            "la cantidad está mal|quiero cambiar la cantidad|wrong quantity|the number of licenses is wrong|"
            "errei a quantidade|muda a quantidade|me equivoqué en la cantidad",
        ),
        (Step.TERM, "el plazo está mal|no, cambia el plazo|I got the term wrong|quero mudar o prazo"),
        (Step.PLAN, "plan equivocado|me equivoqué de plan|wrong plan|back to the plan|errei o plano"),
        (Step.ADD_ONS, "cambiar los complementos|change the add-ons|quero mudar os complementos"),
        (Step.DOMAIN, "me equivoqué de dominio|el dominio está mal|wrong domain|o domínio tá errado"),
    ],
)
def test_a_part_that_is_wrong_or_another_is_asked_again(step: Step, texts: str) -> None:
    for text in texts.split("|"):
        assert part_named(text, OPEN, False) is step, text


@pytest.mark.parametrize(
    "text",
    [
        "no cambies la tarjeta",
        "no hay otra tarjeta",
        "don't change the customer",
        "não muda o plano",
        "el plan está bien",
        "sí, esa tarjeta",
        "la tarjeta",
        "el cliente está feliz",
        "¿otro plan?",
        "is that another card?",
        "the card is wrong?",
        "también para otro cliente",
        "otro pedido para otro cliente de Lima",
        "la cantidad está bien, confirma",
        "cambia el plan y la tarjeta",
        "otra cosa",
        "mal",
        "change it",
        "sin tarjeta",
    ],
)
def test_what_keeps_asks_or_says_more_reopens_nothing(text: str) -> None:
    assert part_named(text, OPEN, False) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("la tarjeta", Step.PAYMENT),
        ("el cliente", Step.CUSTOMER),
        ("the quantity please", Step.QUANTITY),
        ("o plano", Step.PLAN),
        ("los complementos", Step.ADD_ONS),
        ("nada", None),
    ],
)
def test_after_the_question_what_to_change_a_bare_name_will_do(text: str, step: Step | None) -> None:
    assert part_named(text, OPEN, True) is step


def test_what_is_not_answered_yet_is_not_asked_again() -> None:
    assert part_named("es para otro cliente", replace(OPEN, customer=None), False) is None
    assert part_named("wrong card", replace(OPEN, payment=None), False) is None


def said(text: str, intent: str, step: Step, heard: Heard, questions: dict[Step, Question]) -> Outcome:
    return decide(Message(heard, intent, text, step), OPEN, questions, shop())


def test_the_answer_stays_until_another_is_given() -> None:
    outcome = said("wrong card", "inform", Step.CONFIRM, Heard(part=Step.PAYMENT), {})
    assert outcome.next_step(shop().catalog) is Step.PAYMENT
    assert outcome.draft.payment == "card-v"
    chosen = said("mastercard", "inform", Step.PAYMENT, Heard(cards=("card-m",)), outcome.questions)
    assert (chosen.draft.payment, chosen.next_step(shop().catalog)) == ("card-m", Step.CONFIRM)
    for text, intent in (("no, déjala así", "deny"), ("está bien, confirmo", "affirm")):
        kept = said(text, intent, Step.PAYMENT, Heard(), outcome.questions)
        assert kept.next_step(shop().catalog) is Step.CONFIRM
        assert (kept.draft, kept.confirmed) == (OPEN, False)


def test_back_leaves_it_as_it_was() -> None:
    again = {Step.PAYMENT: Question(Step.PAYMENT, USUAL)}
    assert one_back(OPEN, again, Step.PAYMENT) == (OPEN, {})


def test_de_acuerdo_names_no_agreement() -> None:
    assert part_named("disculpa, de acuerdo", OPEN, False) is None
    assert part_named("de acuerdo, otra tarjeta", OPEN, False) is Step.PAYMENT
