"""Real processes to kill: a fork server has imported everything once, so a new one costs milliseconds."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import multiprocessing
import os
import signal
from collections.abc import Coroutine
from dataclasses import dataclass
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.synchronize import Event as Ready
from pathlib import Path
from typing import Any

import stamina
from sqlalchemy.exc import DBAPIError

from bot.ledger import Delivery, Ledger
from bot.logs import configure_logs
from bot.marketplace.client import MarketplaceClient
from bot.marketplace.port import Marketplace
from bot.marketplace.transport import _tls
from bot.worker import loop
from bot.worker.loop import Loop, sleep
from bot.worker.pace import Pace
from bot.worker.placing import Placing
from tests.faults.clock import FastClock
from tests.faults.crash import arm

SECRET = b"a secret that only these tests know"


@dataclass(frozen=True)
class Story:
    """Where everything is: the ledger, the marketplace, what was told (JSON lines), and the time."""

    ledger: str
    shop: str
    told: Path
    clock: FastClock

    def open_ledger(self) -> Ledger:
        return Ledger(self.ledger, SECRET, self.clock)

    def client(self) -> MarketplaceClient:
        return MarketplaceClient(self.shop, "key", "mx", ("ana", "demo"))

    def tell(self, intent_id: str, state: str, number: str | None) -> None:
        """What a person has now read; one whole line, whoever writes at the same time."""
        line = json.dumps({"intent": intent_id, "state": state, "number": number}) + "\n"
        file = os.open(self.told, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(file, line.encode())
        os.close(file)

    def all_told(self) -> list[dict[str, Any]]:
        lines = self.told.read_text().splitlines() if self.told.exists() else []
        return [json.loads(line) for line in lines]


def server() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def start(context: ForkServerContext, job: Any, *arguments: object) -> ForkServerProcess:
    process = context.Process(target=_run, args=(job, *arguments), daemon=True)
    process.start()
    return process


def _run(job: Any, *arguments: Any) -> None:
    configure_logs("worker", "CRITICAL")
    logging.disable(logging.CRITICAL)
    asyncio.run(job(*arguments))


async def working(
    story: Story, point: str | None = None, intent_id: str | None = None, ready: Ready | None = None
) -> None:
    """A worker as ``python -m bot.worker`` runs it, on the story's clock; it dies at ``point``."""
    ledger, client = story.open_ledger(), story.client()

    async def marketplace_for(actor: str, subject: str) -> Marketplace:
        return client

    # The one delay of the worker that sleeps instead of looking at its clock.
    loop.RENEW_SECONDS = story.clock.real(loop.RENEW_SECONDS)
    if point:
        arm(point, intent_id)
    if ready:  # up, as workers are when somebody says yes
        await ledger.check()
        ready.set()
    placing = Placing(ledger, marketplace_for, Pace(), story.clock)
    await _until_told(Loop(ledger, placing).run, ledger, client)


async def telling(story: Story, point: str | None = None) -> None:
    """Says what waits in the outbox, as the gateway does."""
    ledger = story.open_ledger()
    if point:
        arm(point)

    async def tell(stop: asyncio.Event) -> None:
        while not stop.is_set():
            with contextlib.suppress(DBAPIError):  # the database may be busy: then later, as the gateway does
                for delivery in await ledger.outbox.due():
                    await _deliver(story, ledger, delivery)
            await sleep(stop, 0.1)

    await _until_told(tell, ledger)


async def surviving(story: Story) -> None:
    """The next worker and the next teller, in one process."""
    await asyncio.gather(working(story), telling(story))


async def confirming(story: Story, intent_id: str, person: str, point: str) -> None:
    """The press of the confirm button, in the process that dies of it."""
    arm(point)
    await story.open_ledger().intents.confirm(intent_id, 1, person, person)


async def _deliver(story: Story, ledger: Ledger, delivery: Delivery) -> None:
    intent_id = json.loads(delivery.payload["payload"].removeprefix("/tell_order"))["id"]
    intent = await ledger.intents.get(intent_id)
    assert intent is not None
    story.tell(intent.id, intent.state.value, intent.order_number)
    await ledger.outbox.done(delivery.id)


async def _until_told(run: Any, *open_ones: Ledger | MarketplaceClient) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await run(stop)
    for one in open_ones:
        await _close(one)


def _close(one: Ledger | MarketplaceClient) -> Coroutine[Any, Any, None]:
    return one.close() if isinstance(one, Ledger) else one.aclose()


_tls()  # read once, here in the fork server
stamina.instrumentation.set_on_retry_hooks([])
