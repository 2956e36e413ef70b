"""Addresses in the country: houses and streets with names, kilometres, boxes; codes that tell a country."""

from __future__ import annotations

import pytest

from bot.ordering.customer import Address
from bot.ordering.draft import Step
from tests.ordering.newcomers import NAMED, read


@pytest.mark.parametrize(
    ("said", "home", "address"),
    [
        (
            "Main Street, Ballyvaughan, Co. Clare, H91 X2Y3, Ireland",
            "US",
            Address("Main Street", "H91 X2Y3", "Ballyvaughan", "Co. Clare", "IE"),
        ),
        (
            "The Old Rectory, Church Lane, Woodstock, Oxfordshire OX20 1SS, UK",
            "US",
            Address("The Old Rectory, Church Lane", "OX20 1SS", "Woodstock", "Oxfordshire", "GB"),
        ),
        (
            "Rose Cottage, Mill Lane, Bakewell DE45 1GX",
            "US",
            Address("Rose Cottage, Mill Lane", "DE45 1GX", "Bakewell", "", "GB"),
        ),
        (
            "B-204, Sunrise Towers, Andheri West, Mumbai 400053, India",
            "US",
            Address("B-204, Sunrise Towers, Andheri West", "400053", "Mumbai", "", "IN"),
        ),
        (
            "Ruta 40 km 2015, El Bolsón, Río Negro R8430, Argentina",
            "MX",
            Address("Ruta 40 km 2015", "R8430", "El Bolsón", "Río Negro", "AR"),
        ),
        (
            "Camino Real s/n, Villa de Leyva, Boyacá, Colombia 154001",
            "MX",
            Address("Camino Real s/n", "154001", "Villa de Leyva", "Boyacá", "CO"),
        ),
        (
            "Sítio Boa Vista, zona rural, Bananeiras/PB 58220-000",
            "BR",
            Address("Sítio Boa Vista, zona rural", "58220-000", "Bananeiras", "PB", ""),
        ),
        (
            "Rodovia BR-101, km 45, s/n, Itajaí, SC, 88300-000",
            "BR",
            Address("Rodovia BR-101, km 45, s/n", "88300-000", "Itajaí", "SC", ""),
        ),
        (
            "12 Station Rd, Leeds, LS1 4DY, W Yorks, UK",
            "US",
            Address("12 Station Rd", "LS1 4DY", "Leeds", "W Yorks", "GB"),
        ),
        ("14 Brick Lane, London E1 6AN", "US", Address("14 Brick Lane", "E1 6AN", "London", "", "GB")),
        (
            "5/12 Bourke St, Melbourne VIC 3000, Australia",
            "US",
            Address("5/12 Bourke St", "3000", "Melbourne", "VIC", "AU"),
        ),
        (
            "No. 23 Awolowo Road, Ikoyi, Lagos 101233, Nigeria",
            "US",
            Address("No. 23 Awolowo Road, Ikoyi", "101233", "Lagos", "", "NG"),
        ),
        (
            "1200 County Road 12, Fairfield, IA 52556",
            "US",
            Address("1200 County Road 12", "52556", "Fairfield", "IA", ""),
        ),
        (
            "Medellín, Colombia 050010, Cra 43A #1-50",
            "MX",
            Address("Cra 43A #1-50", "050010", "Medellín", "", "CO"),
        ),
        (
            "fica na Rua Chile, 22, Natal, RN 59012-250",
            "BR",
            Address("Rua Chile, 22", "59012-250", "Natal", "RN", ""),
        ),
        (
            "Trav. Padre Eutíquio 1122, Belém, PA, 66023-710",
            "BR",
            Address("Trav. Padre Eutíquio 1122", "66023-710", "Belém", "PA", ""),
        ),
    ],
)
def test_where_no_number_of_a_house_is(said: str, home: str, address: Address) -> None:
    assert read(said, Step.CUSTOMER_ADDRESS, NAMED, home).address == address


@pytest.mark.parametrize(
    ("said", "home"),
    [
        ("Col. Roma Norte, Ciudad de México, 06700", "MX"),
        ("Main Street, Austin, TX 78701", "US"),
        ("Centro, Guadalajara, Jalisco, 44100", "MX"),
        ("Bela Vista, São Paulo - SP, 01310-100", "BR"),
    ],
)
def test_where_the_number_is_missing(said: str, home: str) -> None:
    assert not read(said, Step.CUSTOMER_ADDRESS, NAMED, home).address.street
