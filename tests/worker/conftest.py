"""A worker on a ledger of its own, worked by hand: the clock stands still between two steps."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from bot.ledger import Delivery, Intent, Ledger
from bot.marketplace.port import Marketplace
from bot.worker.pace import Pace
from bot.worker.placing import Placing
from tests.ledger.examples import FakeClock
from tests.worker.fakes import FakeMarketplace


@dataclass
class Bench:
    """Everything one test moves: ``ledger``, ``clock``, ``marketplace`` and a worker's ``placing``."""

    ledger: Ledger
    clock: FakeClock
    marketplace: FakeMarketplace

    def __post_init__(self) -> None:
        self.asked_for: list[tuple[str, str]] = []
        self.placing = Placing(self.ledger, self.marketplace_for, Pace(), self.clock)

    async def marketplace_for(self, actor: str, subject: str) -> Marketplace:
        self.asked_for.append((actor, subject))
        return self.marketplace  # type: ignore[return-value]  # only what the worker asks is faked

    async def work(self, seconds: int = 0) -> int:
        """Let time pass, in at most 200 strides, while the worker does what is due; the steps it took."""
        steps = 0
        stride = max(1, seconds // 200)
        for passed in range(0, seconds + 1, stride):
            while (leased := await self.ledger.work.lease(15)) is not None:
                await self.placing.advance(leased)
                steps += 1
            self.clock.pass_time(min(stride, seconds - passed))
        return steps

    async def dies_while_sending(self) -> None:
        """A worker that is killed after it committed that it is sending."""
        leased = await self.ledger.work.lease(15)
        assert leased is not None
        await self.ledger.work.send(leased)

    async def now(self, intent: Intent) -> Intent:
        found = await self.ledger.intents.get(intent.id)
        assert found is not None
        return found

    async def told(self) -> list[Delivery]:
        return await self.ledger.outbox.due()


@pytest.fixture
async def bench(database_url: str) -> AsyncIterator[Bench]:
    clock = FakeClock()
    ledger = Ledger(database_url, b"a secret that only this test knows", clock)
    yield Bench(ledger, clock, FakeMarketplace())
    await ledger.close()
