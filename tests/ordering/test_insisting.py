"""What is wanted for sure is a change, whatever is asked or said beside it."""

import pytest

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.meaning import meaning
from tests.ordering.shops import hear, shop

REVIEWED = Draft(
    plan="BS", quantity=10, term=Term.MONTH, add_ons=(), customer=shop().customers[0], payment="card-v"
)


@pytest.mark.parametrize(
    ("text", "quantity", "term"),
    [
        ("And the yearly price is lower, right? Then switch it to yearly.", 10, Term.YEAR),
        ("pensando melhor, faz 15 e no plano anual que sai mais em conta", 15, Term.YEAR),
        ("ah tem minimo? entao poe 3", 3, Term.MONTH),
        ("¿sale mejor anual? entonces cámbialo a anual", 10, Term.YEAR),
    ],
)
def test_the_last_sentence_says_what_is_wanted(text: str, quantity: int, term: Term) -> None:
    heard = hear(text, Step.CONFIRM, REVIEWED, "ask_price")
    assert meaning("ask_price", 0.8, heard) == "inform"
    draft = decide(Message(heard, "inform", text, Step.CONFIRM), REVIEWED, {}, shop()).draft
    assert (draft.quantity, draft.term) == (quantity, term)


@pytest.mark.parametrize(
    "text", ["and yearly?", "y si fuera anual?", "quanto fica anual?", "is it cheaper annual?"]
)
def test_a_question_alone_changes_nothing(text: str) -> None:
    heard = hear(text, Step.CONFIRM, REVIEWED, "ask_price")
    assert decide(Message(heard, "inform", text, Step.CONFIRM), REVIEWED, {}, shop()).draft == REVIEWED


def test_what_is_denied_is_not_the_term() -> None:
    assert hear("el pago es anual, no mensual", Step.TERM, Draft(plan="BS", quantity=10)).term == "year"
