"""Where the clauses of a message that names domains begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.ordering.text import Word, fold
from bot.ordering.vocabulary import vocabulary

_STOPS = re.compile(r"[,;:!?()\n]+|\.(?=\s|$)")


@dataclass(frozen=True)
class Span:
    """A piece of the text that stands for a name, ``text``."""

    text: str
    start: int
    end: int


def written(text: str, word: Word) -> Word:
    """ "É a.com" says what it is, as "es" does; "e a.com" goes on."""
    return replace(word, text="es") if text[word.start : word.end] in ("é", "É") else word


def governs(cue: frozenset[str], before: Sequence[str], small: frozenset[str]) -> bool:
    """Whether one of these words stands before, with nothing but small words behind it."""
    for word in reversed(before):
        if word in cue:
            return True
        if word not in small:
            return False
    return False


def clauses(text: str, words: Sequence[Word], names: Sequence[Span]) -> list[tuple[int, int]]:
    folded = fold(text)
    for name in names:
        folded = folded[: name.start] + "_" * (name.end - name.start) + folded[name.end :]
    edges = {0, len(text), *(found.start() for found in _STOPS.finditer(folded))}
    joins = vocabulary().cues["joins"] | vocabulary().cues["so"]
    refused = {name: before for name in names if (before := _refusal(words, name))}
    edges |= {
        name.end for name, before in refused.items() if before.text != "no"
    }  # "its not a.com its b.com"
    edges |= {before.start for name in names if (before := refused.get(name) or _pick(words, name))}
    wrong = vocabulary().cues["wrong"]  # "a.com is wrong it's b.com"
    edges |= {word.end for word in words if word.text in wrong}
    for name in names:
        if replaced := instead(words, name):
            edges |= {replaced.start, name.end}
    for word in words:
        if written(text, word).text in joins and not any(
            name.start <= word.start < name.end for name in names
        ):
            edges.add(word.start)
    ordered = sorted(edges)
    return list(zip(ordered, ordered[1:], strict=False))


def _refusal(words: Sequence[Word], name: Span) -> Word | None:
    """The "no" right before a name: "a.com, no b.com"."""
    cues = vocabulary().cues
    before = [word for word in words if word.end <= name.start]
    if before and before[-1].text in cues["article"]:
        before = before[:-1]  # "a.com, no el .mx"
    before = before[-2:]
    is_else = " ".join(word.text for word in before) in cues["or_else"]  # "si no b.com"
    return before[-1] if before and before[-1].text in cues["negation"] and not is_else else None


def _pick(words: Sequence[Word], name: Span) -> Word | None:
    """ "Se já tem dono bota a.com": what stands before is said of another name; not "no quieren registrar
    a.com"."""
    cues = vocabulary().cues
    before = [word for word in words if word.end <= name.start and word.text not in cues["article"]]
    ahead, small = [word.text for word in before[:-1]], vocabulary().filler | cues["have"] | cues["wanted"]
    is_denied = governs(cues["negation"], ahead, small) and " ".join(ahead[-2:]) not in cues["or_else"]
    return before[-1] if before and before[-1].text in cues["picks"] and not is_denied else None


def instead(words: Sequence[Word], name: Span) -> Word | None:
    """The first word of the "instead of" before a name: "a.com en vez del .mx"."""
    cues = vocabulary().cues
    before = [word for word in words if word.end <= name.start]
    while before and before[-1].text in cues["article"] | cues["domain_noun"]:
        before = before[:-1]
    for phrase in cues["instead_of"] | cues["better_than"]:
        parts = phrase.split()
        if [word.text for word in before[-len(parts) :]] == parts:
            return before[-len(parts)]
    return None
