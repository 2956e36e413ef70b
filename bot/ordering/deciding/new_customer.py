"""A customer who does not exist yet: their data, bit by bit or all at once, and where the credentials go."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.credentials import OTHER, OWN
from bot.ordering.customer import AccountType, Address, Contact, ContactRole, NewCustomer
from bot.ordering.deciding.message import Message
from bot.ordering.draft import Step
from bot.ordering.newcomer import CONTACT_STEPS, HeardCustomer
from bot.ordering.newcomer.correcting import forget
from bot.ordering.newcomer.naming import behind_called
from bot.ordering.newcomer.people import split_name, without_title
from bot.ordering.newcomer.words import says
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop
from bot.ordering.text import fold

NEW = "new"  # the choice beside the existing customers
_LONGEST_SMALL_NAME = 5  # words: "maria de los angeles lopez"


def decide_new_customer(message: Message, outcome: Outcome, shop: Shop) -> None:
    heard = message.heard.newcomer or _yes(message, outcome)
    if heard is None:
        return
    if heard.credentials:
        _credentials(heard.credentials, outcome)
    _tell(heard, message, outcome)
    known = outcome.draft.new_customer
    if known is None and not (heard.is_new or heard.create or heard.has_data()):
        return
    asked = outcome.questions.pop(Step.CUSTOMER, None)
    if (heard.create or heard.is_new) and asked and asked.reason == "customer_unknown":
        heard.name = heard.name if _is_plainly_named(heard.name, message.text) else str(asked.data["said"])
    new = merged(known or NewCustomer(), heard, shop.account.country)
    for field, role in heard.forgotten:
        new = forget(new, field, role)
    if heard.assumed or (message.step is Step.CUSTOMER_TYPE and _passes_over_the_kind(new, heard)):
        new = replace(new, type=AccountType.COMMERCIAL)
        outcome.tell("kind_assumed")
    outcome.draft = replace(outcome.draft, customer=None, new_customer=new)
    if heard.name and (known is None or known.name != new.name):
        _ask_if_known(new.name, outcome, shop)


def _is_plainly_named(name: str, text: str) -> bool:
    """Written as a name, or called one: else who has named them before said the name then."""
    return bool(name) and (not name.islower() or bool(behind_called(text)) or says("name_label", text))


def _passes_over_the_kind(new: NewCustomer, heard: HeardCustomer) -> bool:
    """Asked for it, somebody goes on with the address and the contacts of whom they have named."""
    return new.type is None and bool(new.name and (heard.contacts or heard.address.street))


def _tell(heard: HeardCustomer, message: Message, outcome: Outcome) -> None:
    for problem in heard.problems:
        outcome.tell(problem.reason, said=problem.said)
    if heard.noted and message.step is not Step.CONFIRM:  # the review shows it anyway
        outcome.tell("detail_noted", said=", ".join(heard.noted))


def _yes(message: Message, outcome: Outcome) -> HeardCustomer | None:
    """A plain yes: to the suggested address, to the same contact once more, or to creating the customer who
    was not found."""
    if not message.heard.is_empty() or message.intent != "affirm" or message.heard.doubt:
        return None
    if message.step is Step.CREDENTIALS_EMAIL:
        return HeardCustomer(credentials=OWN)
    if message.step in (Step.CONTACT_BILLING, Step.CONTACT_TECHNICAL):  # "it can be the same person"
        return HeardCustomer(same={CONTACT_STEPS[message.step]: ContactRole.ADMIN})
    asked = outcome.questions.get(Step.CUSTOMER)
    if message.step is Step.CUSTOMER and asked and asked.reason == "customer_unknown":
        return HeardCustomer(create=True)
    return None


def _credentials(said: str, outcome: Outcome) -> None:
    if said == OTHER:
        outcome.ask(Step.CREDENTIALS_EMAIL, "credentials_which")
        return
    outcome.questions.pop(Step.CREDENTIALS_EMAIL, None)
    outcome.draft = replace(outcome.draft, credentials_email=said)


def _ask_if_known(name: str, outcome: Outcome, shop: Shop) -> None:
    """Nobody is created twice by mistake: a customer of this very name is offered first."""
    same = tuple(known.id for known in shop.customers if fold(known.name) == fold(name))
    if same:
        outcome.ask(Step.CUSTOMER, "customer_exists", (*same, NEW), said=name)


def merged(known: NewCustomer, heard: HeardCustomer, home: str) -> NewCustomer:
    """``known`` with what was heard; ``home`` is the country of an address that names none."""
    new = replace(known, name=heard.name or known.name, type=heard.type or known.type)
    said = {part: value for part, value in vars(heard.address).items() if value}
    if said:
        moved = "street" in said and ("city" in said or "postal_code" in said)
        before = Address(country=new.address.country) if moved else new.address
        address = replace(before, **said)
        new = replace(new, address=replace(address, country=address.country or home))
    for role, contact in heard.contacts.items():
        new = _with_contact(new, role, contact)
    for role, source in heard.same.items():
        new = new.with_contact(role, new.contact(source))
    return _personal(new) if new.type is AccountType.PERSONAL else new


def _with_contact(new: NewCustomer, role: ContactRole, said: Contact) -> NewCustomer:
    """Who stands for several roles is corrected in all of them."""
    if new.type is AccountType.PERSONAL:
        role = ContactRole.ADMIN
    if role is not ContactRole.ADMIN and _is_named_only(said) and _may_be(said, new.admin):
        return new.with_contact(role, new.admin)  # "Ana": the Ana we know
    before = new.contact(role)
    after = replace(before, **{part: value for part, value in vars(said).items() if value})
    alike = [role]
    if role is ContactRole.ADMIN and before != Contact():
        alike += [other for other in ContactRole if getattr(new, other.value) == before]
    for one in alike:
        new = new.with_contact(one, after)
    return new


def _is_named_only(said: Contact) -> bool:
    return bool(said.first_name) and not (said.email or said.phone)


def _may_be(said: Contact, known: Contact) -> bool:
    same_first = fold(said.first_name) == fold(known.first_name)
    return same_first and fold(said.last_name) in ("", fold(known.last_name))


def _personal(new: NewCustomer) -> NewCustomer:
    """A private person is their own contact: one name serves for both."""
    new = replace(new, name=without_title(new.name))
    words = new.name.split()
    if new.admin.last_name and (not new.name or _is_supposed(new.name)):
        return replace(new, name=new.admin.name)
    if len(words) > 1 and not (new.admin.first_name or _is_supposed(new.name)):
        first, last = split_name(words)
        return replace(new, admin=replace(new.admin, first_name=first, last_name=last))
    return new


def _is_supposed(name: str) -> bool:
    """Words that a sentence may have left for a name: many of them, and none written as one."""
    return name.islower() and len(name.split()) > _LONGEST_SMALL_NAME
