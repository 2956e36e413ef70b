"""Whether somebody wants to pay with a card that is not saved yet: "otra tarjeta", "a new one"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.ordering.draft import Step
from bot.ordering.text import Word
from bot.ordering.vocabulary import vocabulary

FEW_WORDS = 4
_FEW = 7  # words


def wants_new_card(words: Sequence[Word], step: Step | None) -> bool:
    """``words`` of one message that answers ``step`` and names no saved card."""
    cues = vocabulary().cues
    said = [word.text for word in words]
    other = {place for place, word in enumerate(said) if word in cues["other"]}
    card = {place for place, word in enumerate(said) if word in cues["card"]}
    pay = {place for place, word in enumerate(said) if word in cues["pay"]}
    if any(abs(one - two) <= 2 for one in other for two in card):
        return not _is_the_customer(said, other)
    if any(0 < one - two <= 3 for one in other for two in pay):
        return True
    if any(_is_saved_now(said, place) for place in card):
        return True
    return step is Step.PAYMENT and any(map(partial(_ends, said), other))


def _is_saved_now(said: Sequence[str], card: int) -> bool:
    """ "Register my card", "agregar una tarjeta"; in "add SSL, pay with the card" something else is added."""
    cues = vocabulary().cues
    small = vocabulary().filler - cues["paid_with"] - cues["without"]
    for word in reversed(said[:card]):
        if word in cues["save_card"]:
            return True
        if word not in small | cues["card"]:
            return False
    return False


def _ends(said: Sequence[str], place: int) -> bool:
    """ "Que sea con la otra", "a new one please"; not "otra pregunta"."""
    cues = vocabulary().cues
    small = vocabulary().filler.union(*(cues[cue] for cue in ("option", "other", "polite", "yes")))
    return len(said) <= _FEW and small.issuperset(said[place + 1 : place + 2])


def _is_the_customer(said: Sequence[str], other: set[int]) -> bool:
    """ "Cliente nuevo, tarjeta visa": what is new stands right behind the customer."""
    customer = vocabulary().cues["customer"]
    return all(place > 0 and said[place - 1] in customer for place in other)
