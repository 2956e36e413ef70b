"""Reads a new customer's data from a message: pasted in one block, or one answer at a time.

Every piece of the message is one thing: a contact (with an e-mail or a phone number, or announced as one),
a part of the address, the kind of customer, a name. What the words leave open is decided by what was asked
and by what is known already.
"""

from __future__ import annotations

import re

from bot.ordering.customer import AccountType, Address, NewCustomer
from bot.ordering.draft import Step
from bot.ordering.newcomer.addresses import AddressReader
from bot.ordering.newcomer.announcing import announced_in
from bot.ordering.newcomer.choosing import is_withheld, kind_answered, usual_answer
from bot.ordering.newcomer.completing import read_completion
from bot.ordering.newcomer.contacts import ContactReader
from bot.ordering.newcomer.correcting import read_corrections
from bot.ordering.newcomer.forms import (
    begins_behind_a_remark,
    is_another_matter,
    is_form,
    without_card_marks,
    without_signature,
)
from bot.ordering.newcomer.heard import HeardCustomer, Problem
from bot.ordering.newcomer.kinds import KindReader
from bot.ordering.newcomer.named_before import name_before
from bot.ordering.newcomer.naming import (
    is_description,
    is_just_a_name,
    name_said,
    without_remarks,
)
from bot.ordering.newcomer.people import names_somebody, without_title
from bot.ordering.newcomer.pieces import Piece, cut, is_wish
from bot.ordering.newcomer.roles_behind import read_roles_behind
from bot.ordering.newcomer.situation import CONTACT_STEPS, NEW_STEPS, Situation
from bot.ordering.newcomer.streets import puts_street_right, without_lead
from bot.ordering.newcomer.swapping import read_swap
from bot.ordering.newcomer.tax_numbers import without_tax_numbers
from bot.ordering.newcomer.towns import is_state, origin
from bot.ordering.newcomer.values import country_of_code, country_of_mail, country_of_town
from bot.ordering.newcomer.whole_addresses import find_whole_address
from bot.ordering.newcomer.whose import Whose
from bot.ordering.newcomer.words import after, is_only, is_ordinary, is_titled, leading, pattern, says
from bot.ordering.text import fold


def read_customer(text: str, situation: Situation) -> HeardCustomer:
    """What ``text`` says about a new customer, and where the control panel's credentials go."""
    text, tax_numbers = without_tax_numbers(without_card_marks(text))
    heard = usual_answer(text, situation.step)
    if heard is None and situation.step is Step.CUSTOMER_TYPE:
        heard = kind_answered(text)
    if heard is None and situation.known is not None and not is_form(text):
        heard = read_swap(text, situation.known, situation.home)
        heard = heard or read_completion(text, situation.step, situation.known)
        heard = heard or read_corrections(text, situation.step, situation.known, situation.home)
    heard = heard or _Reader(text, situation).read()
    heard.spans += tax_numbers
    return heard


def _is_plainly_somebody(piece: Piece) -> bool:
    """ "Otley Road Bakery", "Jane Carter"."""
    is_shop = is_titled(piece.plain.split()) and says("organisation", piece.plain)
    return is_shop or names_somebody(piece.plain)


class _Reader:
    def __init__(self, text: str, situation: Situation) -> None:
        self.text, self.now = without_signature(text), situation
        text = self.text
        self.heard = HeardCustomer()
        self.is_form = is_form(text)
        self.known = situation.known or NewCustomer()
        self.announced = announced_in(text, situation)
        if self.announced:
            self.heard.type = self.announced.type
            self.heard.spans.append((self.announced.start, self.announced.end))
        self.heard.is_new = bool(self.announced) or (self.is_form and situation.known is None)
        country = self.known.address.country or situation.home
        edges = (*situation.order_edges, self.announced.start, self.announced.end)
        self.edges = [at for at in edges if at <= len(text)]
        self.pieces = cut(text, country, self.edges)
        is_asked = situation.step is Step.CUSTOMER_ADDRESS
        self.address = AddressReader(country, is_asked, self.known.address)
        # Pieces that only order and place can explain are read where a customer is being described.
        self.is_free = situation.step in (*NEW_STEPS, Step.CUSTOMER) or self.heard.is_new or self.is_form
        announced_before = situation.known is not None and not (
            self.known.name and self.known.admin.first_name
        )
        tells = any(piece.values for piece in self.pieces) or says("legal_form", text)
        tells = tells or any(map(_is_plainly_somebody, self.pieces)) or self._is_only_a_name()
        tells = tells or (self.known.type is not None and is_titled(text.split()))  # "novo, pessoa física"
        self.is_free = self.is_free or (announced_before and tells)
        self.contacts = ContactReader(situation, self.heard, self.is_free)
        self.kind = KindReader(situation, self.heard)
        self.street_at: int | None = None
        self.whose = Whose(situation, self.heard, self.contacts, self.address, bool(self.announced))

    def _is_only_a_name(self) -> bool:
        """ "Liffey Books", where which plan, how many or how long is asked, to which no name is an answer."""
        said = [word for word in self.text.split() if word != "&"]
        is_name = is_titled(said) and not any(is_ordinary(word) for word in said[:2])
        return (
            self.now.step in (Step.PLAN, Step.QUANTITY, Step.TERM)
            and is_name
            and not self.now.about_order(0, len(self.text))
        )

    def read(self) -> HeardCustomer:
        if self._is_whole():
            self.heard.spans.append((0, len(self.text)))
            return self.heard
        self._find_country()
        if not self._read_name_before() and self.announced.needs_name:
            return HeardCustomer()
        self.pieces, roles = read_roles_behind(self.pieces)
        self.street_at = self._find_street()
        self.whose.pieces = self.pieces
        for place, piece in enumerate(self.pieces):
            if self._is_elsewhere(piece) or self.contacts.begins(roles.get(place), piece):
                continue
            is_ours = piece.values or self.address.goes_on_with(piece.plain) or self._is_kind(piece)
            if (is_ours or not self._is_of_the_order(piece)) and self._take(piece, place):
                self.heard.spans.append((piece.start, piece.end))
        self.heard.address = self.address.end()
        if self.address.wrong_postal:
            self.heard.problems.append(Problem("postal_wrong", self.address.wrong_postal))
        self.contacts.end()
        if self.whose.is_own_contact():
            self.contacts.is_named(without_title(self.heard.name))
        return self.heard

    def _is_elsewhere(self, piece: Piece) -> bool:
        """Before the words that say "new customer", or a line of a form that is about something else."""
        if self.is_form:
            announces = self.announced.start <= piece.start < self.announced.end
            is_ours = piece.values or self._is_kind(piece)  # "los datos (personal):"
            return announces or (is_another_matter(piece.text) and not is_ours)
        return piece.start < self.announced.end and not piece.values

    def _is_of_the_order(self, piece: Piece) -> bool:
        """Also "she needs 5 Basic", and a bare number behind somebody's e-mail address or phone."""
        counts = bool(self.heard.contacts) and piece.plain.isdigit() and len(piece.plain) < 4  # noqa: PLR2004
        wishes = self.now.step not in NEW_STEPS and is_wish(piece.text)
        return counts or wishes or self.now.about_order(piece.start, piece.end)

    def _is_whole(self) -> bool:
        """Whether all of the message is one thing: the wish to create somebody, or a name."""
        is_asked = self.now.step is Step.CUSTOMER and bool(self.pieces)
        if self.now.step in NEW_STEPS and is_withheld(self.text):
            self.heard.problems.append(Problem("cannot_skip", self.text))
            return True
        self.heard.create = is_asked and all(map(self._creates, self.pieces))
        is_more = self.heard.is_new or self.is_form
        is_a_name = not is_more and is_just_a_name(self.pieces, self.now)
        return self.heard.create or (is_a_name and self._name(without_remarks(self.text)))

    def _creates(self, piece: Piece) -> bool:
        return is_only("create", piece.plain) or (not piece.values and self.kind.take(piece))

    def _read_name_before(self) -> bool:
        """Whether somebody stands before the words that say so; a name is taken."""
        for piece in reversed([piece for piece in self.pieces if piece.end <= self.announced.start]):
            start, end, said = name_before(piece)
            if end and is_description(said):
                return True
            if end and not self.now.about_order(start, end) and self._name(said):
                self.heard.spans.append((start, end))
                return True
        return False

    def _find_country(self) -> None:
        """The country first, wherever it stands: it tells what a postal code looks like."""
        probe = AddressReader(self.address.country, is_open=True)
        is_due = not self.known.address.country and (self.is_free or self.now.known is not None)
        is_due = is_due or (self.is_free and self.now.step not in CONTACT_STEPS)  # "Iracema Holanda"
        for piece in self.pieces:
            if is_due and not piece.values:
                probe.take(piece.plain)
            length, code = origin(piece.text) if is_due else (0, "")
            if code and length == len(piece.text.rstrip()):  # "Ferremax SpA, de Chile"
                self.address.address = Address(country=code)
        if self.announced.country:
            self.address.address = Address(country=self.announced.country)
        country = probe.address.country or self.address.address.country
        if is_due and not (country or self.known.address.country):
            country = country_of_code(self.text, self.now.home) or country_of_town(self.text, self.now.home)
            self.address.address = Address(country=country)
        if country:
            self.address.country = country
            self.pieces = cut(self.text, country, self.edges)  # and what a phone number does
        elif not any(value.kind == "phone" for piece in self.pieces for value in piece.values):
            self.pieces = cut(self.text, country_of_mail(self.text) or self.address.country, self.edges)

    def _find_street(self) -> int | None:
        """Where a whole address begins in the text, asked for or not."""
        if not (self.is_free or self.now.known):
            return None
        place = find_whole_address(self.pieces, self.address.country, not self.known.name)
        is_told_again = bool(self.known.address.street and place)  # only a message of its own moves somebody
        return None if place is None or is_told_again else self.pieces[place].start

    def _is_kind(self, piece: Piece) -> bool:
        return self.is_free and self.kind.stands_alone(self.text, piece, piece.start in self.edges)

    def _take(self, piece: Piece, place: int) -> bool:
        is_ms = self.address.towns and is_state(piece.plain)  # "Campo Grande, MS" is no title
        small = any(is_only(kind, piece.plain) for kind in ("closing", "greeting", "title"))
        if small and not (piece.values or is_ms or self.now.step is Step.CREDENTIALS_EMAIL):
            return True
        about_person = self.contacts.take(piece, place)
        if about_person is not None:
            return about_person
        if self.kind.take(piece) or self._labelled_name(piece):
            return True
        if self.whose.is_name_behind_address(piece, place):
            return self._name(piece.text)
        if self.whose.is_person_behind_address(piece, place):
            return self.contacts.contact(piece)
        return self._is_where(piece) or self.is_free and self._by_place(piece, place)

    def _labelled_name(self, piece: Piece) -> bool:
        rest = after("name_label", piece.text)
        if rest is None or (self.contacts.role and self.now.step in CONTACT_STEPS):
            return False
        if self.heard.type is None and says("commercial", piece.text[: -len(rest) or None]):
            self.heard.type = AccountType.COMMERCIAL  # "it's a company called Muebles Pino"
        is_second = self.heard.name and leading("trade_name").match(fold(piece.text))
        return self._name(rest, is_labelled=True) if rest.strip() and not is_second else True

    def _is_where(self, piece: Piece) -> bool:
        if not self._is_street_or_open(piece) or says("credentials", piece.plain):
            return False
        said_again = fold(piece.plain) == fold(self.known.name)
        return said_again or self.address.take(piece.plain)

    def _is_street_or_open(self, piece: Piece) -> bool:
        """Whether the piece may be about an address: it was asked for, has begun, or begins here."""
        folded = fold(without_lead(piece.plain))
        self.address.is_open = self.address.is_open or piece.start == self.street_at
        is_elsewhere = self.now.step is not Step.CUSTOMER_ADDRESS and not self.is_free
        if piece.start == self.street_at or (self.address.is_open and is_elsewhere):
            return True
        labels = ("street", "address_label", "city_label", "state_label", "postal_label", "country_label")
        if any(leading(kind).match(folded) for kind in labels):
            return self.is_free or self.now.known is not None
        name_known: object = self.heard.name or self.known.name
        has_number = re.search(r"\d", folded) is not None
        is_us = re.match(r"\d+\s", folded) is not None and says("street_end", folded)  # "300 Webster St"
        if self.now.known is not None and has_number and puts_street_right(folded, self.known.address.street):
            self.address.is_open = True
            return True
        name_known = name_known or is_us or re.search(r"\d.*\s\d{4,}", folded)  # "Hidalgo 45 44100 Leon"
        if not self.is_free or not (self.address.is_open or (name_known and has_number)):
            return False
        self.address.is_open = self.address.is_open or is_us or self.now.step not in CONTACT_STEPS
        return has_number or self.now.step in NEW_STEPS or not self._a_name_is_due()

    def _a_name_is_due(self) -> bool:
        """Whose turn it is has no name yet; no more once a street stands behind how to reach them."""
        role = self.contacts.role
        goes_on = self.address.address.street and role in self.heard.contacts
        return role is not None and self.contacts.lacks_name(role) and not goes_on

    def _by_place(self, piece: Piece, place: int) -> bool:
        """A piece of plain words: a customer's name or a person's, by what is open and what follows."""
        text = piece.plain
        if piece.start < begins_behind_a_remark(self.text):
            return False
        if pattern("legal_form").fullmatch(fold(text)) and self.heard.name:
            self.heard.name = f"{self.heard.name}, {text}"
            return True
        is_company = pattern("legal_form").search(fold(text)) is not None
        if is_company and self.now.step in CONTACT_STEPS:  # "it's Blue Ocean LLC": no person's name
            return self._name(piece.text)
        if self.whose.is_named_after_a_person(text, is_company):
            self.contacts.is_named(without_title(self.heard.name))
            return self._name(piece.text)
        is_asked = self.now.step in CONTACT_STEPS
        if self.whose.is_named_before_a_person(text, place) and not is_asked:
            return self._name(piece.text)
        named = bool(self.heard.name or (self.known.name and self.now.step is not Step.CUSTOMER_NAME))
        if self.whose.is_a_person(piece, place, named):
            return self.contacts.contact(piece)
        return not (named or is_asked) and self._name(piece.text)

    def _name(self, text: str, is_labelled: bool = False) -> bool:
        name = name_said(text, self.now.step is Step.CUSTOMER_NAME, is_labelled)
        if not name:
            return False
        self.heard.name = name[:255]
        if self.heard.type is None and pattern("legal_form").search(fold(name), len(name.split()[0])):
            self.heard.type = AccountType.COMMERCIAL
        return True
