"""A new customer in the words of ``POST /customers``."""

from __future__ import annotations

import phonenumbers
from babel.languages import get_official_languages

from bot.ordering.customer import Address, Contact, ContactRole, NewCustomer

LANGUAGES = ("es", "pt", "en")
NO_POSTAL_CODE = "00000"  # what forms that insist are given where there are none, in the Emirates say


def write_customer(new: NewCustomer, reference: str) -> dict[str, object]:
    """``reference`` becomes its externalId. A personal customer's one contact stands for all three roles."""
    if new.type is None or not new.is_complete():
        raise ValueError("the new customer is not complete")
    return {
        "externalId": reference,
        "name": new.name,
        "attributes": {"accountType": new.type.value},
        "language": language_of(new.address.country),
        "address": _write_address(new.address),
        "contactPersons": [_write_contact(role, new.contact(role)) for role in ContactRole],
    }


def language_of(country: str) -> str:
    """The language that the marketplace writes to the customer in: their country's, if it is one of ours."""
    spoken = get_official_languages(country, de_facto=True)
    return next((language for language in LANGUAGES if language in spoken), "en")


def _write_address(address: Address) -> dict[str, str]:
    written = {
        "streetAddress": address.street,
        "postalCode": address.postal_code or NO_POSTAL_CODE,
        "city": address.city,
        "countryCode": address.country,
    }
    return {**written, "state": address.state} if address.state else written


def _write_contact(role: ContactRole, contact: Contact) -> dict[str, str]:
    return {
        "type": role.value,
        "firstName": contact.first_name,
        "lastName": contact.last_name,
        "email": contact.email,
        "phoneNumber": write_phone(contact.phone),
    }


def write_phone(phone: str) -> str:
    """``+525512345678#9`` as ``country#area#number#extension``, the form of the specification's example."""
    bare, _, extension = phone.partition("#")
    number = phonenumbers.parse(bare)
    national = phonenumbers.national_significant_number(number)
    area = phonenumbers.length_of_national_destination_code(number)
    return f"{number.country_code}#{national[:area]}#{national[area:]}#{extension}"
