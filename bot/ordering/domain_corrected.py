"""A name that is taken back for the next one: "registra a.com, perdón, b.com", "she first wanted a.com but
settled on b.com". Only the last was meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from bot.ordering.domain_edges import Span, written
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.domain_pairs import in_turn, is_added_behind
from bot.ordering.text import Word
from bot.ordering.vocabulary import vocabulary

_CORRECTS = ("corrects_itself", "i_mean", "mistaken", "settled_on")
_ADDS = ("both", "extra", "besides", "more", "forgotten")
_LONGEST = 4  # words of such a phrase


def corrected(text: str, words: Sequence[Word], names: Sequence[Span], known: Collection[str]) -> set[Span]:
    """The names in whose place the next one is meant. Those of the order are not taken back in passing, and
    a question takes nothing back."""
    ordered = sorted(names, key=lambda name: name.start)
    if "?" in text or in_turn(text, words, ordered):
        return set()
    said = [written(text, word) for word in words]
    found, start = set(), 0
    for one, two in pairwise(ordered):
        before = [word for word in said if start <= word.start < one.start]
        gap = [word for word in said if one.end <= word.start < two.start]
        is_own = any(f".{name}".endswith(f".{one.text.lower()}") for name in known)
        is_kept = is_own or is_added_behind(text, words, two, ordered)
        is_kept = is_kept or has_phrase("if", gap) or has_phrase("instead_of", gap)
        until = min((name.start for name in ordered if name.start >= two.end), default=len(text))
        is_kept = is_kept or _is_refused(text, two, [word for word in said if two.end <= word.start < until])
        if not is_kept and (_is_taken_back(text, gap) or _was_wanted_first(text, before, gap)):
            found.add(one)
        start = one.end
    return found


def _is_taken_back(text: str, gap: Sequence[Word]) -> bool:
    """ "..., sorry, ...", "... but settled on ...", "... no, ...": not "... sorry, and ..."."""
    return any(_leads_to_next(text, gap[end:]) for end in (*_ends(gap), *_denials(text, gap)))


def _was_wanted_first(text: str, before: Sequence[Word], gap: Sequence[Word]) -> bool:
    """ "Primero pensaban en a.com pero el jefe dijo b.com"."""
    however = vocabulary().cues["however"]
    buts = [place for place, word in enumerate(gap) if word.text in however]
    is_first = has_phrase("wanted_first", before) and bool(buts)
    return is_first and _leads_to_next(text, gap[buts[-1] + 1 :])


def _leads_to_next(text: str, behind: Sequence[Word]) -> bool:
    """Whether the next name is meant by the words up to it: not "sorry, and ...", "but not ...", "better than
    ...", "sorry, their old site is ..."."""
    cues = vocabulary().cues
    denied = [word for word in behind if word.text in cues["negation"] and not _is_alone(text, word)]
    is_compared = bool(behind) and all(word.text in cues["than"] for word in behind)
    return not (denied or is_compared or _adds(behind) or has_phrase("not_the_order_s", behind))


def _is_refused(text: str, name: Span, behind: Sequence[Word]) -> bool:
    """ "... dos.com no", "... dos.com was a typo", "... dos.com is taken": what is said right behind it."""
    cues = vocabulary().cues
    ends = next((at for at, word in enumerate(behind) if _is_alone(text, word)), len(behind) - 1)
    goes_on = behind and not text[name.end : behind[0].start].strip()
    here = [word.text for word in behind[: ends + 1]] if goes_on else []
    refusing = (cues["negation"] - cues["joins"]) | cues["wrong"] | cues["is_taken"]
    return not refusing.isdisjoint(here)


def _ends(gap: Sequence[Word]) -> Iterator[int]:
    """Where the words that correct end."""
    for begin in range(len(gap)):
        for end in range(begin + 1, min(begin + _LONGEST, len(gap)) + 1):
            phrase = " ".join(word.text for word in gap[begin:end])
            if any(phrase in vocabulary().cues[cue] for cue in _CORRECTS):
                yield end


def _denials(text: str, gap: Sequence[Word]) -> Iterator[int]:
    """ "No," between marks: "a.com... no, b.com"; "a.com, no b.com" may deny the second."""
    for place, word in enumerate(gap):
        if word.text in ("no", "nao", "nope", "nah") and _is_alone(text, word):
            yield place + 1


def _is_alone(text: str, word: Word) -> bool:
    return text[word.end : word.end + 1] in (",", ".", ";", "!", "…")


def _adds(behind: Sequence[Word]) -> bool:
    cues = vocabulary().cues
    texts = [word.text for word in behind]
    so = cues["however"] | cues["change"]
    return any(text in cues[cue] - so for cue in _ADDS for text in texts)
