"""Answers of a word or two: "dale, gracias", "niguno", "not yet". They are read from the vocabulary.

The engine guesses what a sentence wants; a bare yes or no is too short for a guess and too important.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from rapidfuzz.distance import OSA

from bot.ordering.text import Word, without_drawl
from bot.ordering.vocabulary import vocabulary

# "leave" words ("lo dejo", "no domain") mean nothing by themselves, and are no part of a yes.
_KINDS = ("yes", "no", "later", "nothing", "leave")
_SHORTEST_TYPO = 4  # letters; shorter words differ from another word by one letter too easily
_LONGEST = 8  # words; who says more says something


def plain_answer(said: Sequence[Word], is_optional: bool = False) -> str | None:
    """The intent (affirm, deny, skip, no_more) of a message that holds nothing but that answer.

    None when any word means something else, or when yes and no are said together. ``is_optional``: none is
    an answer to what was asked, so "I don't want anything" is one, too.
    """
    if len(said) > _LONGEST:
        return None
    cues = vocabulary().cues
    if len(said) == 1 and said[0].text in cues["bare_no"]:
        return "deny"  # in a sentence such a word means something else: "na visa"
    refused = is_optional and any(word.text in cues["negation"] for word in said)
    fine = cues["acknowledging"] | cues["polite"] | cues["subject"] | cues["fine_without"]
    told = list(dropwhile(lambda word: word in cues["hold_on"], (word.text for word in said)))
    if is_optional and told and told[0] in cues["no"] and fine.issuperset(told[1:]):
        return "deny"  # "no, así vale", "ah no, you're grand"
    beside = cues["wanted"] | cues["subject"] | cues["negation"] - cues["nothing"]
    small = cues["polite"] | (beside if refused else frozenset())
    kinds = [_kind(word.text) for word in said if word.text not in small] + ["no"] * refused
    if not kinds or None in kinds:
        return None
    found = set(kinds)
    if found == {"yes"}:
        return "affirm"
    if "yes" in found or found == {"leave"}:
        return None
    if "later" in found:
        return "skip"
    return "no_more" if "nothing" in found else "deny"


def _kind(word: str) -> str | None:
    cues = vocabulary().cues
    exact = next((kind for kind in _KINDS if not cues[kind].isdisjoint((word, without_drawl(word)))), None)
    if exact or len(word) < _SHORTEST_TYPO:
        return exact
    for kind in _KINDS:
        long = (known for known in cues[kind] if len(known) > _SHORTEST_TYPO)
        if any(OSA.distance(word, known, score_cutoff=1) <= 1 for known in long):
            return kind
    return None
