"""Whom to contact, as a hurried person says it: shared numbers, shared names, roles in front of "contact"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.ordering.credentials import CUSTOMERS, OWN
from bot.ordering.customer import AccountType, Address, Contact, ContactRole, NewCustomer
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Draft, Step
from bot.ordering.newcomer import HeardCustomer
from tests.ordering import shops
from tests.ordering.newcomers import ANA, HERE, KNOWN, described, hear, read

LUIS = Contact("Luis", "Gil", "luis@tacos.mx", "+525512345678")
WHOLE = replace(KNOWN, billing=LUIS, technical=ANA)


def after(text: str, step: Step, known: NewCustomer) -> NewCustomer:
    return merged(known, hear(text, step, known).newcomer or HeardCustomer(), "MX")


@pytest.mark.parametrize(
    "text",
    [
        "nah use luis gil luis@tacos.mx for billing, same number",
        "Luis Gil, luis@tacos.mx, el mismo telefono",
        "Luis Gil, luis@tacos.mx, mismo tel",
        "luis gil luis@tacos.mx, mesmo telefone",
        "Luis Gil, luis@tacos.mx, same phone",
    ],
)
def test_the_same_number_is_no_same_person(text):
    new = after(text, Step.CONTACT_BILLING, KNOWN)
    assert (new.billing, new.technical, new.admin) == (LUIS, Contact(), ANA)


def test_the_same_address_is_no_same_person_either():
    new = after("Luis Gil, mismo correo, 5512345679", Step.CONTACT_BILLING, KNOWN)
    assert new.billing == Contact("Luis", "Gil", "ana@tacos.mx", "+525512345679")


@pytest.mark.parametrize(
    "text",
    [
        "Contact: Ana Ruiz, ana@tacos.mx, 55 1234 5678\n"
        "Billing contact: Luis Gil, luis@tacos.mx, 55 1234 5678\n"
        "Tech contact: same as main",
        "Contacto: Ana Ruiz, ana@tacos.mx, 55 1234 5678. "
        "Contacto de facturación: Luis Gil, luis@tacos.mx, 55 1234 5678. "
        "Contacto técnico: el mismo que el administrativo",
        "Main contact Ana Ruiz ana@tacos.mx 5512345678, "
        "billing contact Luis Gil luis@tacos.mx 5512345678, tech: Ana",
    ],
)
def test_a_role_may_stand_in_front_of_contact(text):
    new = after(text, Step.CONTACT_ADMIN, replace(KNOWN, admin=Contact()))
    assert (new.admin, new.billing, new.technical) == (ANA, LUIS, ANA)


@pytest.mark.parametrize(
    ("text", "name"), [("Al Bundy", "Al Bundy"), ("contact Al Bundy al@x.com", "Al Bundy")]
)
def test_al_is_a_name(text, name):
    assert after(text, Step.CONTACT_ADMIN, replace(KNOWN, admin=Contact())).admin.name == name


@pytest.mark.parametrize(
    "text", ["el técnico soy yo", "soy yo", "i'm the tech contact", "sou eu", "yo mero", "myself"]
)
def test_who_speaks_has_no_name_here(text):
    assert after(text, Step.CONTACT_TECHNICAL, replace(WHOLE, technical=Contact())).technical == Contact()


@pytest.mark.parametrize(
    ("text", "credentials"),
    [
        ("send creds to ana", "ana@tacos.mx"),
        ("a luis", "luis@tacos.mx"),
        ("al correo de Luis Gil", "luis@tacos.mx"),
        ("use luis's email", "luis@tacos.mx"),
        ("pra ana", "ana@tacos.mx"),
        ("p mim", OWN),
        ("pa mi", OWN),
        ("al cliente", CUSTOMERS),
        *((text, CUSTOMERS) for text in ("mejor al correo de él", "al de ella, porfa", "al suyo, gracias")),
        *((text, CUSTOMERS) for text in ("to his e-mail", "to hers please", "to their address, thanks")),
        *((text, CUSTOMERS) for text in ("no e-mail dela, por favor", "para o endereço dele, valeu")),
        *((text, OWN) for text in ("a mi dirección, gracias", "to my address, thanks", "my address, please")),
        *((text, OWN) for text in ("a nuestra dirección", "pro meu endereço, obrigado", "no nosso e-mail")),
        *((text, OWN) for text in ("no meu", "pode ser no nosso e-mail", "não, no meu")),
    ],
)
def test_the_credentials_may_go_to_somebody_by_name(text, credentials):
    heard = hear(text, Step.CREDENTIALS_EMAIL, WHOLE).newcomer
    assert heard is not None
    assert heard.credentials == credentials
    assert merged(WHOLE, heard, "MX") == WHOLE


def test_credentials_for_somebody_who_is_not_complete_rename_nobody():
    known = replace(KNOWN, admin=Contact("Al", "", "al@acme.com", ""))
    heard = hear("use al's email for the creds", Step.CONTACT_ADMIN, known).newcomer
    assert heard is not None
    assert heard.credentials == "al@acme.com"
    assert merged(known, heard, "US") == known


@pytest.mark.parametrize("text", ["igual", "same", "el mismo"])
def test_the_same_is_no_answer_to_where_the_credentials_go(text):
    assert hear(text, Step.CREDENTIALS_EMAIL, WHOLE).newcomer is None


@pytest.mark.parametrize("text", ["can i use the same contact for all?", "can it be the same for everyone?"])
def test_everybody_is_no_customer(text):
    heard = hear(text, Step.CUSTOMER_NAME, NewCustomer(type=AccountType.COMMERCIAL))
    assert heard.unknown_customer is None


@pytest.mark.parametrize(
    "text",
    [
        "es una empresa se llama Muebles Pino",
        "it's a company called Muebles Pino",
        "la empresa se llama Muebles Pino",
    ],
)
def test_a_company_that_is_named_is_a_company(text):
    new = after(text, Step.CUSTOMER_TYPE, NewCustomer())
    assert (new.name, new.type) == ("Muebles Pino", AccountType.COMMERCIAL)


FORM = """cliente: Loja Azul
contato: Ana Ruiz
email: ana@tacos.mx
fone: 55 1234 5678
end: Av. Juárez, 12, 06050 CDMX
tipo: PJ
plano: business basic
qtd: 3
prazo: yearly"""


@pytest.mark.parametrize(
    "quantity", ["qtd: 3", "qtde: 3", "cant: 3", "cant.: 3", "qty: 3", "cantidad: 3", "users: 3"]
)
def test_the_number_of_a_house_is_no_number_of_seats(quantity):
    heard = hear(FORM.replace("qtd: 3", quantity))
    assert (heard.quantity, heard.plans) == ("3", ("BB",))
    new = described(FORM)
    assert new.address == replace(HERE, street="Av. Juárez, 12")
    assert new.admin == ANA


def test_slashes_part_a_block():
    text = (
        'alta cliente: "Café Luna" // persona moral // tel 55 1234 5678 // contacto: Ana Ruiz '
        "ana@tacos.mx // "
        "domicilio: Av. Juárez 12, 06050, CDMX // 2 business basic anual"
    )
    heard = hear(text)
    assert heard.newcomer is not None
    new = merged(NewCustomer(), heard.newcomer, "MX")
    assert (new.name, new.type, new.address, new.admin) == ("Café Luna", AccountType.COMMERCIAL, HERE, ANA)
    assert heard.quantity == "2"


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("actually its 21 Elm St", "21 Elm St"),
        ("21 Elm St", "21 Elm St"),
        ("no, es Juárez 21", "Juárez 21"),
        ("perdon es Av. Juarez 21", "Av. Juarez 21"),
        ("é Juárez 21", "Juárez 21"),
    ],
)
@pytest.mark.parametrize("step", [Step.CONFIRM, Step.CREDENTIALS_EMAIL, Step.PAYMENT])
def test_a_street_that_is_put_right_is_no_number_of_seats(text, street, step):
    heard = shops.hear(text, step, Draft(plan="BB", quantity=3, new_customer=WHOLE))
    assert heard.quantity is None
    assert heard.newcomer is not None
    assert merged(WHOLE, heard.newcomer, "MX").address == replace(HERE, street=street)


@pytest.mark.parametrize("text", ["make it 21", "mejor 21", "21 licencias", "que sean 21", "21"])
def test_a_number_of_seats_is_no_street(text):
    heard = shops.hear(text, Step.CONFIRM, Draft(plan="BB", quantity=3, new_customer=WHOLE))
    assert (heard.quantity, heard.newcomer) == ("21", None)


@pytest.mark.parametrize("text", ["dunno his phone", "no tengo su telefono"])
def test_a_phone_that_is_missing_is_no_product(text):
    known = replace(KNOWN, address=Address())
    assert not hear(text, Step.CUSTOMER_ADDRESS, known).add_ons


@pytest.mark.parametrize("text", ["n sei", "nao sei", "num sei", "ñ sei"])
def test_not_knowing_the_kind_in_short(text):
    heard = hear(text, Step.CUSTOMER_TYPE, NewCustomer("Loja")).newcomer
    assert heard is not None
    assert heard.assumed


@pytest.mark.parametrize("intent", ["affirm", "goodbye", "ask_how"])
def test_a_state_is_an_answer_whatever_it_sounds_like(intent):
    known = replace(KNOWN, address=Address("1 Main St", "", "Springfield", "", "US"))
    heard = shops.hear("IL", Step.CUSTOMER_ADDRESS, Draft(new_customer=known), intent)
    assert heard.newcomer is not None
    assert heard.newcomer.is_certain()


def test_a_surname_that_is_a_country_moves_no_phone_number_there() -> None:
    address = Address("Rua A 1", "60165-121", "Fortaleza", "CE", "BR")
    known = NewCustomer("Francisca Holanda", AccountType.PERSONAL, address)
    said = "Francisca Iracema Holanda, iracema@adv.example.com, 85 99745-1122"
    heard = read(said, Step.CONTACT_ADMIN, known, "BR")
    assert (heard.problems, heard.contacts[ContactRole.ADMIN].phone) == ([], "+5585997451122")
