"""A word of what is known put right: "no es Ana, es Anna", "not 5512345678, 5512345679"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.ordering.customer import Contact, ContactRole, NewCustomer
from bot.ordering.newcomer.heard import HeardCustomer
from bot.ordering.newcomer.people import split_name
from bot.ordering.newcomer.values import read_email, read_phone
from bot.ordering.text import fold

_VERB = r"(?:(?:sino|es|e|is|it'?s|but|mas|pero)\s+)"
_SWAP = re.compile(
    rf"[\W_]*(?:it'?s |it is )?(?:no|nao|not|isn'?t)\s+{_VERB}?(.+?)"
    rf"(?:\s*[,;]\s*{_VERB}*|\s+{_VERB}+)(.+?)[\s!;,]*"
)

# "It's 21 Elm St, not 12": what is right stands first, with more of what is known.
_BACK = re.compile(
    r"[\W_]*(?:(?:es|e|is|it'?s|it is)\s+)?([^,;]+?)\s*[,;]\s*(?:no|nao|not)\s+([^,;]+?)[\s!.;,]*"
)

_CHANGE = re.compile(
    r"[\W_]*(?:change|replace|correct|fix|cambi[ae]|corri[gj][eai]|troca|mud[ae]|altera)r?\s+"
    r"(?:a |o |el |la |the )?(.+?)\s+(?:to|with|por|para|pra|a)\s+(.+?)[\s!.;,]*"
)


def read_swap(text: str, known: NewCustomer, home: str) -> HeardCustomer | None:
    """What the message puts in the place of something known, or None when it speaks of nothing known."""
    found = _SWAP.fullmatch(fold(text)) or _CHANGE.fullmatch(fold(text))
    old, new = (text[slice(*found.span(group))] for group in (1, 2)) if found else _put_back(text, known)
    if not old:
        return None
    heard = HeardCustomer(corrects=True, noted=[new], spans=[(0, len(text))])
    for role in ContactRole:
        contact = _contact(known.contact(role), old, new, known.address.country or home)
        if contact is not None:
            heard.contacts[role] = contact
            return heard
    heard.name = _swapped(known.name, old, new)
    parts = {part: _swapped(value, old, new) for part, value in vars(known.address).items()}
    heard.address = replace(heard.address, **parts)
    return heard if heard.name or any(parts.values()) else None


def _put_back(text: str, known: NewCustomer) -> tuple[str, str]:
    """ "It's Ana Ruis, not Ruiz": the word for the other, told by the rest of the value that holds it."""
    found = _BACK.fullmatch(fold(text))
    if found is None:
        return "", ""
    new, old = (text[slice(*found.span(group))] for group in (1, 2))
    for value in (*(known.contact(role).name for role in ContactRole), known.address.street, known.name):
        kept = set(fold(value).split()) - {fold(old)}
        left = [word for word in new.split() if fold(word) not in kept]
        if fold(old) in fold(value).split() and 0 < len(left) < len(new.split()):
            return old, " ".join(left)
    return "", ""


def _contact(known: Contact, old: str, new: str, home: str) -> Contact | None:
    """The contact with ``new``, or None when ``old`` is nothing of theirs."""
    if known.email and fold(old) == fold(known.email):
        email = read_email(new)
        return replace(known, email=email) if email else None
    if known.phone and read_phone(old, home) == known.phone:
        phone = read_phone(new, home)
        return replace(known, phone=phone) if phone else None
    for part in ("first_name", "last_name"):
        swapped = _swapped(getattr(known, part), old, new)
        if swapped:
            return replace(known, **{part: swapped})
    whole = _swapped(known.name, old, new)
    first, last = split_name(whole.split())
    return replace(known, first_name=first, last_name=last) if whole else None


def _swapped(value: str, old: str, new: str) -> str:
    """``value`` with ``new`` for ``old``, as whole words; "" when it does not hold it."""
    found = re.search(rf"(?<!\w){re.escape(fold(old))}(?!\w)", fold(value))
    if found is None:
        return ""
    written = new if not new.islower() or value.islower() else new.title()
    return value[: found.start()] + written + value[found.end() :]
