"""Long polling. An offset acknowledges all updates before it: it moves on once they are committed."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence

import structlog
from telegram import Bot, Update
from telegram.error import Conflict, RetryAfter, TimedOut

from bot.channels.telegram.reading import KINDS
from bot.channels.telegram.sending import pause_asked

HOLD_SECONDS = 25  # how long Telegram keeps a question open while there is nothing new
_LONGEST_PAUSE = 30.0
# One question at a time is allowed; while another gateway of the same bot asks, this one waits.
_CONFLICT_PAUSE = 5.0

log = structlog.get_logger(__name__)


async def poll(bot: Bot, take: Callable[[Update], Awaitable[None]], hold: int = HOLD_SECONDS) -> None:
    """Until cancelled; no trouble ends it, and no update is acknowledged that could not be taken."""
    offset: int | None = None
    failures = 0
    while True:
        try:
            updates = await bot.get_updates(offset, timeout=hold, allowed_updates=KINDS)
            await _take_all(updates, take)
            # Nothing new: all is acknowledged. Without an offset, ids may begin anew, as they do in time.
            offset = max(each.update_id for each in updates) + 1 if updates else None
            failures = 0
        except Exception as trouble:
            failures += 1
            pause = _pause_after(trouble, failures)
            log.warning("telegram_poll_failed", trouble=repr(trouble), pause=round(pause, 1))
            await asyncio.sleep(pause)


async def _take_all(updates: Sequence[Update], take: Callable[[Update], Awaitable[None]]) -> None:
    """Side by side; ``take`` keeps the order within each chat. Raises what the first failure raised."""
    outcomes = await asyncio.gather(*(take(each) for each in updates), return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome


def _pause_after(trouble: Exception, failures: int) -> float:
    if isinstance(trouble, RetryAfter):
        return pause_asked(trouble).total_seconds()
    if isinstance(trouble, Conflict):
        return _CONFLICT_PAUSE
    if isinstance(trouble, TimedOut):
        return 0.1
    return min(_LONGEST_PAUSE, 0.5 * float(2 ** min(failures, 10))) * random.uniform(0.5, 1)
