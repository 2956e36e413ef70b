"""The forms in which names and mail addresses are compared by searches."""

from __future__ import annotations

import unicodedata
from typing import Any


def name_key(name: str) -> str:
    """A name in lower case without accents."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def mails_of(contacts: list[dict[str, Any]]) -> str:
    """The contacts' addresses in lower case, each between line breaks."""
    return "\n" + "".join(f"{contact['email'].lower()}\n" for contact in contacts)
