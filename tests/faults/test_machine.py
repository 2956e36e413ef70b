"""Any order of yeses, faults, deaths and time: the rules hold after each step, and every order ends once.

Hypothesis looks for the shortest story that breaks them. One process, no network, a clock moved by hand.
"""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
import stamina
import structlog
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from bot.ledger import Intent, LeaseLost, Ledger
from bot.marketplace.client import MarketplaceClient
from bot.marketplace.port import Marketplace
from bot.worker.pace import Pace
from bot.worker.placing import Placing
from tests.faults.books import Books
from tests.faults.checker import check, count_open
from tests.faults.door import NoDoor
from tests.faults.orders import shown
from tests.faults.plan import KINDS, Scripted
from tests.faults.shop import Shop
from tests.ledger.examples import FakeClock

WRITES = ("lease", "customer_sent", "customer_made", "send", "move", "postpone", "follow")
CALLS = ("estimate", "find_customer", "create_customer", "place", "find_order", "order")
FAULTS = [(kind, fault) for kind, faults in KINDS.items() for fault in faults]


class Death(BaseException):
    """A worker that is no more; nothing in it can catch this."""


class Story(RuleBasedStateMachine):
    template: Path

    @initialize()
    def begin(self) -> None:
        self._place = tempfile.TemporaryDirectory(prefix="pedido-story-")
        place = Path(self._place.name)
        shutil.copy(self.template, place / "ledger.db")
        self.address = f"sqlite+aiosqlite:///{place}/ledger.db"
        self.clock, self.plan, self.loop = FakeClock(), Scripted(), asyncio.new_event_loop()
        self.ledger = Ledger(self.address, b"x", self.clock)
        self.books = Books(place / "shop.db", self.clock)
        door = NoDoor(Shop(self.books, self.plan), self.clock.pass_time)
        self.client = MarketplaceClient("http://shop/marketplace/mx", "k", "mx", ("a", "b"), transport=door)
        self.breaths: int | None = None
        for owner, verbs in ((self.ledger.work, WRITES), (self.client, CALLS)):
            for verb in verbs:
                setattr(owner, verb, self._mortal(getattr(owner, verb)))
        self.placing = Placing(self.ledger, self._marketplace_for, Pace(), self.clock)
        self.intents: list[Intent] = []

    async def _marketplace_for(self, actor: str, subject: str) -> Marketplace:
        return self.client

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    @rule()
    def says_yes(self) -> None:
        number = len(self.intents) * 10 + (9 if len(self.intents) % 2 else 3)
        intent = self.do(shown(self.ledger, self.client, number))
        self.intents.append(intent)
        self.says_yes_again(len(self.intents) - 1)

    @rule(which=st.integers(0, 20))
    def says_yes_again(self, which: int) -> None:
        if self.intents:
            intent = self.intents[which % len(self.intents)]
            self.do(self.ledger.intents.confirm(intent.id, 1, intent.actor, intent.subject))

    @rule(fault=st.sampled_from(FAULTS))
    def something_will_break(self, fault: tuple[str, str]) -> None:
        self.plan.script.setdefault(fault[0], []).append(fault[1])

    @rule(seconds=st.sampled_from([1, 5, 16, 60, 91]))
    def time_passes(self, seconds: int) -> None:
        self.clock.pass_time(seconds)

    @rule()
    def a_worker_works(self) -> None:
        self.do(self._work())

    @rule(breaths=st.integers(1, 8))
    def a_worker_dies(self, breaths: int) -> None:
        self.breaths = breaths
        with contextlib.suppress(Death):
            self.do(self._work())
        self.breaths = None

    def _mortal(self, verb: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        """``verb``, after which its worker may be dead."""

        async def breathe(*args: Any, **names: Any) -> Any:
            result = await verb(*args, **names)
            if self.breaths is not None:
                self.breaths -= 1
                if not self.breaths:
                    raise Death
            return result

        return breathe

    async def _work(self) -> bool:
        leased = await self.ledger.work.lease(15)
        if leased is None:
            return False
        structlog.contextvars.bind_contextvars(request_id=leased.id)
        with contextlib.suppress(LeaseLost):  # another worker goes on with it
            await self.placing.advance(leased)
        return True

    @invariant()
    def no_rule_is_broken(self) -> None:
        if hasattr(self, "address"):
            wrong = [one for one in check(self.address, self.books.path).wrong if one[:2] not in ("I3", "I6")]
            assert wrong == []

    def teardown(self) -> None:
        if not hasattr(self, "address"):
            return
        self.plan.script.clear()
        for _ in range(400):
            self.clock.pass_time(10)
            while self.do(self._work()):
                pass
            if not count_open(self.address):
                break
        self.books.catch_up()
        wrong = check(self.address, self.books.path).wrong
        self.do(self.client.aclose())
        self.do(self.ledger.close())
        self.loop.close()
        self.books.close()
        self._place.cleanup()
        assert wrong == []


@pytest.fixture(autouse=True)
def quick_retries() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3):
        yield


@pytest.mark.parametrize(
    ("stories", "steps"), [(15, 20), pytest.param(500, 50, marks=pytest.mark.faults)], ids=["sample", "whole"]
)
def test_no_story_breaks_the_rules(migrated_sqlite: Path, stories: int, steps: int) -> None:
    Story.template = migrated_sqlite
    chosen = settings(
        max_examples=stories,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Story, settings=chosen)
