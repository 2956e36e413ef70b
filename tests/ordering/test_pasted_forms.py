"""A customer's data pasted as a form, with the order in it, and the tax numbers that stand in such blocks."""

from __future__ import annotations

import pytest

from bot.ordering.customer import AccountType, Address, Contact, NewCustomer
from bot.ordering.draft import Step
from tests.ordering.newcomers import ANA, HERE, NAMED, described, hear

FORMS = [
    """
Order: 10 Business Basic
Domain: not needed
Term: yearly
Customer: new
Name: Lake Bakery
Type: company
Address: Av. Juárez 12, 06050 CDMX, Mexico
Contact: Ana Ruiz, ana@tacos.mx, 55 1234 5678
Billing: same
Technical: same
""",
    "Order: 10 Business Basic / Domain: not needed / Term: yearly / Name: Lake Bakery / "
    "Type: business / Address: Av. Juárez 12, 06050 CDMX / "
    "Contact: Ana Ruiz ana@tacos.mx 55 1234 5678 / Same for all",
    """
Nombre: Lake Bakery
Tipo: empresa
RFC: PSO850101AB1
Giro: restaurante
Dirección: Av. Juárez 12
CP: 06050
Ciudad: CDMX
País: México
Contacto: Ana Ruiz
Tel: 55 1234 5678
Correo: ana@tacos.mx
Facturación: el mismo
Técnico: el mismo
Pedido: 10 Business Basic
Plazo: anual
""",
    """
Cliente: Lake Bakery
Tipo de cliente: comercial
Calle: Av. Juárez 12
Código postal: 06050
Ciudad: CDMX
Nombre del contacto: Ana Ruiz
Correo del contacto: ana@tacos.mx
Teléfono del contacto: 55 1234 5678
Los demás contactos: el mismo
Producto: Business Basic
Cantidad: 10
Periodo: anual
""",
    """
Pedido: 10 Business Basic
Domínio: não precisa
Prazo: anual
Cliente: novo
Nome: Lake Bakery
Tipo: empresa
CNPJ: 12.345.678/0001-95
Endereço: Av. Juárez 12, 06050 CDMX, México
Contato: Ana Ruiz, ana@tacos.mx, 55 1234 5678
Faturamento: o mesmo
Técnico: o mesmo
""",
]


@pytest.mark.parametrize("text", FORMS)
@pytest.mark.parametrize("step", [None, Step.CUSTOMER, Step.CUSTOMER_TYPE, Step.CUSTOMER_NAME])
def test_a_pasted_form_is_read_line_by_line(text, step):
    known = NewCustomer() if step in (Step.CUSTOMER_TYPE, Step.CUSTOMER_NAME) else None
    new = described(text, step, known)
    assert new == NewCustomer("Lake Bakery", AccountType.COMMERCIAL, HERE, ANA, ANA, ANA)


@pytest.mark.parametrize("text", FORMS)
def test_the_order_in_a_pasted_form_is_heard(text):
    heard = hear(text)
    assert (heard.plans, heard.quantity, heard.term) == (("BB",), "10", "year")
    assert not heard.customers
    assert not heard.unknown_customer


def test_a_form_that_names_a_known_customer_is_for_them():
    heard = hear("Pedido: 10 Business Basic\nPlazo: anual\nCliente: Ferretería El Tornillo\nPago: visa")
    assert heard.newcomer is None
    assert (heard.customers, heard.quantity, heard.term) == (("tor",), "10", "year")


TAX_NUMBERS = [
    "CNPJ 12.345.678/0001-95",
    "CNPJ: 12345678000195",
    "12.345.678/0001-95",
    "CPF 123.456.789-09",
    "RFC PSO850101AB1",
    "rfc: pso 850101 ab1",
    "XAXX010101000",
    "NIT 900.123.456-7",
    "nit es 900123456",
    "CUIT 30-71234567-1",
    "RUC: 20123456789",
    "R.U.C. 20123456789",
    "RUT 76.123.456-7",
    "Tax ID: 12-3456789",
    "EIN 12-3456789",
    "VAT no. GB123456789",
]


@pytest.mark.parametrize("number", TAX_NUMBERS)
@pytest.mark.parametrize("step", [Step.CUSTOMER_TYPE, Step.CUSTOMER_NAME, Step.CUSTOMER_ADDRESS])
def test_a_tax_number_is_no_street(number, step):
    text = (
        f"Panadería Sol, {number}, Calle Hidalgo 45, 44100 Guadalajara, Juan Pérez, juan@sol.mx, 33 3615 1234"
    )
    new = described(text, step, NewCustomer(type=AccountType.COMMERCIAL, name="Panadería Sol"))
    assert new.name == "Panadería Sol"
    assert new.address == Address("Calle Hidalgo 45", "44100", "Guadalajara", "", "MX")
    assert new.admin == Contact("Juan", "Pérez", "juan@sol.mx", "+523336151234")


@pytest.mark.parametrize("number", TAX_NUMBERS)
def test_a_tax_number_counts_nothing_and_reaches_nobody(number):
    heard = hear(f"10 business basic anual para cliente nuevo Panadería Sol SRL, {number}")
    assert heard.newcomer is not None
    assert (heard.quantity, heard.newcomer.name) == ("10", "Panadería Sol SRL")
    assert not heard.newcomer.contacts
    assert heard.newcomer.address == Address()


@pytest.mark.parametrize("number", TAX_NUMBERS)
def test_a_tax_number_behind_an_address_is_no_part_of_it(number):
    new = described(f"Av. Juárez 12, 06050 CDMX {number}", Step.CUSTOMER_ADDRESS, NAMED)
    assert new.address == HERE


def test_a_form_is_read_where_somebody_of_that_name_is_known() -> None:
    """Whether it is them is asked; the number of their house is no number of licenses."""
    form = """Tipo: empresa
Razón social: Panadería La Espiga
Dirección: Av. Juárez 1520, 06050 CDMX, México
Contacto: Ana Ruiz
E-mail: ana@laespiga.mx
Teléfono: 55 1234 5678
El mismo contacto para todo"""
    heard = hear(form, Step.CUSTOMER_TYPE, NewCustomer())
    assert (heard.quantity, heard.customers) == (None, ())
    assert heard.newcomer is not None
    assert heard.newcomer.name == "Panadería La Espiga"
    known = hear("Cliente: Panadería La Espiga", Step.CUSTOMER_NAME, NewCustomer())
    assert (known.newcomer, known.customers) == (None, ("esp",))
