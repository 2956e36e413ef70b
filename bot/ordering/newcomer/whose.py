"""Whose name a piece of plain words is, by where it stands: the customer's or a person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.ordering.customer import AccountType, Contact, ContactRole, NewCustomer
from bot.ordering.newcomer.addresses import AddressReader
from bot.ordering.newcomer.contacts import ContactReader, is_reached
from bot.ordering.newcomer.heard import HeardCustomer
from bot.ordering.newcomer.naming import ends_with_legal_form
from bot.ordering.newcomer.people import names_somebody, without_title
from bot.ordering.newcomer.pieces import Piece
from bot.ordering.newcomer.situation import CONTACT_STEPS, Situation
from bot.ordering.newcomer.towns import is_state, split_country
from bot.ordering.newcomer.words import is_only, is_titled, says
from bot.ordering.text import fold


@dataclass
class Whose:
    """What the pieces before have told stands in ``heard``, ``contacts`` and ``address``."""

    now: Situation
    heard: HeardCustomer
    contacts: ContactReader
    address: AddressReader
    is_announced: bool
    pieces: Sequence[Piece] = ()

    def __post_init__(self) -> None:
        self.known = self.now.known or NewCustomer()

    def is_named_after_a_person(self, text: str, is_company: bool) -> bool:
        """ "Walt Jorgensen, Cascade Timberworks LLC": the company's name stands behind the person's."""
        is_person = self.heard.type is AccountType.PERSONAL or says("legal_form", self.heard.name)
        if is_person or not is_titled(self.heard.name.split()):
            return False
        if is_company:
            is_first = not (self.heard.contacts or self.is_announced)
            return is_first or self._is_somebody(self.heard.name)
        is_name = bool(self._emails()) and _is_written_as_a_name(text) and not self._is_somebody(text)
        return is_name and self._is_somebody(self.heard.name)

    def is_own_contact(self) -> bool:
        """ "Luis Gil, luis@gil.mx": who is reached there has the customer's name, which is a person's."""
        reached = self.heard.contacts.get(ContactRole.ADMIN, Contact())
        is_nameless = bool(reached.email) and not (reached.first_name or self.known.admin.first_name)
        return is_nameless and names_somebody(self.heard.name) and not says("legal_form", self.heard.name)

    def is_named_before_a_person(self, text: str, place: int) -> bool:
        """ "ana@sol.mx, Sol SRL, Ana Ruiz, ...": nobody's name but the company's."""
        if self.heard.name or self.known.name or self._is_somebody(text):
            return False
        beside = self.pieces[place + 1].plain if place + 1 < len(self.pieces) else ""
        return ends_with_legal_form(text) or self._is_somebody(beside)

    def _emails(self) -> list[str]:
        return [value.said for piece in self.pieces for value in piece.values if value.kind == "email"]

    def _is_somebody(self, name: str) -> bool:
        """Whether it is a person's name, by itself or by an address that is theirs."""
        return names_somebody(name) or _is_of_email(name, self._emails())

    def is_a_person(self, piece: Piece, place: int, named: bool) -> bool:
        """Plain words where a person is due; ``named``: the customer is."""
        is_owner = place + 1 < len(self.pieces) and is_only("title", self.pieces[place + 1].plain)
        if re.search(r"\d", piece.plain):
            return False
        # "Walt Jorgensen, Owner"
        return is_owner or self._is_person_of_a_company(piece, place) or self.a_person_is_due(place, named)

    def _is_person_of_a_company(self, piece: Piece, place: int) -> bool:
        """ "Dr. Kavita Rao", a line above or below the clinic's."""
        beside = self.pieces[place + 1].plain if place + 1 < len(self.pieces) else ""
        is_named = self.heard.name or (is_titled(beside.split()) and not re.search(r"\d", beside))
        is_company = AccountType.COMMERCIAL in (self.heard.type, self.known.type) and is_named
        is_due = is_company and self.contacts.lacks_name(ContactRole.ADMIN)
        return bool(is_due) and without_title(piece.plain) != piece.plain and names_somebody(piece.plain)

    def a_person_is_due(self, place: int, named: bool) -> bool:
        if self.contacts.role and (
            self.now.step in CONTACT_STEPS or self.heard.contacts.get(self.contacts.role)
        ):
            return self.contacts.lacks_name(self.contacts.role)
        if self.contacts.role:
            return True
        is_theirs = bool(self._emails()) and self._is_somebody(self.pieces[place].plain)
        is_alone = (
            len(self.pieces) == 1 and bool(self.known.name) and _is_written_as_a_name(self.pieces[0].plain)
        )
        is_due = is_theirs or is_reached(self.pieces, place) or is_alone
        return named and is_due and self.contacts.lacks_name(ContactRole.ADMIN)

    def is_person_behind_address(self, piece: Piece, place: int) -> bool:
        """ "44100 Guadalajara, Juan Pérez, juan@sol.mx": who stands between the town and the e-mail."""
        words = re.findall(r"[^\W\d_]+", piece.plain)
        is_due = is_reached(self.pieces, place) and self.a_person_is_due(place, True)
        if not (is_due and self.address.has_town()):
            return False
        is_where = is_state(piece.plain) or split_country(piece.plain, self.address.country)[1]
        return len(words) > 1 and not is_where and re.search(r"\d", piece.plain) is None

    def is_name_behind_address(self, piece: Piece, place: int) -> bool:
        """ "Hidalgo 45, 44100 Guadalajara, Dulces Tere, Tere Ríos, tere@...": in front of the person."""
        before = self.address.end()
        if self.heard.name or self.known.name or not (before.street and before.city):
            return False
        if ends_with_legal_form(piece.plain):
            return True
        names = [one.plain for one in self.pieces[place : place + 2] if not re.search(r"\d|@", one.text)]
        is_two = len(names) > 1 and all(map(_is_written_as_a_name, names))
        return is_two and is_reached(self.pieces, place + 1) and not is_state(piece.plain)


def _is_written_as_a_name(text: str) -> bool:
    return is_titled(re.findall(r"[^\W\d_]+", text))


def _is_of_email(name: str, emails: Sequence[str]) -> bool:
    """ "Thabo Nkosi" beside thabo@, t.nkosi@ or tnkosi@: whose own address it is."""
    said = re.findall(r"[^\W\d_]+", fold(name))
    if not _is_written_as_a_name(name):
        return False
    first, last = said[0], said[-1]
    whose = {first, first[0] + last, first + last, first + last[0], last + first[0]}
    boxes = [re.split(r"[._+-]", fold(email).partition("@")[0]) for email in emails]
    return any(whose & {*box, "".join(box)} for box in boxes)
