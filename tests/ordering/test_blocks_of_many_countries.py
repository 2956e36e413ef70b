"""A new customer pasted as people of many countries write it: signatures, labels without marks, addresses."""

from __future__ import annotations

import pytest

from bot.ordering.customer import Address, Contact, NewCustomer
from bot.ordering.deciding.new_customer import merged
from bot.ordering.draft import Step
from tests.ordering.newcomers import read

WALT = Contact("Walt", "Jorgensen", "walt@cascade.example", "+15035550142")
PORTLAND = Address("1840 SE Division St", "97202", "Portland", "OR", "US")


def pasted(text: str, home: str) -> NewCustomer:
    return merged(NewCustomer(), read(text, Step.CUSTOMER_NAME, NewCustomer(), home), home)


@pytest.mark.parametrize(
    "text",
    [
        "Best,\nWalt Jorgensen | Owner\nCascade Timberworks LLC\n1840 SE Division St, Portland, OR 97202\n"
        "O: (503) 555-0142\nwalt@cascade.example",
        "Walt Jorgensen\nOwner\nCascade Timberworks LLC\n1840 SE Division St, Portland, OR 97202\n"
        "(503) 555-0142\nwalt@cascade.example\nRegards",
        "Cascade Timberworks LLC\n1840 SE Division St\nPortland, OR 97202\nWalt Jorgensen\n"
        "walt@cascade.example\n(503) 555-0142",
        "company is Cascade Timberworks LLC, address 1840 SE Division St Portland OR 97202, "
        "ask for Walt Jorgensen walt@cascade.example 503-555-0142",
        "Walt Jorgensen, Cascade Timberworks LLC, 1840 SE Division St, Portland, OR 97202, "
        "walt@cascade.example, 503 555 0142",
    ],
)
def test_a_signature_names_the_person_and_the_company(text: str) -> None:
    new = pasted(text, "US")
    assert (new.name, new.address, new.admin) == ("Cascade Timberworks LLC", PORTLAND, WALT)


@pytest.mark.parametrize(
    ("where", "home", "address"),
    [
        ("14 Kirkgate\nLeeds LS1 6BY\nUnited Kingdom", "US", ("14 Kirkgate", "LS1 6BY", "Leeds", "", "GB")),
        (
            "14 Kirkgate, Leeds, West Yorkshire, LS1 6BY, UK",
            "US",
            ("14 Kirkgate", "LS1 6BY", "Leeds", "West Yorkshire", "GB"),
        ),
        (
            "12 Patrick Street, Cork, T12 X8N6, Ireland",
            "US",
            ("12 Patrick Street", "T12 X8N6", "Cork", "", "IE"),
        ),
        (
            "220 King St W, Toronto, ON M5H 1K4, Canada",
            "US",
            ("220 King St W", "M5H 1K4", "Toronto", "ON", "CA"),
        ),
        (
            "24 MG Road, Bengaluru, Karnataka 560001, India",
            "US",
            ("24 MG Road", "560001", "Bengaluru", "Karnataka", "IN"),
        ),
        (
            "street 500 main st, city austin, state texas, zip 78701",
            "US",
            ("500 main st", "78701", "austin", "texas", "US"),
        ),
        (
            "Carrera 43A # 1-50, Medellín, Antioquia, Colombia, 050021",
            "MX",
            ("Carrera 43A # 1-50", "050021", "Medellín", "Antioquia", "CO"),
        ),
        (
            "están en Hidalgo 45, Col. Centro, CP 44100, Guadalajara, Jal.",
            "MX",
            ("Hidalgo 45, Col. Centro", "44100", "Guadalajara", "Jal", "MX"),
        ),
        (
            "Calle Bolívar 12-40 y Sucre, 110101 Loja, Ecuador",
            "MX",
            ("Calle Bolívar 12-40 y Sucre", "110101", "Loja", "", "EC"),
        ),
        (
            "Calle Bolívar 12-40, CP 110101 Loja, Ecuador",
            "MX",
            ("Calle Bolívar 12-40", "110101", "Loja", "", "EC"),
        ),
        (
            "Calle Bolívar 12-40, Loja 110101, Ecuador",
            "MX",
            ("Calle Bolívar 12-40", "110101", "Loja", "", "EC"),
        ),
        (
            "Hauptstrasse 12, D-80331 Munich, Germany",
            "US",
            ("Hauptstrasse 12", "D-80331", "Munich", "", "DE"),
        ),
        (
            "4a Calle 5-10, 01010 Guatemala, Guatemala",
            "MX",
            ("4a Calle 5-10", "01010", "Guatemala", "", "GT"),
        ),
        (
            "Av. Corrientes 1234 piso 5\nC1043AAZ CABA\nArgentina",
            "MX",
            ("Av. Corrientes 1234 piso 5", "C1043AAZ", "CABA", "", "AR"),
        ),
    ],
)
def test_an_address_of_another_country(where: str, home: str, address: tuple[str, ...]) -> None:
    new = pasted(f"Zed Labs\n{where}", home)
    assert (new.name, new.address) == ("Zed Labs", Address(*address))


@pytest.mark.parametrize(
    "text",
    [
        "Cafe Pier, 22 Pier Ave, Santa Monica, CA, 90401, owner is Joe Diaz, joe@pier.example, 310 555 0101. "
        "joe does billing and tech too",
        "Cafe Pier, 22 Pier Ave, Santa Monica, CA, 90401, Joe Diaz, joe@pier.example, 310 555 0101, "
        "Joe handles invoices and tech stuff",
        "Cafe Pier, 22 Pier Ave, Santa Monica, CA, 90401, Joe Diaz, joe@pier.example, 310 555 0101, "
        "Joe también ve facturación y sistemas",
    ],
)
def test_who_is_named_again_with_other_roles_has_them(text: str) -> None:
    joe = Contact("Joe", "Diaz", "joe@pier.example", "+13105550101")
    new = pasted(text, "US")
    assert (new.name, new.admin, new.billing, new.technical) == ("Cafe Pier", joe, joe, joe)


def test_each_role_has_its_person() -> None:
    text = (
        "Frenos Díaz, empresa, contacto Marta Soto marta@frenos.example 33 3615 4433 y para facturación "
        "Luis Gil luis@frenos.example 33 3615 4434, técnico igual que el administrativo, "
        "Hidalgo 45, 44100 Guadalajara, Jalisco"
    )
    new = pasted(text, "MX")
    marta = Contact("Marta", "Soto", "marta@frenos.example", "+523336154433")
    assert (new.admin, new.technical) == (marta, marta)
    assert new.billing == Contact("Luis", "Gil", "luis@frenos.example", "+523336154434")
    assert new.address == Address("Hidalgo 45", "44100", "Guadalajara", "Jalisco", "MX")
