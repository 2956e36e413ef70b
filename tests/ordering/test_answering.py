"""What answers the question that was asked, or wants what it names, is none itself, however it sounds."""

from dataclasses import replace

import pytest

from bot.ordering.answering import is_answer
from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.meaning import meaning
from tests.ordering.shops import hear, shop

CHOSEN = Draft(plan="BB", quantity=10)
REVIEWED = Draft(
    plan="BB", quantity=10, term=Term.MONTH, add_ons=(), customer=shop().customers[0], payment="card-v"
)


@pytest.mark.parametrize(
    ("text", "step", "intent"),
    [
        ("contrato anual", Step.TERM, "ask_terms"),
        ("is it cheaper by the year? yearly then", Step.TERM, "ask_savings"),
        ("so yearly saves money? ok yearly", Step.TERM, "ask_savings"),
        ("sale mejor anual? entonces anual", Step.TERM, "ask_savings"),
        ("I now see their comment, they'd rather have it yearly", Step.CONFIRM, "ask_savings"),
        ("pay yearly", Step.TERM, "ask_savings"),
        ("yearly, I guess?", Step.TERM, "ask_savings"),
        ("yearly is fine", Step.TERM, "ask_savings"),
        ("conviene anual", Step.TERM, "ask_savings"),
        ("ah tem minimo? entao poe 3 msm", Step.QUANTITY, "wait"),
        ("is there a minimum? ok make it 3", Step.QUANTITY, "ask_price"),
        ("¿se paga cada mes? ponlo anual", Step.TERM, "ask_terms"),
        ("factura mensual", Step.TERM, "ask_payment"),
        ("con copilot nada mas", Step.ADD_ONS, "ask_add_ons"),
        ("la factura a la visa", Step.PAYMENT, "ask_terms"),
        ("actually go yearly, the bloke wants the discount", Step.CONFIRM, "ask_savings"),
        ("switch to yearly for the discount", Step.CONFIRM, "ask_savings"),
        ("mejor anual, quiere el descuento", Step.CONFIRM, "ask_savings"),
        ("pásalo a anual que quiere el descuento", Step.CONFIRM, "ask_savings"),
        ("põe anual por causa do desconto", Step.CONFIRM, "ask_savings"),
        ("paper-and-light.com, she wants it registered", Step.DOMAIN, "ask_customers"),
        ("luz-y-papel.com, lo quiere registrado", Step.DOMAIN, "ask_customers"),
        ("the usual, la espiga", Step.CUSTOMER, "ask_customers"),
        ("si, el copilot", Step.ADD_ONS, "ask_orders"),
        ("mensual, a ver si venden algo", Step.TERM, "ask_plans"),
    ],
)
def test_what_was_asked_for_and_is_named_is_an_answer(text: str, step: Step, intent: str) -> None:
    assert is_answer(step, intent, hear(text, step, CHOSEN, intent), text)


@pytest.mark.parametrize(
    ("text", "step", "intent"),
    [
        ("qto economizo se pagar anual?", Step.TERM, "ask_savings"),
        ("cuanto ahorro si es anual", Step.TERM, "ask_savings"),
        ("is yearly cheaper?", Step.TERM, "ask_savings"),
        ("do I get a discount yearly", Step.TERM, "ask_savings"),
        ("quiero ver mi visa", Step.CONFIRM, "ask_payment"),
        ("explicame el anual", Step.TERM, "ask_terms"),
        ("contrato anual?", Step.TERM, "ask_terms"),
        ("what is copilot", Step.ADD_ONS, "ask_add_ons"),
        ("anual", Step.CUSTOMER, "ask_savings"),
        ("is there a discount if yearly", Step.CONFIRM, "ask_savings"),
        ("yearly, what's the discount?", Step.CONFIRM, "ask_savings"),
        ("si es anual, cuál es el descuento", Step.CONFIRM, "ask_savings"),
        ("my orders for la espiga", Step.CUSTOMER, "ask_orders"),
        ("cancela lo anual", Step.TERM, "cancel"),
    ],
)
def test_a_question_or_a_move_is_no_answer(text: str, step: Step, intent: str) -> None:
    assert not is_answer(step, intent, hear(text, step, CHOSEN, intent), text)


@pytest.mark.parametrize(
    "text",
    [
        "pará, conviene más anual. Pasalo a anual",
        "pásalo a anual",
        "ponelo anual",
        "cambialo a anual, sale mejor",
        "que quede anual",
        "hacelo anual",
        "dejalo anual",
        "make it yearly then",
        "switch it to yearly, it saves money",
        "bota anual",
        "põe anual que compensa",
        "passa pra anual",
        "deixa anual",
    ],
)
def test_a_verb_that_changes_is_a_wish_however_it_sounds(text: str) -> None:
    heard = hear(text, Step.CONFIRM, REVIEWED, "ask_savings")
    assert is_answer(Step.CONFIRM, "ask_savings", heard, text)
    outcome = decide(Message(heard, "inform", text, Step.CONFIRM), REVIEWED, {}, shop())
    assert outcome.draft.term is Term.YEAR


@pytest.mark.parametrize("text", ["dejémoslo para después", "deixemos para depois", "para otro día mejor"])
def test_later_is_nobody_s_name(text: str) -> None:
    assert hear(text, Step.DOMAIN, CHOSEN, "skip").unknown_customer is None
    outcome = decide(
        Message(hear(text, Step.DOMAIN, CHOSEN, "skip"), "skip", text, Step.DOMAIN), CHOSEN, {}, shop()
    )
    assert outcome.draft.domain is not None
    assert outcome.draft.domain.name is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("não quero mais nada não", "no_more"),
        ("dispenso", "deny"),
        ("no quiero nada más", "no_more"),
        ("no necesito ninguno", "no_more"),
        ("don't need any, thanks", "deny"),
        ("I don't want anything else", "deny"),
        ("não precisa", "deny"),
    ],
)
def test_where_nothing_is_an_answer_wanting_nothing_more_throws_nothing_away(text: str, meant: str) -> None:
    assert meaning("cancel", 0.9, hear(text, Step.ADD_ONS, CHOSEN, "cancel")) == meant


@pytest.mark.parametrize("text", ["não quero mais nada", "ya no quiero nada"])
def test_elsewhere_it_may_be_a_cancel(text: str) -> None:
    assert meaning("cancel", 0.9, hear(text, Step.CONFIRM, REVIEWED, "cancel")) == "cancel"


def test_a_yes_to_add_ons_asks_which() -> None:
    message = Message(hear("sí", Step.ADD_ONS, CHOSEN, "affirm"), "affirm", "sí", Step.ADD_ONS)
    outcome = decide(message, CHOSEN, {}, shop())
    assert outcome.understood
    assert outcome.questions[Step.ADD_ONS].reason == "add_ons_which"
    assert outcome.questions[Step.ADD_ONS].choices


@pytest.mark.parametrize("text", ["ah no, entonces el standard", "the standard then", "então o standard"])
def test_a_plan_that_follows_from_an_answer_is_chosen(text: str) -> None:
    draft = Draft(plan="BB")
    assert is_answer(Step.QUANTITY, "ask_difference", hear(text, Step.QUANTITY, draft), text)
    asked = f"entonces cuánto cuesta el standard, {text}?"
    assert not is_answer(Step.QUANTITY, "ask_price", hear(asked, Step.QUANTITY, draft), asked)


@pytest.mark.parametrize(
    "text", ["annual please, and who are you?", "annual. are you a bot?", "annual, ¿y tú quién eres?"]
)
def test_what_is_answered_first_is_an_answer_whatever_is_asked_behind_it(text: str) -> None:
    said = replace(hear(text, Step.TERM, Draft(plan="BS", quantity=10)), term="year", begins_whole=True)
    assert is_answer(Step.TERM, "ask_identity", said, text)
    assert not is_answer(Step.QUANTITY, "ask_identity", said, text)


@pytest.mark.parametrize(
    "text", ["36 in total", "two more joined. 36 in total", "son 36 en total", "36 no total"]
)
def test_how_many_they_are_in_all_is_no_question_about_the_total(text: str) -> None:
    assert is_answer(Step.CONFIRM, "ask_total", hear(text, Step.CONFIRM, REVIEWED, "ask_total"), text)


@pytest.mark.parametrize(
    "text", ["36 in total?", "the total for 36", "el total con 36", "cuánto son 36 en total"]
)
def test_what_so_many_come_to_is_asked(text: str) -> None:
    assert not is_answer(Step.CONFIRM, "ask_total", hear(text, Step.CONFIRM, REVIEWED, "ask_total"), text)


@pytest.mark.parametrize(
    ("text", "step", "intent"),
    [
        ("Se trata de la Clínica San Gabriel", Step.CUSTOMER, "ask_orders"),
        ("me lo pidió la clínica san gabriel", Step.CUSTOMER, "ask_orders"),
        ("quien lo va a usar es la clínica san rafael", Step.CUSTOMER, "ask_identity"),
        ("quem vai usar é a espiga", Step.CUSTOMER, "ask_identity"),
        ("quem pediu foi a espiga", Step.CUSTOMER, "ask_identity"),
        ("who needs it is la espiga", Step.CUSTOMER, "ask_customers"),
        ("la visa que tengo guardada", Step.PAYMENT, "change_subscription"),
        ("el existente, visa", Step.PAYMENT, "out_of_scope"),
        ("a ver le pregunto... anual, dice que por año", Step.TERM, "ask_savings"),
        ("let me see, yearly they said", Step.TERM, "ask_terms"),
        ("deixa eu ver... anual, ela disse", Step.TERM, "ask_savings"),
        ("me dijeron que serían 20", Step.QUANTITY, "ask_orders"),
        ("ok mensual igual", Step.TERM, "repeat_order"),
    ],
)
def test_one_that_is_named_where_it_is_asked_for_is_the_answer(text: str, step: Step, intent: str) -> None:
    assert is_answer(
        step, intent, hear(text, step, CHOSEN if step is not Step.QUANTITY else Draft(plan="BB")), text
    )


@pytest.mark.parametrize(
    ("text", "step", "intent"),
    [
        ("cómo va el pedido de San Gabriel", Step.CUSTOMER, "ask_orders"),
        ("lo mismo de la última vez, anual", Step.TERM, "repeat_order"),
        ("estado de los pedidos de San Gabriel", Step.CUSTOMER, "ask_orders"),
        ("quién es San Gabriel", Step.CUSTOMER, "ask_identity"),
        ("who is la espiga", Step.CUSTOMER, "ask_identity"),
        ("quiero renovar lo que ya tiene La Espiga", Step.CUSTOMER, "change_subscription"),
        ("a ver cuánto ahorro con el anual", Step.TERM, "ask_savings"),
        ("dime el ahorro anual", Step.TERM, "ask_savings"),
        ("repite el de San Gabriel", Step.CUSTOMER, "repeat_order"),
        ("cancela lo de San Gabriel", Step.CUSTOMER, "cancel"),
        ("es la visa?", Step.PAYMENT, "ask_payment"),
    ],
)
def test_who_asks_or_speaks_of_something_else_has_not_answered(text: str, step: Step, intent: str) -> None:
    assert not is_answer(
        step, intent, hear(text, step, CHOSEN if step is not Step.QUANTITY else Draft(plan="BB")), text
    )
