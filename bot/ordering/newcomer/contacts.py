"""The persons of a new customer out of the pieces of a message, and to whom the credentials go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ordering.customer import AccountType, Contact, ContactRole, NewCustomer
from bot.ordering.draft import Step
from bot.ordering.newcomer.choosing import is_withheld
from bot.ordering.newcomer.heard import HeardCustomer, Problem
from bot.ordering.newcomer.people import (
    behind_several,
    names_a_person,
    read_contact,
    read_credentials,
    read_name,
    read_role,
    read_roles,
    read_same,
    split_name,
)
from bot.ordering.newcomer.pieces import Piece
from bot.ordering.newcomer.situation import CONTACT_STEPS, NEW_STEPS, Situation
from bot.ordering.newcomer.words import after, is_only, pattern, says
from bot.ordering.text import fold, words

_SHARED = {"phone": "phone_label", "email": "email_label"}


@dataclass
class ContactReader:
    """Takes the pieces one by one; what they say is put into ``heard``.

    ``role``: whose turn it is. ``is_free``: a customer is being described.
    """

    now: Situation
    heard: HeardCustomer
    is_free: bool
    role: ContactRole | None = None

    def __post_init__(self) -> None:
        self.known = self.now.known or NewCustomer()
        self.role = CONTACT_STEPS.get(self.now.step) if self.now.step else None

    def take(self, piece: Piece, place: int) -> bool | None:
        """Read one piece; None when it need not be about a person."""
        if read_credentials(piece, self.heard, self.now.step) or self._credentials_by_name(piece):
            return True
        says_where = after("address_label", piece.plain) is not None and not piece.values
        is_role = self._may_name_a_role(piece) and not (says_where or self._begins_with_title(piece, place))
        named = read_roles(piece) if is_role else []
        self.role = named[0] if named else self.role
        if (self.is_free or self.now.known) and is_withheld(piece.plain):
            return True  # it is asked for anyway
        if self._takes_shared(piece) or self._takes_same(piece) or self._is_bad_phone(piece):
            return True
        if self.role:
            self.heard.same |= dict.fromkeys(named[1:], self.role)
        return self.contact(piece) if piece.values or named else None

    def contact(self, piece: Piece) -> bool:
        role = self.role or ContactRole.ADMIN
        if not (self.is_free or self.now.known or self.heard.is_new):
            return False
        contact, problems = read_contact(piece)
        contact = self._with_the_surname(contact, role)
        if not self._may_rename(piece, role):
            contact = replace(contact, first_name="", last_name="")
        said = {part: value for part, value in vars(contact).items() if value}
        if said:
            self._says(role, **said)
        self.heard.problems += problems
        self.role = role
        return bool(said or problems) or read_role(piece) is not None

    def _with_the_surname(self, contact: Contact, role: ContactRole) -> Contact:
        """ "Silva", behind "João", where the surname is asked for."""
        known, said = self.known.contact(role), contact.first_name
        is_asked = self.now.step is not None and CONTACT_STEPS.get(self.now.step) is role
        is_due = is_asked and known.first_name and not known.last_name
        if not is_due or contact.last_name or not said or fold(said) == fold(known.first_name):
            return contact
        return replace(contact, first_name=known.first_name, last_name=said)

    def lacks_name(self, role: ContactRole) -> bool:
        contact = self.heard.contacts.get(role, Contact())
        is_themselves = (
            role is ContactRole.ADMIN and self.heard.type is AccountType.PERSONAL and self.heard.name
        )
        return not (is_themselves or role in self.heard.same or (contact.first_name and contact.last_name))

    def end(self) -> None:
        """Nobody is the same as nobody."""
        answers = self.now.step in (Step.CONTACT_BILLING, Step.CONTACT_TECHNICAL)
        if not (answers or self.heard.contacts or self.known.admin != Contact()):
            self.heard.same.clear()

    def _says(self, role: ContactRole, **said: str) -> None:
        self.heard.contacts[role] = replace(self.heard.contacts.get(role, Contact()), **said)

    def begins(self, roles: list[ContactRole] | None, piece: Piece) -> bool:
        """Take the piece with which the person of these roles begins; False where nobody does."""
        if not roles:
            return False
        self.role = ContactRole.ADMIN if ContactRole.ADMIN in roles else roles[0]
        self.heard.same |= {other: self.role for other in roles if other is not self.role}
        self.heard.spans.append((piece.start, piece.end))
        return self.contact(piece)

    def is_named(self, name: str) -> None:
        first, last = split_name(name.split())
        self._says(ContactRole.ADMIN, first_name=first, last_name=last)

    def _credentials_by_name(self, piece: Piece) -> bool:
        """ "Send the credentials to Ana": one of the contacts."""
        if self.now.step is not Step.CREDENTIALS_EMAIL and not says("credentials", piece.text):
            return False
        said = {word.text for word in words(piece.plain)}
        for role in ContactRole:
            contact = self.heard.contacts.get(role, self.known.contact(role))
            if contact.email and fold(contact.first_name) in said:
                self.heard.credentials = contact.email
                return True
        return False

    def _begins_with_title(self, piece: Piece, place: int) -> bool:
        """ "Contador Raúl Ruiz" as the answer to whom to contact: his title, and no other contact's."""
        return place == 0 and self.now.step in CONTACT_STEPS and after("title", piece.plain) is not None

    def _may_name_a_role(self, piece: Piece) -> bool:
        """ "Contacto Dental" as the answer to "what are they called?" is no contact."""
        return bool(piece.values) or self.now.step is not Step.CUSTOMER_NAME or ":" in piece.text

    def _takes_shared(self, piece: Piece) -> bool:
        """ "Same number": the value is the same, not the person."""
        source = self.heard.contacts.get(ContactRole.ADMIN, self.known.admin)
        for part, label in _SHARED.items():
            if not piece.values and self.role and says("same", piece.plain) and says(label, piece.plain):
                self._says(self.role, **{part: getattr(source, part)})
                return True
        return False

    def _takes_same(self, piece: Piece) -> bool:
        if piece.values or not (self.is_free or self.now.known):
            return False
        if self.now.step is Step.CUSTOMER and not self.heard.contacts:
            return False  # nobody to be the same as: "no, leave it annual, the same" is about the order
        if self.now.step is Step.CREDENTIALS_EMAIL and read_role(piece) is None:
            return False
        if self._is_about_something_else(piece):
            return False
        admin = self.heard.contacts.get(ContactRole.ADMIN, self.known.admin)
        same = read_same(piece.text, self.now.step, bool(self.heard.contacts), admin.first_name)
        self.heard.same |= same
        named = behind_several(piece.text) if same else ""
        if named and not _is_only_first(named, admin):  # "contact for everything: Ana Ruiz"
            first, last = read_name(named)
            self.role = ContactRole.ADMIN
            self._says(self.role, first_name=first, last_name=last)
        return bool(same)

    def _is_about_something_else(self, piece: Piece) -> bool:
        """ "Também mais pra frente", "the same card", where no contact is asked for, named or described."""
        is_due = self.now.step in NEW_STEPS or self.heard.contacts or self.heard.is_new
        kinds = ("contact_label", "everyone", "one_person", "billing", "technical", "admin")
        return not (is_due or any(says(kind, piece.plain) for kind in kinds))

    def _may_rename(self, piece: Piece, role: ContactRole) -> bool:
        """Words beside a value are no name for somebody whose name is known, unless they say so."""
        known = self.known.contact(role)
        return not (known.first_name and known.last_name) or self.heard.is_new or names_a_person(piece)

    def _is_bad_phone(self, piece: Piece) -> bool:
        """Too few digits for a phone number, where one was asked for."""
        if self.now.step not in CONTACT_STEPS or piece.values:
            return False
        digits = re.sub(r"[\s().+-]", "", pattern("phone_label").sub("", fold(piece.plain)))
        if not re.fullmatch(r"\d{3,20}", digits):
            return False
        self.heard.problems.append(Problem("phone_wrong", piece.plain))
        return True


def is_reached(pieces: Sequence[Piece], place: int) -> bool:
    """Whether an e-mail address or a phone number follows."""
    behind = (piece for piece in pieces[place + 1 :] if not is_only("title", piece.plain))
    follows = next(behind, None)  # "Luisa Marín, gerente, luisa@..."
    return follows is not None and bool(follows.values) and not says("credentials", follows.text)


def _is_only_first(named: str, known: Contact) -> bool:
    """ "Billing and technical: the same Ana", who has a surname already."""
    titled = [fold(word) for word in re.findall(r"[^\W\d_]+", named) if word[0].isupper()]
    return bool(known.last_name) and titled == [fold(known.first_name)]
