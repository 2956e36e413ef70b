"""Slips of the finger in the words that mean something to an order: "de acuedro", "postpnoe it", "busienss".

Only two letters that changed places, one too few or one too many inside, and only where a single word of the
vocabulary is one such slip away. Names are left alone: words that people use otherwise, words of an address
(a dot, an @ or a digit beside them), and words with a capital inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.ordering.newcomer.words import plain_words
from bot.ordering.text import fold
from bot.ordering.vocabulary import vocabulary
from bot.ordering.vocabulary.ordinary import ordinary_words

_WORD = re.compile(r"(?<![\w@./:•-])[^\W\d_]{5,}(?![\w@/:•-]|\.\w)")
_QUERY = re.compile(r"(?<=[\w/])\?(?=[\w%-]+=)")  # "example.com/?a=b" asks nothing
_SHORTEST = 6  # letters of a word that may lack one or have one too many; of five two may have changed places


@dataclass(frozen=True)
class Spelt:
    """``text`` as it was meant; ``edits``: where a word ended before, and how much longer it has become."""

    text: str
    edits: tuple[tuple[int, int], ...] = ()

    def place(self, before: int) -> int:
        """Where a place of the text that was written is in this one."""
        return before + sum(longer for end, longer in self.edits if end <= before)


@lru_cache(maxsize=1_000)
def spelt_right(text: str, taken: tuple[tuple[int, int], ...] = ()) -> Spelt:
    """``taken``: spans that have been understood as they stand."""
    if "@" in text or "\n" in text or text.startswith("/"):
        return Spelt(text)
    text = _QUERY.sub("/", text)
    if text.isupper() and len(text.lower()) == len(text):
        text = text.lower()  # who shouts has no names with capitals
    folded, pieces, edits, last = fold(text), [], [], 0
    for found in _WORD.finditer(folded):
        start, end = found.span()
        is_name = text[start].isupper() and start > 0
        meant = None if is_name or _overlaps(found.span(), taken) else _meant(found.group())
        if meant:
            pieces += [text[last:start], meant]
            edits.append((end, len(meant) - (end - start)))
            last = end
    return Spelt("".join([*pieces, text[last:]]), tuple(edits))


def _overlaps(span: tuple[int, int], taken: tuple[tuple[int, int], ...]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str | None:
    if word in ordinary_words() or word in _known():
        return None
    swapped = {each for each in _swapped(word) if each in _known()}
    if swapped or len(word) < _SHORTEST:
        return swapped.pop() if len(swapped) == 1 else None
    near = {each for each in _with_one_less(word) if each in _known() and len(each) >= _SHORTEST}
    near |= _lacking().get(word, frozenset())
    return near.pop() if len(near) == 1 else None


def _swapped(word: str) -> Iterator[str]:
    """The first letter stays."""
    return (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))


def _with_one_less(word: str) -> Iterator[str]:
    """The last letter stays as well: "conferi" and "conferir" are two forms of one word."""
    return (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


@cache
def _known() -> frozenset[str]:
    known = vocabulary()
    said = known.every_word.union(known.synonyms, *known.synonyms.values())
    said |= plain_words("commercial", "personal")
    return frozenset(word for phrase in said for word in phrase.split() if word.isalpha())


@cache
def _lacking() -> dict[str, frozenset[str]]:
    """The long words that one may have meant who left out a letter."""
    found: dict[str, set[str]] = {}
    for word in _known():
        if len(word) > _SHORTEST:
            for less in _with_one_less(word):
                found.setdefault(less, set()).add(word)
    return {less: frozenset(words) for less, words in found.items()}
