"""A bare number right after talk of an add-on: that one's, or asked back, never the plan's by guess."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.outcome import Outcome, Question
from tests.ordering.shops import hear, shop

FOLLOWS = Draft(plan="BS", quantity=20, add_ons=(AddOnChoice("COP"),))
OWN = Draft(plan="BS", quantity=20, add_ons=(AddOnChoice("COP", 3),))


def after(
    text: str,
    draft: Draft,
    step: Step = Step.CUSTOMER,
    topic: tuple[str, ...] = ("COP",),
    pending: dict[Step, Question] | None = None,
) -> Outcome:
    pending = pending or {}
    offered = pending[step].choices if step in pending else ()
    heard = hear(text, step, draft, offered=offered, topic=topic)
    return decide(Message(heard, "inform", text, step), draft, pending, shop())


@pytest.mark.parametrize("step", [Step.CUSTOMER, Step.PAYMENT, Step.CONFIRM])
@pytest.mark.parametrize(
    ("text", "copilot"),
    [
        ("2 más", 5),
        ("agrega 2", 5),
        ("2 more", 5),
        ("add 2 more", 5),
        ("mais 2", 5),
        ("mais 2 por favor", 5),
        ("1 menos", 2),
        ("solo 2", 2),
        ("only 2", 2),
        ("só 2", 2),
    ],
)
def test_a_bare_number_is_the_add_ons(text: str, copilot: int, step: Step) -> None:
    draft = after(text, OWN, step).draft
    assert (draft.quantity, draft.add_ons) == (20, (AddOnChoice("COP", copilot),))


@pytest.mark.parametrize("text", ["2 más", "2 more", "mais 2", "agrega 2"])
def test_beside_an_add_on_that_follows_the_plan_it_is_asked_of_what(text: str) -> None:
    outcome = after(text, FOLLOWS)
    question = outcome.questions[Step.QUANTITY]
    assert (question.reason, question.choices) == ("count_of_what", ("BS=22", "COP=22"))
    assert outcome.draft == FOLLOWS


@pytest.mark.parametrize("text", ["5", "mejor 5", "make it 5", "que sejam 5"])
def test_a_smaller_number_may_be_of_either(text: str) -> None:
    outcome = after(text, FOLLOWS, Step.CONFIRM)
    assert outcome.questions[Step.QUANTITY].choices == ("BS=5", "COP=5")
    assert outcome.draft == FOLLOWS


@pytest.mark.parametrize(
    "text",
    ["mejor 30", "make it 30", "melhor 30", "30 licencias de business standard"]
    + ["súmale 10 licencias", "10 more seats", "mais 10 usuários"],
)
@pytest.mark.parametrize("draft", [FOLLOWS, OWN])
def test_what_can_only_be_the_plans_is_the_plans(text: str, draft: Draft) -> None:
    outcome = after(text, draft, Step.CONFIRM)
    assert outcome.draft.quantity == 30
    assert not outcome.questions


def test_solo_is_of_the_add_on_that_follows_the_plan_too() -> None:
    assert after("solo 5", FOLLOWS, Step.CONFIRM).draft.add_ons == (AddOnChoice("COP", 5),)


def test_without_talk_of_an_add_on_it_is_the_plans() -> None:
    assert after("2 más", OWN, topic=()).draft.quantity == 22


@pytest.mark.parametrize(
    ("text", "quantity", "copilot"),
    [
        ("de copilot", 20, 22),
        ("copilot", 20, 22),
        ("of the copilot", 20, 22),
        ("el segundo", 20, 22),
        ("del plan", 22, None),
        ("las licencias", 22, None),
        ("business standard", 22, None),
        ("the first one", 22, None),
        ("do plano", 22, None),
    ],
)
def test_the_answer_says_of_what(text: str, quantity: int, copilot: int | None) -> None:
    asked = after("2 más", FOLLOWS)
    outcome = after(text, asked.draft, Step.QUANTITY, (), asked.questions)
    assert (outcome.draft.quantity, outcome.draft.add_ons) == (quantity, (AddOnChoice("COP", copilot),))
    assert not outcome.questions


def test_another_number_is_asked_about_again() -> None:
    asked = after("2 más", FOLLOWS)
    outcome = after("25", asked.draft, Step.QUANTITY, (), asked.questions)
    assert outcome.questions[Step.QUANTITY].choices == ("BS=25", "COP=25")


@pytest.mark.parametrize(("text", "copilot"), [("5", 5), ("el primero", 3), ("mejor 4", 4)])
def test_a_number_answers_how_many_of_the_add_on(text: str, copilot: int) -> None:
    draft = Draft(plan="BS", quantity=20)
    asked = after("copilot para 3 o 5", draft, Step.CONFIRM, ())
    outcome = after(text, asked.draft, Step.QUANTITY, (), asked.questions)
    assert (outcome.draft.quantity, outcome.draft.add_ons) == (20, (AddOnChoice("COP", copilot),))
    assert not outcome.questions
