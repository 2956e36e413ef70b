"""What one message says about a new customer: only what was said, "" and None for the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.ordering.customer import AccountType, Address, Contact, ContactRole


@dataclass(frozen=True)
class Problem:
    """Something that cannot be what it seems meant to be: ``reason`` names a sentence."""

    reason: str
    said: str


@dataclass
class HeardCustomer:
    """``same``: this role's contact is the same person as that role's. ``assumed``: the kind was left to us.

    ``credentials``: an address, or one of the words of ``bot.ordering.credentials``.
    ``corrects``: single data are named and corrected; ``forgotten`` ones are only said to be wrong; ``noted``
    are the new values as people read them. ``spans``: the places in the text that all this was read from.
    """

    is_new: bool = False
    create: bool = False
    type: AccountType | None = None
    assumed: bool = False
    name: str = ""
    address: Address = Address()
    contacts: dict[ContactRole, Contact] = field(default_factory=dict)
    same: dict[ContactRole, ContactRole] = field(default_factory=dict)
    credentials: str = ""
    problems: list[Problem] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    corrects: bool = False
    forgotten: list[tuple[str, ContactRole]] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)

    def says_anything(self) -> bool:
        return self.is_new or self.create or bool(self.credentials) or self.has_data()

    def has_data(self) -> bool:
        """Whether anything about the customer themselves was said."""
        return bool(
            self.type
            or self.name
            or self.address != Address()
            or self.contacts
            or self.same
            or self.problems
            or self.forgotten
        )

    def is_only_words(self) -> bool:
        """Whether nothing but a name or a town was said: words that could be anything."""
        contacts = [contact for contact in self.contacts.values() if contact.email or contact.phone]
        firm = (
            self.is_new
            or self.type
            or self.same
            or self.problems
            or self.credentials
            or self.create
            or self.corrects
        )
        where = self.address.street or self.address.postal_code or self.address.country
        return not (firm or where or contacts)

    def is_certain(self) -> bool:
        """Whether something was said that is nothing but a new customer's data, whatever it sounds like."""
        reached = any(contact.email or contact.phone for contact in self.contacts.values())
        where = self.address.street or self.address.state or self.credentials
        firm = self.is_new or self.assumed or self.same or self.problems or self.corrects
        return bool(firm or where or reached)
