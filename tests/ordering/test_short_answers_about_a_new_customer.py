"""Each question about a new customer answered in the few words that people use."""

from __future__ import annotations

import pytest

from bot.ordering.credentials import CUSTOMERS, OWN
from bot.ordering.customer import AccountType, ContactRole
from bot.ordering.draft import Draft, Step
from bot.ordering.reopening import part_named
from tests.ordering import shops
from tests.ordering.newcomers import KNOWN, NAMED, described, hear


@pytest.mark.parametrize(
    "text", ["una doctora", "just a guy", "só tem CPF", "profissional liberal", "es fotógrafa", "a dentist"]
)
def test_a_person(text: str) -> None:
    assert described(text, Step.CUSTOMER_TYPE, NAMED).type is AccountType.PERSONAL


@pytest.mark.parametrize(
    "text", ["tem CNPJ", "it's a dental practice", "una tiendita", "un taller", "a bakery"]
)
def test_a_company(text: str) -> None:
    assert described(text, Step.CUSTOMER_TYPE, NAMED).type is AccountType.COMMERCIAL


def test_only_the_form_is_added_to_the_name() -> None:
    assert described("it's an LLC", Step.CUSTOMER_TYPE, NAMED).name == f"{NAMED.name} LLC"


@pytest.mark.parametrize(
    "text",
    ["no hay otro", "es el único", "siempre Ana", "she's the only one", "there's no one else", "o próprio"],
)
def test_nobody_else_is_who_is_known(text: str) -> None:
    heard = hear(text, Step.CONTACT_BILLING, KNOWN).newcomer
    assert heard is not None
    assert heard.same == {ContactRole.BILLING: ContactRole.ADMIN}


@pytest.mark.parametrize("text", ["someone else", "otra persona", "outra pessoa", "¿quién más puede ser?"])
def test_another_person_has_no_name_yet(text: str) -> None:
    heard = hear(text, Step.CONTACT_BILLING, KNOWN).newcomer
    assert heard is None or (heard.same == {} and not any(one.name for one in heard.contacts.values()))


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("al contacto", CUSTOMERS),
        ("pro contato", CUSTOMERS),
        ("al mismo", CUSTOMERS),
        ("same as contact", CUSTOMERS),
        ("pode ser no dele", CUSTOMERS),
        ("no meu", OWN),
        ("no al cliente, a mí", OWN),
    ],
)
def test_where_the_credentials_go(text: str, to: str) -> None:
    heard = hear(text, Step.CREDENTIALS_EMAIL, KNOWN).newcomer
    assert heard is not None
    assert heard.credentials == to


@pytest.mark.parametrize("text", ["no, es otra persona", "another person", "é outra pessoa"])
def test_another_person_is_no_other_number(text: str) -> None:
    draft = Draft(plan="BS", quantity=5, new_customer=KNOWN)
    assert shops.hear(text, Step.CONTACT_BILLING, draft).quantity is None
    assert part_named(text, draft, was_asked=False) is None


@pytest.mark.parametrize("text", ["el administrador", "the admin", "o administrador"])
def test_the_administrator_is_who_is_known(text: str) -> None:
    heard = hear(text, Step.CONTACT_BILLING, KNOWN).newcomer
    assert heard is not None
    assert heard.same == {ContactRole.BILLING: ContactRole.ADMIN}


@pytest.mark.parametrize(
    "text", ["al dueño", "al administrador", "envíaselas", "al correo que te di", "a la misma dirección"]
)
def test_credentials_go_to_whom_we_know(text: str) -> None:
    heard = hear(text, Step.CREDENTIALS_EMAIL, KNOWN).newcomer
    assert heard is not None
    assert heard.credentials == CUSTOMERS


@pytest.mark.parametrize(
    ("text", "kind"), [("persona jurídica", "commercial"), ("independiente", "personal")]
)
def test_kinds_of_the_andes(text: str, kind: str) -> None:
    assert described(text, Step.CUSTOMER_TYPE, NAMED).type == kind
