"""One message on its way to a decision."""

from __future__ import annotations

from dataclasses import dataclass

from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.second_order import SecondOrder

MAX_CHOICES = 8


@dataclass(frozen=True)
class Message:
    """One message: what was heard in it, the intent, the raw text, and the step that it answers.

    ``second``: another order that waits until this one is placed. ``after_price``: the message before asked
    for a price, and was told it. ``supposed``: the order that it asked about, if that was not the open one.
    """

    heard: Heard
    intent: str
    text: str
    step: Step | None
    second: SecondOrder | None = None
    after_price: bool = False
    supposed: Draft | None = None
