"""An order beside the open one: "y otro igual para El Tornillo", "the same for Blue Fern too"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import vocabulary


def is_same_for_another(said: Sentence, customers: Sequence[str]) -> bool:
    """ "Y otro igual para El Tornillo", "the same for Blue Fern too": an order beside the open one."""
    draft = said.draft
    is_open = draft.customer is not None and draft.plan is not None and draft.quantity is not None
    if not is_open or len(customers) != 1 or (draft.customer and customers[0] == draft.customer.id):
        return False
    if said.corrects or any(said.says(cue) for cue in ("change", "mistaken", "wrong", "negation")):
        return False
    leads = said.cues["customer"] - said.cues["customer_noun"]
    small = vocabulary().filler | said.cues["orders_noun"] | said.cues["the_same"] | said.cues["option"]
    begins = [place for place, word in enumerate(said.words) if word.text in said.cues["another"]]
    ahead = [list(takewhile(lambda word: word not in leads, _texts(said, place + 1))) for place in begins]
    is_another = any(
        place + 1 + len(between) < len(said.words) and small.issuperset(between)
        for place, between in zip(begins, ahead, strict=True)
    )
    return is_another or _says_too(said)


def _says_too(said: Sentence) -> bool:
    """ "Also for Blue Fern", "for Blue Fern too"; not "too many"."""
    last = len(said.words) - 1
    return any(
        word.text in said.cues["besides"]
        and (word.text != "too" or place == last or said.ends_before(place + 1))
        for place, word in enumerate(said.words)
    )


def _texts(said: Sentence, start: int) -> list[str]:
    return [word.text for word in said.words[start:]]
