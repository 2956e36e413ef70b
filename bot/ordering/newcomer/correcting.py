"""Single data of a new customer corrected by naming them: "esta mal el telefono, es 55...", "name is Ana".

A field that is only said to be wrong is forgotten, so that it is asked for again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.ordering.customer import AccountType, Contact, ContactRole, NewCustomer
from bot.ordering.draft import Step
from bot.ordering.newcomer.addresses import AddressReader
from bot.ordering.newcomer.heard import HeardCustomer, Problem
from bot.ordering.newcomer.kinds import split_kind_behind
from bot.ordering.newcomer.people import has_given_name, role_named, split_name
from bot.ordering.newcomer.values import (
    EMAIL,
    PHONE,
    country_of,
    postal_pattern,
    read_email,
    read_phone,
    shown_phone,
)
from bot.ordering.newcomer.words import any_of, pattern, says
from bot.ordering.text import fold, words

# What can be corrected, and the words for it; the first that fits names the field.
_FIELDS = (
    ("company", "company_name"),
    ("contact", "contact_name"),
    ("last_name", "last_name_label"),
    ("name", "bare_name"),
    ("phone", "phone_label"),
    ("email", "email_label"),
    ("postal_code", "postal_label"),
    ("city", "city_named"),
    ("state", "state_named"),
    ("country", "country_label"),
    ("street", "street_named"),
    ("contact", "contact_label"),
)
_OWN_STEP = {
    Step.CUSTOMER_NAME: ("company", "name"),
    Step.CUSTOMER_ADDRESS: ("postal_code", "city", "state", "country", "street"),
    Step.CONTACT_ADMIN: ("contact", "name", "last_name", "phone", "email"),
    Step.CONTACT_BILLING: ("contact", "name", "last_name", "phone", "email"),
    Step.CONTACT_TECHNICAL: ("contact", "name", "last_name", "phone", "email"),
}
_ROLES = {
    Step.CONTACT_ADMIN: ContactRole.ADMIN,
    Step.CONTACT_BILLING: ContactRole.BILLING,
    Step.CONTACT_TECHNICAL: ContactRole.TECHNICAL,
}
_MARKS = " \t\n,.;:=-–—()\"'«»“”¿?¡!"


@dataclass(frozen=True)
class _Label:
    field: str
    start: int
    end: int


def read_corrections(text: str, step: Step | None, known: NewCustomer, home: str) -> HeardCustomer | None:
    """What the message corrects, or None when it does not begin by naming something of the customer."""
    return None if says("credentials", text) else _Correcting(text, step, known, home).read()


class _Correcting:
    def __init__(self, text: str, step: Step | None, known: NewCustomer, home: str) -> None:
        self.text, self.folded, self.step, self.known = text, fold(text), step, known
        self.country = known.address.country or home
        self.is_wrong = pattern("wrong").search(self.folded) is not None
        self.heard = HeardCustomer(corrects=True)

    def read(self) -> HeardCustomer | None:
        if self._is_kind():
            return self.heard
        labels = self._labels()
        if not labels or not self._is_correction(labels[0]) or self._describes_a_contact(labels[0]):
            return None
        ends = [*(label.start for label in labels[1:]), len(self.text)]
        for label, end in zip(labels, ends, strict=True):
            if not self._correct(label, end):
                return None
        self.heard.spans.append((0, len(self.text)))
        return self.heard

    def _is_kind(self) -> bool:
        """ "No, es empresa", "it's a private person": said in a sentence, for "business" alone is a plan."""
        if self.step is Step.CUSTOMER_TYPE or len(self.folded.split()) == 1:
            return False
        for kind, type_ in (("personal", AccountType.PERSONAL), ("commercial", AccountType.COMMERCIAL)):
            said = re.compile(rf"[\W_]*(?:(?:{any_of('small')})[\s,]+)+(?:{any_of(kind)})[\W_]*")
            if said.fullmatch(self.folded):
                self.heard.type = type_
                self.heard.spans.append((0, len(self.text)))
                return True
        return False

    def _labels(self) -> list[_Label]:
        """The fields that are named: the first after nothing but small words, others after an "and"."""
        found: list[_Label] = []
        for field, kind in _FIELDS:
            for match in pattern(kind).finditer(self.folded):
                if not any(match.start() < label.end and label.start < match.end() for label in found):
                    found.append(_Label(field, match.start(), match.end()))
        found.sort(key=lambda label: label.start)
        first = next((place for place, label in enumerate(found) if self._is_led_in(label)), None)
        if first is None:
            return []
        joined = re.compile(rf"(?:[,;\n]|\b(?:y|e|and)\b)[\s,]*(?:(?:{any_of('small')})[\s,]+)*$")
        labels = [found[first]]
        for label in found[first + 1 :]:
            if joined.search(self.folded[: label.start]) and self._value(labels[-1], label.start):
                labels.append(label)
        return labels

    def _is_led_in(self, label: _Label) -> bool:
        before = pattern("wrong").sub(" ", self.folded[: label.start])
        whose = {word.text for role in ContactRole for word in words(self.known.contact(role).first_name)}
        said = [word.text for word in words(before)]
        if label.field in ("phone", "email"):
            said = [word for word in said if word not in whose and role_named(word) is None]
        return all(re.fullmatch(any_of("small"), word) for word in said)

    def _is_correction(self, label: _Label) -> bool:
        """An answer to what was asked is no correction, unless it says so."""
        asked = self.step is not None and label.field in _OWN_STEP.get(self.step, ())
        sent_to = self.step is Step.CREDENTIALS_EMAIL and label.field == "street" and not self._is_numbered()
        return self.is_wrong or not (asked or sent_to or self._is_street_itself(label))

    def _is_numbered(self) -> bool:
        """ "Mi dirección, gracias" is where e-mail is sent; "la dirección es Hidalgo 45" has a house."""
        return re.search(r"\d", self.text) is not None

    def _describes_a_contact(self, label: _Label) -> bool:
        """ "Contacto Ana Ruiz, ana@sol.mx, 55 1234 5678": more than the name."""
        is_bare = label.field == "contact" and pattern("contact_label").fullmatch(
            self.folded[label.start : label.end]
        )
        return bool(is_bare) and not self.is_wrong and EMAIL.search(self.text[label.end :]) is not None

    def _is_street_itself(self, label: _Label) -> bool:
        """ "Rua Augusta 10", not "a rua é Augusta 10"."""
        is_street = pattern("street").fullmatch(self.folded[label.start : label.end])
        behind = self.folded[label.end :]
        return is_street is not None and not re.match(rf"\s*:|\s+(?:{any_of('copula')})(?![\w@])", behind)

    def _correct(self, label: _Label, end: int) -> bool:
        said = self._value(label, end)
        role = self._role(label, end)
        if label.field in ("phone", "email"):
            return self._reached(label, role, self.text[label.end : end])
        if not said:
            return self._forget(label.field, role)
        if label.field in ("company", "contact", "last_name", "name"):
            return self._name(label, role, said)
        return self._where(label.field, said)

    def _value(self, label: _Label, end: int) -> str:
        """What is said behind the label, without "esta mal, es", "should be" and the like."""
        folded = self.folded[label.end : end]
        lead = re.match(rf"[\W_]*(?:(?:{any_of('copula')})(?![\w@])[\W_]*)*", folded)
        said = self.text[label.end + (lead.end() if lead else 0) : end]
        refused = re.search(r"(?:\bno es\b|\bis not\b|\bisn.?t\b|\bnao e\b)", folded)
        instead = re.search(r"[,;.]\s*(?:sino |es |is |it.?s |e |but |mas )+(.+)$", fold(said))
        if refused and instead:
            said = said[instead.start(1) :]
        said = re.sub(
            rf"[\s,]+(?:(?:y|e|and)\s*)?(?:(?:{any_of('small')})(?!\w)[\s,]*)*$", "", said, flags=re.I
        )
        return re.sub(r"\s+", " ", said).strip(_MARKS.replace(".", ""))

    def _role(self, label: _Label, end: int) -> ContactRole:
        named = role_named(self.folded[label.start : min(end, label.end + 30)])
        named = named or self._role_before(label)
        return named or _ROLES.get(self.step or Step.CONFIRM, ContactRole.ADMIN)

    def _role_before(self, label: _Label) -> ContactRole | None:
        """ "The billing phone", "Luis' phone"."""
        before = self.folded[: label.start]
        said = {word.text for word in words(before)}
        names = ((role, fold(self.known.contact(role).first_name)) for role in ContactRole)
        return role_named(before) or next((role for role, name in names if name in said), None)

    def _reached(self, label: _Label, role: ContactRole, behind: str) -> bool:
        found = (EMAIL if label.field == "email" else PHONE).search(behind)
        said = found.group().strip() if found else ""
        if not said:
            if re.search(r"\d{3}", behind):
                self.heard.problems.append(Problem(f"{label.field}_wrong", behind.strip(_MARKS)[:80]))
                return True
            return self._forget(label.field, role)
        value = read_email(said) if label.field == "email" else read_phone(said, self.country)
        if value is None:
            self.heard.problems.append(Problem(f"{label.field}_wrong", said[:80]))
            return True
        self._contact(role, **{label.field: value})
        self.heard.noted.append(value if label.field == "email" else shown_phone(value))
        return True

    def _name(self, label: _Label, role: ContactRole, said: str) -> bool:
        field = label.field
        said, kind = split_kind_behind(said)
        self.heard.type = kind or self.heard.type
        said = re.split(r"[,;\n]", said)[0].strip() if field != "company" else said
        if field == "last_name":
            _, last = split_name(["x", *said.split()[:4]])
            self._contact(role, last_name=last)
        elif field == "contact" or (field == "name" and self._is_a_person(said)):
            first, last = split_name(said.split()[:7])
            known = self.known.contact(role)
            self._contact(role, first_name=first, last_name=last or known.last_name)
            if self.known.type is AccountType.PERSONAL:
                self.heard.name = said
        else:
            self.heard.name = said[:255]
            is_kind = self.step is Step.CUSTOMER_TYPE and says(
                "commercial", self.text[label.start : label.end]
            )
            if is_kind or says("legal_form", said):
                self.heard.type = AccountType.COMMERCIAL
        self.heard.noted.append(said)
        return True

    def _is_a_person(self, said: str) -> bool:
        """Whose name it is, where only "the name" was said: by what was asked, else by what it looks like."""
        if pattern("legal_form").search(fold(said)) or self.step is Step.CUSTOMER_NAME:
            return False
        if self.step in _ROLES or self.known.type is AccountType.PERSONAL or says("of_a_person", self.text):
            return True
        mine = {word.text for word in words(said)}
        people = {word.text for role in ContactRole for word in words(self.known.contact(role).name)}
        company = {word.text for word in words(self.known.name)}
        if bool(mine & people) != bool(mine & company):
            return bool(mine & people)
        return bool(people) and has_given_name(said)

    def _where(self, field: str, said: str) -> bool:
        if field == "street":
            reader = AddressReader(self.country, True, self.known.address)
            for part in re.split(r"[,;\n]", said):
                reader.take(part.strip())
            address = reader.end()
            self.heard.address = address if address.street else replace(address, street=said)
        else:
            said = re.split(r"[,;\n]", said)[0].strip()
            value: str | None = said
            if field == "postal_code":
                value = self._postal(said)
            elif field == "country":
                value = country_of(said)
            if value is None:
                self.heard.problems.append(Problem(f"{field.partition('_')[0]}_wrong", said[:40]))
                return True
            self.heard.address = replace(self.heard.address, **{field: value})
        self.heard.noted.append(said)
        return True

    def _postal(self, said: str) -> str | None:
        found = postal_pattern(self.country).search(said)
        return found.group().upper() if found else None

    def _contact(self, role: ContactRole, **said: str) -> None:
        self.heard.contacts[role] = replace(self.heard.contacts.get(role, Contact()), **said)

    def _forget(self, field: str, role: ContactRole) -> bool:
        """ "The phone is wrong" and no more."""
        if not self.is_wrong:
            return False
        self.heard.forgotten.append((field, role))
        return True


def forget(new: NewCustomer, field: str, role: ContactRole) -> NewCustomer:
    """The customer without what was said to be wrong."""
    if field in ("postal_code", "city", "state", "country", "street"):
        return replace(new, address=replace(new.address, **{field: ""}))
    if field == "company" or (field == "name" and not new.contact(role).first_name):
        return replace(new, name="")
    parts = {"contact": ("first_name", "last_name"), "name": ("first_name", "last_name")}.get(field, (field,))
    before = new.contact(role)
    after = replace(before, **dict.fromkeys(parts, ""))
    for one in ContactRole:
        if one is role or getattr(new, one.value) == before:
            new = new.with_contact(one, after)
    return new
