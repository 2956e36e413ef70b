"""A new customer's name is taken from where a name stands, never from a sentence about somebody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.catalog import Term
from bot.ordering.credentials import OWN
from bot.ordering.customer import AccountType, NewCustomer
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft, Step
from bot.ordering.outcome import Outcome, Question
from bot.ordering.reading import Sentence, listen
from tests.ordering import shops

ORDER = Draft(plan="BB", quantity=3, term=Term.YEAR, add_ons=(), payment="card-v")
UNTOLD = replace(ORDER, new_customer=NewCustomer())
MAYA = "Lavandería Burbuja Maya"
NOT_FOUND = {Step.CUSTOMER: Question(Step.CUSTOMER, "customer_unknown", {"said": MAYA}, ("esp", "new"))}


def says(text: str, draft: Draft, step: Step, asked: dict[Step, Question] | None = None) -> Outcome:
    shop = shops.shop()
    heard = listen(Sentence(text, shops.entities(text), shop, draft, step, "inform"))
    return decide(Message(heard, "inform", text, step), draft, asked or {}, shop)


def newcomer(text: str, draft: Draft = ORDER, step: Step = Step.CUSTOMER) -> NewCustomer | None:
    return says(text, draft, step).draft.new_customer


@pytest.mark.parametrize(
    "text",
    [
        "es un cliente nuevo, creí que ya los habíamos dado de alta",
        "Es un cliente nuevo. Creí que ya estaba en el sistema",
        "es nuevo, pensé que ya estaba registrado",
        "es nueva, la trajo Pedro",
        "sí, es nuevo, le acabo de vender",
        "they're new, we signed them last week",
        "new client, Dave was supposed to add them",
        "new customer, I thought we had them already",
        "é cliente novo, achei que já tinha cadastrado",
        "é novo, fechei com eles ontem",
    ],
)
def test_the_name_that_was_said_stays_where_somebody_only_says_that_it_is_new(text):
    after = says(text, ORDER, Step.CUSTOMER, NOT_FOUND).draft
    assert after.new_customer is not None
    assert after.new_customer.name == MAYA


def test_a_name_that_is_said_again_in_full_is_the_name():
    after = says("es cliente nuevo, Lavandería Burbuja Maya SA de CV", ORDER, Step.CUSTOMER, NOT_FOUND).draft
    assert after.new_customer is not None
    assert after.new_customer.name == "Lavandería Burbuja Maya SA de CV"


@pytest.mark.parametrize(
    "text",
    [
        "para un cliente nuevo, creí que ya los habíamos dado de alta",
        "para un cliente nuevo que me llegó hoy, tiene prisa",
        "cliente nuevo, ahorita te paso los datos",
        "it's for a new customer. I don't have all their details yet",
        "new customer, can you set them up?",
        "pra um cliente novo, fechei ontem",
        "cliente novo, conheci na feira",
        "no es para la panadería, es para un cliente nuevo",
        "it isn't for La Espiga, it's for a new one",
        "não é pra padaria, é pra um cliente novo",
    ],
)
def test_a_sentence_is_no_name(text):
    new = newcomer(text)
    assert new is not None
    assert new.name == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("para un cliente nuevo, la casa de toño", "la casa de toño"),
        ("para un cliente nuevo, la Ferretería Pérez", "Ferretería Pérez"),
        ("pra um cliente novo, o Haras Guavira Ltda", "Haras Guavira Ltda"),
        ("não é pra padaria não, é pra um cliente novo, o Haras Guavira Ltda", "Haras Guavira Ltda"),
        ("no es para La Espiga, es para un cliente nuevo, Molino Azul", "Molino Azul"),
        ("ya no para la espiga, mejor para un cliente nuevo: Molino Azul", "Molino Azul"),
        ("I said for La Espiga but it's a new customer, Copper Kettle Ltd", "Copper Kettle Ltd"),
        ("para Tacos El Güero, cliente nuevo", "Tacos El Güero"),
    ],
)
def test_the_name_stands_behind_the_words_that_announce_it(text, name):
    new = newcomer(text)
    assert new is not None
    assert new.name == name


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "setting up a new business customer: Gumtree Ridge Wines Pty Ltd, 88 Rundle Street",
            "Gumtree Ridge Wines Pty Ltd",
            AccountType.COMMERCIAL,
        ),
        (
            "New personal customer, Cathal Brannigan, 9 Merrion Row",
            "Cathal Brannigan",
            AccountType.PERSONAL,
        ),
        ("a new residential customer, Bob Tate", "Bob Tate", AccountType.PERSONAL),
        ("nuevo cliente comercial: Molino Azul", "Molino Azul", AccountType.COMMERCIAL),
        ("cliente pessoa física novo, Benedito Sampaio", "Benedito Sampaio", AccountType.PERSONAL),
        ("cliente nuevo, persona física: Rosa Paredes", "Rosa Paredes", AccountType.PERSONAL),
        ("cliente novo, empresa: Despachos Alta ME, rua Luz 5", "Despachos Alta ME", AccountType.COMMERCIAL),
        ("new customer, individual: Bob Tate", "Bob Tate", AccountType.PERSONAL),
    ],
)
def test_the_kind_stands_between_or_in_front_of_the_name(text, name, kind):
    new = newcomer(text)
    assert new is not None
    assert (new.name, new.type) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "é pessoa física: Benedito Sampaio, Av. Frei Serafim 1901",
            "Benedito Sampaio",
            AccountType.PERSONAL,
        ),
        ("persona física Rosa Paredes", "Rosa Paredes", AccountType.PERSONAL),
        ("comercial: Molino Azul", "Molino Azul", AccountType.COMMERCIAL),
        ("personal, es mi vecina", "", AccountType.PERSONAL),
        ("company, private limited", "", AccountType.COMMERCIAL),
        ("empresa, sociedad anónima", "", AccountType.COMMERCIAL),
        ("empresa, sociedade limitada", "", AccountType.COMMERCIAL),
        ("pessoa física mesmo, é minha tia", "", AccountType.PERSONAL),
    ],
)
def test_the_kind_and_the_name_answer_together_which_kind_it_is(text, name, kind):
    new = newcomer(text, UNTOLD, Step.CUSTOMER_TYPE)
    assert new is not None
    assert (new.name, new.type) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ahorita te digo, estoy buscando", ""),
        ("espérame tantito que busco la factura", ""),
        ("hold on, I'll look it up", ""),
        ("I already told you", ""),
        ("peraí que vou perguntar", ""),
        ("ya te lo dije, Molino Azul", "Molino Azul"),
        ("se llama Molino Azul, es de mi primo", "Molino Azul"),
        ("se llama lo que late", "lo que late"),
        ("We Are Fitness", "We Are Fitness"),
        ("es una panadería, Pan Feliz", "Pan Feliz"),
        ("una panadería: Pan Feliz", "Pan Feliz"),
        ("they go by Copper Kettle", "Copper Kettle"),
        ("o nome fantasia é Haras Guavira, a razão social é JB Cavalos Ltda", "JB Cavalos Ltda"),
        ("la razón social es Molino Azul SA, nombre comercial El Molino", "Molino Azul SA"),
        ("aún no decide el nombre", ""),
        ("preciso confirmar com ele", ""),
        ("tacos el güero", "tacos el güero"),
    ],
)
def test_asked_for_the_name_somebody_may_still_talk(text, name):
    new = newcomer(text, UNTOLD, Step.CUSTOMER_NAME)
    assert new is not None
    assert new.name == name


@pytest.mark.parametrize(
    "text",
    ["ahorita te digo cuál", "el que llamó hace rato", "o que ligou hoje de manhã", "te lo digo al rato"],
)
def test_asked_for_whom_a_sentence_is_nobody(text):
    after = says(text, ORDER, Step.CUSTOMER)
    asked = after.questions.get(Step.CUSTOMER)
    assert after.draft.new_customer is None
    assert asked is None or asked.reason == "customer_needed"


@pytest.mark.parametrize(
    "text", ["creo que se llama Molino Azul", "acho que é Molino Azul", "I think they're called Molino Azul"]
)
def test_asked_for_whom_a_name_stands_behind_called(text):
    assert says(text, ORDER, Step.CUSTOMER).questions[Step.CUSTOMER].data == {"said": "Molino Azul"}


@pytest.mark.parametrize("text", ["send them to myself", "myself", "pra mim mesmo", "a mí mismo"])
def test_the_credentials_go_to_oneself(text):
    assert says(text, UNTOLD, Step.CREDENTIALS_EMAIL).draft.credentials_email == OWN


def test_so_many_machines_are_nobody():
    draft = replace(ORDER, add_ons=None, new_customer=NewCustomer())
    after = says("archiving too, but only for the 3 servers, not for all", draft, Step.CUSTOMER_TYPE)
    assert Step.CUSTOMER not in after.questions


@pytest.mark.parametrize(
    "paid",
    ["pagando no visa", "pagando con visa", "cobrado a la visa", "charged to the visa", "billed to visa"]
    + ["passando no visa", "debitando do visa", "cargando a la visa", "settled by visa"],
)
def test_how_it_is_paid_is_no_name(paid: str) -> None:
    heard = shops.hear(f"new customer, 12 business basic yearly, {paid}")
    assert heard.newcomer is not None
    assert heard.newcomer.name == ""
    assert (heard.quantity, heard.cards) == ("12", ("card-v",))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cliente nuevo tacolandia con visa 3 business basic", "tacolandia"),
        ("cliente nuevo, tacos el güero con visa, 3 business basic", "tacos el güero"),
    ],
)
def test_a_name_beside_a_card_is_one(text: str, name: str) -> None:
    heard = shops.hear(text)
    assert heard.newcomer is not None
    assert heard.newcomer.name == name
