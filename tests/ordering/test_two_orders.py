"""One order has one plan; what is said of another one is kept, dropped, or takes its place."""

import pytest

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.outcome import Outcome, Question
from bot.ordering.second_order import SecondOrder
from tests.ordering.shops import hear, shop

STANDARD = Draft(plan="BS", quantity=20, term=Term.YEAR, payment="card-v")
LATER = SecondOrder("BB", 5)


def said(
    text: str, second: SecondOrder | None = None, asked: tuple[str, ...] = (), draft: Draft = STANDARD
) -> Outcome:
    step = Step.PLAN if asked else Step.CONFIRM
    questions = {Step.PLAN: Question(Step.PLAN, "plan_unclear", choices=asked)} if asked else {}
    heard = hear(text, step, draft, "inform", asked)
    return decide(Message(heard, "inform", text, step, second), draft, questions, shop())


@pytest.mark.parametrize(
    "text",
    [
        "y tambien 5 business basic",
        "agrega 5 business basic",
        "and 5 business basic too",
        "add 5 business basic",
    ]
    + ["e mais 5 business basic", "tambem quero 5 business basic"],
)
def test_another_plan_beside_this_one_is_an_order_of_its_own(text: str) -> None:
    outcome = said(text)
    assert outcome.draft == STANDARD
    assert outcome.second == LATER
    assert [note.reason for note in outcome.notes] == ["one_order_at_a_time"]


@pytest.mark.parametrize(
    "text", ["mejor 5 business basic", "no, business basic", "change it to 5 business basic"]
)
def test_another_plan_instead_of_this_one_is_a_change(text: str) -> None:
    outcome = said(text)
    assert (outcome.draft.plan, outcome.second) == ("BB", None)


def test_more_of_the_same_plan_is_no_other_order() -> None:
    outcome = said("agrega 5 business standard")
    assert (outcome.draft.quantity, outcome.second) == (25, None)


@pytest.mark.parametrize(
    "text", ["quita los basic", "sin los business basic", "remove the basic ones", "tira os basic"]
)
def test_the_other_order_is_dropped(text: str) -> None:
    outcome = said(text, LATER)
    assert (outcome.draft, outcome.second) == (STANDARD, None)


def test_when_this_order_is_dropped_the_other_takes_its_place() -> None:
    outcome = said("quita los standard", LATER)
    assert (outcome.draft.plan, outcome.draft.quantity, outcome.second) == ("BB", 5, None)


def test_of_two_plans_in_question_one_is_ruled_out() -> None:
    outcome = said("quita el de google", None, ("BS", "GSD"), Draft())
    assert outcome.draft.plan == "BS"


def test_the_only_plan_cannot_go_without_another() -> None:
    outcome = said("quita los standard")
    assert outcome.draft == STANDARD
    assert outcome.questions[Step.PLAN].reason == "plan_instead"


def test_fewer_of_a_plan_are_not_without_it() -> None:
    assert said("quita 5 business standard").draft.quantity == 15


def test_the_other_order_begins_with_the_data_of_the_first() -> None:
    draft = SecondOrder("BB", 5, customer="tor").draft(STANDARD, shop())
    assert (draft.plan, draft.quantity, draft.term, draft.payment) == ("BB", 5, Term.YEAR, "card-v")
    assert draft.customer is not None
    assert draft.customer.id == "tor"
    assert draft.domain == DomainChoice(None)


@pytest.mark.parametrize(
    "text",
    [
        "10 business basic mensual para espiga con visa y 5 premium anual para tornillo con mastercard",
        "10 business basic mensual para espiga visa, 5 business premium anual para tornillo mastercard",
        "para espiga 10 business basic mensual visa y para tornillo 5 premium anual mastercard",
        "10 business basic mensual for espiga on the visa and 5 premium yearly for tornillo on mastercard",
        "espiga: 10 business basic mensual visa; tornillo: 5 business premium anual mastercard",
    ],
)
def test_each_of_two_orders_keeps_its_own_term_customer_and_card(text: str) -> None:
    heard = hear(text, None, Draft(), "order")
    assert (heard.plans, heard.quantity, heard.term) == (("BB",), "10", "month")
    assert (heard.customers, heard.cards) == (("esp",), ("card-v",))
    assert heard.second == SecondOrder("BP", 5, "year", "tor", "card-m")
    first = decide(Message(heard, "order", text, None), Draft(), {}, shop()).draft
    second = heard.second.draft(first, shop())
    assert (second.quantity, second.term, second.payment) == (5, Term.YEAR, "card-m")
    assert second.customer is not None
    assert second.customer.id == "tor"


@pytest.mark.parametrize(
    "text",
    ["10 business basic y 5 premium anual para espiga", "10 business basic and 5 premium, yearly for espiga"],
)
def test_what_is_said_once_is_of_both(text: str) -> None:
    heard = hear(text.replace("yearly", "anual"), None, Draft(), "order")
    assert (heard.term, heard.customers, heard.second) == ("year", ("esp",), SecondOrder("BP", 5))


def test_the_first_ones_add_on_stays_the_first_ones() -> None:
    heard = hear("10 business standard con copilot y 5 premium", None, Draft(), "order")
    assert ([each.mpn for each in heard.add_ons], heard.second) == (["COP"], SecondOrder("BP", 5))


def test_the_second_takes_the_place_of_the_first_with_all_that_is_its_own() -> None:
    later = SecondOrder("BB", 5, "month", "tor", "card-m")
    outcome = said("quita los standard", later)
    assert (outcome.draft.term, outcome.draft.payment) == (Term.MONTH, "card-m")
    assert outcome.draft.customer is not None
    assert outcome.draft.customer.id == "tor"


@pytest.mark.parametrize(
    "text",
    [
        "el mismo pedido pero con el premium en vez del standard",
        "the same but premium instead of standard",
        "exact same except premium instead of standard",
        "o mesmo mas com o premium em vez do standard e 3 caixas",
    ],
)
def test_a_repeated_order_may_have_another_plan(text: str) -> None:
    heard = hear(text, None, STANDARD, "repeat_order")
    assert (heard.plans, heard.second, heard.dropped_plans) == (("BP",), None, ())


@pytest.mark.parametrize(
    "text", ["y tambien 5 de google", "and 5 google ones too", "tambem quero 5 do google"]
)
def test_of_which_plan_the_other_order_is_may_wait(text: str) -> None:
    outcome = said(text)
    assert (outcome.draft, outcome.second, outcome.questions) == (STANDARD, None, {})
    assert [note.reason for note in outcome.notes] == ["other_order_later"]


@pytest.mark.parametrize(
    "text",
    [
        "tengo 2 pedidos: 16 exchange basic anual para San Gabriel y 5 business premium mensual para Espiga",
        "1) San Gabriel - 16 exchange basic, anual\n2) La Espiga - 5 business premium, mensual",
        "1. 16 exchange basic para San Gabriel anual\n2. 5 business premium para La Espiga mensual",
        "[09:12] W: hoy hay 2\n[09:13] W: 1) San Gabriel, 16 exchange basic anual\n"
        "[09:14] W: 2) La Espiga, 5 business premium mensual\n[09:15] W: empieza por el 1",
    ],
)
def test_numbers_of_a_list_and_of_the_clock_are_none_of_an_order(text: str) -> None:
    heard = hear(text)
    assert (heard.plans, heard.quantity, heard.term, heard.customers) == (("HEX",), "16", "year", ("gab",))
    assert heard.second == SecondOrder("BP", 5, "month", "esp")
