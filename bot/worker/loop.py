"""The worker's loop: take what is due, a few at once, hold each while it is worked on, stop when asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bot.ledger import Intent, LeaseLost, Ledger
from bot.logs import bind_request
from bot.worker.placing import Placing

AT_ONCE = 8
IDLE_SECONDS = 0.1
TROUBLE_SECONDS = 1.0
# A worker that dies is replaced after this long; one that lives renews in time.
LEASE_SECONDS = 15.0
RENEW_SECONDS = 5.0
# What is still being sent when we are asked to stop gets this long; then the lease tells the next worker.
GRACE_SECONDS = 4.0

log = structlog.get_logger(__name__)


class Loop:
    def __init__(self, ledger: Ledger, placing: Placing) -> None:
        self._work = ledger.work
        self._placing = placing
        self._running: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Until ``stop`` is set; trouble with the database only makes it wait."""
        while not stop.is_set():
            try:
                pause = 0.0 if await self._take_one() else IDLE_SECONDS
            except Exception:  # the database may be away; it will be back
                log.exception("ledger_unavailable")
                pause = TROUBLE_SECONDS
            if pause:
                await sleep(stop, pause)
        if self._running:
            await asyncio.wait(self._running, timeout=GRACE_SECONDS)
        for task in self._running:
            task.cancel()

    async def _take_one(self) -> bool:
        if len(self._running) >= AT_ONCE:
            return False
        intent = await self._work.lease(LEASE_SECONDS)
        if intent is None:
            return False
        task = asyncio.create_task(self._advance(intent))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return True

    async def _advance(self, intent: Intent) -> None:
        bind_request(intent.id, conversation=intent.conversation)
        try:
            async with self._holding(intent):
                await self._placing.advance(intent)
        except LeaseLost as lost:
            log.warning("lease_lost", why=str(lost))
        except Exception:  # one intent must not stop the others; it comes again when its lease ends
            log.exception("intent_stuck", state=intent.state)

    @asynccontextmanager
    async def _holding(self, intent: Intent) -> AsyncIterator[None]:
        renewing = asyncio.create_task(self._renew(intent))
        try:
            yield
        finally:
            renewing.cancel()

    async def _renew(self, intent: Intent) -> None:
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            try:
                await self._work.renew(intent, LEASE_SECONDS)
            except LeaseLost:  # also when the work has just ended; its own write tells if it came too late
                return
            except Exception:  # tried again in time, or the lease ends
                log.exception("lease_not_renewed")


async def sleep(stop: asyncio.Event, seconds: float) -> None:
    """Until ``seconds`` have passed or ``stop`` is set."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
