import pytest

from bot.ordering.plain import plain_answer
from bot.ordering.text import words


@pytest.mark.parametrize(
    "text",
    ["sí", "dale gracias", "ok", "sure, thanks", "pode confirmar", "si por favor", "yes please go ahead"],
)
def test_a_bare_yes_is_a_yes_however_polite(text: str) -> None:
    assert plain_answer(words(text)) == "affirm"


@pytest.mark.parametrize(
    "text",
    [
        "si pero 30",
        "claro que no",
        "no, confirmo",
        "ok despues",
        "si luego te digo",
        "mas adelante",
        "sim mas espera",
        "don't go ahead",
        "va a ser mensual",
        "gracias",
        "si ya veo",
        "",
    ],
)
def test_a_yes_with_anything_else_in_it_is_none(text: str) -> None:
    assert plain_answer(words(text)) != "affirm"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("no", "deny"),
        ("nn", "deny"),
        ("na", "deny"),
        ("n", "deny"),
        ("nda", "no_more"),
        ("na visa", None),
        ("nn, obrigado", "deny"),
        ("todavía no", "deny"),
        ("no gracias", "deny"),
        ("por ahora no", "deny"),
        ("mejor lo dejo para despues", "skip"),
        ("let's leave the domain for later", "skip"),
        ("melhor deixar pra depois", "skip"),
        ("depoiss", "skip"),
        ("niguno", "no_more"),
        ("ninguno gracias", "no_more"),
        ("nada más por ahora", "no_more"),
        ("nenhun", "no_more"),
        ("nd", "no_more"),
        ("no, así está bárbaro", "deny"),
        ("não, assim tá ótimo", "deny"),
    ],
)
def test_no_later_and_nothing_are_told_apart_typos_included(text: str, intent: str) -> None:
    assert plain_answer(words(text)) == intent


@pytest.mark.parametrize("text", ["Nadia", "Luegos y Cia", "nova", "25", "sip telecom"])
def test_names_are_no_answers(text: str) -> None:
    assert plain_answer(words(text)) is None


@pytest.mark.parametrize("text", ["nah, you're alright", "no, I'm good mate", "nope, we're fine"])
def test_a_friendly_no_is_a_no(text: str) -> None:
    assert plain_answer(words(text)) == "deny"


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("noo", "deny"),
        ("nooo gracias", "deny"),
        ("nãooo", "deny"),
        ("naooo obrigada", "deny"),
        ("siii", "affirm"),
        ("simm", "affirm"),
        ("siiim", "affirm"),
        ("yesss", "affirm"),
        ("okkk", "affirm"),
        ("okk", "affirm"),
        ("nadaaa", "no_more"),
        ("nothinggg", "no_more"),
        ("laterrr", "skip"),
        ("despuésss", "skip"),
    ],
)
def test_letters_that_are_drawn_out_are_one(text: str, intent: str) -> None:
    assert plain_answer(words(text)) == intent


@pytest.mark.parametrize("text", ["borra", "valle", "salle"])
def test_letters_that_belong_there_stay(text: str) -> None:
    assert plain_answer(words(text)) is None


def test_a_laugh_and_a_roman_number_stay_what_they_are() -> None:
    assert [word.text for word in words("kkk Juan Pablo III, 1000 www")] == [
        *("kkk", "juan", "pablo", "iii", "1000", "www"),
    ]


@pytest.mark.parametrize(
    "text", ["no, así vale", "no, así está bien", "ah no you're grand", "no, all good", "não, tá bom assim"]
)
def test_a_no_that_is_fine_without_is_one_where_none_is_an_answer(text: str) -> None:
    assert plain_answer(words(text), is_optional=True) == "deny"
    assert plain_answer(words("no, sí quiero"), is_optional=True) is None
    assert plain_answer(words("no, dale defender"), is_optional=True) is None
