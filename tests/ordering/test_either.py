"""Two numbers where one is needed: asked back with both, never one of them by guess."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.outcome import Outcome
from tests.ordering.shops import hear, shop

NEW = Draft(plan="BS")
KNOWN = Draft(plan="BS", quantity=20)


def after(text: str, draft: Draft, step: Step = Step.QUANTITY) -> Outcome:
    return decide(Message(hear(text, step, draft), "inform", text, step), draft, {}, shop())


@pytest.mark.parametrize(
    "text",
    [
        "15 o 25",
        "15 ó 25 licencias",
        "15 u 25",
        "15 licencias o 25",
        "15, o quizá 25",
        "15 o tal vez 25",
        "entre 15 y 25",
        "entre unas 15 y 25 licencias",
        "de 15 a 25",
        "15 a 25",
        "15-25",
        "15 y 25",
        "15 or 25",
        "either 15 or 25 seats",
        "15, maybe 25",
        "between 15 and 25",
        "from 15 to 25",
        "15 to 25 users",
        "15 ou 25",
        "15 ou talvez 25",
        "entre 15 e 25",
        "15 até 25",
        "15 business standard o 25",
    ],
)
def test_two_numbers_are_asked_back(text: str) -> None:
    outcome = after(text, NEW)
    question = outcome.questions[Step.QUANTITY]
    assert (question.reason, question.choices) == ("quantity_which", ("15", "25"))
    assert outcome.draft.quantity is None


@pytest.mark.parametrize(
    "text", ["20 business standard o 25", "20 o 25 business standard", "entre 20 y 25 standard"]
)
def test_two_numbers_of_a_new_order_are_asked_back(text: str) -> None:
    outcome = after(text, Draft(), Step.PLAN)
    assert outcome.questions[Step.QUANTITY].choices == ("20", "25")
    assert outcome.draft.quantity is None


def test_the_question_outlives_that_which_plan() -> None:
    outcome = after("20 o 25 basic", Draft(), Step.PLAN)
    message = Message(hear("business basic", Step.PLAN, outcome.draft), "inform", "business basic", Step.PLAN)
    assert decide(message, outcome.draft, outcome.questions, shop()).questions[Step.QUANTITY].choices == (
        "20",
        "25",
    )


@pytest.mark.parametrize(
    "text", ["18 o 22", "18 or 22", "18 ou 22", "mejor entre 18 y 22", "make it 18 or 22"]
)
def test_two_numbers_instead_of_a_known_one_keep_that_until_it_is_settled(text: str) -> None:
    outcome = after(text, KNOWN, Step.CONFIRM)
    assert outcome.questions[Step.QUANTITY].choices == ("18", "22")
    assert outcome.draft == KNOWN


@pytest.mark.parametrize(
    "text",
    [
        "cambia de 20 a 25",
        "de 20 a 25",
        "from 20 to 25",
        "muda de 20 para 25",
        "no 20, 25",
        "25, no 20",
        "25 en vez de 20",
    ],
)
def test_from_the_known_number_to_another_is_a_change(text: str) -> None:
    assert after(text, KNOWN, Step.CONFIRM).draft.quantity == 25


@pytest.mark.parametrize(
    "text", ["20, no, 25", "20... perdon, 25", "20 digo 25", "20, sorry, 25", "20, quer dizer, não, 25"]
)
def test_who_corrects_a_number_at_once_means_the_last(text: str) -> None:
    assert after(text, NEW).draft.quantity == 25


@pytest.mark.parametrize(
    "text", ["20 o más", "20 or so", "20 más o menos", "a 20", "de 20", "20 a 22.50 dolares"]
)
def test_one_number_is_no_two(text: str) -> None:
    assert Step.QUANTITY not in after(text, NEW).questions


def test_two_numbers_of_an_add_on_are_asked_back_for_it() -> None:
    outcome = after("copilot para 3 o 5", KNOWN, Step.CONFIRM)
    question = outcome.questions[Step.QUANTITY]
    assert (question.reason, question.choices) == ("count_which", ("COP=3", "COP=5"))
    assert outcome.draft == Draft(plan="BS", quantity=20, add_ons=(AddOnChoice("COP"),))


@pytest.mark.parametrize(
    ("text", "quantity"), [("25", 25), ("el segundo", 25), ("the first one", 20), ("mejor 22", 22)]
)
def test_the_answer_settles_it(text: str, quantity: int) -> None:
    asked = after("20 o 25", NEW)
    heard = hear(text, Step.QUANTITY, NEW, offered=("20", "25"))
    outcome = decide(Message(heard, "inform", text, Step.QUANTITY), asked.draft, asked.questions, shop())
    assert (outcome.draft.quantity, outcome.questions) == (quantity, {})


@pytest.mark.parametrize(
    "text",
    [
        "unas 30 ... o 35",
        "unas 30 o 35",
        "como 30, 35",
        "30 ... 35",
        "entre 30 y 35",
        "30 u 35",
        "unas 30 o hasta 35",
    ]
    + ["30 or maybe 35", "between 30 and 35", "either 30 or 35", "30 perhaps even 35", "30 to 35", "30-35"]
    + ["umas 30 ou 35", "entre 30 e 35", "30 ou talvez 35", "30 a 35", "quiero unas 30 o 35 licencias"],
)
@pytest.mark.parametrize("draft", [Draft(plan="BS"), Draft(plan="BS", quantity=20)])
def test_of_two_numbers_none_is_taken_silently(text: str, draft: Draft) -> None:
    step = Step.CONFIRM if draft.quantity else Step.QUANTITY
    heard = hear(text, step, draft)
    assert (heard.quantity, heard.other) == ("30", "35")
    outcome = decide(Message(heard, "inform", text, step), draft, {}, shop())
    assert outcome.draft == draft
    assert outcome.questions[Step.QUANTITY].reason == "quantity_which"


@pytest.mark.parametrize(
    "text",
    [
        "son 10 pero ponle 12",
        "somos 10 pero que sean 12",
        "10 now but put 12",
        "they are 10 but need 12",
        "são 10 mas põe 12",
    ],
)
def test_what_is_put_instead_is_the_number(text: str) -> None:
    language = "pt" if "mas" in text else ""
    heard = hear(text, Step.QUANTITY, NEW, language=language)
    assert (heard.quantity, heard.other) == ("12", None)


@pytest.mark.parametrize("text", ["10 pero ponle 2 copilot", "10 but 2 of them part time"])
def test_a_part_behind_a_but_is_not_the_number(text: str) -> None:
    assert hear(text, Step.QUANTITY, NEW).quantity == "10"


@pytest.mark.parametrize("text", ["10 no", "not 10", "que no sean 10"])
def test_a_number_that_is_refused_is_none(text: str) -> None:
    assert hear(text, Step.QUANTITY, NEW).quantity is None


@pytest.mark.parametrize("text", ["la mitad de 20", "half of 20", "metade dos 20"])
def test_half_of_a_number(text: str) -> None:
    assert hear(text, Step.QUANTITY, NEW).quantity == "10"


@pytest.mark.parametrize("text", ["solo yo", "just me", "só pra mim", "nomás yo, gracias"])
def test_who_is_alone_is_one(text: str) -> None:
    heard = hear(text, Step.QUANTITY, NEW, "greet")
    assert (heard.quantity, heard.begins_whole) == ("1", True)
    assert hear(text, Step.CONFIRM, KNOWN, "greet").quantity is None
