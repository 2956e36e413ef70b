"""How many: which of the numbers in a message is the quantity of the plan."""

from __future__ import annotations

from bot.ordering.draft import Step
from bot.ordering.heard import HeardAddOn
from bot.ordering.reading.sentence import Sentence


def hear_quantities(
    said: Sentence, add_ons: tuple[HeardAddOn, ...]
) -> tuple[str | None, tuple[HeardAddOn, ...]]:
    """The plan's quantity, and the add-ons with a number that is theirs."""
    numbers = [entity for entity in said.numbers() if said.is_free(entity)]
    if not numbers:
        return None, add_ons
    if said.step is Step.ADD_ONS and len(add_ons) == 1 and not add_ons[0].quantity:
        only = add_ons[0]
        said.claim(said.places(numbers[-1]))
        return None, (HeardAddOn(only.mpn, numbers[-1].value, only.removed),)
    with_seats = [entity for entity in numbers if said.word_after(entity) in said.cues["seats"]]
    chosen = (with_seats or numbers)[-1 if said.draft.quantity is not None else 0]
    said.claim(said.places(chosen))
    return chosen.value, add_ons
