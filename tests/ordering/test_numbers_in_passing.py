"""Numbers that are said while an order stands, and change nothing; and those that do."""

import time

import pytest

from bot.ordering.catalog import Term
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.outcome import Outcome
from tests.ordering.shops import hear, shop

STANDARD = Draft(plan="BS", quantity=20, term=Term.YEAR, add_ons=(AddOnChoice("COP", 5),), payment="card-v")


def said(
    text: str, step: Step = Step.CONFIRM, draft: Draft = STANDARD, topic: tuple[str, ...] = ()
) -> Outcome:
    heard = hear(text, step, draft, topic=topic)
    return decide(Message(heard, "inform", text, step), draft, {}, shop())


@pytest.mark.parametrize("step", [Step.CONFIRM, Step.TERM, Step.PAYMENT])
@pytest.mark.parametrize(
    "text",
    ["is that 72 per user?", "is it 72 per user", "at 18 each", "one more question: 2 of them work at night"]
    + ["yes if it stays below 30", "only if it is less than 30", "they have 15 people in 3 offices"]
    + ["they had 40 last time", "he turns 50 today", "do you have 24 hour support?", "is 25 users a lot?"]
    + [
        "eso da 72 por usuario?",
        "a 18 cada uno",
        "a 18 cada una",
        "sale en 18 c/u",
    ]
    + ["si queda en menos de 30", "siempre que no pase de 30", "tienen 15 personas en 3 oficinas"]
    + ["trabajan ahi desde hace 15", "me cobraron 50 el otro dia", "son 25 usuarios?"]
    + ["fica 72 por usuario?", "a 18 cada", "a 18 cada um", "sim, se ficar abaixo de 30"]
    + ["eles tem 15 pessoas em 3 escritorios", "desde que nao passe de 30", "cobraram 50 da outra vez"],
)
def test_a_number_in_passing_changes_nothing(text: str, step: Step) -> None:
    assert said(text, step).draft == STANDARD


@pytest.mark.parametrize(
    "text",
    [
        "30",
        "30!",
        "mejor 30",
        "que sean 30",
        "mejor que sean 30",
        "son 30",
        "no, 30",
        "30 licencias",
        "30 usuarios",
    ]
    + ["30 business standard", "quiero 30", "dame 30 por favor", "ponle 30", "dejalo en 30", "necesitan 30"]
    + ["perdon, 30", "si pero con 30", "30 en total", "en realidad son 30", "va, pero cambia a 30 y listo"]
    + [
        "make it 30",
        "30 seats",
        "30 please",
        "30 instead",
        "no wait, 30",
        "we need 30",
        "i said 30",
        "let's do 30",
    ]
    + ["can you make it 30?", "could we do 30 instead?", "the plan with 30 seats", "they need 30 licences"]
    + ["muda pra 30", "30 licencas", "melhor 30", "que sejam 30", "sao 30", "precisam de 30", "pode ser 30?"]
    + ["bota 30", "quero 30", "coloca 30 usuarios", "desculpa, 30", "30 pessoas", "30 people", "30 personas"],
)
def test_a_number_that_is_meant_changes_the_order(text: str) -> None:
    assert said(text).draft.quantity == 30


@pytest.mark.parametrize(
    "text", ["y si fueran 30?", "what about 30?", "30?", "e se fossem 30?", "30 usuarios?"]
)
def test_asking_what_a_number_would_cost_is_answered_and_changes_nothing(text: str) -> None:
    outcome = said(text)
    assert outcome.draft == STANDARD
    assert [note.reason for note in outcome.notes] == ["supposed_year"]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("3 sucursales con 5 cada una", 15),
        ("son 3 sucursales y 5 en cada una", 15),
        ("5 usuarios por sucursal, 3 sucursales", 15),
        ("3 offices with 5 each", 15),
        ("5 each in 3 offices", 15),
        ("3 branches, 5 seats per branch", 15),
        ("3 filiais com 5 cada", 15),
        ("3 lojas com 5 em cada uma", 15),
        ("15 people in 3 offices", 15),
        ("3 oficinas, 15 personas", 15),
    ],
)
def test_so_many_in_each_place_are_multiplied(text: str, quantity: int) -> None:
    outcome = said(text, Step.QUANTITY, Draft(plan="BS"))
    assert outcome.draft.quantity == quantity


def test_a_multiplied_number_is_said_plainly() -> None:
    outcome = said("3 offices with 5 each", Step.QUANTITY, Draft(plan="BS"))
    assert [(note.reason, note.data) for note in outcome.notes] == [
        ("quantity_multiplied", {"sites": 3, "each": 5, "count": 15})
    ]
    assert said("15 people in 3 offices", Step.QUANTITY, Draft(plan="BS")).notes == []


@pytest.mark.parametrize(
    "text", ["ponle mejor 8 de ese", "make it 8 of that", "8 desse", "30 de esos", "8 of those"]
)
def test_a_number_of_that_is_of_the_add_on_just_spoken_of(text: str) -> None:
    outcome = said(text, draft=STANDARD, topic=("COP",))
    number = 30 if "30" in text else 8
    assert (outcome.draft.quantity, outcome.draft.add_ons) == (20, (AddOnChoice("COP", number),))


@pytest.mark.parametrize("text", ["anual los 2", "los dos", "os 2", "the 2", "anual os 2"])
def test_both_of_something_is_no_quantity_while_one_is_known(text: str) -> None:
    assert said(text).draft.quantity == 20


@pytest.mark.parametrize("text", ["los 2", "ambos", "both", "both of them", "os 2", "ambas", "for both"])
def test_both_is_two_where_a_number_is_asked_for(text: str) -> None:
    heard = hear(text, Step.QUANTITY, Draft(plan="BS"), offered_step=Step.PLAN)
    assert heard.quantity == "2"


@pytest.mark.parametrize(
    ("text", "asked"), [("semanal", True), ("mejor semanal", True), ("trabajan ahi semanal", False)]
)
def test_a_while_in_passing_is_no_term(text: str, asked: bool) -> None:
    outcome = said(text)
    assert ([note.reason for note in outcome.notes] == ["term_kept"]) is asked
    assert outcome.draft == STANDARD


@pytest.mark.parametrize("text", ["agora ele quer 26", "ahora ella quiere 26", "now he wants 26"])
def test_what_somebody_wants_now_is_meant(text: str) -> None:
    assert hear(text, Step.CONFIRM, STANDARD).quantity == "26"


@pytest.mark.parametrize("text", ["ele tem 26", "ella tiene 26", "he has 26"])
def test_what_somebody_has_is_no_quantity(text: str) -> None:
    assert hear(text, Step.CONFIRM, STANDARD, intent="chitchat").quantity is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("copilot remains 5 but the machines go up to 18", "en"),
        ("the machines go down to 18 but copilot stays at 5", "en"),
        ("el copilot queda en 5 pero las maquinas suben a 18", "es"),
        ("o copilot continua 5 mas as maquinas sobem pra 18", "pt"),
        ("as maquinas passam pra 18 mas o copilot continua 5", "pt"),
    ],
)
def test_a_but_parts_the_plans_number_from_an_add_ons(text: str, language: str) -> None:
    heard = hear(text, Step.CONFIRM, STANDARD, language=language)
    assert (heard.quantity, [each.quantity for each in heard.add_ons]) == ("18", ["5"])


@pytest.mark.parametrize("text", ["kkkk agora ele quer 26", "jaja ahora quiere 26", "haha now they want 26"])
def test_a_laugh_beside_a_number_is_nothing(text: str) -> None:
    assert hear(text, Step.CONFIRM, STANDARD, "chitchat").quantity == "26"


@pytest.mark.parametrize(
    "text", ["quiero 2: a.mx y b.mx", "register 2 domains: a.mx and b.mx", "registra 2: a.mx e b.mx"]
)
def test_as_many_as_the_domains_that_follow_is_their_number(text: str) -> None:
    assert hear(text, Step.DOMAIN, Draft(plan="LNX", quantity=1)).quantity is None


@pytest.mark.parametrize(
    "text",
    ["the minimum", "minimum", "just the minimum you allow", "el minimo", "lo minimo", "o minimo possivel"],
)
def test_the_minimum_is_the_plans(text: str) -> None:
    assert hear(text, Step.QUANTITY, Draft(plan="BB")).quantity == "1"


@pytest.mark.parametrize(
    "text", ["is there a minimum", "what's the minimum", "cual es el minimo", "tem minimo", "qual o minimo"]
)
def test_asking_for_the_minimum_counts_nothing(text: str) -> None:
    assert hear(text, Step.QUANTITY, Draft(plan="BB")).quantity is None


@pytest.mark.parametrize("step", [None, Step.CONFIRM])
def test_a_pasted_table_of_numbers_is_read_soon(step: Step | None) -> None:
    began = time.monotonic()
    hear("25 " * 300, step, STANDARD)
    assert time.monotonic() - began < 3  # seconds; weighing each against all others took twelve


@pytest.mark.parametrize("text", ["84 223344", "81-223344", "su fono: 84 223 344"])
def test_figures_that_are_dialled_count_nothing(text: str) -> None:
    assert said(text, Step.CONTACT_ADMIN).draft.quantity == 20
