"""A contact's name is what is clearly said to be one: no verb, filler or pronoun beside a value."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.customer import AccountType, Address, Contact, ContactRole, NewCustomer
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Draft, Step
from bot.ordering.newcomer import HeardCustomer, Situation, read_customer
from tests.ordering import shops

ANA = Contact("Ana", "Ruiz", "ana@tacos.mx", "+525512345678")
HERE = Address("Av. Juárez 12", "06050", "CDMX", "", "MX")
KNOWN = NewCustomer("Tacos El Güero", AccountType.COMMERCIAL, HERE, ANA, ANA, ANA)


def read(text: str, step: Step, known: NewCustomer, home: str = "MX") -> HeardCustomer:
    return read_customer(text, Situation(step, known, home, lambda start, end: False))


def admin(text: str, step: Step, known: NewCustomer) -> Contact:
    return merged(known, read(text, step, known), "MX").admin


def with_admin(contact: Contact) -> NewCustomer:
    return replace(KNOWN, admin=contact, billing=Contact(), technical=Contact())


@pytest.mark.parametrize(
    "text",
    [
        "si dale pero el tel es 5598765432",
        "ok go ahead but the phone is 5598765432",
        "sim pode mandar mas o telefone é 5598765432",
        "Dale pero el cel 5598765432",
        "ojo ahi con ese fono 5598765432",
    ],
)
def test_words_beside_a_number_leave_a_known_name_alone(text):
    assert admin(text, Step.CONFIRM, KNOWN) == replace(ANA, phone="+525598765432")


@pytest.mark.parametrize("known", [replace(ANA, email=""), replace(ANA, last_name="", email="")])
@pytest.mark.parametrize(
    "text",
    [
        "el correo de ella es maria@lasuela.mx",
        "her email is maria@lasuela.mx",
        "o email dela é maria@lasuela.mx",
        "tmb el mail de el maria@lasuela.mx",
    ],
)
def test_pronouns_are_no_names(text, known):
    assert admin(text, Step.CONTACT_ADMIN, with_admin(known)) == replace(known, email="maria@lasuela.mx")


@pytest.mark.parametrize(
    "text",
    ["quita el dominio", "Quita el dominio", "remove the domain", "tira o dominio", "puebla pue mx"],
)
@pytest.mark.parametrize("known", [Contact(), replace(ANA, phone="")])
def test_words_of_the_order_and_places_are_nobody(text, known):
    assert admin(text, Step.CONTACT_ADMIN, with_admin(known)) == known


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("el contacto es luis gil", Step.CONFIRM),
        ("el nombre del contacto es luis gil", Step.CONFIRM),
        ("contact: Luis Gil", Step.CONFIRM),
        ("o contato é luis gil", Step.CONFIRM),
        ("Luis Gil", Step.CONTACT_ADMIN),
    ],
)
def test_a_name_that_is_clearly_said_replaces_the_known_one(text, step):
    assert admin(text, step, KNOWN).name == "Luis Gil"


@pytest.mark.parametrize(
    "text", ["luis gil", "se llama luis gil", "his name is Luis Gil", "luis gil 5598765432"]
)
def test_a_name_that_was_asked_for_needs_no_words_around_it(text):
    assert admin(text, Step.CONTACT_ADMIN, with_admin(Contact())).name == "Luis Gil"


@pytest.mark.parametrize("name", ["Maria Bueno", "Will Smith", "Julio Calle", "Abril Mora", "Israel Gil"])
def test_a_name_may_hold_a_word_of_the_language(name):
    assert admin(name, Step.CONTACT_ADMIN, with_admin(Contact())).name == name


@pytest.mark.parametrize("name", ["israel gil", "virginia woolf", "jordan smith"])
def test_a_name_may_be_that_of_a_place(name):
    assert admin(name, Step.CONTACT_ADMIN, with_admin(Contact())).name == name.title()


@pytest.mark.parametrize(
    ("text", "country", "phone"),
    [
        (
            "carrera 7 # 12-34, bogota, colombia, contacto Andres Perez, andres@x.co, 3101234567",
            "CO",
            "+573101234567",
        ),
        (
            "500 Congress Ave, Austin, TX 78701, USA, contact Ann Lee, ann@x.com, (512) 474-1234",
            "US",
            "+15124741234",
        ),
        (
            "Rua Augusta 10, 01304-000 São Paulo, Brasil, contato Rui Dias, rui@x.br, 11 98765-4321",
            "BR",
            "+5511987654321",
        ),
    ],
)
def test_a_phone_number_belongs_to_the_country_that_is_named(text, country, phone):
    heard = read(text, Step.CUSTOMER_ADDRESS, NewCustomer("X", AccountType.COMMERCIAL))
    assert heard.contacts[ContactRole.ADMIN].phone == phone
    assert heard.address.country == country
    assert phone[-4:] not in heard.address.street


@pytest.mark.parametrize("behind", [". 4", " 4", ". 10", " 10", "\n20"])
def test_a_number_of_seats_behind_a_phone_number_is_no_part_of_it(behind):
    text = f"Reforma 222, 06000 CDMX, Mexico. Maria Lopez maria@lasuela.mx 5512345678{behind}"
    heard = read(text, Step.CUSTOMER_ADDRESS, NewCustomer("X", AccountType.COMMERCIAL))
    assert heard.contacts[ContactRole.ADMIN] == Contact("Maria", "Lopez", "maria@lasuela.mx", "+525512345678")
    assert heard.address.street == "Reforma 222"


@pytest.mark.parametrize("step", [Step.CUSTOMER_ADDRESS, Step.CONFIRM])
@pytest.mark.parametrize(
    "text",
    [
        "la ciudad es puebla y el contacto luis gil",
        "la ciudad es puebla y el contacto es luis gil",
        "the city is puebla and the contact is luis gil",
        "a cidade é puebla e o contato luis gil",
    ],
)
def test_a_town_and_a_contact_in_one_sentence(text, step):
    after = merged(KNOWN, read(text, step, KNOWN), "MX")
    assert (after.address.city, after.admin.name) == ("puebla", "Luis Gil")


@pytest.mark.parametrize("step", [Step.CUSTOMER_ADDRESS, Step.CONFIRM])
@pytest.mark.parametrize(
    "text",
    ["la ciudad nomas puebla", "la ciudad es solo puebla", "the city is just puebla", "cidade só puebla"],
)
def test_only_is_no_part_of_a_town(text, step):
    known = replace(KNOWN, address=replace(HERE, city=""))
    assert merged(known, read(text, step, known), "MX").address.city == "puebla"


@pytest.mark.parametrize(
    "text",
    [
        "empresa obvio",
        "es una empresa",
        "una empresa, claro",
        "pues empresa claro",
        "company",
        "it's a company of course",
        "firma",
        "uma empresa, óbvio",
    ],
)
@pytest.mark.parametrize("known", [NewCustomer(), NewCustomer("Tacos")])
def test_a_company_is_a_company(text, known):
    heard = read(text, Step.CUSTOMER_TYPE, known)
    assert (heard.type, heard.name) == (AccountType.COMMERCIAL, "")


@pytest.mark.parametrize("text", ["pessoa física", "persona fisica obvio", "a private person of course"])
def test_a_person_is_a_person(text):
    heard = read(text, Step.CUSTOMER_TYPE, NewCustomer())
    assert (heard.type, heard.name) == (AccountType.PERSONAL, "")


def test_a_company_s_name_may_begin_with_the_word():
    heard = read("Empresa Textil Robles", Step.CUSTOMER_TYPE, NewCustomer())
    assert heard.name == "Empresa Textil Robles"


@pytest.mark.parametrize("count", ["4 standard de microsoft", "4 licencias basic", "4 business basic seats"])
def test_an_order_behind_the_customer_s_data_is_an_order(count):
    text = f"Reforma 222, 06000 CDMX, Mexico. Maria Lopez maria@lasuela.mx 5512345678. {count}"
    draft = Draft(new_customer=NewCustomer("La Suela", AccountType.COMMERCIAL))
    heard = shops.hear(text, Step.CUSTOMER_ADDRESS, draft)
    assert heard.newcomer is not None
    assert heard.newcomer.address == Address("Reforma 222", "06000", "CDMX", "", "MX")
    assert heard.quantity == "4"
    assert heard.plans


@pytest.mark.parametrize("text", ["dá pra ser anual?", "para hoy", "for normal"])
def test_a_word_that_names_nothing_is_no_customer(text: str) -> None:
    assert shops.hear(text, Step.CONFIRM, Draft(plan="BS", quantity=5)).unknown_customer is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cliente nova, pessoa física. quer uma hospedagem pro portfólio dela", ""),
        ("cliente novo: loja dele", ""),
        ("cliente novo, Cantinho Dela", "Cantinho Dela"),
    ],
)
def test_what_is_theirs_is_no_name_of_theirs(text, name):
    newcomer = shops.hear(text).newcomer
    assert newcomer is not None
    assert newcomer.name == name
