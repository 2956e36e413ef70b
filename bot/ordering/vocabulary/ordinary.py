"""Everyday words of the languages that are spoken here: "team" is no slip of the finger for "Teams".

The frequencies are those of the library wordfreq, on the Zipf scale: 3 is one word in a million, 6 one in a
thousand. What people mistype stands lower, "bussiness" at 2.2, "disco" at 4.7.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from wordfreq import get_frequency_dict

from bot.ordering.text import fold

_LANGUAGES = ("es", "en", "pt")
_ORDINARY = 3.3
_EVERYWHERE = 4.3
_TOLD_BY = 4.0


@cache
def ordinary_words(zipf: float = _ORDINARY) -> frozenset[str]:
    """Folded, of all languages together: a person may mix them in one sentence."""
    return frozenset(
        fold(word)
        for language in _LANGUAGES
        for word, frequency in get_frequency_dict(language, "small").items()
        if frequency >= 10 ** (zipf - 9) and word.isalpha()
    )


@cache
def _words_of(language: str) -> frozenset[str]:
    found = get_frequency_dict(language, "small").items()
    return frozenset(fold(word) for word, frequency in found if frequency >= 10 ** (_TOLD_BY - 9))


def is_portuguese(said: Collection[str]) -> bool:
    """By the words that are of one language only: there "no" is "in the", and denies nothing."""
    spanish, english, portuguese = map(_words_of, _LANGUAGES)
    own = sum(word in portuguese and word not in spanish | english for word in said)
    return own > sum(word in spanish | english and word not in portuguese for word in said)


def very_ordinary_words() -> frozenset[str]:
    """Those that are in every talk ("vale" is no slip for "Valle"); a name may look like a rarer one."""
    return ordinary_words(_EVERYWHERE)
