"""A question about another order changes nothing and is answered with prices; a wish is a change."""

from dataclasses import replace

import pytest

from bot.ordering.catalog import DomainNeed, Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import DomainChoice, Draft, Step
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop
from bot.ordering.supposing import supposes
from tests.ordering.shops import hear, shop

ORDER = Draft(plan="BB", quantity=10, term=Term.MONTH, add_ons=(), payment="card-v")
REVIEWED = Draft(
    plan="BB", quantity=10, term=Term.MONTH, add_ons=(), customer=shop().customers[0], payment="card-v"
)


def said(text: str, draft: Draft = REVIEWED, step: Step | None = Step.CONFIRM) -> Outcome:
    return decide(Message(hear(text, step, draft), "inform", text, step), draft, {}, shop())


@pytest.mark.parametrize(
    "text",
    [
        "y en anual?",
        "y si fuera anual",
        "y anual?",
        "anual?",
        "cuanto seria anual",
        "how much would it be yearly?",
        "what about yearly",
        "and yearly?",
        "e se for anual?",
        "quanto ficaria no anual",
        "e no anual?",
    ],
)
def test_a_question_about_the_other_term_keeps_the_order(text: str) -> None:
    outcome = said(text)
    assert outcome.draft == REVIEWED
    assert [note.reason for note in outcome.notes] == ["terms_compared"]
    assert outcome.notes[0].choice == ("term", "year")


@pytest.mark.parametrize(
    "text",
    [
        "mejor anual",
        "no, anual",
        "anual",
        "quiero anual",
        "me lo puedes poner anual?",
        "can you make it yearly?",
        "please yearly",
        "pode ser anual?",
        "cambialo a anual",
        "sí, pero anual",
    ],
)
def test_a_wish_for_the_other_term_is_a_change(text: str) -> None:
    assert said(text).draft.term is Term.YEAR


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("y si fueran 30?", ("quantity", "30")),
        ("30?", ("quantity", "30")),
        ("what if 30", ("quantity", "30")),
        ("cuanto seria con premium", ("plan", "BP")),
        ("e com copilot?", None),
        ("y cuanto con 30 y anual", None),
    ],
)
def test_other_numbers_and_plans_may_be_asked_about_too(text: str, choice: tuple[str, str] | None) -> None:
    outcome = said(text)
    assert outcome.draft == REVIEWED
    assert outcome.notes[0].choice == choice


def test_a_hesitant_answer_is_an_answer_where_it_was_asked_for() -> None:
    asked = Draft(plan="BB", quantity=10)
    assert said("anual?", asked, Step.TERM).draft.term is Term.YEAR
    assert said("cuanto es anual?", asked, Step.TERM).draft.term is None


def test_a_whole_order_in_the_form_of_a_question_is_an_order() -> None:
    outcome = said("me das 25 premium anual para la espiga?", Draft(), None)
    assert (outcome.draft.plan, outcome.draft.quantity) == ("BP", 25)


@pytest.mark.parametrize(
    "text", ["y el premium?", "and the premium?", "e o premium?", "what about the premium"]
)
@pytest.mark.parametrize(
    "draft",
    [Draft(plan="BB"), Draft(plan="BB", quantity=10), replace(REVIEWED, domain=DomainChoice("espiga.mx"))]
    + [replace(REVIEWED, plan="GST", domain=DomainChoice("espiga.mx"))],
)
def test_asking_about_another_plan_is_no_choice_however_far_the_order_is(text: str, draft: Draft) -> None:
    step = Step.CONFIRM if draft.customer else Step.TERM if draft.quantity else Step.QUANTITY
    outcome = said(text, draft, step)
    assert outcome.draft == draft
    assert [note.choice for note in outcome.notes] == [("plan", "BP")]


def test_asking_about_a_plan_without_use_for_the_domain_keeps_both() -> None:
    draft = replace(REVIEWED, domain=DomainChoice("espiga.mx"))
    shop_without = without_domains(shop(), "Hosted Exchange")
    heard = hear("y el hosted exchange?", Step.CONFIRM, draft)
    message = Message(heard, "inform", "y el hosted exchange?", Step.CONFIRM)
    assert decide(message, draft, {}, shop_without).draft == draft


def without_domains(known: Shop, name: str) -> Shop:
    solutions = tuple(
        replace(each, needs_domain=DomainNeed.NONE) if each.name == name else each
        for each in known.catalog.solutions
    )
    return replace(known, catalog=replace(known.catalog, solutions=solutions))


@pytest.mark.parametrize(
    "text", ["10 usuários e por mês", "10 para espiga y con la visa", "10 for espiga and with the visa"]
)
def test_an_and_in_the_middle_supposes_nothing(text: str) -> None:
    assert not supposes(text, is_whole=False)


def test_who_says_why_wants_it() -> None:
    chosen = said("y con copilot para los 10, que este pierde todo", REVIEWED, Step.TERM).draft
    assert [each.mpn for each in chosen.add_ons or ()] == ["COP"]


@pytest.mark.parametrize(
    "text", ["basic no, cámbielo a business standard", "troquem para o business standard"]
)
def test_whatever_the_form_of_the_verb_it_is_changed(text: str) -> None:
    assert said(text, REVIEWED, Step.TERM).draft.plan == "BS"


@pytest.mark.parametrize(
    "text",
    ["is it for tornillo?", "this is for tornillo, right?", "es para el tornillo?", "era para tornillo?"]
    + ["é pro tornillo?", "es con la mastercard?", "is it on the mastercard?", "pusiste standard?"]
    + ["it's yearly, right?", "standard maybe", "quizás 15", "anual talvez"],
)
def test_who_asks_what_is_shown_or_is_not_sure_changes_nothing(text: str) -> None:
    outcome = said(text)
    assert (outcome.draft, outcome.confirmed) == (REVIEWED, False)
    assert Step.CUSTOMER not in outcome.questions


@pytest.mark.parametrize(
    "text",
    ["es para el tornillo", "can it be for tornillo?", "puede ser para tornillo?", "no, es para tornillo"],
)
def test_who_says_whom_it_is_for_changes_it(text: str) -> None:
    assert said(text).draft.customer == next(one for one in shop().customers if one.id == "tor")


@pytest.mark.parametrize("text", ["anual a lo mejor", "quizás anual", "yearly maybe", "anual talvez"])
def test_who_doubts_where_the_term_is_asked_is_told_the_prices(text: str) -> None:
    outcome = said(text, replace(ORDER, term=None), Step.TERM)
    assert outcome.draft.term is None
    assert [note.reason for note in outcome.notes] == ["terms_compared"]


@pytest.mark.parametrize("text", ["anual", "yearly, they might move later", "anual porque no estoy seguro"])
def test_a_reason_is_no_doubt(text: str) -> None:
    assert said(text, replace(ORDER, term=None), Step.TERM).draft.term is Term.YEAR


@pytest.mark.parametrize("text", ["visa tal vez", "quizá la visa", "visa maybe", "visa talvez"])
def test_who_doubts_with_which_card_is_asked_again(text: str) -> None:
    outcome = said(text, replace(REVIEWED, payment=None), Step.PAYMENT)
    assert outcome.draft.payment is None
    assert outcome.understood
