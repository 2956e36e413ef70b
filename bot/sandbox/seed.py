"""Puts the demo's resellers, support desk, cards and customers into an empty database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.sandbox.catalog import Catalog
from bot.sandbox.credentials import new_id, password_hash
from bot.sandbox.search_keys import mails_of, name_key
from bot.sandbox.tables import Account, Card

_ADDRESSES = {
    "MX": {
        "streetAddress": "Av. Reforma 222",
        "city": "Ciudad de México",
        "postalCode": "06600",
        "state": "CMX",
    },
    "US": {"streetAddress": "98 San Jacinto Blvd", "city": "Austin", "postalCode": "78701", "state": "TX"},
    "BR": {
        "streetAddress": "Av. Paulista 1000",
        "city": "São Paulo",
        "postalCode": "01310-100",
        "state": "SP",
    },
}
_PHONES = {"MX": "+525555550100", "US": "+15125550100", "BR": "+551130000100"}
_LANGUAGES = {"MX": "es", "US": "en", "BR": "pt"}


def plant(session: Session, catalog: Catalog) -> None:
    """Does nothing when anybody is there already."""
    if session.scalar(select(Account.id).limit(1)):
        return
    resellers = {}
    for raw in catalog.people["resellers"]:
        account = _reseller(raw)
        session.add(account)
        session.flush()
        resellers[raw["login"]] = account.id
        session.add_all(
            Card(id=new_id("card"), reseller_id=account.id, **card) for card in raw.get("cards", [])
        )
    session.add_all(_customer(raw, resellers[raw["reseller"]]) for raw in catalog.people["customers"])


def _reseller(raw: dict[str, Any]) -> Account:
    return Account(
        role=raw["role"],
        login=raw["login"],
        password=password_hash(raw["password"]),
        acts_for=raw.get("acts_for", []),
        language=raw["language"],
        **_common(raw),
    )


def _customer(raw: dict[str, Any], reseller: int) -> Account:
    return Account(
        role="customer",
        reseller_id=reseller,
        language=_LANGUAGES[raw["country"]],
        attributes={"accountType": raw["type"]},
        **_common(raw),
    )


def _common(raw: dict[str, Any]) -> dict[str, Any]:
    contact = {
        "firstName": "Admin",
        "lastName": raw["name"],
        "email": raw["email"],
        "phoneNumber": _PHONES[raw["country"]],
    }
    contacts = [{"type": role, **contact} for role in ("admin", "billing", "technical")]
    return {
        "name": raw["name"],
        "name_key": name_key(raw["name"]),
        "mails": mails_of(contacts),
        "address": {**_ADDRESSES[raw["country"]], "countryCode": raw["country"]},
        "contact_persons": contacts,
    }
