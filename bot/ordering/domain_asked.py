"""Whether it is only asked if a domain is free, or the domain is wanted if it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ordering.domain_clauses import Span, clauses
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.text import Word
from bot.ordering.vocabulary import vocabulary


def asks_if_free(
    text: str, words: Sequence[Word], names: Sequence[Span], is_contested: bool, sounds_so: bool
) -> bool:
    """ "It is taken? Then a.com" says of a name that ``is_contested`` that it is, and asks about none.

    ``sounds_so``: the engine takes the message for a question, and nobody's name is spoken of.
    """
    if not names or _takes_if_free(text, words):
        return False
    cues = vocabulary().cues
    first = min(name.start for name in names) if is_contested else 0
    if "?" in text:
        return has_phrase("is_free", words) and "?" in text[first:]
    begins = max(start for start, _ in clauses(text, words, names) if start <= first)
    free = cues["is_free"] - (cues["is_taken"] if is_contested else frozenset())
    return sounds_so and any(word.text in free for word in words if word.start >= begins)


def _takes_if_free(text: str, words: Sequence[Word]) -> bool:
    """ "Is a.com free? We'd take that", "si está libre me lo llevo"."""
    for start, end in clauses(text, words, []):
        inside = [word for word in words if start <= word.start < end]
        asks = text[end : end + 1] == "?" or has_phrase("is_free", inside)
        if has_phrase("take_it", inside) and (not asks or has_phrase("if", inside)):
            return True
    return False
