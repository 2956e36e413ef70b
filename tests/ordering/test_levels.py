"""Up and down from the plan of the order, without its name or with it."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import Term
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.meaning import meaning
from tests.ordering import shops

BASIC = Draft(
    plan="BB", quantity=12, term=Term.YEAR, customer=shops.shop().customers[0], payment="card-v", add_ons=()
)
PREMIUM = replace(BASIC, plan="BP")


def hear(text: str, draft: Draft, language: str = "", intent: str = "inform") -> Heard:
    return shops.hear(text, Step.CONFIRM, draft, intent, language=language)


@pytest.mark.parametrize(
    "text",
    [
        "sube un nivel",
        "que sea un nivel más arriba",
        "sube de plan",
        "súbelo al siguiente nivel",
        "súbelo al siguiente",
        "el plan superior",
        "one tier up",
        "actually bump them up to the next one",
        "that's not enough for them, go one level up",
        "next plan up please",
        "upgrade them one level",
        "sobe um nível",
        "um plano acima",
        "o próximo plano",
        "sobe pro próximo",
    ],
)
@pytest.mark.parametrize("intent", ["inform", "skip", "help", "out_of_scope", "change_subscription"])
def test_the_next_level_is_the_dearer_sibling(text: str, intent: str) -> None:
    heard = hear(text, BASIC, intent=intent)
    assert (heard.plans, heard.quantity) == (("BS",), None)
    assert meaning(intent, 0.9, heard) in ("inform", "skip")


@pytest.mark.parametrize(
    "text",
    [
        "baja un nivel",
        "un escalón más abajo",
        "drop a tier",
        "one level down",
        "the next plan down",
        "um nível abaixo",
    ],
)
def test_the_level_below_is_the_cheaper_sibling(text: str) -> None:
    assert hear(text, PREMIUM).plans == ("BS",)


@pytest.mark.parametrize(
    "text",
    [
        "mejor algo más barato",
        "un plan menos caro",
        "uno más económico",
        "something cheaper please",
        "a less expensive plan",
        "algo mais barato",
        "um plano mais simples",
    ],
)
def test_something_cheaper_is_any_plan_below(text: str) -> None:
    assert hear(text, PREMIUM).plans == ("BB", "BS")
    assert hear(text, replace(BASIC, plan="BS")).plans == ("BB",)


@pytest.mark.parametrize(
    "text",
    [
        "too pricey, drop down to standard",
        "bájalo al standard",
        "ficou caro, desce pro standard",
        "lower it to the standard plan",
    ],
)
def test_a_way_down_to_a_plan_drops_none(text: str) -> None:
    heard = hear(text, PREMIUM)
    assert (heard.plans, heard.dropped_plans) == (("BS",), ())
    assert meaning("ask_price", 0.8, heard) == "inform"


@pytest.mark.parametrize("text", ["upgrade that to premium", "sube a premium", "sobe pro premium"])
def test_a_way_up_to_a_plan_is_about_the_open_order(text: str) -> None:
    heard = hear(text, BASIC)
    assert heard.plans == ("BP",)
    assert meaning("change_subscription", 0.97, heard) == "inform"


@pytest.mark.parametrize("text", ["the middle one", "el de en medio", "o intermediário"])
def test_the_one_in_the_middle(text: str) -> None:
    assert hear(text, PREMIUM).plans == ("BS",)


@pytest.mark.parametrize(
    "text",
    [
        "que sea anual porque le sale más barato",
        "siguiente",
        "vamos al siguiente paso",
        "¿hay algo más barato?",
        "is there anything cheaper?",
        "drop the plan",
        "quita un plan",
        "add one plan",
        "sube a 15",
        "they need bigger mailboxes",
        "a big customer",
        "y si lo subimos un nivel",
    ],
)
def test_no_level_is_meant(text: str) -> None:
    assert hear(text, BASIC).plans == ()


@pytest.mark.parametrize(
    "text",
    [
        "drop premium for basic",
        "quita premium y pon basic",
        "tira o premium e bota o basic",
        "remove premium and add basic",
        "quita el premium y ponle el basic mejor",
    ],
)
def test_a_plan_that_goes_for_another_is_replaced(text: str) -> None:
    heard = hear(text, PREMIUM)
    assert (heard.plans, heard.dropped_plans) == (("BB",), ())


def test_a_plan_that_goes_leaves_the_other_order() -> None:
    assert hear("saca los premium y deja los basic", PREMIUM).dropped_plans == ("BP",)


@pytest.mark.parametrize(
    "text", ["na verdade é o da microsoft", "no, the microsoft one", "perdón, el de microsoft"]
)
def test_the_same_level_of_another_solution(text: str) -> None:
    assert hear(text, replace(BASIC, plan="GSD")).plans == ("BS",)


@pytest.mark.parametrize("text", ["what does microsoft have?", "and the google ones?"])
def test_who_asks_what_another_solution_has_is_told(text: str) -> None:
    assert len(hear(text, BASIC).plans) != 1


@pytest.mark.parametrize(
    "text",
    ["quieren también el correo, entonces el standard", "nah too much for them. standard will do"],
)
def test_what_is_besides_in_another_clause_makes_no_other_order(text: str) -> None:
    heard = hear(text, PREMIUM)
    assert (heard.plans, heard.second) == (("BS",), None)


@pytest.mark.parametrize(
    "text", ["also a standard", "I need standard too", "aparte, 5 standard para la espiga"]
)
def test_what_is_besides_the_plan_is_another_order(text: str) -> None:
    heard = hear(text, BASIC)
    assert heard.second is not None
    assert heard.second.plan == "BS"


@pytest.mark.parametrize(
    "text",
    [
        "o cliente achou caro, bota o standard",
        "o cliente pediu pra trocar pro standard",
        "el cliente lo vio caro, ponle el standard",
        "la clienta se arrepintió, standard",
        "the customer found it pricey, standard instead",
    ],
)
def test_what_the_customer_thinks_is_nobody_s_name(text: str) -> None:
    heard = hear(text, PREMIUM)
    assert (heard.plans, heard.unknown_customer) == (("BS",), None)


@pytest.mark.parametrize(
    "text", ["el cliente es tacos lolita", "el cliente se llama tacos lolita", "el cliente Tacos Lolita"]
)
def test_who_the_customer_is_stays_a_name(text: str) -> None:
    assert (hear(text, PREMIUM).unknown_customer or "").lower() == "tacos lolita"


def test_one_invoice_counts_nothing() -> None:
    heard = shops.hear("cámbialo a anual, que quiere una sola factura", Step.CONFIRM, PREMIUM)
    assert (heard.term, heard.quantity) == ("year", None)


@pytest.mark.parametrize("text", ["dame 5 del más completo de microsoft", "5 do mais completo da microsoft"])
def test_the_most_complete_of_a_solution(text: str) -> None:
    heard = shops.hear(text)
    assert (heard.plans, heard.quantity) == (("BP",), "5")


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("hey, microsoft 365 for a small office", ("BB", "BS", "BP")),
        ("office para una oficina chica", ("BB", "BS", "BP")),
        ("el office chico", ("BB",)),
        ("the small office for la espiga", ("BB",)),
    ],
)
def test_how_big_the_customer_is_chooses_no_plan(text: str, plans: tuple[str, ...]) -> None:
    assert shops.hear(text, Step.PLAN).plans == plans
