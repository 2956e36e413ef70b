"""Once a night, words that are older than the settings allow are forgotten."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import structlog

from bot.ledger import Ledger
from bot.ledger.clock import Clock, utc_now
from bot.worker.loop import sleep

# Any hour will do in which few people order; UTC.
HOUR = 7
LOOK_SECONDS = 60.0

log = structlog.get_logger(__name__)


class Forgetting:
    def __init__(self, ledger: Ledger, keep: timedelta, clock: Clock = utc_now) -> None:
        self._ledger = ledger
        self._keep = keep
        self._clock = clock
        self._next_at = next_night(clock())

    async def run(self, stop: asyncio.Event) -> None:
        """Until ``stop`` is set. A night that was slept through is made up for in the next one."""
        while not stop.is_set():
            try:
                await self.look()
            except Exception:  # the database may be away; the next look comes soon
                log.exception("not_forgotten")
            await sleep(stop, LOOK_SECONDS)

    async def look(self) -> None:
        """Forget, if it is time."""
        now = self._clock()
        if now < self._next_at:
            return
        count = await self._ledger.forgetting.words_before(now - self._keep)
        self._next_at = next_night(now)
        log.info("forgotten", messages=count)


def next_night(now: datetime) -> datetime:
    tonight = now.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return tonight if tonight > now else tonight + timedelta(days=1)
