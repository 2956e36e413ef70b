"""Finds the auth code of a domain transfer in what a person wrote, so that it is kept as a secret and masked.

A code has no spaces, 6 to 64 printable characters, and a digit or a symbol inside. Where none is awaited,
words next to it must say what it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MASK = "••••••"
# What the bot awaits when it has asked for a code, and when a transfer is in the air.
AUTH_CODE, DOMAIN_TAKEN = "auth_code", "domain_taken"
_SHORTEST, _LONGEST = 6, 64
_NEAR = 7  # words between "code" and the code itself: "el código de autorización del dominio es"
_QUOTES = "\"'`«»“”‘’"
_AROUND = _QUOTES + ",;:.()[]{}<>¿?¡"  # what a sentence puts around a word; "!" may belong to the code
_WORD = re.compile(r"\S+")
_CUES = re.compile(
    r"c[oó]digo|\bcode|clave|chave|\bkey|\bauth|autoriza|\bepp\b|token|contrase|senha|password", re.I
)
# "Código postal 06010-12" is another kind of code.
_OTHER_CODES = re.compile(
    r"postal|\bzip\b|\bcep\b|\bcp\b|descuento|promo|discount|desconto|pa[ií]s|country", re.I
)
_TRANSFER = re.compile(r"transf|trasf|traspas|\bepp\b|\bauth|autoriza", re.I)
_DOMAIN = re.compile(r"^(?:https?://)?(?:[^\W_][\w-]*\.)+[^\W\d_]{2,}(?:[/?#:]\S*)?$", re.I)
_EMAIL = re.compile(r"^[^@\s]+@(?:[\w-]+\.)+[^\W\d_]{2,}$")
_EPP = re.compile(r"^epp[-_:=]\S{3,}$", re.I)


@dataclass(frozen=True)
class Masked:
    """``text`` with every code masked, and the first ``code``; ``is_alone``: nothing else was said."""

    text: str
    code: str | None = None
    is_alone: bool = False


def may_hold_code(text: str) -> bool:
    """Whether a word of ``text`` could be an auth code: what is awaited decides then."""
    return any(_shaped(text[slice(*span)]) for span in _spans(text)) or _shaped(_bare(text))


def mask_codes(text: str, awaiting: str | None = None) -> Masked:
    """Mask the auth codes in ``text``; where the bot is ``awaiting`` one, no word has to announce it."""
    alone, is_awaited = _bare(text), awaiting == AUTH_CODE
    if _shaped(alone) and (is_awaited or (awaiting == DOMAIN_TAKEN and _is_unlike_a_name(alone))):
        return Masked(MASK, alone, is_alone=True)
    found = [span for span in _spans(text) if _is_code(text, span, awaiting)]
    if not found:
        return Masked(text)
    masked, end = "", 0
    for start, stop in found:
        masked, end = masked + text[end:start] + MASK, stop
    first = text[slice(*found[0])]
    # "El código es X": nothing but the code was meant, unless a domain stands next to it.
    names_domain = any(_DOMAIN.match(text[slice(*span)]) for span in _spans(text))
    return Masked(masked + text[end:], first, is_alone=is_awaited and not names_domain)


def _bare(text: str) -> str:
    visible = "".join(each for each in text if unicodedata.category(each) != "Cf")
    return visible.strip().strip(_QUOTES).removesuffix(".")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Each word of ``text`` without what the sentence puts around it."""
    for word in _WORD.finditer(text):
        inner = word.group().strip(_AROUND)
        if inner:
            start = word.start() + word.group().index(inner)
            yield start, start + len(inner)


def _is_code(text: str, span: tuple[int, int], awaiting: str | None) -> bool:
    word = text[slice(*span)]
    if not _shaped(word) or word.lstrip("+").isdigit():
        return False
    if _EPP.match(word):
        return True
    before = _last_words(text[: span[0]])
    after = " ".join(text[span[1] :].split()[:_NEAR])
    if _OTHER_CODES.search(before):
        return False
    announced = bool(_CUES.search(before) or _CUES.search(after))
    names_domain = any(_DOMAIN.match(text[slice(*other)]) for other in _spans(text))
    if awaiting == AUTH_CODE:
        return announced or _is_strong(word)
    is_about_domain = awaiting == DOMAIN_TAKEN or names_domain or bool(_TRANSFER.search(text))
    return announced and is_about_domain


def _last_words(text: str) -> str:
    return " ".join(text.split()[-_NEAR:])


def _shaped(word: str) -> bool:
    """No spaces, of the right length, with a digit or a symbol inside, and nothing else we know."""
    if not _SHORTEST <= len(word) <= _LONGEST or not all(
        each.isprintable() and not each.isspace() for each in word
    ):
        return False
    inside = word.strip(_AROUND + "!")
    if not any(each.isdigit() or _is_symbol(each) for each in inside):
        return False
    return not (_EMAIL.match(word) or (_DOMAIN.match(word) and not _is_odd(word)))


def _is_symbol(character: str) -> bool:
    """Apostrophes, hyphens and dots stand in ordinary words too ("don't", "e-mail")."""
    return not character.isalnum() and character not in "'’-."


def _is_odd(word: str) -> bool:
    """A dotted word that nobody would type as a domain: capitals in the middle of a part with digits."""
    return any(
        re.search(r"\d", part) and re.search(r"[^\W\d_]", part) and part not in (part.lower(), part.upper())
        for part in word.split(".")
    )


def _is_unlike_a_name(word: str) -> bool:
    return any(each.isdigit() for each in word) and any(_is_symbol(each) for each in word)


def _is_strong(word: str) -> bool:
    """It looks like nothing but a secret: digits among letters, and a symbol or both cases of letters."""
    has_both = any(each.isdigit() for each in word) and any(each.isalpha() for each in word)
    mixed = word not in (word.lower(), word.upper())
    return has_both and (mixed or any(_is_symbol(each) for each in word) or len(word) >= 10)
