"""What a hurried person writes about a customer who does not exist yet, and what is read from it."""

from __future__ import annotations

import pytest

from bot.ordering.credentials import CUSTOMERS, OTHER, OWN
from bot.ordering.customer import AccountType, Address, Contact, ContactRole, NewCustomer
from bot.ordering.draft import Step
from bot.ordering.newcomer import HeardCustomer, Situation, read_customer
from tests.ordering import shops

KNOWN = NewCustomer(name="Tacos", type=AccountType.COMMERCIAL)
ADMIN, BILLING, TECHNICAL = ContactRole


def read(text: str, step: Step | None, known: NewCustomer | None = KNOWN, home: str = "MX") -> HeardCustomer:
    return read_customer(text, Situation(step, known, home, lambda start, end: False))


ANA = Contact("Ana", "Ruiz", "ana@tacos.mx", "+525512345678")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, ana@tacos.mx, +52 55 1234 5678",
        "ana ruiz ana@tacos.mx 5512345678",
        "contacto Ana Ruiz correo ana@tacos.mx tel 55 1234 5678",
        "Ana Ruiz\nana@tacos.mx\n(55) 1234-5678",
        "es la Lic. Ana Ruiz; ana@tacos.mx; cel +52 1 55 1234 5678",
    ],
)
def test_a_contact_is_read_with_and_without_commas_and_labels(text):
    assert read(text, Step.CONTACT_ADMIN).contacts == {ADMIN: ANA}


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Ana Ruiz", Contact("Ana", "Ruiz")),
        ("Ana", Contact("Ana")),
        ("ana@tacos.mx", Contact(email="ana@tacos.mx")),
        ("el telefono es 55 1234 5678", Contact(phone="+525512345678")),
        ("+52 33 1234 5678 ext 12", Contact(phone="+523312345678#12")),
        ("Pedro Ramírez Soto", Contact("Pedro", "Ramírez Soto")),
        ("María José de la Cruz López", Contact("María José", "de la Cruz López")),
    ],
)
def test_a_contact_comes_bit_by_bit(text, contact):
    assert read(text, Step.CONTACT_ADMIN).contacts == {ADMIN: contact}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ana@tacos", "email_wrong"),
        ("ana@@tacos.mx", "email_wrong"),
        ("55 1234", "phone_wrong"),
        ("tel 123", "phone_wrong"),
    ],
)
def test_what_cannot_be_an_address_or_a_number_is_named(text, reason):
    (problem,) = read(text, Step.CONTACT_ADMIN).problems
    assert problem.reason == reason


@pytest.mark.parametrize(
    "text", ["el mismo", "igual que el administrativo", "o mesmo", "same as admin", "la misma persona"]
)
def test_the_same_person_is_one_role_s(text):
    assert read(text, Step.CONTACT_BILLING).same == {BILLING: ADMIN}


@pytest.mark.parametrize(
    "text",
    ["the same for all", "todos iguales", "el mismo para todos", "mesmo para todos", "same person for both"],
)
def test_the_same_person_for_all_is_both_roles(text):
    assert read(text, Step.CONTACT_BILLING).same == {BILLING: ADMIN, TECHNICAL: ADMIN}


@pytest.mark.parametrize("text", ["igual que facturación", "same as billing", "o mesmo do faturamento"])
def test_the_technical_contact_may_be_the_billing_one(text):
    assert read(text, Step.CONTACT_TECHNICAL).same == {TECHNICAL: BILLING}


def test_two_contacts_in_one_message_are_told_apart():
    text = "facturación es Luis Peña, pagos@tacos.mx, 55 8765 4321; el técnico es el mismo"
    heard = read(text, Step.CONTACT_BILLING)
    assert heard.contacts == {BILLING: Contact("Luis", "Peña", "pagos@tacos.mx", "+525587654321")}
    assert heard.same == {TECHNICAL: ADMIN}


@pytest.mark.parametrize(
    ("text", "home", "name", "address", "admin"),
    [
        (
            "Cliente nuevo: Tacos El Güero SA de CV, comercial, Av. Juárez 12, 06050 CDMX, México; "
            "contacto Ana Ruiz, ana@tacos.mx, +52 55 1234 5678",
            *("MX", "Tacos El Güero SA de CV", Address("Av. Juárez 12", "06050", "CDMX", "", "MX"), ANA),
        ),
        (
            "New customer Blue Bottle Café LLC, commercial, 12 Main St, Austin, TX 78701; "
            "contact John Smith, john@bluebottle.com, +1 512 555 0100",
            *("US", "Blue Bottle Café LLC", Address("12 Main St", "78701", "Austin", "TX")),
            Contact("John", "Smith", "john@bluebottle.com", "+15125550100"),
        ),
        (
            "cliente novo, Padaria Sol Ltda, comercial, Rua das Flores 45, 01310-100 São Paulo; "
            "contato João Silva, joao@sol.com.br, (11) 98765-4321",
            *("BR", "Padaria Sol Ltda", Address("Rua das Flores 45", "01310-100", "São Paulo")),
            Contact("João", "Silva", "joao@sol.com.br", "+5511987654321"),
        ),
    ],
)
def test_everything_is_read_from_one_pasted_block(text, home, name, address, admin):
    heard = read(text, Step.CUSTOMER, None, home)
    assert (heard.is_new, heard.type, heard.name) == (True, AccountType.COMMERCIAL, name)
    assert (heard.address, heard.contacts) == (address, {ADMIN: admin})


def test_a_block_without_commas_is_read_as_well():
    text = "nuevo cliente personal Laura Méndez laura@mendez.mx 5512345678 Hidalgo 45 44100 Guadalajara"
    heard = read(text, Step.CUSTOMER, None)
    assert heard.type is AccountType.PERSONAL
    assert heard.contacts == {ADMIN: Contact("Laura", "Méndez", "laura@mendez.mx", "+525512345678")}
    assert heard.address == Address("Hidalgo 45", "44100", "Guadalajara")


@pytest.mark.parametrize(
    "name", ["Tacos El Güero", "7 Mares Mariscos", "Ruiz, López y Asociados SC", "Blue Fern, LLC"]
)
def test_a_name_may_be_anything_when_it_was_asked_for(name):
    assert read(name, Step.CUSTOMER_NAME, NewCustomer()).name == name


@pytest.mark.parametrize(("text", "kind"), [("es una empresa", "commercial"), ("pessoa física", "personal")])
def test_the_kind_of_customer_is_understood(text, kind):
    assert read(text, Step.CUSTOMER_TYPE, NewCustomer()).type == kind


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        *[
            (text, OWN)
            for text in (
                "a mi correo",
                "el mio",
                "to me",
                "o meu",
                "pode ser pra mim",
                "mandalas a mi correo",
                "Pode ser para o nosso e-mail mesmo.",
                "pro nosso",
                "pode mandar pra gente",
                "a nuestro correo nomás",
                "al nuestro",
                "our own e-mail is fine",
                "send them to us",
            )
        ],
        *[(text, CUSTOMERS) for text in ("al cliente", "customer's", "ao cliente", "al correo del cliente")],
        *[(text, CUSTOMERS) for text in ("a nuestro cliente", "theirs", "no e-mail deles", "al de ellos")],
        ("otro", OTHER),
        ("mandalas a x@y.com", "x@y.com"),
    ],
)
def test_where_the_credentials_go_is_understood(text, chosen):
    assert read(text, Step.CREDENTIALS_EMAIL).credentials == chosen


def test_in_the_review_credentials_and_contacts_are_not_mixed_up():
    heard = read("manda las credenciales a x@y.com", Step.CONFIRM)
    assert (heard.credentials, heard.contacts) == ("x@y.com", {})
    heard = read("el correo de facturación es pagos@tacos.mx", Step.CONFIRM)
    assert (heard.credentials, heard.contacts) == ("", {BILLING: Contact(email="pagos@tacos.mx")})


def test_in_the_review_plain_words_are_no_customer_s_data():
    assert not read("está perfecto así", Step.CONFIRM).says_anything()


def test_a_signature_block_is_read_line_by_line_and_without_lines():
    block = """Grupo Ferretero S.A. de C.V., Blvd. Díaz Ordaz 1500 Col. Santa María, 64650 Monterrey, N.L.
Contacto: Ing. Roberto Garza Treviño, roberto@gfn.example, 81 8123 4567
Facturación: Martha Cantú, facturas@gfn.example, 8181234568
Técnico: el mismo que administrativo"""
    for text in (block, block.replace("\n", " ")):
        heard = read(f"alta de cliente nuevo: {text}", None, None)
        assert heard.name == "Grupo Ferretero S.A. de C.V."
        assert heard.address == Address(
            "Blvd. Díaz Ordaz 1500, Col. Santa María", "64650", "Monterrey", "N.L"
        )
        assert heard.contacts == {
            ADMIN: Contact("Roberto", "Garza Treviño", "roberto@gfn.example", "+528181234567"),
            BILLING: Contact("Martha", "Cantú", "facturas@gfn.example", "+528181234568"),
        }
        assert heard.same == {TECHNICAL: ADMIN}


@pytest.mark.parametrize(
    "text",
    [
        "nombre: Ana Ruiz, email: ana@tacos.mx, teléfono: 55 1234 5678",
        "Nombre: Ana\nApellido: Ruiz\nCorreo: ana@tacos.mx\nTel: 5512345678",
        "el contacto es la dueña, Ana Ruiz, ana@tacos.mx 55-1234-5678",
        "Ana Ruiz, gerente, ana@tacos.mx, 55 1234 5678",
        "no, es otra persona: Ana Ruiz, ana@tacos.mx, 5512345678",
        "Ana Ruiz (ana@tacos.mx) 5512345678",
    ],
)
def test_labels_and_titles_are_no_part_of_a_name(text):
    assert read(text, Step.CONTACT_ADMIN).contacts == {ADMIN: ANA}


@pytest.mark.parametrize(
    "text",
    [
        *("quiero dar de alta un cliente nuevo", "es un cliente que no está en la lista", "crear cliente"),
        *("new customer", "it's for a customer not on the list", "cliente novo"),
    ],
)
def test_the_words_for_a_new_customer_are_no_name(text):
    heard = read(text, Step.CUSTOMER, None)
    assert (heard.is_new, heard.name) == (True, "")


@pytest.mark.parametrize("text", ["14 basic para um cliente novo. Visa 4242.", "new customer. Amex 0005."])
def test_the_ending_of_a_card_is_nobody_s_name(text: str) -> None:
    newcomer = shops.hear(text).newcomer
    assert newcomer is not None
    assert newcomer.name == ""
