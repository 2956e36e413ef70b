"""Domain names as people type them, brought to the form that the marketplace checks."""

from __future__ import annotations

import re
from dataclasses import dataclass

import idna

from bot.ordering.catalog import Catalog

MAX_LENGTH = 253
_SPOKEN_DOT = re.compile(r"\s+(?:punto|ponto|dot)\s+", re.IGNORECASE)
# Below a country's ending they are endings of their own; nobody can register them.
_SECOND_LEVEL = frozenset(("com", "net", "org", "gob", "gov", "edu", "mil", "co", "ac", "nom", "info", "ltd"))
_SCHEME = re.compile(r"^[a-z]+://", re.IGNORECASE)


@dataclass(frozen=True)
class DomainName:
    """``name`` is the A-label ("xn--..." for accents), ``shown`` is what a person reads."""

    name: str
    shown: str


@dataclass(frozen=True)
class BadDomain:
    """Why it cannot be a domain for sale; ``suggestions`` are names that could be meant."""

    reason: str
    suggestions: tuple[str, ...] = ()


def read_domain(text: str, catalog: Catalog) -> DomainName | BadDomain:
    """The registrable domain in ``text`` ("https://www.Foo.com/x" -> foo.com), or what is wrong with it."""
    bare = _bare(text)
    if len(bare) > MAX_LENGTH:
        return BadDomain("domain_too_long")
    try:
        name = idna.encode(bare, uts46=True, std3_rules=True).decode("ascii")
    except idna.IDNAError:
        return BadDomain("domain_not_valid", _mended(bare, catalog))
    labels = name.split(".")
    if catalog.tld(name) and len(labels) > 1:
        return BadDomain("domain_not_valid")
    if len(labels) == 1:
        return BadDomain("domain_no_ending", tuple(f"{name}.{tld.name}" for tld in catalog.tlds[:4]))
    for cut in range(1, len(labels)):
        if catalog.tld(".".join(labels[cut:])):
            if cut > 1 and labels[cut - 1] in _SECOND_LEVEL:  # "foo.gob.mx" is no subdomain of gob.mx
                return _not_sold(labels[cut - 2], catalog)
            registrable = ".".join(labels[cut - 1 :])
            return DomainName(registrable, shown(registrable))
    below = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else 2  # "acme.com.au"
    return _not_sold(labels[-below], catalog)


def _not_sold(label: str, catalog: Catalog) -> BadDomain:
    return BadDomain("domain_ending_not_sold", tuple(f"{label}.{tld.name}" for tld in catalog.tlds[:4]))


def shown(name: str) -> str:
    """How a person reads the name: accents instead of "xn--"."""
    try:
        return idna.decode(name)
    except idna.IDNAError:
        return name


def _bare(text: str) -> str:
    bare = _SPOKEN_DOT.sub(".", text.strip().strip("\"'«»“”<>()"))
    bare = _SCHEME.sub("", bare)
    bare = re.split(r"[/?#:\s]", bare, maxsplit=1)[0].strip(".,;!")
    bare = re.sub(r"\.{2,}", ".", bare)
    return bare[4:] if bare.lower().startswith("www.") and bare.count(".") > 1 else bare


def _mended(bare: str, catalog: Catalog) -> tuple[str, ...]:
    """The nearest name that could be one: "-mi_tienda.com" -> mi-tienda.com."""
    hyphened = re.sub(r"[_\s]+", "-", bare)
    labels = [re.sub(r"[^\w-]", "", label).strip("-") for label in hyphened.split(".")]
    try:
        name = idna.encode(".".join(filter(None, labels)), uts46=True, std3_rules=True).decode("ascii")
    except idna.IDNAError:
        return ()
    return (name,) if catalog.tld(name.partition(".")[2]) else ()
