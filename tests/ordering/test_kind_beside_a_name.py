"""The kind of a new customer and their name in one sentence, in any order, whatever was asked."""

from __future__ import annotations

import pytest

from bot.ordering.customer import AccountType, Address, Contact
from tests.ordering.newcomers import told

ORDER = "10 business basic mensual sin dominio sin complementos para un cliente nuevo, con la visa"
COMPANY, PERSON = AccountType.COMMERCIAL, AccountType.PERSONAL


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("la empresa se llama Cafetal Andino SAS, es comercial", "Cafetal Andino SAS", COMPANY),
        ("la empresa se llama Inversiones Norte y es comercial", "Inversiones Norte", COMPANY),
        ("Cafetal Andino - comercial", "Cafetal Andino", COMPANY),
        ("comercial y se llama Cafetal Andino", "Cafetal Andino", COMPANY),
        ("es cliente personal, se llama Rosa Huamán Quispe", "Rosa Huamán Quispe", PERSON),
        ("se llama Rosa Huamán Quispe y es cliente personal", "Rosa Huamán Quispe", PERSON),
        ("cuenta personal a nombre de Rosa Huamán", "Rosa Huamán", PERSON),
        ("cuenta personal de Rosa Huamán", "Rosa Huamán", PERSON),
        ("Rosa Huamán - cuenta personal", "Rosa Huamán", PERSON),
        ("nombre: Rosa Huamán, tipo: personal", "Rosa Huamán", PERSON),
        ("es una panadería, Pan Feliz", "Pan Feliz", COMPANY),
        ("it's a private person called Rosa Carter", "Rosa Carter", PERSON),
        ("personal account, her name is Rosa Carter", "Rosa Carter", PERSON),
        ("the customer is called Blue Ocean and it's a company", "Blue Ocean", COMPANY),
        ("Blue Ocean LLC (commercial account)", "Blue Ocean LLC", COMPANY),
        ("business account for Blue Ocean", "Blue Ocean", COMPANY),
        ("a lady, Rosa Carter", "Rosa Carter", PERSON),
        ("a empresa se chama Padaria Sol, é comercial", "Padaria Sol", COMPANY),
        ("cliente comercial: Padaria Sol", "Padaria Sol", COMPANY),
        ("é uma conta comercial da Padaria Sol Ltda", "Padaria Sol Ltda", COMPANY),
        ("conta pessoal, Benedito Ramos", "Benedito Ramos", PERSON),
        ("o cliente se chama Benedito Ramos (pessoa física)", "Benedito Ramos", PERSON),
    ],
)
def test_where_the_kind_is_asked_for_both_are_taken(text: str, name: str, kind: AccountType) -> None:
    new = told(ORDER, text)
    assert (new.name, new.type) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("para un cliente nuevo, es cliente personal, se llama Rosa Huamán", "Rosa Huamán", PERSON),
        ("para un cliente nuevo que se llama Rosa Huamán y es personal", "Rosa Huamán", PERSON),
        ("for new customer Rosa Carter (personal account)", "Rosa Carter", PERSON),
        ("for a new customer, name is Rosa Carter, it's personal", "Rosa Carter", PERSON),
        ("for new customer Blue Ocean, business account", "Blue Ocean", COMPANY),
        ("para cliente novo, a empresa se chama Padaria Sol, pj", "Padaria Sol", COMPANY),
        ("para un cliente nuevo, cuenta personal", "", PERSON),
        ("for a new guy, personal account", "", PERSON),
        ("for a new customer, a private person", "", PERSON),
        ("para um cliente novo, pessoa física", "", PERSON),
        ("para cliente novo, conta empresarial", "", COMPANY),
    ],
)
def test_so_they_are_in_the_first_sentence(text: str, name: str, kind: AccountType) -> None:
    new = told(f"10 business basic monthly {text}")
    assert (new.name, new.type) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Personal Training Studio", "Personal Training Studio"),
        ("Empresa Nova Ltda", "Empresa Nova Ltda"),
        ("se llama Comercial Andina", "Comercial Andina"),
        ("Comercial Andina, comercial", "Comercial Andina"),
        ("the name is Business Partners, company", "Business Partners"),
        ("Persona Consultores", "Persona Consultores"),
    ],
)
def test_a_name_may_hold_the_words_of_a_kind(text: str, name: str) -> None:
    new = told(ORDER, "comercial", text)
    assert (new.name, new.type) == (name, COMPANY)


@pytest.mark.parametrize("text", ["cuenta personal", "a private person", "pessoa física", "una empresa"])
def test_a_kind_is_no_name_where_a_name_is_asked_for(text: str) -> None:
    assert told(ORDER, "comercial", text).name == ""


LUIS = Contact("Luis", "Gil", "luis@sabor.mx", "+525587654321")
ANA = Contact("Ana", "Ruiz", "ana@sabor.mx", "+525512345678")
BLOCK = """
Sabor Norte
{contact}: Ana Ruiz
E-mail: ana@sabor.mx
Tel: 55 1234 5678
Av. Juárez 12
06050 CDMX
México
{roles}"""


@pytest.mark.parametrize(
    ("heading", "contact", "roles"),
    [
        (
            "Segue o cadastro, cliente comercial:",
            "Contato",
            "Faturamento: o mesmo do administrativo\nTécnico: {}",
        ),
        ("Te paso los datos del cliente (comercial):", "Contacto", "Facturación: el mismo\nTécnico: {}"),
        ("Here's the record, business account:", "Contact", "Technical: {}\nBilling: the same as admin"),
    ],
)
def test_the_heading_of_a_block_says_the_kind(heading: str, contact: str, roles: str) -> None:
    roles = roles.format("Luis Gil, luis@sabor.mx, 55 8765 4321")
    new = told(ORDER, heading + BLOCK.format(contact=contact, roles=roles))
    assert (new.name, new.type) == ("Sabor Norte", COMPANY)
    assert new.address == Address("Av. Juárez 12", "06050", "CDMX", "", "MX")
    assert (new.admin, new.billing, new.technical) == (ANA, ANA, LUIS)


@pytest.mark.parametrize(
    "heading", ["Te paso los datos del cliente (personal):", "Details, personal account:"]
)
def test_a_private_person_has_such_a_block_too(heading: str) -> None:
    block = "\nRosa Huamán\nCorreo: rosa@huaman.pe\nTel: +51 987 654 321\nAv. Arequipa 1234\nLima 15046\nPerú"
    new = told(ORDER, heading + block)
    assert (new.name, new.type, new.admin.name) == ("Rosa Huamán", PERSON, "Rosa Huamán")


@pytest.mark.parametrize(
    "answers",
    [
        ("technical: Luis Gil, luis@sabor.mx, 55 8765 4321", "billing: the same as admin"),
        ("billing: the same as admin", "technical: Luis Gil, luis@sabor.mx, 55 8765 4321"),
        ("técnico: Luis Gil, luis@sabor.mx, 55 8765 4321", "faturamento: o mesmo do administrativo"),
        ("facturación igual que el admin; el técnico es Luis Gil, luis@sabor.mx, 55 8765 4321",),
    ],
)
def test_contacts_are_named_by_their_role(answers: tuple[str, ...]) -> None:
    where, admin = "Sabor SAS, Av. Juárez 12, 06050 CDMX", "Ana Ruiz, ana@sabor.mx, 55 1234 5678"
    new = told(ORDER, where, admin, *answers)
    assert (new.admin, new.billing, new.technical) == (ANA, ANA, LUIS)
