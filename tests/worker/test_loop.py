from __future__ import annotations

import asyncio

from bot.ledger import Ledger
from bot.marketplace.port import Marketplace
from bot.ordering.intent import IntentState
from bot.worker.loop import Loop
from bot.worker.pace import Pace
from bot.worker.placing import Placing
from tests.ledger.examples import confirmed, shown
from tests.worker.fakes import FakeMarketplace


def a_worker(ledger: Ledger, marketplace: FakeMarketplace) -> Loop:
    async def marketplace_for(actor: str, subject: str) -> Marketplace:
        return marketplace  # type: ignore[return-value]  # only what the worker asks is faked

    return Loop(ledger, Placing(ledger, marketplace_for, Pace()))


async def run_for(seconds: float, *loops: Loop) -> None:
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for loop in loops:
            group.create_task(loop.run(stop))
        await asyncio.sleep(seconds)
        stop.set()


async def run_until_all_are_placed(marketplace: FakeMarketplace, count: int, *loops: Loop) -> None:
    """Until ``count`` orders are there, however slow the machine, and a second more for a duplicate."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for loop in loops:
            group.create_task(loop.run(stop))
        for _ in range(300):
            await asyncio.sleep(0.1)
            if len(marketplace.orders) >= count:
                break
        await asyncio.sleep(1)
        stop.set()


async def test_an_order_is_placed_soon_after_the_yes(database_url: str) -> None:
    ledger = Ledger(database_url, b"x")
    marketplace = FakeMarketplace()
    intent = await confirmed(ledger)
    running = asyncio.create_task(run_for(1, a_worker(ledger, marketplace)))
    assert (await ledger.intents.settled(intent.id, 1)).state is IntentState.PLACED
    await running
    await ledger.close()


async def test_two_workers_at_once_never_place_twice(database_url: str) -> None:
    ledgers = [Ledger(database_url, b"x") for _ in range(2)]
    marketplace = FakeMarketplace(seconds=0.02)
    intents = [await confirmed(ledgers[0]) for _ in range(20)]
    workers = [a_worker(ledger, marketplace) for ledger in ledgers]
    await run_until_all_are_placed(marketplace, len(intents), *workers)
    assert sorted(order.reference for order in marketplace.orders) == sorted(intent.id for intent in intents)
    ends = [await ledgers[0].intents.settled(intent.id, 0) for intent in intents]
    assert {intent.state for intent in ends} == {IntentState.PLACED}
    for ledger in ledgers:
        await ledger.close()


async def test_a_slow_order_does_not_hold_up_the_others(database_url: str) -> None:
    ledger = Ledger(database_url, b"x")
    marketplace = FakeMarketplace(seconds=0.5)
    for _ in range(4):
        await confirmed(ledger)
    await run_for(0.9, a_worker(ledger, marketplace))
    assert len(marketplace.orders) == 4
    await ledger.close()


async def test_an_order_on_its_way_is_finished_when_the_worker_is_asked_to_stop(database_url: str) -> None:
    ledger = Ledger(database_url, b"x")
    marketplace = FakeMarketplace(seconds=0.5)
    intent = await confirmed(ledger)
    await run_for(0.3, a_worker(ledger, marketplace))
    placed = await ledger.intents.get(intent.id)
    assert placed is not None
    assert placed.state is IntentState.PLACED
    await ledger.close()


async def test_trouble_with_one_intent_does_not_stop_the_others(database_url: str) -> None:
    ledger = Ledger(database_url, b"x")
    eves = await shown(ledger, actor="eve", subject="eve")
    await ledger.intents.confirm(eves.id, 1, "eve", "eve")
    anas = await confirmed(ledger)

    async def marketplace_for(actor: str, subject: str) -> Marketplace:
        if actor == "eve":
            raise RuntimeError("a bug")
        return FakeMarketplace()  # type: ignore[return-value]  # only what the worker asks is faked

    await run_for(0.5, Loop(ledger, Placing(ledger, marketplace_for, Pace())))
    assert (await ledger.intents.settled(anas.id, 0)).state is IntentState.PLACED
    assert (await ledger.intents.settled(eves.id, 0)).state is IntentState.CONFIRMED
    await ledger.close()
