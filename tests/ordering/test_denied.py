"""What a person says not to mean is not what is ordered."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.meaning import meaning
from bot.ordering.reopening import part_named
from tests.ordering.shops import hear, shop

AT_THE_REVIEW = Draft(plan="BB", quantity=16)


@pytest.mark.parametrize(
    "text",
    [
        "standard, not basic",
        "wait not basic, standard",
        "ops, é o standard, nao o basic",
        "es el standard y no el basic",
        "no es basic es standard",
        "standard en vez de basic",
        "I don't want basic, I want standard",
        "em vez do basic põe o standard",
        "rather than basic, standard please",
    ],
)
def test_a_plan_that_is_denied_is_not_the_plan(text: str) -> None:
    heard = hear(text, Step.CONFIRM, AT_THE_REVIEW, "ask_difference")
    assert heard.plans == ("BS",)
    assert meaning("ask_difference", 0.8, heard) == "inform"


@pytest.mark.parametrize(
    "text",
    [
        "no es para la espiga, es para el tornillo",
        "tornillo, not espiga",
        "olvida la espiga, es para el tornillo",
        "ya no es la espiga, es el tornillo",
        "esquece a espiga, é pro tornillo",
    ],
)
def test_a_customer_that_is_denied_is_not_the_customer(text: str) -> None:
    assert hear(text, Step.CUSTOMER, AT_THE_REVIEW).customers == ("tor",)


def test_a_no_before_a_comma_denies_nothing() -> None:
    assert hear("no, standard", Step.CONFIRM, AT_THE_REVIEW).plans == ("BS",)
    assert hear("no, para la espiga", Step.CUSTOMER, AT_THE_REVIEW).customers == ("esp",)


def test_portuguese_no_is_in_the() -> None:
    assert hear("muda no standard pro basic", Step.CONFIRM, AT_THE_REVIEW, language="pt").plans


def test_what_corrects_is_wanted_and_not_supposed() -> None:
    text = "ops, é o standard, nao o basic"  # "é o" is no "e o ...?"
    heard = hear(text, Step.CONFIRM, AT_THE_REVIEW)
    assert decide(Message(heard, "inform", text, Step.CONFIRM), AT_THE_REVIEW, {}, shop()).draft.plan == "BS"


@pytest.mark.parametrize(
    "text",
    [
        "en vez de mensual, anual",
        "yearly instead of monthly",
        "not monthly, yearly",
        "em vez de mensual põe anual",
    ],
)
def test_a_term_instead_of_the_other_is_wanted_whatever_it_sounds_like(text: str) -> None:
    heard = hear(text.replace("monthly", "mensual"), Step.PAYMENT, AT_THE_REVIEW, "ask_savings")
    assert (heard.term, meaning("ask_savings", 0.9, heard)) == ("year", "inform")


def test_why_one_term_and_not_the_other_is_asked() -> None:
    heard = hear("why yearly and not mensual?", Step.PAYMENT, AT_THE_REVIEW, "ask_savings")
    assert meaning("ask_savings", 0.9, heard) == "ask_savings"


@pytest.mark.parametrize("term", [None, Term.MONTH])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no mensual", "es"),
        ("que no sea mensual", "es"),
        ("mensual no", "es"),
        ("no quieren mensual", "es"),
        ("todo menos mensual", "es"),
        ("not a mensual", "en"),
        ("they don't want mensual", "en"),
        ("anything but mensual", "en"),
        ("não mensual", "pt"),
        ("mensual não", "pt"),
        ("que não seja mensual", "pt"),
        ("no quiero pagar mensual", "es"),
        ("no les conviene mensual", "es"),
        ("mensual no porque sale caro", "es"),
        ("mensual ni loco", "es"),
        ("mensual no se puede", "es"),
        ("mensual es mucho", "es"),
        ("they don't want to be tied to mensual", "en"),
        ("mensual isn't what they want", "en"),
        ("mensual is too expensive", "en"),
        ("não querem se comprometer mensual", "pt"),
        ("mensual não dá", "pt"),
        ("mensual nem pensar", "pt"),
    ],
)
def test_a_term_that_is_denied_leaves_the_other(text: str, language: str, term: Term | None) -> None:
    draft, step = replace(AT_THE_REVIEW, term=term), Step.CONFIRM if term else Step.TERM
    assert hear(text, step, draft, language=language).term == Term.YEAR


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("no, anual", "es"),
        ("no anual", "es"),
        ("no anual", "pt"),
        ("por que não anual", "pt"),
        ("sin complementos anual visa", "es"),
        ("anual sin contrato", "es"),
        ("anual está caro pero bueno", "es"),
        ("anual no hay problema", "es"),
        ("no mejor anual", "es"),
        ("anual no commitment", "en"),
        ("why not anual?", "en"),
    ],
)
def test_a_no_in_front_of_a_term_may_be_about_something_else(text: str, language: str) -> None:
    draft = replace(AT_THE_REVIEW, term=Term.MONTH)
    assert hear(text, Step.CONFIRM, draft, language=language).term == Term.YEAR


def test_who_asks_whether_it_can_be_later_chooses_no_term() -> None:
    assert hear("después puedo cambiar a anual?", Step.TERM, AT_THE_REVIEW, language="es").term is None
    assert hear("can they cancel anytime?", Step.TERM, AT_THE_REVIEW, language="en").term is None


@pytest.mark.parametrize(
    "text",
    [
        "basic no, es muy chico",
        "basic no alcanza",
        "I don't want the basic one",
        "basic is too small",
        "uno que no sea basic",
        "basic não serve",
    ],
)
def test_of_the_plans_that_were_offered_a_refused_one_leaves_the_others(text: str) -> None:
    heard = hear(text, Step.PLAN, Draft(quantity=15), offered=("BB", "BS"))
    assert heard.plans == ("BS",)
    assert hear(text, None, Draft()).plans == ()


@pytest.mark.parametrize("text", ["no, necesito basic", "aún no tienen, dame basic", "no problem, basic"])
def test_a_no_about_something_else_refuses_no_plan(text: str) -> None:
    assert hear(text, Step.PLAN, Draft(quantity=15), offered=("BB", "BS")).plans == ("BB",)


@pytest.mark.parametrize(
    "text", ["no es para la espiga", "not for espiga", "not la espiga", "não é pra espiga"]
)
@pytest.mark.parametrize("step", [Step.CUSTOMER, Step.CONFIRM])
def test_a_customer_that_is_refused_is_nobody_yet(text: str, step: Step) -> None:
    draft = AT_THE_REVIEW if step is Step.CUSTOMER else replace(AT_THE_REVIEW, customer=shop().customers[1])
    assert hear(text, step, draft).customers == ()


@pytest.mark.parametrize("text", ["no es para la espiga", "not for espiga", "não é pra espiga"])
def test_of_the_chosen_customer_it_is_asked_again(text: str) -> None:
    draft = replace(AT_THE_REVIEW, customer=next(one for one in shop().customers if one.id == "esp"))
    assert hear(text, Step.CONFIRM, draft).is_empty()
    assert part_named(text, draft, was_asked=False) is Step.CUSTOMER
