from dataclasses import replace

import pytest

from bot.ordering.catalog import Term
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import HeardAddOn
from bot.ordering.order import AccountType, Customer
from bot.ordering.reading import Sentence, listen
from bot.ordering.second_order import SecondOrder
from tests.ordering.shops import entities, hear, shop

STANDARD = Draft(plan="BS", quantity=20)


def test_a_whole_order_is_heard_in_one_sentence() -> None:
    heard = hear("quiero 25 business premium anual p/ ferreteria el tornillo, con la visa")
    assert heard.plans == ("BP",)
    assert heard.quantity == "25"
    assert heard.term == "year"
    assert heard.customers == ("tor",)
    assert heard.cards == ("card-v",)


@pytest.mark.parametrize("text", ["bussiness premiun", "el premium", "BUSINESS PREMIUM"])
def test_plans_are_found_by_what_tells_them_apart(text: str) -> None:
    assert hear(text, Step.PLAN).plans == ("BP",)


def test_a_name_of_several_plans_asks_which() -> None:
    assert set(hear("business standard", Step.PLAN).plans) == {"BS", "GSD"}


def test_the_legal_form_of_a_company_is_no_name_of_it() -> None:
    known = shop()
    other = Customer("gol", "Grupo Ferretero del Golfo S.A. de C.V.", AccountType.COMMERCIAL)
    at = replace(known, customers=(*known.customers, other))
    for text, found in (
        ("10 premium p el tornillo c visa", ("tor",)),
        ("es para el golfo sa de cv", ("gol",)),
        ("grupo ferretero s.a. de c.v.", ("gol",)),
    ):
        said = Sentence(text, entities(text), at, STANDARD, Step.CUSTOMER, "inform")
        assert listen(said).customers == found, text


def test_two_customers_that_fit_ask_which() -> None:
    assert set(hear("la clinica", Step.CUSTOMER).customers) == {"raf", "gab"}


@pytest.mark.parametrize(
    "text", ["tarjeta terminada en 4444", "card ending 4444", "cartao final 4444", "la mastercard"]
)
def test_a_card_is_known_by_its_digits_where_cards_are_spoken_of(text: str) -> None:
    assert hear(text).cards == ("card-m",)


def test_four_digits_alone_are_no_card() -> None:
    assert hear("4444").cards == ()


def test_add_ons_have_quantities_of_their_own() -> None:
    heard = hear("con 5 copilot y 3 teams phone", Step.ADD_ONS, STANDARD)
    assert set(heard.add_ons) == {HeardAddOn("COP", "5"), HeardAddOn("TEL", "3")}


def test_what_is_removed_and_what_is_added_are_told_apart_in_one_sentence() -> None:
    heard = hear("quita el archivado y agrega copilot", Step.CONFIRM, STANDARD, "remove")
    assert set(heard.add_ons) == {HeardAddOn("ARC", removed=True), HeardAddOn("COP")}


def test_a_name_alone_removes_nothing_though_the_engine_thinks_so() -> None:
    assert hear("copilot", Step.ADD_ONS, STANDARD, "remove").add_ons == (HeardAddOn("COP"),)


def test_two_orders_in_one_sentence_are_heard_as_two() -> None:
    heard = hear("20 basic y 5 premium para la espiga")
    assert heard.plans == ("BB",)
    assert heard.quantity == "20"
    assert heard.second == SecondOrder("BP", 5)
    assert heard.customers == ("esp",)


def test_a_plan_and_its_add_on_are_one_order() -> None:
    assert hear("20 business standard con 5 copilot").second is None


@pytest.mark.parametrize(
    "text", ["sin dominio", "el dominio lo vemos luego", "domain later", "dominio depois"]
)
def test_a_domain_can_be_postponed_in_passing(text: str) -> None:
    assert hear(f"5 google starter, {text}").domains.none


@pytest.mark.parametrize("text", ["ninguno", "despues", "no"])
def test_a_bare_answer_is_no_customers_name(text: str) -> None:
    assert hear(text, Step.CUSTOMER, intent="inform").unknown_customer is None


def test_an_unknown_customer_is_heard_as_said() -> None:
    assert hear("para Talleres Pérez", intent="order").unknown_customer == "Talleres Pérez"


@pytest.mark.parametrize(
    ("text", "doubt"), [("confirmo", False), ("si pero espera", True), ("si?", True), ("sim mas antes", True)]
)
def test_doubt_is_heard(text: str, doubt: bool) -> None:
    assert hear(text, Step.CONFIRM).doubt is doubt


@pytest.mark.parametrize("text", ["viza", "la vsia", "visaa"])
def test_a_misspelt_brand_is_a_card_where_a_card_is_asked_for(text: str) -> None:
    assert hear(text, Step.PAYMENT).cards == ("card-v",)
    assert hear(text, Step.CUSTOMER).cards == ()


def test_an_answer_chooses_among_what_was_offered() -> None:
    assert hear("standard", Step.PLAN, offered=("BB", "BS", "BP")).plans == ("BS",)
    assert hear("el de google", Step.PLAN, offered=("BS", "GSD")).plans == ("GSD",)
    assert hear("la clinica", Step.CUSTOMER, offered=("gab", "esp")).customers == ("gab",)


def test_something_else_than_what_was_offered_may_be_said() -> None:
    assert hear("no, linux hosting", Step.PLAN, offered=("BS", "GSD")).plans == ("LNX",)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("40 premium año tornillo", "year"),
        ("10 premium mes", "month"),
        ("10 premium este mes", None),
        ("año", None),
    ],
)
def test_a_bare_year_beside_a_plan_is_its_term(text: str, term: str | None) -> None:
    assert hear(text).term == term


@pytest.mark.parametrize("text", ["dale con standard", "go with standard", "com o standard"])
def test_a_word_that_plans_have_too_names_no_add_on(text: str) -> None:
    assert hear(text, Step.CONFIRM, STANDARD).add_ons == ()


@pytest.mark.parametrize("text", ["no commitment please", "sin compromiso", "sem contrato, por favor"])
def test_who_wants_no_commitment_pays_by_the_month(text: str) -> None:
    assert hear(text, Step.TERM).term == "month"


@pytest.mark.parametrize(
    "text", ["prefieren pagar el año", "they'd rather pay the year", "preferem pagar o ano de uma vez"]
)
def test_what_is_paid_is_the_term(text: str) -> None:
    known = Draft(plan="BS", quantity=5, term=Term.MONTH)
    assert hear(text, Step.CONFIRM, known).term == "year"


def test_a_year_that_is_a_date_is_no_term_though_paid() -> None:
    known = Draft(plan="BS", quantity=5, term=Term.MONTH)
    assert hear("ya lo pagaron el año pasado", Step.CONFIRM, known).term is None


def test_the_total_is_meant_among_several_numbers() -> None:
    text = "son 7 en total, los 2 hijos y 4 empleados. dales business basic"
    assert hear(text).quantity == "7"


@pytest.mark.parametrize(
    "text", ["mensual, nada de atarnos un año anual", "mensual que no quieren verse en lo anual"]
)
def test_a_term_behind_a_no_in_the_same_breath_is_not_meant(text: str) -> None:
    assert hear(text, Step.TERM).term == "month"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "could you put through 14 business basic, paid yearly, on our visa? They'll do the domain later",
            "year",
        ),
        ("me pasas 14 business basic anual? el dominio después", "year"),
        ("can I switch to yearly later?", None),
        ("mensual ahora, puedo pasar a anual después?", None),
    ],
)
def test_what_comes_later_in_another_sentence_is_not_the_term(text: str, term: str | None) -> None:
    assert hear(text).term == term


@pytest.mark.parametrize(
    "text", ["go back a step, I'd rather pay yearly than mensual", "prefiero anual que mensual"]
)
def test_the_term_it_is_compared_with_is_not_meant(text: str) -> None:
    assert hear(text, Step.ADD_ONS, Draft(plan="BS", quantity=5, term=Term.MONTH)).term == "year"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("yearly, they hate paying mensual", "year"),
        ("anual, ya están hartos de pagar mensual", "year"),
        ("mensual. they were on yearly before", "month"),
        ("mensual, mejor anual", "year"),
        ("mensual, prefieren anual", "year"),
        ("mensual, actually yearly", "year"),
        ("mensual o anual, da igual", None),
        ("12", "year"),
    ],
)
def test_a_remark_behind_the_term_corrects_nothing(text: str, term: str | None) -> None:
    heard = hear(text, Step.TERM, Draft(plan="BS", quantity=8))
    assert (heard.term, heard.quantity) == (term, None)


@pytest.mark.parametrize("text", ["o mais barato", "the cheapest", "el más barato"])
def test_the_cheapest_of_a_month_and_a_year_is_no_plan(text: str) -> None:
    assert hear(text, Step.TERM, Draft(plan="BS", quantity=8)).plans == ()


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("anual con pago mensual", "other"),
        ("yearly, paid mensual", "other"),
        ("mensual, el anual no", "month"),
        ("anual, pago con visa", "year"),
        ("pago mensual", "month"),
    ],
)
def test_a_year_that_is_paid_by_the_month_is_not_offered(text: str, term: str) -> None:
    assert hear(text, Step.TERM, Draft(plan="BS", quantity=5)).term == term


@pytest.mark.parametrize(
    ("text", "plans", "count"),
    [
        ("365 basic", ("BB",), None),
        ("5 de 365 basic", ("BB",), "5"),
        ("10 seats of 365 standard", ("BS",), "10"),
        ("365", ("BB", "BS", "BP"), None),
        ("365 licencias", (), "365"),
    ],
)
def test_365_is_microsofts(text: str, plans: tuple[str, ...], count: str | None) -> None:
    heard = hear(text, Step.PLAN)
    assert (tuple(sorted(heard.plans)), heard.quantity) == (tuple(sorted(plans)), count)


def test_365_beside_an_order_is_a_number() -> None:
    assert hear("365", Step.QUANTITY, Draft(plan="HEX")).quantity == "365"
