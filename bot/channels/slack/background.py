"""What happens after the acknowledgement, and nobody waits for: best effort, and it ends with the gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

import structlog

from bot.channels.courier import TryLater, Undeliverable

log = structlog.get_logger(__name__)


class Background:
    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_over = False

    def do(self, duty: Coroutine[None, None, None]) -> None:
        if self._is_over:  # the outbox, which ends after the door, may still have something
            duty.close()
            return
        task = asyncio.create_task(self._tried(duty))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: duty.close())  # if it was cancelled before it began

    async def end(self) -> None:
        self._is_over = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def idle(self) -> None:
        """Until everything that was begun is done."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _tried(self, duty: Coroutine[None, None, None]) -> None:
        try:
            await duty
        except (TryLater, Undeliverable) as trouble:
            log.warning("slack_courtesy_failed", trouble=str(trouble))
        except Exception as bug:
            log.error("slack_courtesy_failed", trouble=type(bug).__name__)
