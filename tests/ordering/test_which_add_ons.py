"""Which add-ons are meant by "all but one", "only this", "the first two", and what is merely asked about."""

from dataclasses import replace

import pytest

from bot.ordering.answering import asks_about_add_ons, is_answer
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.outcome import Outcome
from tests.ordering.shops import hear, shop

STANDARD = Draft(plan="BS", quantity=12, term="year")  # it has archiving, copilot and teams phone
OFFERED = ("ARC", "COP", "TEL")
PLAIN = replace(STANDARD, customer=shop().customers[0], payment="card-v", add_ons=())
REVIEWED = replace(
    STANDARD,
    add_ons=(AddOnChoice("COP"), AddOnChoice("ARC", 5)),
    customer=shop().customers[0],
    payment="card-v",
)


def outcome(text: str, step: Step, draft: Draft, intent: str = "inform", language: str = "") -> Outcome:
    offered = OFFERED if step is Step.ADD_ONS else ()
    heard = hear(text, step, draft, intent, offered, language=language)
    return decide(Message(heard, intent, text, step), draft, {}, shop())


def wanted(text: str, language: str = "") -> set[str] | None:
    """Where add-ons are asked for."""
    chosen = outcome(text, Step.ADD_ONS, STANDARD, language=language).draft.add_ons
    return None if chosen is None else {each.mpn for each in chosen}


@pytest.mark.parametrize(
    "text",
    [
        "everything but copilot",
        "all of them except copilot",
        "all but the copilot",
        "everything minus copilot",
    ]
    + ["todo menos copilot", "todos menos el copilot", "todos excepto el copilot por favor"]
    + ["tudo menos o copilot", "todos menos o copilot", "tudo fora o copilot"],
)
def test_all_but_one_are_the_others(text: str) -> None:
    assert wanted(text) == {"ARC", "TEL"}


@pytest.mark.parametrize(
    "text",
    ["all of them", "all 3", "all the addons", "yes all", "everything please"]
    + ["todos", "todos los complementos", "los 3", "sí todos", "todo", "tudo", "os 3", "com tudo"],
)
def test_all_are_all_that_is_offered(text: str) -> None:
    assert wanted(text) == set(OFFERED)


@pytest.mark.parametrize(
    "text", ["that's all", "all good", "that is all thanks", "all good mate", "eso es todo", "isso é tudo"]
)
def test_that_is_all_is_none(text: str) -> None:
    assert outcome(text, Step.ADD_ONS, STANDARD, "no_more").draft.add_ons == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("los 2 primeros", {"ARC", "COP"}),
        ("los primeros 2", {"ARC", "COP"}),
        ("the first 2", {"ARC", "COP"}),
        ("os 2 primeiros", {"ARC", "COP"}),
        ("the last 2 please", {"COP", "TEL"}),
        ("las 2 ultimas", {"COP", "TEL"}),
        ("el primero y el tercero", {"ARC", "TEL"}),
        ("solo copilot", {"COP"}),
        ("just the archiving and nothing else", {"ARC"}),
        ("archivado y nada más", {"ARC"}),
        ("sem copilot", set()),
        ("nada de copilot, gracias", set()),
        ("nada de copilot, pero sí archivado", {"ARC"}),
    ],
)
def test_some_of_those_that_are_offered(text: str, expected: set[str]) -> None:
    assert wanted(text) == expected


def test_so_many_as_are_not_offered_are_no_licenses() -> None:
    assert outcome("los 2", Step.ADD_ONS, STANDARD).draft == STANDARD


@pytest.mark.parametrize(
    "text",
    ["solo copilot", "deja solo copilot", "keep only the copilot", "just the copilot", "fica só o copilot"]
    + ["solo el copilot y nada más", "remove everything but copilot", "quita todo menos copilot"]
    + ["everything except the archiving", "the archiving can go", "take the archiving off"]
    + ["changed his mind about the archiving, take it off, keep the copilot"]
    + [
        "no quieren archivado al final, dejalo sin eso",
        "archiving isn't needed",
        "they decided against archiving",
    ]
    + ["el archivado no hace falta", "o arquivamento não precisa", "archivado después"],
)
def test_what_is_not_to_stay_goes(text: str) -> None:
    intent = "remove" if text.startswith(("remove", "quita", "take")) else "inform"
    assert outcome(text, Step.CONFIRM, REVIEWED, intent).draft.add_ons in (
        (AddOnChoice("COP"),),
        (AddOnChoice("COP", 12),),
    )


@pytest.mark.parametrize(
    "text", ["just add teams phone", "solo agrega teams phone", "só inclui o teams phone"]
)
def test_only_to_add_one_takes_none_away(text: str) -> None:
    chosen = outcome(text, Step.CONFIRM, REVIEWED).draft.add_ons or ()
    assert {each.mpn for each in chosen} == set(OFFERED)


@pytest.mark.parametrize("text", ["saca los 2", "tira os 2", "remove the 2", "quita los 2 complementos"])
def test_so_many_as_the_order_has_are_those(text: str) -> None:
    after = outcome(text, Step.CONFIRM, REVIEWED, "remove").draft
    assert (after.add_ons, after.quantity) == ((), 12)


def test_the_first_two_of_nothing_count_nothing() -> None:
    assert outcome("saca los 2 primeros", Step.CONFIRM, REVIEWED, "remove").draft.quantity == 12


@pytest.mark.parametrize(
    "text",
    ["what's copilot?", "what does copilot do", "tell me about copilot", "is copilot any good?"]
    + ["does it come with archiving?", "me explica uma coisa, o que é esse tal de copilot?"]
    + ["qué es copilot?", "oye y que hace copilot", "para qué sirve el copilot", "incluye archivado?"]
    + ["pra que serve o copilot", "vem com copilot?", "o copilot faz o que?", "copilot hace qué?"],
)
@pytest.mark.parametrize("step", [Step.DOMAIN, Step.ADD_ONS, Step.PAYMENT, Step.CONFIRM])
def test_what_is_asked_about_is_not_ordered(text: str, step: Step) -> None:
    draft = STANDARD if step in (Step.DOMAIN, Step.ADD_ONS) else replace(REVIEWED, add_ons=())
    told = outcome(text, step, draft)
    assert told.draft == draft
    assert [note.reason for note in told.notes] == ["price_each"]
    assert is_answer(step, "ask_plans", hear(text, step, draft), text)


@pytest.mark.parametrize(
    "text",
    ["con copilot, que es lo que pidieron", "can you add copilot?", "me pones copilot por favor?"]
    + ["what is copilot? ok add it", "agrega copilot que es bueno"],
)
def test_what_is_wanted_is_no_question(text: str) -> None:
    assert not asks_about_add_ons(hear(text, Step.CONFIRM, STANDARD), text)


def test_a_plan_is_not_chosen_by_a_question() -> None:
    heard = hear("what's copilot?", Step.PLAN, Draft(quantity=6), offered=("BS", "GSD"))
    assert heard.plans == ()


@pytest.mark.parametrize(
    "text",
    ["Dear team, kindly process 25 business standard", "just come off the phone, 25 business standard"]
    + ["quick one from my phone, 25 business standard", "hola equipo, 25 business standard"],
)
def test_a_word_in_passing_names_no_add_on(text: str) -> None:
    assert hear(text, Step.PLAN).add_ons == ()


@pytest.mark.parametrize(
    "text",
    ["25 business standard with phone", "25 business standard con telefonía", "25 standard and teams phone"],
)
def test_the_same_word_that_is_led_to_names_one(text: str) -> None:
    assert [each.mpn for each in hear(text, Step.PLAN).add_ons] == ["TEL"]


@pytest.mark.parametrize(
    "text",
    ["copilot maybe", "perhaps copilot", "copilot tal vez", "quizás copilot", "a lo mejor copilot"]
    + ["copilot si no sale caro", "copilot talvez", "quem sabe copilot"],
)
@pytest.mark.parametrize(("step", "draft"), [(Step.ADD_ONS, STANDARD), (Step.CONFIRM, PLAIN)])
def test_who_doubts_has_not_chosen(text: str, step: Step, draft: Draft) -> None:
    after = outcome(text, step, draft)
    assert after.draft.add_ons == draft.add_ons
    question = after.questions[Step.ADD_ONS]
    assert (question.reason, question.choices) == ("add_ons_which", ("COP",))
    assert [each.mpn for each in hear("yes, add it", Step.ADD_ONS, draft, "affirm", ("COP",)).add_ons] == [
        "COP"
    ]


@pytest.mark.parametrize(
    "text",
    ["copilot no porque es caro", "copilot ni loco", "no les conviene copilot", "copilot is too expensive"]
    + ["copilot não porque é caro", "copilot nem pensar"],
)
def test_an_add_on_that_is_refused_for_a_reason_is_not_taken(text: str) -> None:
    assert wanted(text) == set()


@pytest.mark.parametrize(
    "text", ["what are those?", "what's that", "qué son?", "¿qué es eso?", "o que são esses?"]
)
def test_who_asks_what_is_offered_is_told(text: str) -> None:
    after = outcome(text, Step.ADD_ONS, STANDARD, "ask_how")
    assert after.draft == STANDARD
    assert [note.reason for note in after.notes] == ["price_each"] * len(OFFERED)
    assert is_answer(Step.ADD_ONS, "ask_how", hear(text, Step.ADD_ONS, STANDARD, "ask_how"), text)
    assert not is_answer(Step.PLAN, "ask_how", hear(text, Step.PLAN, Draft(), "ask_how"), text)


@pytest.mark.parametrize(
    "text", ["copilot down to one", "drop copilot to one", "baja copilot a uno", "reduz o copilot pra um"]
)
def test_an_add_on_goes_down_to_one(text: str) -> None:
    after = outcome(text, Step.CONFIRM, REVIEWED, "remove")
    assert [each.quantity for each in after.draft.add_ons or () if each.mpn == "COP"] == [1]


def test_a_bare_no_takes_none_of_one_that_is_offered() -> None:
    assert not hear("ok, no", Step.ADD_ONS, STANDARD, "deny", ("COP",)).add_ons
    assert not hear("yes?", Step.ADD_ONS, STANDARD, "affirm", ("COP",)).add_ons


@pytest.mark.parametrize(
    "text", ["copilot, she can't type at all the poor thing", "o copilot, ela não sabe digitar"]
)
def test_what_somebody_cannot_do_refuses_no_add_on_named_before_it(text: str) -> None:
    assert wanted(text) == {"COP"}
