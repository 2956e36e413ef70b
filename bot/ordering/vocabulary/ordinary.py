"""Everyday words of the languages that are spoken here: "team" is no slip of the finger for "Teams".

The frequencies are those of the library wordfreq, on the Zipf scale: 3 is one word in a million, 6 one in a
thousand. What people mistype stands lower, "bussiness" at 2.2, "disco" at 4.7.
"""

from __future__ import annotations

from functools import cache

from wordfreq import get_frequency_dict

from bot.ordering.text import fold

_LANGUAGES = ("es", "en", "pt")
_ORDINARY = 3.3
_EVERYWHERE = 4.3


@cache
def ordinary_words(zipf: float = _ORDINARY) -> frozenset[str]:
    """Folded, of all languages together: a person may mix them in one sentence."""
    return frozenset(
        fold(word)
        for language in _LANGUAGES
        for word, frequency in get_frequency_dict(language, "small").items()
        if frequency >= 10 ** (zipf - 9) and word.isalpha()
    )


def very_ordinary_words() -> frozenset[str]:
    """Those that are in every talk ("vale" is no slip for "Valle"); a name may look like a rarer one."""
    return ordinary_words(_EVERYWHERE)
