"""Where an answer goes: one thread for each order, in the direct message."""

from __future__ import annotations

from bot.channels.slack.incoming import Pressed, Written
from bot.ledger import Place, Whereabouts

CHANNEL = "slack"
_OPEN = ("draft", "quoted")  # statuses of an order that is still being put together


def place_of_answer(event: Written | Pressed, known: Whereabouts) -> Place:
    """The place of the answer to ``event``, in a conversation that is where ``known`` says.

    Whoever writes in a thread is answered there. What is written beside it belongs to the open order, so the
    answer stands in the order's thread and is shown in the direct message, too. Else a new thread begins.
    """
    place: Place = {"channel": event.channel, "user": event.user, "thread": event.thread or event.ts}
    last = known.place or {}
    if known.channel != CHANNEL or last.get("channel") != event.channel:
        return place
    if isinstance(event, Pressed):
        return last if last.get("thread") == place["thread"] else place
    is_open = known.is_owed or (known.order or {}).get("status") in _OPEN
    if event.thread is None and is_open:
        return {**place, "thread": last["thread"], "is_shown_outside": True}
    return place
