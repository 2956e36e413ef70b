"""What a known address still lacks, told later: "el número es 21", "faltou o complemento: sala 12"."""

from __future__ import annotations

import re
from functools import cache

from bot.ordering.customer import Address, NewCustomer
from bot.ordering.draft import Step
from bot.ordering.newcomer.heard import HeardCustomer
from bot.ordering.newcomer.situation import CONTACT_STEPS
from bot.ordering.newcomer.words import any_of
from bot.ordering.text import fold

_STEPS = (*CONTACT_STEPS, Step.CREDENTIALS_EMAIL)
_COLON = re.compile(r"\s*:\s*")
_NUMBER = r"\d{1,5}[a-z]?(?:-\d{1,4})?"


def read_completion(text: str, step: Step | None, known: NewCustomer) -> HeardCustomer | None:
    """The street as it is with what is added; None where the message says more, or something else."""
    street, folded = known.address.street, fold(text)
    if not street or step not in _STEPS:
        return None
    if found := _house().fullmatch(folded):
        street = _with_number(street, text[found.start("number") : found.end("number")])
    elif found := _part().fullmatch(folded):
        street = f"{street}, {_COLON.sub(' ', text[found.start('part') : found.end('part')])}"
    else:
        return None
    heard = HeardCustomer(address=Address(street=street), corrects=True, noted=[street])
    heard.spans.append((0, len(text)))
    return heard


def _with_number(street: str, number: str) -> str:
    """In the place of the one that it has."""
    if re.search(r"\d", street):
        return re.sub(r"\d+[\w/-]*", number, street, count=1)
    return f"{street} {number}"


@cache
def _house() -> re.Pattern[str]:
    label = r"(?:(?:el|o|the|its?|house|street)\s+)*(?:numero|number|num\.?|nro\.?|n[o°º]\.?)"
    of_it = r"(?:\s+(?:de |da |do |of )?(?:(?:la|the)\s+)?(?:casa|calle|rua|house|predio))?"
    return re.compile(
        rf"{_lead()}{label}{of_it}[\s:]+(?:(?:{any_of('copula')})\s+)*(?P<number>{_NUMBER})[\W_]*"
    )


@cache
def _part() -> re.Pattern[str]:
    """A numbered part of a house, or a quarter by its name."""
    numbered = rf"(?:{any_of('more_street')})\s*:?\s*(?:{_NUMBER}|[a-z]-?\d{{1,4}}|[a-z])"
    quarter = r"(?:col\.?|colonia|bairro|barrio|fracc\.?|fraccionamiento|edificio|urb\.?|urbanizacion)"
    named = rf"{quarter}(?:\s*:\s*|\s+(?:(?:es|e)\s+)?)[^\W\d_]+(?:\s[^\W\d_]+){{0,3}}"
    return re.compile(rf"{_lead()}(?P<part>{numbered}|{named})[\W_]*")


def _lead() -> str:
    """ "Faltou o complemento:", "add", "ah, y", "me olvidé de la"."""
    missed = r"falt\w+|missing|forgot|esquec\w+|olvid\w+|add|agreg\w+|anad\w+|acrescent\w+|adicion\w+"
    missed += r"|bota|pon|poe|coloca"
    small = r"complemento|tambien|tambem|also|ainda|todavia|tem|tiene|at|is|de|da|do|con|com|with|em|en|no|na"
    return rf"[\W_]*(?:(?:{missed}|{small}|{any_of('small')})[\W_]+)*?"
