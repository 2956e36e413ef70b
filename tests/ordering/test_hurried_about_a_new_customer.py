"""A hurried person about a new customer: "the same for all", "whatever", and streets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.credentials import OWN
from bot.ordering.customer import AccountType, Address, Contact, ContactRole, NewCustomer
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Step
from bot.ordering.newcomer import HeardCustomer
from tests.ordering.newcomers import ANA, HERE, KNOWN, NAMED, described, hear, read

ADMIN, BILLING, TECHNICAL = ContactRole


@pytest.mark.parametrize(
    "text",
    [
        "e ele msm pra tudo",
        "é ele mesmo pra tudo",
        "o msm pra todos",
        "o mesmo pra todos",
        "ela mesma pra td",
        "es el mismo para todo",
        "es el mismo pa todos",
        "el mismito para todo",
        "lo mismo en todos",
        "same guy for everything",
        "same dude for all of them",
        "her for everything",
        "ella para todo",
        "pra tudo ele",
        "todo con ella",
        "tudo com ela",
        "all him",
    ],
)
def test_one_person_for_all(text):
    assert read(text, Step.CONTACT_BILLING, KNOWN).same == {BILLING: ADMIN, TECHNICAL: ADMIN}
    assert not read(text, Step.CONTACT_BILLING, KNOWN).contacts


@pytest.mark.parametrize(
    "text", ["msm", "o msm", "el mismo de antes", "la misma de arriba", "same one", "tb ele"]
)
def test_the_same_once_more(text):
    assert read(text, Step.CONTACT_BILLING, KNOWN).same == {BILLING: ADMIN}
    assert not read(text, Step.CONTACT_BILLING, KNOWN).contacts


@pytest.mark.parametrize("text", ["todo bien", "tudo certo", "all good"])
def test_all_is_well_is_nobody(text):
    heard = read(text, Step.CONTACT_BILLING, KNOWN)
    assert not heard.same
    assert not heard.contacts


@pytest.mark.parametrize("text", ["el mismo de antes", "msm", "the same for all"])
def test_nobody_is_the_same_as_nobody(text):
    assert not read(text, Step.CUSTOMER_ADDRESS, replace(KNOWN, admin=Contact())).same


@pytest.mark.parametrize(
    "text",
    [
        "sigue con el otro",
        "msm",
        "el mismo",
        "el mismo de antes",
        "o mesmo de antes",
        "the same as before",
        "go on with the other one",
        "continua com o outro",
        "da igual",
        "whatever",
        "tanto faz",
        "espera un momento",
        "no se",
        "idk",
    ],
)
def test_talk_is_no_customer_s_name_and_no_town(text):
    unnamed = replace(KNOWN, name="", address=Address(), admin=Contact())
    assert described_or_same(text, Step.CUSTOMER_NAME, unnamed) == unnamed
    assert described_or_same(text, Step.CUSTOMER_ADDRESS, unnamed) == unnamed


def described_or_same(text: str, step: Step, new: NewCustomer) -> NewCustomer:
    return merged(new, hear(text, step, new).newcomer or HeardCustomer(), "MX")


@pytest.mark.parametrize(
    "name",
    [
        "El Mismo Sol",
        "Lo Nuestro",
        "tacos el güero",
        "La Otra SA de CV",
        "7 Mares",
        "Todo Bien",
        "la casa azul",
    ],
)
def test_a_name_may_hold_such_words(name):
    assert described(name, Step.CUSTOMER_NAME, replace(KNOWN, name="")).name == name


@pytest.mark.parametrize(
    "text",
    [
        "pon el q sea",
        "el que sea",
        "da igual",
        "me da igual, el que sea",
        "lo que quieras",
        "cualquiera",
        "no importa",
        "ni idea",
        "whatever",
        "whatever works",
        "i don't care",
        "either",
        "idk",
        "you choose",
        "tanto faz",
        "qualquer um",
        "o que for",
        "vc que sabe",
    ],
)
def test_whatever_is_the_usual_answer(text):
    heard = hear(text, Step.CUSTOMER_TYPE, NAMED).newcomer
    assert heard is not None
    assert (heard.type, heard.assumed, heard.name) == (AccountType.COMMERCIAL, True, "")
    assert heard.is_certain()
    same = hear(text, Step.CONTACT_BILLING, KNOWN).newcomer
    assert same is not None
    assert (same.same, same.contacts) == ({BILLING: ADMIN}, {})
    credentials = hear(text, Step.CREDENTIALS_EMAIL, KNOWN).newcomer
    assert credentials is not None
    assert credentials.credentials == OWN


@pytest.mark.parametrize("text", ["personal", "es una persona", "pessoa física", "a person, whatever"])
def test_who_says_the_kind_is_believed(text):
    heard = hear(text, Step.CUSTOMER_TYPE, NAMED).newcomer
    assert heard is not None
    assert (heard.type, heard.assumed) == (AccountType.PERSONAL, False)


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("Rua Augusta 10, 01304-000 São Paulo", "Rua Augusta 10"),
        ("Calle Hidalgo 45, 44100 Guadalajara", "Calle Hidalgo 45"),
        ("la calle es Hidalgo 45", "Hidalgo 45"),
        ("calle: Hidalgo 45", "Hidalgo 45"),
        ("esta mal la calle, es Hidalgo 45", "Hidalgo 45"),
    ],
)
@pytest.mark.parametrize("step", [Step.CUSTOMER_TYPE, Step.CONTACT_ADMIN, Step.CONFIRM])
def test_the_word_street_may_be_part_of_its_name(text, street, step):
    home = "BR" if "Paulo" in text else "MX"
    known = replace(KNOWN, address=Address(), type=None)
    assert read(text, step, known, home).address.street == street


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("10 business basic para un cliente nuevo q se llama tacos lolita", "tacos lolita"),
        ("10 business basic para uno nuevo que se llama Tacos Lolita", "Tacos Lolita"),
        ("10 business basic para uno nuevo", ""),
        ("10 business basic for a new one", ""),
        ("10 business basic pra um novo", ""),
        ("10 business basic para Tacos Lolita (nuevo)", "Tacos Lolita"),
        ("10 business basic for Tacos Lolita (new customer)", "Tacos Lolita"),
        ("10 business basic pra Tacos Lolita (novo)", "Tacos Lolita"),
    ],
)
def test_somebody_new_is_said_in_many_ways(text, name):
    heard = hear(text)
    assert heard.newcomer is not None
    assert (heard.newcomer.is_new, heard.newcomer.name) == (True, name)
    assert heard.unknown_customer is None


@pytest.mark.parametrize(
    "text", ["10 business basic para una nueva tienda", "10 business basic for a new shop"]
)
def test_a_new_shop_has_no_name_yet_and_is_no_new_one(text):
    assert hear(text).newcomer is None


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("comercial", AccountType.COMMERCIAL),
        ("nuevo, empresa", AccountType.COMMERCIAL),
        ("new, a company", AccountType.COMMERCIAL),
        ("pessoa física", AccountType.PERSONAL),
    ],
)
def test_who_is_asked_for_the_customer_and_says_the_kind_speaks_of_a_new_one(text, type_):
    heard = hear(text, Step.CUSTOMER).newcomer
    assert heard is not None
    assert (heard.create, heard.type, heard.name) == (True, type_, "")


@pytest.mark.parametrize(
    "text", ["contador ana ruiz, ana@tacos.mx, 5512345678", "la Lic. Ana Ruiz ana@tacos.mx 5512345678"]
)
def test_a_title_is_no_role(text):
    assert read(text, Step.CONTACT_ADMIN, replace(KNOWN, admin=Contact())).contacts == {ADMIN: ANA}


@pytest.mark.parametrize("label", ["Dir:", "dir.", "Dom.:", "Addr:", "End.:"])
def test_labels_are_shortened(label):
    assert described(f"{label} Av. Juárez 12, 06050 CDMX", Step.CUSTOMER_ADDRESS, NAMED).address == HERE


@pytest.mark.parametrize(
    "text", ["cambia la calle a Hidalgo 45", "cambia a rua pra Hidalgo 45", "change the street to Hidalgo 45"]
)
def test_what_it_is_changed_to_is_the_street(text):
    assert read(text, Step.CONFIRM, KNOWN).address.street == "Hidalgo 45"


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("no es ana es anna", "first_name", "Anna"),
        ("no es Ruiz, es Ruíz Gómez", "last_name", "Ruíz Gómez"),
        ("not Ana, Anna", "first_name", "Anna"),
        ("it's not ana it's anna", "first_name", "Anna"),
        ("não é Ana, é Anna", "first_name", "Anna"),
    ],
)
@pytest.mark.parametrize("step", [Step.CONTACT_BILLING, Step.CONFIRM])
def test_not_this_but_that(text, field, value, step):
    new = merged(KNOWN, read(text, step, KNOWN), "MX")
    assert new.admin == replace(ANA, **{field: value})


def test_not_this_but_that_is_the_customer_s_name_or_town_too():
    assert described("no es Güero es Güerito", Step.CONFIRM, KNOWN).name == "Tacos El Güerito"
    assert described("no es cdmx, es Toluca", Step.CONFIRM, KNOWN).address.city == "Toluca"


@pytest.mark.parametrize("text", ["no es mensual es anual", "no es visa es mastercard", "no, es el mismo"])
def test_not_this_but_that_of_the_order_is_nobody_s_name(text):
    new = described_or_same(text, Step.CONFIRM, KNOWN)
    assert (new.name, new.address, new.admin) == (KNOWN.name, HERE, ANA)


@pytest.mark.parametrize(
    "text", ["tecnico el mismo q facturacion", "el mismo k facturacion", "igual q facturacion"]
)
def test_the_same_as_another_in_short(text):
    luis = Contact("Luis", "Gil", "luis@tacos.mx", "+525512345679")
    assert read(text, Step.CONTACT_TECHNICAL, replace(KNOWN, billing=luis)).same == {TECHNICAL: BILLING}
