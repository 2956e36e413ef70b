"""Kills a real process at each named point, lets another one go on, and judges what came of the orders.

A lane is one point with a ledger and a marketplace of its own. In a round some orders are confirmed, and the
process that works on each is killed (SIGKILL); then a new one starts, and every order must come to its end,
and be told. That one is killed, too, wherever it happens to be.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections import deque
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.ledger import Intent
from bot.worker.loop import LEASE_SECONDS
from tests.faults.books import Books
from tests.faults.checker import Verdict, check, count_open
from tests.faults.clock import FastClock
from tests.faults.crash import AT_THE_SHOP, IN_THE_YES, WITH_NEW_CUSTOMER
from tests.faults.databases import NewLedger
from tests.faults.door import Door
from tests.faults.orders import shown
from tests.faults.plan import Scripted
from tests.faults.process import Story, confirming, server, start, surviving, telling, working
from tests.faults.shop import Asked, Shop

# Real seconds after which a process that should have died, or an order that should have ended, is a failure.
PATIENCE = 200.0
LOOK_EVERY = 0.5
# All of a round are killed before the first one's lease ends: the killed do not get in each other's way.
ROUND = LEASE_SECONDS / 2
WITHIN = 120.0  # the story's seconds between a yes and its end


@dataclass
class Killed:
    """What came of one lane: how many processes really died at the point, and the judge's words."""

    point: str
    kills: int
    verdict: Verdict


@dataclass
class Run:
    """Where the lanes of one run live. ``at_once``: so many may kill at a time; to wait is not measured."""

    new_ledger: NewLedger
    place: Path
    clock: FastClock
    at_once: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(2))


async def kill(run: Run, point: str, times: int) -> Killed:
    """Kill ``times`` processes at ``point``; judge when all of their orders have ended."""
    place, clock = run.place / point, run.clock
    place.mkdir()  # noqa: ASYNC240 - before anything runs
    with ExitStack() as stack:
        books = Books(place / "shop.db", clock)
        stack.callback(books.close)
        shop = Shop(books, Scripted())
        door = stack.enter_context(Door(shop, clock.real))
        story = Story(run.new_ledger(place.name), door.url, place / "told.jsonl", clock)
        lane = _Lane(point, story, shop, run.at_once)
        numbers = deque(range(times))
        kills = 0
        while numbers:
            kills += await lane.round(numbers)
        await lane.close()
        verdict = check(story.ledger, books.path, story.all_told(), within=WITHIN)
    if kills != times:
        verdict.wrong.append(f"{point}: only {kills} of {times} processes died there")
    told = {said["intent"] for said in story.all_told()}
    verdict.wrong += [f"IR {intent}: nobody was told" for intent in lane.ids - told]
    if verdict.ends != {"placed": times}:
        verdict.wrong.append(f"{point}: a kill alone changed how orders end: {dict(verdict.ends)}")
    return Killed(point, kills, verdict)


class _Lane:
    def __init__(self, point: str, story: Story, shop: Shop, at_once: asyncio.Semaphore) -> None:
        self.point, self.story, self.shop = point, story, shop
        self._at_once = at_once
        self.ids: set[str] = set()
        self._ledger, self._client, self._processes = story.open_ledger(), story.client(), server()

    async def close(self) -> None:
        await self._client.aclose()
        await self._ledger.close()

    async def round(self, numbers: deque[int]) -> int:
        """Take orders from the left until all have ended; how many processes died at their point."""
        died = 0
        async with self._at_once:
            enough = time.monotonic() + self.story.clock.real(ROUND)
            while numbers and time.monotonic() < enough:
                number = numbers.popleft()
                kind = 9 if self.point in WITH_NEW_CUSTOMER else number % 9
                intent = await shown(self._ledger, self._client, 10 * number + kind)
                self.ids.add(intent.id)
                died += await self._murder(intent)
            survivor = start(self._processes, surviving, self.story)
        try:
            await self._all_end()
        finally:
            survivor.kill()
            await asyncio.to_thread(survivor.join)
        return died

    async def _murder(self, intent: Intent) -> bool:
        if self.point in IN_THE_YES:
            victim = start(self._processes, confirming, self.story, intent.id, intent.actor, self.point)
            died = await has_died(victim)
            await self._say_yes(intent)  # again, as people do who hear nothing
            return died
        if self.point == "before_receipt":
            return await self._murder_the_teller(intent)
        ready = self._processes.Event()
        victim = start(self._processes, working, self.story, self.point, intent.id, ready)
        await asyncio.to_thread(ready.wait, PATIENCE)
        if self.point in AT_THE_SHOP:
            self.shop.at = lambda stage, asked: self._shoot(victim, stage, asked)
        await self._say_yes(intent)
        died = await has_died(victim)
        self.shop.at = lambda stage, asked: None
        return died

    async def _murder_the_teller(self, intent: Intent) -> bool:
        worker = start(self._processes, working, self.story)
        victim = start(self._processes, telling, self.story, self.point)
        await self._say_yes(intent)
        died = await has_died(victim)
        worker.kill()
        await asyncio.to_thread(worker.join)
        return died

    def _shoot(self, victim: ForkServerProcess, stage: str, asked: Asked) -> None:
        if (stage, asked.kind) == AT_THE_SHOP[self.point] and victim.pid is not None:
            os.kill(victim.pid, signal.SIGKILL)
            wait([victim.sentinel], PATIENCE)

    async def _say_yes(self, intent: Intent) -> None:
        await self._ledger.intents.confirm(intent.id, 1, intent.actor, intent.subject)

    async def _all_end(self) -> None:
        """Until every order is settled and told; what takes forever is the judge's to find."""
        for _ in range(int(PATIENCE / LOOK_EVERY)):
            left = await asyncio.to_thread(count_open, self.story.ledger)
            if not left and self.ids <= {said["intent"] for said in self.story.all_told()}:
                return
            await asyncio.sleep(LOOK_EVERY)


async def has_died(victim: ForkServerProcess) -> bool:
    """Whether ``victim`` ends by a kill. Its exit code can be read once only, and every start of a process
    reads those of all others: so one thread waits here and another, the one that starts, reads."""
    await asyncio.to_thread(wait, [victim.sentinel], PATIENCE)
    died = victim.exitcode == -signal.SIGKILL
    if victim.is_alive():
        victim.kill()
    return died
