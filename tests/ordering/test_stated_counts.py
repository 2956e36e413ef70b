"""Whoever says how many there are corrects the quantity; what else is counted stays apart."""

import pytest

from bot.ordering.catalog import Term
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.heard import Entity, Relation
from bot.ordering.reading import Sentence, listen
from tests.ordering.shops import hear, shop

FIVE = Draft(
    plan="BP", quantity=5, term=Term.YEAR, add_ons=(), customer=shop().customers[1], payment="card-v"
)
STEPS = [Step.DOMAIN, Step.TERM, Step.ADD_ONS, Step.PAYMENT, Step.CONFIRM]

SEVEN = """pará, me dice que son 7|al final van a ser 7|son 7 con la de recepción
disculpa, ya contaron bien y son 7|que siempre sí van a ser 7
ah caray, son 7 personas ahí|turns out there are 7 of them
just heard it's 7 now
hang on, she says 7|wait 7 people not 5|she just told me they're 7 now|oh, Judith's just texted, it's 7 now
na real são 7|peraí são 7 pessoas esqueci do meu cunhado
ele tá dizendo que na verdade são 7, tinha esquecido um
opa, 7 pessoas|pera, 7 no lugar de 5|vão ser 7"""

NOT_SEVEN = """son 7 sucursales|they're 7 surgeries altogether|abren el día 7|she has 7 children
tienen 7 personas en caja|são 7 filiais|it's ticket 7|los 7 enanos dicen que sí"""


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("text", [one for line in SEVEN.splitlines() for one in line.split("|")])
def test_a_stated_count_is_the_quantity(text: str, step: Step) -> None:
    assert hear(text, step, FIVE, language="pt" if "ã" in text or "pera" in text else "").quantity == "7"


@pytest.mark.parametrize("text", [one for line in NOT_SEVEN.splitlines() for one in line.split("|")])
def test_what_counts_something_else_is_none(text: str) -> None:
    assert hear(text, Step.CONFIRM, FIVE).quantity is None


TAGGED = (("38", "38"), ("2", "dos"))  # as the engine does
FORTY = Draft(plan="BP", quantity=40, add_ons=(AddOnChoice("COP", 5), AddOnChoice("ARC")))


@pytest.mark.parametrize("step", [Step.TERM, Step.PAYMENT, Step.CONFIRM])
@pytest.mark.parametrize(
    "text",
    ["en vez de 40 déjelo en 38, 2 son doctores que se jubilan", "40 no, 38, que los 2 residentes se van"]
    + ["instead of 40 make it 38, 2 of them are leaving", "make that 38 rather than 40", "40 não, 38"]
    + ["no era 40 sino 38", "38 en vez de 40, 2 se jubilan", "make it 38 instead of 40, 2 of them retire"],
)
def test_a_number_instead_of_the_plan_s_is_the_plan_s(text: str, step: Step) -> None:
    heard = hear(text, step, FORTY)
    assert (heard.quantity, heard.other, heard.add_ons) == ("38", None, ())


@pytest.mark.parametrize("step", [Step.TERM, Step.PAYMENT, Step.CONFIRM])
@pytest.mark.parametrize(
    "text", ["pon 8 paquetes en vez de 5, que pesan lo suyo", "8 instead of 5", "em vez de 5 coloca 8"]
)
def test_a_number_instead_of_an_add_on_s_is_the_add_on_s(text: str, step: Step) -> None:
    heard = hear(text, step, FORTY)
    assert (heard.quantity, [(each.mpn, each.quantity) for each in heard.add_ons]) == (None, [("COP", "8")])


def test_the_number_that_is_replaced_need_not_be_tagged() -> None:
    text = "en vez de 40 déjelo en 38, dos son doctores"
    tagged = [
        Entity("number", value, text.index(said), text.index(said) + len(said)) for value, said in TAGGED
    ]
    heard = listen(Sentence(text, tagged, shop(), FORTY, Step.CONFIRM, "inform"))
    assert heard.quantity == "38"


@pytest.mark.parametrize(
    ("text", "number", "language"),
    [
        ("they reminded me of the 2 laptops upstairs: 12 machines", "12", "en"),
        ("there are 2 more laptops, 12 machines", "12", "en"),
        ("me faltaron las 2 laptops de arriba: 12 equipos", "12", "es"),
        ("faltaban 2 laptops, 12 equipos", "12", "es"),
        ("esqueci dos 2 notebooks lá de cima: 12 máquinas", "12", "pt"),
        ("client has reduced it to 9", "9", "en"),
        ("they went down to 9", "9", "en"),
        ("the customer changed it to 9 seats", "9", "en"),
        ("el cliente bajó a 9", "9", "es"),
        ("la empresa redujo a 9 licencias", "9", "es"),
        ("o cliente mudou pra 9", "9", "pt"),
        ("o cliente reduziu para 9 licenças", "9", "pt"),
        ("the temperature here went down to 9", None, "en"),
        ("la cuota del banco bajó a 9", None, "es"),
    ],
)
def test_what_there_is_more_and_what_it_comes_to_are_no_two_numbers(
    text: str, number: str | None, language: str
) -> None:
    heard = hear(text, Step.CONFIRM, Draft(plan="BS", quantity=10), language=language)
    assert (heard.quantity, heard.other, heard.relation) == (number, None, Relation.EXACT)


def test_a_form_says_each_thing_in_a_line() -> None:
    assert hear("Cantidad: 17\nComplemento: Google Vault").quantity == "17"
