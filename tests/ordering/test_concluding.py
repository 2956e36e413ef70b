"""What counting comes to, and what is a figure of speech, where it is asked how many."""

import pytest

from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity, Heard
from bot.ordering.reading import Sentence, listen
from tests.ordering.shops import hear, shop

OPEN = Draft(plan="BB")


def in_words(text: str, language: str, **numbers: int) -> Heard:
    """With numbers that are written in words, as the engine tags them."""
    tagged = [
        Entity("number", str(value), at, at + len(said))
        for said, value in ((said.replace("_", " "), value) for said, value in numbers.items())
        if (at := text.find(said)) >= 0
    ]
    tagged += [one for one in Sentence(text, [], shop(), OPEN, None).entities]
    digits = [Entity("number", word.text, word.start, word.end) for word in _digits(text)]
    entities = sorted([*tagged, *digits], key=lambda each: each.start)
    return listen(Sentence(text, entities, shop(), OPEN, Step.QUANTITY, language=language))


def _digits(text: str) -> list:
    return [word for word in Sentence(text, [], shop(), OPEN, None).words if word.text.isdigit()]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("there's 28 of us but get 30 to be safe", "30"),
        ("they have like 18 pcs, round it up to 20", "20"),
        ("como 28 máquinas, digamos 30", "30"),
        ("son 18 compus pero redondéalo a 20", "20"),
        ("são 18 micros, mas põe 20 por segurança", "20"),
        ("umas 28, arredonda pra 30", "30"),
        ("eran 18 pero 2 se fueron, ahora 16", "16"),
        ("20 minus the 3 who quit, 17", "17"),
        ("iam ser 30 mas mandaram 5 embora, ficou em 25", "25"),
        ("3 en caja, 2 en bodega y una en gerencia: 6", "6"),
        ("let me count... 19, 20, 21! Right, 21 of them", "21"),
        ("deixa eu contar... 7, 8, 9! Isso, 9", "9"),
        ("12, one per person", "12"),
        ("7, una por cada persona", "7"),
        ("15, cada um com a sua", "15"),
        ("just the one for now ta", "1"),
        ("just the one, it's only her computer", "1"),
        ("una sola, es para la laptop del contador", "1"),
        ("uma só, é pro notebook do dono", "1"),
        ("15 tá bão demais", "15"),
    ],
)
def test_what_the_counting_comes_to_is_how_many(text: str, count: str) -> None:
    heard = hear(text, Step.QUANTITY, OPEN)
    assert (heard.quantity, heard.other) == (count, None)


@pytest.mark.parametrize(
    ("text", "count", "other"),
    [
        ("20 or 25", "20", "25"),
        ("between 19 and 21", "19", "21"),
        ("19, 20, 21?", "19", "20"),
        ("10 now, 5 each", "10", None),
    ],
)
def test_of_two_to_choose_from_none_is_the_end(text: str, count: str, other: str | None) -> None:
    heard = hear(text, Step.QUANTITY, OPEN)
    assert (heard.quantity, heard.other) == (count, other)


@pytest.mark.parametrize(
    ("text", "language", "numbers", "count"),
    [
        ("un par de docenas", "es", {"un_par": 2}, "24"),
        ("un par de docenas, 24 pues", "es", {"un_par": 2}, "24"),
        ("a couple of dozen", "en", {"a_couple": 2, "dozen": 12}, "24"),
        ("um par de dúzias então", "pt", {"um_par": 2}, "24"),
        ("25, thanks a million", "en", {"a_million": 1000000}, "25"),
        ("25, un millón de gracias", "es", {"un_millón": 1000000}, "25"),
        ("25, um milhão de obrigados", "pt", {"um_milhão": 1000000}, "25"),
        ("cheers a million, 25 please", "en", {"a_million": 1000000}, "25"),
        ("thanks, a thousand licenses", "en", {"a_thousand": 1000}, "1000"),
        ("gracias mil licencias", "es", {"mil": 1000}, "1000"),
    ],
)
def test_dozens_count_and_a_million_thanks_do_not(
    text: str, language: str, numbers: dict[str, int], count: str
) -> None:
    heard = in_words(text, language, **numbers)
    assert (heard.quantity, heard.other) == (count, None)


def test_who_is_on_the_safe_side_wants_no_security() -> None:
    for text in ("põe 20 por segurança", "pon 20 por seguridad", "20 to be safe"):
        assert not hear(text, Step.QUANTITY, OPEN).add_ons


def test_plus_between_two_numbers_names_no_plan() -> None:
    assert not hear("4 laptops plus 2 servers, so 6 in all", Step.QUANTITY, Draft(plan="BB")).plans
