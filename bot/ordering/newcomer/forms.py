"""A pasted form: lines (or parts between slashes) that begin with what they are about, "Address: ..."; or a
block without labels: a name, where they are, how to reach them."""

from __future__ import annotations

import re
from functools import cache

from bot.ordering.newcomer.values import EMAIL
from bot.ordering.newcomer.words import any_of, is_titled, pattern, says
from bot.ordering.text import fold

_LABELLED = re.compile(r"(?:^|[\n;|•]|\s//?\s)[^\w\n]*([^\W\d][\w .'()-]{0,40}?\s*:)(?!//)")
_OURS = (
    *("customer_label", "type_label", "name_label", "last_name_label", "contact_label", "contact_name"),
    *("billing", "technical", "admin", "email_label", "phone_label"),
    *("address_label", "street_named", "postal_label", "city_named", "state_named", "country_label"),
)
_CARD_MARKS = re.compile(
    r"(?im)^(?:(?:BEGIN|END|VERSION|N|REV|UID|PRODID|TITLE|NOTE|PHOTO)\b.*$|[A-Z.\d-]+(?:;[^:\n]*)?:[ \t;]*)"
)
_FEWEST = 3  # labelled lines
_LONG = 5  # words of a line that is more than a name


def is_form(text: str) -> bool:
    """Whether the text is a form, and not about the order alone."""
    labels = _LABELLED.findall(fold(text))
    return len(labels) >= _FEWEST and sum(_is_ours(label) for label in labels) > 1


def find_address(text: str) -> re.Match[str] | None:
    """Where the address begins in a block that also says how to reach somebody."""
    return _begins_an_address().search(fold(text)) if EMAIL.search(text) else None


@cache
def _begins_an_address() -> re.Pattern[str]:
    american = rf"\d+\w?\s(?:[^\s,;]+\s){{1,3}}(?:{any_of('street_end')})(?![\w@])"
    street = rf"(?:{any_of('street')})(?![\w@])[^,;\n]*\d"
    return re.compile(rf"\s*[,;\n]\s*(?={american}|(?:(?:en|na|at|la|a|o)\s+)?{street})")


def without_card_marks(text: str) -> str:
    """A contact as a phone shares it, "BEGIN:VCARD ...", of the same length: only what stands on it."""
    if "BEGIN:VCARD" not in text.upper():
        return text
    return _CARD_MARKS.sub(lambda found: " " * len(found.group()), text)


def without_signature(text: str) -> str:
    """A letter without the name of who wrote it, which is no customer's."""
    found = _signature().search(fold(text))
    tail = text[found.start("who") :].split("\n") if found else []
    is_name = all(len(line.split()) < _LONG and all(map(_is_capital, line.split())) for line in tail)
    return text[: found.start()] if found and is_name else text


def begins_behind_a_remark(text: str) -> int:
    """Where the block begins in "ya, llegaron / Viña del Mar SpA / Av. Uno 381": the line in front of the
    address is the name."""
    lines = list(re.finditer(r"[^\n]*\w[^\n]*", text))
    for remark, name, street in zip(lines, lines[1:], lines[2:], strict=False):
        is_street = re.search(r"\d", street.group()) and "@" not in street.group()
        is_small = not is_titled(re.findall(r"[^\W\d_]+", remark.group())) and not says(
            "legal_form", remark.group()
        )
        if (
            is_small
            and is_titled(name.group().split())
            and not re.search(r"[\d:@]", name.group())
            and is_street
        ):
            return name.start()
        if not is_small:
            break
    return 0


def _is_capital(word: str) -> bool:
    return word[0].isupper()


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(rf"\n\s*(?:{any_of('closing')})[,.!]*\s+(?P<who>[^\d@:]{{1,60}})$")


def is_another_matter(line: str) -> bool:
    """Whether a line of a form is about something else: "Term: annual", "Giro: restaurante"."""
    label = _LABELLED.match(fold(line))
    return label is not None and not _is_ours(label.group(1))


def _is_ours(label: str) -> bool:
    if pattern("order_label").search(label):
        return False
    return any(pattern(kind).search(label) for kind in _OURS)
