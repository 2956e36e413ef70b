"""What several names are to each other: one for another, either of two, or the first that is free."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from bot.ordering.domain_edges import Span
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.text import Word
from bot.ordering.vocabulary import vocabulary

_STOPS = re.compile(r"[,;:()\n]|\.\s")
_BEHIND = 4  # words behind a name that may say what it is


def replaced(words: Sequence[Word], names: Sequence[Span], known: Collection[str]) -> set[Span]:
    """Names in whose place another is put: "cambia el .com por b.com"; "I got it wrong, I put a.com and it's
    b.com", where a.com is ``known``."""
    ordered, cues = sorted(names, key=lambda name: name.start), vocabulary().cues
    small = (vocabulary().filler | cues["replaces"] | cues["replaced_by"]) - cues["joins"] - cues["or"]
    found, start = set(), 0
    for one, two in pairwise(ordered):
        gap = [word.text for word in words if one.end <= word.start < two.start]
        changes = [word.text for word in words if start <= word.start < two.start]
        if not cues["replaces"].isdisjoint(changes) and not cues["replaced_by"].isdisjoint(gap):
            found |= {one} if small.issuperset(gap) else set()
        start = one.end
    old = [name for name in names if name.text.lower() in known]
    news = [name for name in names if "." in name.text and name not in old]
    if has_phrase("wrong", words) and len(old) == 1 and news:
        found |= set(old)
    return found


def either_of(words: Sequence[Word], names: Sequence[Span]) -> bool:
    """ "A.com o b.mx"; not Portuguese "e já pega o b.mx", "e mais o b.mx", "a.com o principal"."""
    cues = vocabulary().cues
    goes_on = cues["picks"] | cues["both"] | cues["extra"] | cues["main_one"]
    return any(
        has_phrase("or", gap) and goes_on.isdisjoint(word.text for word in gap) for gap in _gaps(words, names)
    )


def is_added_behind(text: str, words: Sequence[Word], name: Span, names: Sequence[Span]) -> bool:
    """ "B.com too", "b.com as an additional one"; the "plus" of "a.com plus b.com" is said of the other."""
    cues = vocabulary().cues
    until = min((other.start for other in names if other.start >= name.end), default=len(text))
    behind = [word for word in words if name.end <= word.start < until]
    for place, word in enumerate(behind[:_BEHIND]):
        if has_phrase("the_other", behind[max(place - 1, 0) : place + 1]):
            return False  # "b.com, the other stays"
        if word.text in cues["joins"] or (place > 1 and _STOPS.search(text[name.end : word.start])):
            return False
        if word.text in cues["extra"]:
            joined = any(other.text in cues["joins"] for other in behind[place:])
            return until == len(text) or joined or _STOPS.search(text[word.end : until]) is not None
    return False


def is_one_more(before: Sequence[str]) -> bool:
    """ "One more domain: a.com", "mais um domínio, o a.com": the words before the name."""
    cues = vocabulary().cues
    nouns = [at for at, word in enumerate(before) if word in cues["domain_itself"]]
    return bool(nouns) and not cues["more"].isdisjoint(before[max(nouns[-1] - 2, 0) : nouns[-1]])


def in_turn(text: str, words: Sequence[Word], names: Sequence[Span]) -> bool:
    """ "A.com, si no b.mx", "a.com, and if it's taken b.mx", "a.com or b.mx, whichever is free"."""
    behind = [word for word in words if names and word.start >= names[-1].end]
    is_any = "?" not in text and has_phrase("is_free", behind) and either_of(words, names)
    return is_any or any(
        has_phrase("or_else", gap)
        or (has_phrase("if", gap) and any(has_phrase(cue, gap) for cue in ("is_taken", "owned", "theirs")))
        for gap in _gaps(words, names)
    )


def _gaps(words: Sequence[Word], names: Sequence[Span]) -> list[list[Word]]:
    """What stands between each name and the next."""
    pairs = zip(names, names[1:], strict=False)
    return [[word for word in words if one.end <= word.start < two.start] for one, two in pairs]
