"""The gateway's own sentences in the person's language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("es", "en", "pt")
DEFAULT_LANGUAGE = "es"
# How numbers are written and said.
LOCALES = {"es": "es_MX", "en": "en_US", "pt": "pt_BR"}


def sentence(name: str, language: str, /, **facts: object) -> str:
    """Sentence ``name`` of sentences.toml in ``language`` (else es), with its ``facts`` put in."""
    words = _sentences()[name]
    return words.get(language[:2].lower(), words[DEFAULT_LANGUAGE]).format(**facts)


def preferred_language(accept_language: str) -> str:
    """The first language of an Accept-Language header that we speak."""
    for wish in accept_language.split(","):
        language = wish.strip()[:2].lower()
        if language in LANGUAGES:
            return language
    return DEFAULT_LANGUAGE


@cache
def _sentences() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
