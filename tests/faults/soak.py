"""Thousands of orders while one call in five goes wrong; workers, teller and TCP are real."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.faults.books import Books
from tests.faults.checker import Verdict, check, count_open
from tests.faults.clock import FastClock
from tests.faults.door import Door
from tests.faults.orders import shown
from tests.faults.plan import Plan
from tests.faults.process import Story, server, start, telling, working
from tests.faults.shop import Shop

# So many orders may be on their way at a time: nobody orders faster than orders end.
ON_THEIR_WAY = 250
# Real seconds in which nothing came to an end: something is stuck.
PATIENCE = 180.0


@dataclass
class Soaked:
    """``met``: how often each fault was met, by the kind of call."""

    verdict: Verdict
    met: Counter[str]
    calls: int


@dataclass
class Soak:
    """A story with ``workers`` processes at a marketplace that breaks by ``plan``."""

    ledger: str
    place: Path
    clock: FastClock
    plan: Plan
    workers: int = 2

    async def run(self, numbers: Iterable[int]) -> Soaked:
        """Place these orders (see ``tests.faults.orders``), wait for their ends, and judge."""
        self.place.mkdir(exist_ok=True)  # noqa: ASYNC240 - before anything runs
        with ExitStack() as stack:
            books = Books(self.place / "shop.db", self.clock)
            stack.callback(books.close)
            shop = Shop(books, self.plan)
            door = stack.enter_context(Door(shop, self.clock.real))
            story = Story(self.ledger, door.url, self.place / "told.jsonl", self.clock)
            context = server()
            jobs = [*[working] * self.workers, telling]
            processes = [start(context, job, story) for job in jobs]
            try:
                await self._order(story, numbers)
                await self._at_most(0)
                await _told(story)
            finally:
                for process in processes:
                    process.kill()
                    process.join()
            await asyncio.sleep(self.clock.real(60))  # for what the marketplace still does by itself
            books.catch_up()
            verdict = check(story.ledger, books.path, story.all_told())
            return Soaked(verdict, shop.met, books.count)

    async def _order(self, story: Story, numbers: Iterable[int]) -> None:
        ledger, client = story.open_ledger(), story.client()
        for done, number in enumerate(numbers):
            intent = await shown(ledger, client, number)
            await ledger.intents.confirm(intent.id, 1, intent.actor, intent.subject)
            if done % 50 == 49:
                await self._at_most(ON_THEIR_WAY)
        await client.aclose()
        await ledger.close()

    async def _at_most(self, wanted: int) -> None:
        """Until no more than ``wanted`` orders are on their way; gives up when they stop moving."""
        fewest, idle = 1_000_000, 0.0
        while (left := await asyncio.to_thread(count_open, self.ledger)) > wanted and idle < PATIENCE:
            fewest, idle = min(left, fewest), 0.0 if left < fewest else idle + 0.2
            await asyncio.sleep(0.2)


async def _told(story: Story) -> None:
    """Until the outbox has been silent for a while."""
    before = -1
    while (now := len(story.all_told())) > before:
        before = now
        await asyncio.sleep(2)
