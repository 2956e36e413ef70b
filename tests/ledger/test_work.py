from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.ledger import Finding, Intent, LeaseLost, Ledger
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderStatus, PlacedOrder
from tests.ledger.examples import QUOTE, FakeClock, confirmed


def order_for(intent: Intent, status: OrderStatus = OrderStatus.SUBMITTED) -> PlacedOrder:
    created = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    return PlacedOrder("ORD-1", "SO-1", intent.id, status, "CUST-1", QUOTE.total, created)


async def sent(ledger: Ledger) -> Intent:
    await confirmed(ledger)
    leased = await ledger.work.lease(15)
    assert leased is not None
    return await ledger.work.send(leased)


async def test_there_is_no_work_without_a_confirmation(ledger: Ledger) -> None:
    assert await ledger.work.lease(15) is None


async def test_two_workers_never_hold_the_same_intent(ledger: Ledger) -> None:
    ids = {(await confirmed(ledger)).id for _ in range(10)}
    leased = await asyncio.gather(*(ledger.work.lease(15) for _ in range(30)))
    held = [intent.id for intent in leased if intent is not None]
    rest = [intent.id for _ in range(10) if (intent := await ledger.work.lease(15)) is not None]
    assert sorted(held + rest) == sorted(ids)


async def test_a_lease_that_ran_out_is_given_to_the_next(ledger: Ledger, clock: FakeClock) -> None:
    await confirmed(ledger)
    first = await ledger.work.lease(15)
    assert await ledger.work.lease(15) is None
    clock.pass_time(15)
    second = await ledger.work.lease(15)
    assert first is not None
    assert second is not None
    assert second.id == first.id
    with pytest.raises(LeaseLost):
        await ledger.work.send(first)
    assert (await ledger.work.send(second)).attempts == 1


async def test_a_renewed_lease_holds_on(ledger: Ledger, clock: FakeClock) -> None:
    await confirmed(ledger)
    leased = await ledger.work.lease(15)
    assert leased is not None
    clock.pass_time(10)
    await ledger.work.renew(leased, 15)
    clock.pass_time(10)
    assert await ledger.work.lease(15) is None
    await ledger.work.postpone(leased, timedelta(0))
    with pytest.raises(LeaseLost):
        await ledger.work.renew(leased, 15)


async def test_a_killed_sender_leaves_its_intent_to_the_next_worker(ledger: Ledger, clock: FakeClock) -> None:
    sending = await sent(ledger)
    assert await ledger.work.lease(15) is None
    clock.pass_time(15)
    found = await ledger.work.lease(15)
    assert found is not None
    assert (found.id, found.state, found.attempts) == (sending.id, IntentState.SENDING, 1)
    with pytest.raises(LeaseLost):
        await ledger.work.move(sending, IntentState.PLACED, Finding(order=order_for(sending)))


async def test_a_placed_order_is_kept_with_its_number_and_told_with_it(ledger: Ledger) -> None:
    sending = await sent(ledger)
    placed = await ledger.work.move(
        sending, IntentState.PLACED, Finding(order=order_for(sending), again=timedelta(0), say=True)
    )
    assert (placed.order_id, placed.order_number) == ("ORD-1", "SO-1")
    assert placed.order_status is OrderStatus.SUBMITTED
    told = await ledger.outbox.due()
    assert [(row.kind, row.conversation) for row in told] == [("say", "talk-1")]
    assert told[0].payload == {"payload": f'/tell_order{{"id": "{placed.id}"}}'}


async def test_a_failed_move_tells_nothing(ledger: Ledger, clock: FakeClock) -> None:
    sending = await sent(ledger)
    clock.pass_time(15)
    await ledger.work.lease(15)
    with pytest.raises(LeaseLost):
        await ledger.work.move(sending, IntentState.UNKNOWN, Finding(say=True))
    assert await ledger.outbox.due() == []
    assert [row.event for row in await ledger.audit.of(sending.id)] == ["quoted", "confirmed", "sending"]


async def test_states_cannot_be_skipped(ledger: Ledger) -> None:
    await confirmed(ledger)
    leased = await ledger.work.lease(15)
    assert leased is not None
    with pytest.raises(ValueError, match="confirmed may not become placed"):
        await ledger.work.move(leased, IntentState.PLACED, Finding(order=order_for(leased)))


async def test_a_postponed_intent_comes_back_in_time(ledger: Ledger, clock: FakeClock) -> None:
    await confirmed(ledger)
    leased = await ledger.work.lease(15)
    assert leased is not None
    await ledger.work.postpone(leased, timedelta(seconds=30))
    clock.pass_time(29)
    assert await ledger.work.lease(15) is None
    clock.pass_time(1)
    again = await ledger.work.lease(15)
    assert again is not None
    assert again.looks == 1


async def test_following_an_order_notes_what_changed(ledger: Ledger, clock: FakeClock) -> None:
    sending = await sent(ledger)
    await ledger.work.move(
        sending, IntentState.PLACED, Finding(order=order_for(sending), again=timedelta(seconds=1))
    )
    clock.pass_time(1)
    leased = await ledger.work.lease(15)
    assert leased is not None
    done = Finding(order=order_for(sending, OrderStatus.COMPLETED), say=True)
    followed = await ledger.work.follow(leased, done)
    assert (followed.state, followed.order_status) == (IntentState.PLACED, OrderStatus.COMPLETED)
    clock.pass_time(1_000_000)
    assert await ledger.work.lease(15) is None
    events = [row.event for row in await ledger.audit.of(sending.id)]
    assert events == ["quoted", "confirmed", "sending", "placed", "order_completed"]
