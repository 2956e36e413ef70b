"""What people say around a contact, a name or an address: only the name is one."""

from __future__ import annotations

import pytest

from bot.ordering.credentials import CUSTOMERS, OWN
from bot.ordering.customer import AccountType, Contact, ContactRole, NewCustomer
from bot.ordering.draft import Step
from tests.ordering.newcomers import ANA, HERE, NAMED, read

KNOWN = NewCustomer("Tacos El Güero", AccountType.COMMERCIAL, HERE, ANA)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("Talk to Joe Hill, his email is joe@oak.mx, 5512345678", "Joe", "Hill"),
        ("contact is Joe Hill, reach him at joe@oak.mx or 5512345678", "Joe", "Hill"),
        ("their bookkeeper Mary Poe, mary@oak.mx, 5512345678", "Mary", "Poe"),
        ("Mary Poe pays, mary@oak.mx, 5512345678", "Mary", "Poe"),
        ("bills go to the husband, Padraig Hynes, p@vet.mx, 5512345678", "Padraig", "Hynes"),
        ("fala com a Ana Gil, dona, ana@sol.mx, 5512345678", "Ana", "Gil"),
        ("meu irmão Luis Gil, luis@sol.mx, 5512345678", "Luis", "Gil"),
        ("o marido paga, Luis Gil, luis@sol.mx, 5512345678", "Luis", "Gil"),
        ("maria del mar lopez, mm@sol.mx, 5512345678", "Maria", "del Mar Lopez"),
        ("mary jane watson, mj@oak.mx, 5512345678", "Mary", "Jane Watson"),
    ],
)
def test_only_what_is_written_as_a_name_is_one(said: str, first: str, last: str) -> None:
    contact = read(said, Step.CONTACT_ADMIN, NAMED).contacts[ContactRole.ADMIN]
    assert (contact.first_name, contact.last_name) == (first, last)
    assert contact.email
    assert contact.phone


@pytest.mark.parametrize(
    "said",
    ["Ana again", "her too", "just Ana", "nobody else", "she does that as well", "as above", "use Ana's"]
    + ["nadie más", "nomás Ana", "ella también", "ela", "ninguém mais", "a Ana de novo"],
)
def test_who_is_known_already_is_the_same(said: str) -> None:
    assert read(said, Step.CONTACT_BILLING, KNOWN).same == {ContactRole.BILLING: ContactRole.ADMIN}


@pytest.mark.parametrize("said", ["not her", "Ana? no", "ella no", "who?", "Anabel", "ela não"])
def test_who_is_denied_is_not_the_same(said: str) -> None:
    assert not read(said, Step.CONTACT_BILLING, KNOWN).same


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("send them to me and I'll set it up for her", OWN),
        ("to the client, not me", CUSTOMERS),
        ("al cliente, no a mí", CUSTOMERS),
        ("pro cliente, não pra mim", CUSTOMERS),
        ("no a mí, al cliente", CUSTOMERS),
        ("a mi cliente", CUSTOMERS),
        ("my customer's email", CUSTOMERS),
        ("to her, she'll set it up", CUSTOMERS),
        ("I'll take them", OWN),
        ("eu recebo", OWN),
        ("mándamelas", OWN),
        ("not to me", ""),
    ],
)
def test_who_is_named_first_and_not_denied_gets_the_credentials(said: str, to: str) -> None:
    assert read(said, Step.CREDENTIALS_EMAIL, KNOWN).credentials == to


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ya, llegaron\nViña del Mar SpA\nAv. Uno 381, 3130000 Santa Cruz, Chile", "Viña del Mar SpA"),
        ("te los paso\nDental Roble SAS", "Dental Roble SAS"),
        ("mi prima Sofía Luna", "Sofía Luna"),
        ("my cousin Sofia Moon", "Sofia Moon"),
        ("Panadería La Espiga\nCalle Luna 5, 44100 Guadalajara", "Panadería La Espiga"),
        ("oak dental\nCalle Luna 5, 44100 Guadalajara", "oak dental"),
    ],
)
def test_a_remark_in_front_is_no_name(said: str, name: str) -> None:
    assert read(said, Step.CUSTOMER_NAME, NewCustomer()).name == name


def test_a_person_and_no_company() -> None:
    said = "cliente nuevo, persona y no empresa. Ana Gil, Calle Luna 5, 44100 Guadalajara, ana@sol.mx"
    assert read(said, None, None).type is AccountType.PERSONAL


def test_administration_is_a_contact() -> None:
    said = "Empresa: Sol SL\nAdministración: Ana Gil, ana@sol.mx\nFacturación: Luis Gil, luis@sol.mx"
    heard = read(said, None, None)
    assert heard.contacts[ContactRole.ADMIN] == Contact("Ana", "Gil", "ana@sol.mx", "")
