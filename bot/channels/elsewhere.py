"""What is said through another gateway: this one looks how far the conversations have got that it shows."""

from __future__ import annotations

import asyncio

import structlog

from bot.channels.listeners import Listeners
from bot.ledger import Ledger

_LOOK_EVERY_SECONDS = 1.0

log = structlog.get_logger(__name__)


async def hear_of_others(ledger: Ledger, listeners: Listeners) -> None:
    """Until cancelled; trouble with the database only makes it wait."""
    known: dict[str, int] = {}
    while True:
        try:
            found = await ledger.conversations.how_far(listeners.followed())
        except Exception:
            log.exception("news_unreadable")
            found = known
        for conversation_id, seq in found.items():
            # Of what was said here they know; woken once more, they find nothing new.
            if known.get(conversation_id) != seq:
                listeners.wake(conversation_id)
        known = found
        await asyncio.sleep(_LOOK_EVERY_SECONDS)
