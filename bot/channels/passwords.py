"""Finds passwords and access tokens that somebody types into the chat, so that they are never kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

MASK = "••••••"
_SURE = r"contrase(?:ñ|n)as?|passwords?|passwd|pass\s?phrase|passcode|senhas?"
# These open other doors too; whose they are must be said.
_UNSURE = r"claves?|pin|chaves?|pass|pwd"
_MY = r"(?:mi|mis|my|minha|meu|tu|nuestra|our|nossa|la|su|the|a|sua)\s+"
_OF = r"(?:\s+(?:de|del|do|da|para|for|of|en|em|no|to)\s+(?:[\w.@-]+\s+)?[\w.@-]+)?"
_IS = r"\s*(?:\b(?:es|is|era|was|é|e|son|are|ser[ií]a)\b\s*:?|[:=]|->|→)\s*"
_SECRET = r"(?P<secret>\"[^\"\n]{3,64}\"|“[^”\n]{3,64}”|«[^»\n]{3,64}»|'[^'\n]{3,64}'|[^\s,;]{3,64})"
_SAID = re.compile(rf"(?:\b(?:{_SURE})\b|\b{_MY}(?:{_UNSURE})\b){_OF}{_IS}{_SECRET}", re.I)
_LABELLED = re.compile(
    rf"\b(?:user(?:name)?|usuario|usu[aá]rio|login|correo|e-?mail)\b\W+\S+\W+\b(?:{_SURE}|{_UNSURE})\b\W*{_SECRET}",
    re.I,
)
_TOKEN = re.compile(
    r"(?P<secret>\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|(?<=\bBearer\s)\S{16,}"
    r"|(?<![\w/.-])(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{40,}(?![\w/.-]))"
)
# "My password is wrong" tells none.
_NO_PASSWORD = re.compile(
    r"[¿?¡!.]*(?:no|not|nao|não|un[ao]?|an?|uma?|el|la|lo|los|las|the|o|mi|my|tu|your|muy|very|muito|que|what|qual|cu[aá]l"
    r"|incorrect[oa]?|inv[aá]lid[oa]?|mal[ao]?|err[oó]nea|errad[oa]|wrong|right|correct[oa]?|invalid|expired|vencida|expirada"
    r"|segura|safe|secure|weak|d[eé]bil|fraca|larga|long|nueva|new|nova|v[aá]lida|valid|necesaria|needed|required|necess[aá]ria"
    r"|different|diferente|distinta|otra|outra|secret[ao]?|igual|same|ok|bien|well|segur[ao]|ya|already|sempre|siempre|always)[?.!]*",
    re.I,
)


@dataclass(frozen=True)
class Masked:
    text: str
    had_password: bool


def mask_passwords(text: str) -> Masked:
    """Mask what is said to be a password, and what can be nothing but an access token."""
    masked = text
    for pattern in (_TOKEN, _SAID, _LABELLED):
        masked = pattern.sub(_mask, masked)
    return Masked(masked, masked != text)


def _mask(found: re.Match[str]) -> str:
    secret = found["secret"]
    if _NO_PASSWORD.fullmatch(secret) or set(secret) <= {"•", ".", "?"}:
        return found[0]
    start, end = (place - found.start() for place in found.span("secret"))
    return found[0][:start] + MASK + found[0][end:]
