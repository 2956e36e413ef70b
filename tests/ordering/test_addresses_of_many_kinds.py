"""Addresses as they are written in other countries: blocks and lots, numbered streets, flats, plots."""

from __future__ import annotations

import pytest

from bot.ordering.customer import Address
from bot.ordering.draft import Step
from tests.ordering.newcomers import NAMED, described, told

ADDRESSES = [
    (
        "Quadra 104 Norte, Rua NE 3, 12, Palmas, TO, CEP 77006-018, Brasil",
        Address("Quadra 104 Norte, Rua NE 3, 12", "77006-018", "Palmas", "TO", "BR"),
    ),
    (
        "SQN 308 Bloco C, apto 204, Asa Norte, Brasília - DF, 70747-030, Brasil",
        Address("SQN 308, Bloco C, apto 204, Asa Norte", "70747-030", "Brasília", "DF", "BR"),
    ),
    (
        "QNM 34 Conjunto C Lote 12, Taguatinga, Brasília - DF, 72145-430",
        Address("QNM 34 Conjunto C Lote 12, Taguatinga", "72145-430", "Brasília", "DF", "BR"),
    ),
    (
        "Rua T-37, Quadra 145, Lote 10, Setor Bueno, Goiânia, GO, 74230-022, Brasil",
        Address("Rua T-37, Quadra 145, Lote 10, Setor Bueno", "74230-022", "Goiânia", "GO", "BR"),
    ),
    (
        "Rua 10, 25, Setor Central, Goiânia, GO, 74015-000, Brasil",
        Address("Rua 10, 25, Setor Central", "74015-000", "Goiânia", "GO", "BR"),
    ),
    (
        "Carrera 43A # 7-50, Medellín, Antioquia, 050021, Colombia",
        Address("Carrera 43A # 7-50", "050021", "Medellín", "Antioquia", "CO"),
    ),
    (
        "Calle 8 No. 120 x 21 y 23, Col. Centro, Mérida, Yucatán, 97000, México",
        Address("Calle 8 No. 120 x 21 y 23, Col. Centro", "97000", "Mérida", "Yucatán", "MX"),
    ),
    (
        "Av. Apoquindo 1234, depto. 56, Las Condes, Santiago, 7550000, Chile",
        Address("Av. Apoquindo 1234, depto. 56, Las Condes", "7550000", "Santiago", "", "CL"),
    ),
    (
        "Los Leones 220, depto 1201, Providencia, Santiago de Chile, 7510090",
        Address("Los Leones 220, depto 1201, Providencia", "7510090", "Santiago de Chile", "", "CL"),
    ),
    (
        "1200 Harbor Blvd, Suite 200, Long Beach, CA 90802, USA",
        Address("1200 Harbor Blvd, Suite 200", "90802", "Long Beach", "CA", "US"),
    ),
    (
        "Flat 12B, Elgin House, 45 Elgin Avenue, London W9 3PR, UK",
        Address("Flat 12B, Elgin House, 45 Elgin Avenue", "W9 3PR", "London", "", "GB"),
    ),
    (
        "12, High Street, Leeds, LS1 6BY, UK",
        Address("12, High Street", "LS1 6BY", "Leeds", "", "GB"),
    ),
    (
        "Plot 14, Sector 18, Gurgaon, Haryana 122015, India",
        Address("Plot 14, Sector 18", "122015", "Gurgaon", "Haryana", "IN"),
    ),
    (
        "45, Hill Road, Bandra West, Mumbai 400050, India",
        Address("45, Hill Road, Bandra West", "400050", "Mumbai", "", "IN"),
    ),
    (
        "Door No 12, Anna Salai, Chennai 600002, Tamil Nadu, India",
        Address("Door No 12, Anna Salai", "600002", "Chennai", "Tamil Nadu", "IN"),
    ),
]


@pytest.mark.parametrize(("text", "address"), ADDRESSES)
def test_the_address_is_asked_for(text: str, address: Address) -> None:
    assert described(text, Step.CUSTOMER_ADDRESS, NAMED).address == address


@pytest.mark.parametrize(("text", "address"), ADDRESSES)
@pytest.mark.parametrize(
    "order",
    [
        "12 business basic mensal para cliente novo: Rio Tocantins Ltda, contato Cleide Maranhão, "
        "cleide@riotocantins.com.br, tel +55 63 3215-7788, {}. "
        "Cartão Visa. Domínio fica pra depois.\n\nAbs,\nRui",
        "12 business basic monthly for a new customer: Rio Tocantins Ltda, {}, contact Cleide Maranhão, "
        "cleide@riotocantins.com.br, +55 63 3215-7788",
    ],
)
def test_it_stands_in_a_whole_order(order: str, text: str, address: Address) -> None:
    new = told(order.format(text))
    assert (new.name, new.address, new.admin.phone) == ("Rio Tocantins Ltda", address, "+556332157788")


@pytest.mark.parametrize("text", ["son 18, no 16", "18 seats, not 16", "make it 18 not 16"])
def test_what_is_denied_is_no_number_of_a_house(text: str) -> None:
    assert (
        told("10 business basic monthly for a new customer", "commercial", "Zed", text).address == Address()
    )
