"""Where add-ons are asked for: one that is taken back for another, left out beside another, or put on one."""

import pytest

from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity
from bot.ordering.reading import Sentence, listen
from tests.ordering.shops import entities, shop

STANDARD = Draft(plan="BS", quantity=12, term="year")  # it has archiving, copilot and teams phone


def wanted(text: str, language: str, terms: tuple[str, ...] = ()) -> dict[str, int | None]:
    """``terms``: what the engine takes for a term of a month."""
    known = entities(text) + [
        Entity("term", "month", text.index(term), text.index(term) + len(term)) for term in terms
    ]
    context = (("ARC", "COP", "TEL"), Step.ADD_ONS, (), language)
    heard = listen(Sentence(text, known, shop(), STANDARD, Step.ADD_ONS, "inform", *context))
    draft = decide(Message(heard, "inform", text, Step.ADD_ONS), STANDARD, {}, shop()).draft
    assert (draft.plan, draft.quantity, draft.term) == ("BS", 12, "year")
    return {each.mpn: each.quantity for each in draft.add_ons or ()}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("copilot... no hang on, I mean the archiving, for all", "en"),
        ("the copilot, oh wait no, archiving", "en"),
        ("copilot. sorry, I meant archiving", "en"),
        ("put copilot on it, actually no, make that archiving", "en"),
        ("quiero el copilot... ah no espera, el archivado, ese, para todos", "es"),
        ("copilot, perdón, quise decir archivado", "es"),
        ("el copilot, digo, el archivado", "es"),
        ("o copilot... não, pera, o arquivamento, esse aí, pra todos", "pt"),
        ("copilot, aliás, arquivamento", "pt"),
        ("o copilot, quer dizer, arquivamento", "pt"),
    ],
)
def test_what_is_named_behind_a_second_thought_is_meant(text: str, language: str) -> None:
    assert wanted(text, language) == {"ARC": None}


@pytest.mark.parametrize(
    ("text", "language"),
    [("5 copilot, não, 3 arquivamento", "pt"), ("5 copilot, no wait, 3 archiving", "en")],
)
def test_the_number_of_what_is_taken_back_goes_with_it(text: str, language: str) -> None:
    assert wanted(text, language) == {"ARC": 3}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("copilot, sorry, and archiving", "en"),
        ("copilot, oops, archiving too", "en"),
        ("copilot. oh sorry, add archiving", "en"),
        ("copilot, sorry for the delay, and archiving", "en"),
        ("copilot, perdón la demora, y archivado", "es"),
        ("copilot, perdón, también archivado", "es"),
        ("copilot, ah, arquivamento também", "pt"),
    ],
)
def test_an_excuse_takes_nothing_back(text: str, language: str) -> None:
    assert wanted(text, language) == {"COP": None, "ARC": None}


def test_of_several_the_last_one_is_taken_back_or_all_that_are_named_again() -> None:
    assert wanted("copilot and archiving, no wait, teams phone", "en") == {"COP": None, "TEL": None}
    again = "copilot and archiving, I mean copilot and teams phone"
    assert wanted(again, "en") == {"COP": None, "TEL": None}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("copilot sim, arquivamento não, teams phone também não", "pt"),
        ("copilot yes, archiving no, teams phone no either", "en"),
        ("copilot sí, archivado no, teams phone tampoco", "es"),
        ("bota o copilot, mas o arquivamento deixa fora que eles usam outro", "pt"),
        ("copilot sim, o arquivamento deixa pra lá", "pt"),
        ("coloca o copilot e deixa o arquivamento de fora", "pt"),
        ("pon el copilot, pero el archivado déjalo fuera que usan otro", "es"),
        ("add copilot but leave archiving out, they use another", "en"),
    ],
)
def test_what_is_left_out_beside_another_is_not_wanted(text: str, language: str) -> None:
    assert wanted(text, language) == {"COP": None}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("põe copilot em um, o da contabilidade", "pt"),
        ("put copilot on one, the accounts pc", "en"),
        ("pon copilot en uno", "es"),
    ],
)
def test_an_add_on_may_be_put_on_one_of_them(text: str, language: str) -> None:
    assert wanted(text, language) == {"COP": 1}


@pytest.mark.parametrize(
    ("text", "term", "language"),
    [
        ("none, it took me a month to sell them the plan alone", "a month", "en"),
        ("no extras, they asked a month ago", "a month", "en"),
        ("ninguno, me tomó un mes venderles el plan", "un mes", "es"),
        ("sin extras, hace un mes que esperan", "un mes", "es"),
        ("sem extras, levei um mês pra vender só o plano", "um mês", "pt"),
        ("nenhum, faz um mês que esperam", "um mês", "pt"),
    ],
)
def test_how_long_something_took_is_no_term(text: str, term: str, language: str) -> None:
    assert wanted(text, language, (term,)) == {}
