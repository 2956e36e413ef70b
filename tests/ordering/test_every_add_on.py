"""All add-ons that are offered, or so many of each; and what only sounds like it."""

import pytest

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.supposing import asks_price
from tests.ordering.shops import hear, shop

STANDARD = Draft(plan="BS", quantity=12, term="year")  # it has archiving, copilot and teams phone
OFFERED = ("ARC", "COP", "TEL")
REVIEWED = Draft(
    plan="BS", quantity=12, term=Term.YEAR, add_ons=(), customer=shop().customers[0], payment="card-v"
)


def chosen(text: str, language: str) -> dict[str, int | None]:
    heard = hear(text, Step.ADD_ONS, STANDARD, "inform", OFFERED, language=language)
    draft = decide(Message(heard, "inform", text, Step.ADD_ONS), STANDARD, {}, shop()).draft
    assert (draft.plan, draft.quantity) == ("BS", 12)
    return {each.mpn: each.quantity for each in draft.add_ons or ()}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the whole lot for all 12, she wants to sleep at night", "en"),
        ("all 3, on the 12 machines, the owner wants peace of mind", "en"),
        ("everything, for the 12 pcs", "en"),
        ("los 3, para las 12 máquinas, el dueño quiere dormir tranquilo", "es"),
        ("todos, para las 12 compus", "es"),
        ("os 3, nas 12 máquinas, ele quer dormir sossegado", "pt"),
        ("pode botar tudo, ele tem medo de perder dado", "pt"),
    ],
)
def test_all_of_them_on_all_of_the_plan(text: str, language: str) -> None:
    assert chosen(text, language) == dict.fromkeys(OFFERED)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("all good, for the 12 machines", "en"),
        ("everything's fine, we're 12", "en"),
        ("todo bien así, somos 12", "es"),
        ("todo listo, para las 12", "es"),
        ("tudo certo, são 12 mesmo", "pt"),
        ("pode mandar tudo, ele tá com pressa", "pt"),
        ("1 of each of our clients asked", "en"),
        ("2 de cada 12 clientes pegam vírus", "pt"),
    ],
)
def test_what_only_sounds_like_all_orders_nothing(text: str, language: str) -> None:
    assert chosen(text, language) == {}


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("2 of each please, it's a trial for their IT guy", "en", 2),
        ("one of each, just to try", "en", 1),
        ("2 de cada uno, es una prueba que quieren hacer", "es", 2),
        ("uno de cada uno nomás", "es", 1),
        ("2 de cada, é um teste que o técnico quer fazer", "pt", 2),
        ("um de cada só pra testar", "pt", 1),
    ],
)
def test_so_many_of_each_that_is_offered(text: str, language: str, number: int) -> None:
    assert chosen(text, language) == dict.fromkeys(OFFERED, number)


@pytest.mark.parametrize(
    ("text", "language"),
    [("archiving and copilot, 2 of each", "en"), ("archivado y copilot, 2 de cada uno", "es")]
    + [("arquivamento e copilot, 2 de cada", "pt")],
)
def test_so_many_of_each_that_is_named(text: str, language: str) -> None:
    assert chosen(text, language) == {"ARC": 2, "COP": 2}


@pytest.mark.parametrize(
    "text",
    ["the copilot, costs next to nothing", "el copilot, cuesta poquito", "o copilot, custa pouquinho"]
    + ["the copilot, it doesn't cost much", "el copilot, no cuesta nada", "o copilot, quase não custa"],
)
def test_what_costs_little_is_wanted_and_asks_no_price(text: str) -> None:
    assert not asks_price(text)
    assert chosen(text, "") == {"COP": None}


@pytest.mark.parametrize(
    "text", ["cuánto cuesta el copilot", "what does copilot cost", "quanto custa o copilot"]
)
def test_what_it_costs_is_asked_as_before(text: str) -> None:
    assert asks_price(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("dobla la cantidad, 20 en vez de doce", 20),
        ("dobra a quantidade, 20 em vez de doze, a outra loja também quer", 20),
        ("the whole shop wants it, 20 instead of twelve", 20),
        ("is it 20 instead of twelve?", 12),
    ],
)
def test_one_number_instead_of_another_is_the_plans(text: str, count: int) -> None:
    heard = hear(text, Step.CONFIRM, REVIEWED)
    assert decide(Message(heard, "inform", text, Step.CONFIRM), REVIEWED, {}, shop()).draft.quantity == count


def test_where_an_add_on_has_its_own_number_it_is_not_clear_whose_it_is() -> None:
    draft = Draft(plan="BS", quantity=12, term="year", add_ons=(AddOnChoice("COP", 5),), payment="card-v")
    text = "la otra tienda quiere, 7 en vez de cinco"
    heard = hear(text, Step.CONFIRM, draft)
    assert decide(Message(heard, "inform", text, Step.CONFIRM), draft, {}, shop()).draft.quantity == 12
