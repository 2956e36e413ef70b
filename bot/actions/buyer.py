"""Whom the order is for, in words: an existing customer's name, or all the data of a new one."""

from __future__ import annotations

from bot.actions.chat import Chat
from bot.ordering.credentials import credentials_address
from bot.ordering.customer import AccountType, Address, Contact, ContactRole, NewCustomer
from bot.ordering.draft import Draft
from bot.ordering.newcomer.values import country_name, shown_phone
from bot.ordering.shop import Shop


def buyer_name(draft: Draft) -> str:
    if draft.new_customer is not None:
        return draft.new_customer.name
    return draft.customer.name if draft.customer else ""


def buyer_facts(chat: Chat, draft: Draft, shop: Shop) -> str:
    """Lines for the review: a new customer's data, and where the credentials go."""
    lines = new_customer_lines(chat, draft.new_customer) if draft.new_customer else []
    address = credentials_address(draft, shop)
    if address:
        lines.append(chat.phrase("review_credentials", address=address))
    return "\n".join(lines)


def new_customer_lines(chat: Chat, new: NewCustomer) -> list[str]:
    kind = chat.phrase(f"kind_{(new.type or AccountType.COMMERCIAL).value}")
    lines = [
        chat.phrase("review_new_customer", buyer=new.name, kind=kind),
        chat.phrase("review_address", address=shown_address(chat, new.address)),
    ]
    if new.type is AccountType.PERSONAL or new.billing == new.technical == new.admin:
        return [*lines, chat.phrase("review_contact", contact=shown_contact(new.admin))]
    roles = [(role, shown_contact(new.contact(role))) for role in ContactRole]
    return [*lines, *(chat.phrase(f"review_contact_{role}", contact=contact) for role, contact in roles)]


def shown_address(chat: Chat, address: Address) -> str:
    """In one line: "Av. Juárez 12, 06050 CDMX, México"; parts that are not known are left out."""
    town = " ".join(part for part in (address.postal_code, address.city) if part)
    country = country_name(address.country, chat.language) if address.country else ""
    return ", ".join(part for part in (address.street, town, address.state, country) if part)


def shown_contact(contact: Contact) -> str:
    phone = shown_phone(contact.phone) if contact.phone else ""
    return ", ".join(part for part in (contact.name, contact.email, phone) if part)
