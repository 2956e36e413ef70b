"""A whole address is one wherever it stands: without a number, before the name, not asked for."""

from __future__ import annotations

import pytest

from bot.ordering.customer import Address
from bot.ordering.draft import Step
from tests.ordering.newcomers import NAMED, described

IRISH = Address("Main Street", "H91 X2Y3", "Ballyvaughan", "Co. Clare", "IE")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (
            "18 Rue Saint-Paul, Montreal, QC H2Y 1G8, Canada",
            Address("18 Rue Saint-Paul", "H2Y 1G8", "Montreal", "QC", "CA"),
        ),
        ("14 Kirkgate, Leeds LS1 6BX, UK", Address("14 Kirkgate", "LS1 6BX", "Leeds", "", "GB")),
        ("Main Street, Ballyvaughan, Co. Clare, H91 X2Y3, Ireland", IRISH),
        (
            "Flat 3, 10 Downing Street, London SW1A 2AA",
            Address("Flat 3, 10 Downing Street", "SW1A 2AA", "London", "", "GB"),
        ),
        (
            "Hidalgo 45, 44100 Guadalajara, Jalisco",
            Address("Hidalgo 45", "44100", "Guadalajara", "Jalisco", "MX"),
        ),
        (
            "Insurgentes Sur 1602, Col. Crédito Constructor, 03940 Ciudad de México",
            Address("Insurgentes Sur 1602, Col. Crédito Constructor", "03940", "Ciudad de México", "", "MX"),
        ),
    ],
)
@pytest.mark.parametrize("step", [Step.TERM, Step.QUANTITY, Step.CUSTOMER_ADDRESS])
def test_told_while_something_else_is_asked(text: str, address: Address, step: Step) -> None:
    assert described(text, step, NAMED).address == address


@pytest.mark.parametrize(
    "text",
    [
        "new customer Reilly Books Ltd, Main Street, Ballyvaughan, Co. Clare, H91 X2Y3, Mary Lee, m@r.ie",
        "new customer: Reilly Books Ltd. Main Street, Ballyvaughan, Co. Clare, H91 X2Y3. Mary Lee, m@r.ie",
        "new customer\nMain Street\nBallyvaughan, Co. Clare, H91 X2Y3\nReilly Books Ltd\nMary Lee\nm@r.ie",
        "new customer\nm@r.ie\nMary Lee\nReilly Books Ltd\nMain Street\nBallyvaughan, Co. Clare, H91 X2Y3",
    ],
)
def test_a_street_needs_no_number_where_its_town_and_code_follow(text: str) -> None:
    new = described(text)
    assert (new.name, new.address, new.admin.name) == ("Reilly Books Ltd", IRISH, "Mary Lee")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cliente nuevo: Sol SA de CV. Av. Juárez 12, 06050 CDMX. Ana Ruiz, ana@sol.mx", "Sol SA de CV"),
        ("cliente nuevo\nAv. Juárez 12\n06050 CDMX\nDulces Tere\nAna Ruiz\nana@sol.mx", "Dulces Tere"),
        ("cliente nuevo\nAv. Juárez 12, 06050 CDMX\nSol SRL\nAna Ruiz\nana@sol.mx", "Sol SRL"),
        ("cliente nuevo: Studio 54, Av. Juárez 12, 06050 CDMX, Ana Ruiz, ana@sol.mx", "Studio 54"),
    ],
)
def test_the_name_stands_beside_a_whole_address(text: str, name: str) -> None:
    new = described(text)
    assert (new.name, new.address.street, new.admin.name) == (name, "Av. Juárez 12", "Ana Ruiz")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Av. Arequipa 2450 Lince, Lima 15046", "PE"),
        ("C/ Serrano 45 2ºB, 28001 Madrid", "ES"),
        ("calle 93 # 11-20, Bogotá D.C., 110221", "CO"),
        ("Av. Apoquindo 4501, Las Condes, Santiago 7550000", "CL"),
        ("Calle San Luis 1200, Puebla 72000", "MX"),
        ("Av. Juárez 12, La Paz 23000", "MX"),
        ("C/ Serrano 45, 28001 Madrid, Colombia", "CO"),
    ],
)
def test_a_known_town_beside_a_code_of_its_country_tells_the_country(text: str, country: str) -> None:
    assert described(text, Step.CUSTOMER_ADDRESS, NAMED).address.country == country
