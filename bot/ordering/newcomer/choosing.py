"""What a pressed button says about a new customer; "whatever", which is the first of them; "no phone".

The last two are whole messages, as a button is.
"""

from __future__ import annotations

import re

from bot.ordering.credentials import CUSTOMERS, OTHER, OWN
from bot.ordering.customer import AccountType, ContactRole
from bot.ordering.draft import Step
from bot.ordering.newcomer.heard import HeardCustomer
from bot.ordering.newcomer.naming import behind_called, is_occupation
from bot.ordering.newcomer.situation import CONTACT_STEPS, KINDS, LOOSER_KINDS
from bot.ordering.newcomer.words import any_of, is_talk, pattern, says
from bot.ordering.text import fold

_FEW = 7  # words
_KINDS = (*KINDS, *LOOSER_KINDS)
_SAME = {
    (Step.CONTACT_BILLING, "admin"): {ContactRole.BILLING: ContactRole.ADMIN},
    (Step.CONTACT_BILLING, "all"): {
        ContactRole.BILLING: ContactRole.ADMIN,
        ContactRole.TECHNICAL: ContactRole.ADMIN,
    },
    (Step.CONTACT_TECHNICAL, "admin"): {ContactRole.TECHNICAL: ContactRole.ADMIN},
    (Step.CONTACT_TECHNICAL, "billing"): {ContactRole.TECHNICAL: ContactRole.BILLING},
}


def chosen_newcomer(slot: str, value: str) -> HeardCustomer | None:
    """None for any button that is not about a new customer."""
    if slot == Step.CUSTOMER and value == "new":
        return HeardCustomer(is_new=True, create=True)
    if slot == Step.CUSTOMER_TYPE and value in set(AccountType):
        return HeardCustomer(type=AccountType(value))
    if slot == Step.CREDENTIALS_EMAIL and value in (OWN, CUSTOMERS, OTHER):
        return HeardCustomer(credentials=value)
    for (step, choice), same in _SAME.items():
        if (slot, value) == (step, choice):
            return HeardCustomer(same=dict(same))
    return None


def kind_answered(text: str) -> HeardCustomer | None:
    """The kind of customer out of a few words: "just a person", "no es empresa, es persona natural"."""
    folded = fold(text)
    words = folded.split()
    is_longer = len(words) > _FEW or re.search(r"[@\d:]", text) or behind_called(text)
    if is_longer or re.search(r"\s[^\W\d_a-z][^\W\d_A-Z]", text):  # "empresa Frenos Díaz" says the name
        return None
    kinds = "|".join(any_of(kind) for kind, _ in _KINDS)
    denied = rf"\b(?:{any_of('denies')})\s+(?:[\w']+\s+){{0,2}}?(?:{kinds})(?!\w)"
    meant = re.sub(denied, " ", folded)
    said = {type_ for kind, type_ in _KINDS if says(kind, pattern("of_course").sub(" ", meant))}
    if not said and is_occupation(text) and not says("no_trade", text):
        said = {AccountType.PERSONAL}
    return HeardCustomer(type=said.pop(), spans=[(0, len(text))]) if len(said) == 1 else None


def kind_denied(text: str) -> AccountType | None:
    """The other kind, of "no empresa", "persona y no empresa", "isn't a company", "não é pessoa física"."""
    lead = any_of("lead_in")
    for (kind, _), (affirmed, other) in (KINDS, KINDS[::-1]):
        first = rf"[\W_]*(?:(?:{lead})\s+)*(?:(?:{any_of(affirmed)})\s+(?:(?:one|{lead})\s+)*)?"
        denied = rf"{first}(?:{any_of('denies')})\s+(?:(?:{lead})\s+)*(?:{any_of(kind)})[\W_]*"
        if re.fullmatch(denied, fold(text)):
            return other
    return None


def usual_answer(text: str, step: Step | None) -> HeardCustomer | None:
    """What is meant where all answers are the same to the person; None when they are not."""
    rest = pattern("whatever").sub(" ", fold(text))
    if not (says("whatever", text) and is_talk(text)) or "?" in text:
        return None
    if any(says(kind, rest) for kind in ("personal", "commercial", "same")):
        return None
    whole = [(0, len(text))]
    if step is Step.CUSTOMER_TYPE:
        return HeardCustomer(type=AccountType.COMMERCIAL, assumed=True, spans=whole)
    if step in (Step.CONTACT_BILLING, Step.CONTACT_TECHNICAL):
        return HeardCustomer(same={CONTACT_STEPS[step]: ContactRole.ADMIN}, spans=whole)
    return HeardCustomer(credentials=OWN, spans=whole) if step is Step.CREDENTIALS_EMAIL else None


def is_withheld(text: str) -> bool:
    """ "No tiene teléfono", "dunno her e-mail"."""
    folded = fold(text)
    rest = pattern("email_label").sub(" ", pattern("phone_label").sub(" ", folded))
    return rest != folded and not re.search(r"[\d@]", text) and says("withheld", rest) and is_talk(rest)
