from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.ledger import Ledger
from tests.ledger.examples import FakeClock


async def test_each_row_is_handed_out_to_one_taker(ledger: Ledger) -> None:
    for n in range(5):
        await ledger.outbox.add("say", f"talk-{n}", {"payload": f"/{n}"})
    takes = await asyncio.gather(*(ledger.outbox.due() for _ in range(5)))
    rows = [row for take in takes for row in take]
    assert sorted(row.payload["payload"] for row in rows) == ["/0", "/1", "/2", "/3", "/4"]


async def test_rows_of_a_conversation_come_one_by_one_in_the_order_they_were_added(ledger: Ledger) -> None:
    for n in range(5):
        await ledger.outbox.add("say", "talk-1", {"n": n})
    for n in range(5):
        (row,) = await ledger.outbox.due()
        assert row.payload["n"] == n
        assert await ledger.outbox.due() == []
        await ledger.outbox.done(row.id)


async def test_a_row_that_failed_holds_back_those_behind_it_but_no_other_conversation(
    ledger: Ledger, clock: FakeClock
) -> None:
    for conversation in ("talk-1", "talk-1", "talk-2"):
        await ledger.outbox.add("say", conversation, {})
    await ledger.outbox.add("deliver", "talk-1", {})
    first, other, words = await ledger.outbox.due()
    assert (other.conversation, words.kind) == ("talk-2", "deliver")
    for each in (other, words):
        await ledger.outbox.done(each.id)
    await ledger.outbox.failed(first.id, timedelta(seconds=30))
    clock.pass_time(29)
    assert await ledger.outbox.due() == []
    clock.pass_time(1)
    assert [row.id for row in await ledger.outbox.due()] == [first.id]


async def test_what_is_done_does_not_come_again(ledger: Ledger, clock: FakeClock) -> None:
    await ledger.outbox.add("say", "talk-1", {})
    (row,) = await ledger.outbox.due()
    await ledger.outbox.done(row.id)
    clock.pass_time(100_000)
    assert await ledger.outbox.due() == []


async def test_what_failed_comes_again_later_and_later(ledger: Ledger, clock: FakeClock) -> None:
    await ledger.outbox.add("say", "talk-1", {})
    for pause in (2, 5, 15, 60, 300, 300):
        (row,) = await ledger.outbox.due()
        await ledger.outbox.failed(row.id)
        clock.pass_time(pause - 0.5)
        assert await ledger.outbox.due() == []
        clock.pass_time(0.5)
    (row,) = await ledger.outbox.due()
    assert row.tries == 6


async def test_a_taker_that_dies_loses_the_row_to_the_next(ledger: Ledger, clock: FakeClock) -> None:
    await ledger.outbox.add("say", "talk-1", {})
    await ledger.outbox.due()
    clock.pass_time(9)
    assert await ledger.outbox.due() == []
    clock.pass_time(1)
    assert len(await ledger.outbox.due()) == 1


async def test_a_taker_that_lives_keeps_the_row_however_long_it_takes(
    ledger: Ledger, clock: FakeClock
) -> None:
    await ledger.outbox.add("say", "talk-1", {})
    (row,) = await ledger.outbox.due()
    for _ in range(20):
        clock.pass_time(6)
        await ledger.outbox.hold([row.id])
        assert await ledger.outbox.due() == []


async def test_what_was_reported_is_held_no_longer(ledger: Ledger, clock: FakeClock) -> None:
    for conversation in ("talk-1", "talk-2"):
        await ledger.outbox.add("say", conversation, {})
    done, paused = await ledger.outbox.due()
    await ledger.outbox.done(done.id)
    await ledger.outbox.failed(paused.id, timedelta(seconds=30))
    await ledger.outbox.hold([done.id, paused.id])
    clock.pass_time(29)
    assert await ledger.outbox.due() == []
    clock.pass_time(1)
    assert [row.id for row in await ledger.outbox.due()] == [paused.id]
