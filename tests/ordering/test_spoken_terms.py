"""The term in many words: what was thought once, what may come later, and words that are drawn out."""

import pytest

from bot.ordering.answering import is_answer
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity
from bot.ordering.meaning import meaning
from bot.ordering.reading import Sentence, listen
from tests.ordering.shops import hear, shop

CHOSEN = Draft(plan="BB", quantity=10)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("primero dijeron anual pero no, al final mensual", "month"),
        ("yo decía anual, el jefe dijo mensual y manda él", "month"),
        ("pensaban pagar mensual, al final anual", "year"),
        ("pensei em mensual mas não, fica anual mesmo", "year"),
        ("mensual, al principio pensé anual", "month"),
        ("yearly, they hate mensual bills", "year"),
        ("mensual, if it works out we go yearly next year", "month"),
        ("mensual por la lana, si funciona lo pasamos a anual el próximo año", "month"),
        ("mensual, no, cambia a anual", "year"),
    ],
)
def test_what_was_thought_once_and_what_may_come_is_no_term(text: str, term: str) -> None:
    assert hear(text, Step.TERM, CHOSEN).term == term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("anuaaal por supuesto", "year"),
        ("mensuaaal obvio", "month"),
        ("mensalzinho", "month"),
        ("anualito pues", "year"),
        ("monthlyyy please", "month"),
    ],
)
def test_words_that_are_drawn_out_or_made_small_are_terms(text: str, term: str) -> None:
    covers_all = [Entity("language", "es", 0, len(text))]  # as the engine tags the whole of it
    heard = listen(Sentence(text, covers_all, shop(), CHOSEN, Step.TERM, "thank"))
    assert heard.term == term
    assert is_answer(Step.TERM, "thank", heard, text)


def test_a_subscription_for_a_year_is_the_order_and_none_that_is_had() -> None:
    text = "kindly take yearly subscription only"
    heard = hear(text, Step.TERM, CHOSEN, "change_subscription")
    assert is_answer(Step.TERM, "change_subscription", heard, text)
    had = hear("renew their yearly subscription", None, Draft(), "change_subscription")
    assert meaning("change_subscription", 0.9, had) == "change_subscription"


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("mensual... no mejor anual", "year"),
        ("yo hubiera dicho mensual, ella insiste en anual", "year"),
        ("antes pagavam mensual, agora querem anual", "year"),
        ("anual, antes pagaban mensual y lo odiaban", "year"),
        ("anual, no mensual", "year"),
    ],
)
def test_a_better_one_behind_a_no_is_meant_and_what_was_had_is_not(text: str, term: str) -> None:
    assert hear(text, Step.TERM, CHOSEN).term == term


@pytest.mark.parametrize(
    ("text", "said", "term"),
    [
        ("Blue Fern Studio would like 7 licences, billed every month.", "every month", "month"),
        ("she will be paying every month", "every month", "month"),
        ("então faz por ano. são 9 caixas", "por ano", "year"),
        ("boa tarde eu queria três licenças por mês pra um cliente", "por mês", "month"),
        ("buenas tardes, que lo paguen cada mes", "cada mes", "month"),
    ],
)
def test_how_often_it_is_paid_is_the_term_whatever_stands_beside_it(text: str, said: str, term: str) -> None:
    at = text.index(said)
    tagged = [Entity("term", term, at, at + len(said))]
    assert listen(Sentence(text, tagged, shop(), Draft(plan="BB"), None, "order")).term == term


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("mensual no anual perdón", "year"),
        ("ponme 13 basic, mensual no anual perdón, para san rafael", "year"),
        ("anual não mensual, desculpa", "month"),
        ("mensual no anual", "month"),
        ("mensual no anual perdón la demora", "month"),
    ],
)
def test_an_apology_says_which_of_two_terms_was_a_slip(text: str, term: str) -> None:
    assert hear(text).term == term
