"""The questions about a customer who does not exist yet: each asks only for what is still missing."""

from __future__ import annotations

from bot.actions.asking import AskStep
from bot.actions.buyer import shown_address, shown_contact
from bot.actions.chat import Button, Chat, button
from bot.ordering.credentials import CUSTOMERS, OTHER, OWN, customers_address
from bot.ordering.customer import AccountType, ContactRole, NewCustomer
from bot.ordering.draft import Draft, Step
from bot.ordering.newcomer.values import country_name
from bot.ordering.shop import Shop


class AskCustomerType(AskStep):
    step = Step.CUSTOMER_TYPE

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        buttons = [_choice(chat, self.step, kind.value, f"kind_{kind.value}") for kind in AccountType]
        chat.say("ask_customer_type", buttons)


class AskCustomerName(AskStep):
    step = Step.CUSTOMER_NAME

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        chat.say("ask_customer_name")


class AskCustomerAddress(AskStep):
    step = Step.CUSTOMER_ADDRESS

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        new = draft.new_customer or NewCustomer()
        if new.address.street or new.address.city or new.address.postal_code:
            missing = phrases(chat, new.address.missing())
            chat.say("address_missing", missing=missing, known=shown_address(chat, new.address))
        else:
            country = country_name(shop.account.country, chat.language) if shop.account.country else ""
            chat.say("ask_customer_address", buyer=new.name, country=country)


class AskContactAdmin(AskStep):
    step = Step.CONTACT_ADMIN

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        new = draft.new_customer or NewCustomer()
        if not _asks_for_rest(chat, new, ContactRole.ADMIN):
            is_personal = new.type is AccountType.PERSONAL
            chat.say("ask_contact_personal" if is_personal else "ask_contact_admin", buyer=new.name)


class AskContactBilling(AskStep):
    step = Step.CONTACT_BILLING

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        if not _asks_for_rest(chat, draft.new_customer or NewCustomer(), ContactRole.BILLING):
            buttons = [_choice(chat, self.step, same, f"button_same_{same}") for same in ("admin", "all")]
            chat.say("ask_contact_billing", buttons)


class AskContactTechnical(AskStep):
    step = Step.CONTACT_TECHNICAL

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        new = draft.new_customer or NewCustomer()
        if not _asks_for_rest(chat, new, ContactRole.TECHNICAL):
            choices = ("admin",) if new.billing == new.admin else ("admin", "billing")
            buttons = [_choice(chat, self.step, same, f"button_same_{same}") for same in choices]
            chat.say("ask_contact_technical", buttons)


class AskCredentialsEmail(AskStep):
    """The reseller's own address first: the credentials show money and can order."""

    step = Step.CREDENTIALS_EMAIL

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        own, theirs = shop.account.email, customers_address(draft)
        buttons = []
        if own:
            buttons.append(_choice(chat, self.step, OWN, "button_credentials_own", address=own))
        if theirs:
            buttons.append(_choice(chat, self.step, CUSTOMERS, "button_credentials_theirs", address=theirs))
        buttons.append(_choice(chat, self.step, OTHER, "button_credentials_other"))
        chat.say("ask_credentials_email", buttons)


def _asks_for_rest(chat: Chat, new: NewCustomer, role: ContactRole) -> bool:
    """Ask for what is missing of a person of whom something is known; False when nothing is."""
    contact = new.contact(role)
    known = shown_contact(contact)
    if known:
        chat.say("contact_missing", missing=phrases(chat, contact.missing()), known=known)
    return bool(known)


def phrases(chat: Chat, parts: tuple[str, ...]) -> str:
    """The names of missing parts: "e-mail address, phone number"."""
    return ", ".join(chat.phrase(f"part_{part}") for part in parts)


def _choice(chat: Chat, step: Step, value: str, title: str, **data: str) -> Button:
    return button(chat.phrase(title, **data), "choose", slot=step.value, value=value)
