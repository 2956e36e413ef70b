"""“And yearly?”, “y si fueran 30”: asking what another order would be like is not wanting it."""

from __future__ import annotations

from bot.ordering.text import words
from bot.ordering.vocabulary import vocabulary


def supposes(text: str, is_whole: bool) -> bool:
    """``is_whole``: nothing is said but what is asked about ("30?")."""
    said = [word.text for word in words(text)]
    sentence = f" {' '.join(said)} "
    if _has("price_asked", sentence):
        return True
    if proposes(text):
        return False
    goes_on = bool(said) and said[0] in vocabulary().cues["both"]  # "and yearly?"
    return _has("supposing", sentence) or ((is_whole or goes_on) and text.rstrip().endswith("?"))


def proposes(text: str) -> bool:
    """ "Can you make it 30?" wants it, question or not."""
    said = [word.text for word in words(text)]
    return _has("proposing", f" {' '.join(said)} ") or not vocabulary().cues["change"].isdisjoint(said)


def _has(kind: str, sentence: str) -> bool:
    """Whether any of the phrases of this kind stands in the sentence."""
    return any(f" {phrase} " in sentence for phrase in vocabulary().cues[kind])
