"""“And yearly?”, “y si fueran 30”: asking what another order would be like is not wanting it."""

from __future__ import annotations

from bot.ordering.text import words
from bot.ordering.vocabulary import says_any, vocabulary


def supposes(text: str, is_whole: bool) -> bool:
    """``is_whole``: nothing is said but what is asked about ("30?")."""
    said = words(text)
    if says_any("price_asked", said):
        return True
    if proposes(text):
        return False
    goes_on = bool(said) and said[0].text in vocabulary().cues["both"]  # "and yearly?"
    return says_any("supposing", said) or ((is_whole or goes_on) and text.rstrip().endswith("?"))


def proposes(text: str) -> bool:
    """ "Can you make it 30?" wants it, question or not."""
    said = words(text)
    return says_any("proposing", said) or says_any("change", said)
