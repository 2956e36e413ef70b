"""The sentences people read, by language; words.yaml holds them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FALLBACK = "en"
LANGUAGES = ("es", "en", "pt")


def language_of(wanted: str | None) -> str:
    """The language we have for a tag such as ``pt-BR``."""
    short = (wanted or "")[:2].lower()
    return short if short in LANGUAGES else FALLBACK


def words(language: str) -> dict[str, Any]:
    found: dict[str, Any] = _all()[language_of(language)]
    return found


@cache
def _all() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    )
    return loaded
