"""Orders in doubt: whatever goes wrong on the way, there is one order or none, and somebody knows which."""

from __future__ import annotations

import pytest

from bot.marketplace.errors import Refused, Unavailable
from bot.ordering.intent import IntentState
from tests.ledger.examples import confirmed
from tests.worker.conftest import Bench
from tests.worker.fakes import lost_answer


@pytest.mark.parametrize("error", [lost_answer(), RuntimeError("a bug"), OSError("reset by peer")])
async def test_an_order_whose_answer_was_lost_is_found_not_sent_again(bench: Bench, error: Exception) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.after = [error]
    await bench.work()
    assert (await bench.now(intent)).state is IntentState.UNKNOWN
    await bench.work(3)
    placed = await bench.now(intent)
    assert (placed.state, placed.attempts) == (IntentState.PLACED, 1)
    assert len(bench.marketplace.orders) == 1
    assert len(await bench.told()) == 1


async def test_an_order_that_is_listed_late_is_found_all_the_same(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.after = [lost_answer()]
    bench.marketplace.lookups_miss = 4
    await bench.work(89)
    placed = await bench.now(intent)
    assert (placed.state, placed.attempts, len(bench.marketplace.orders)) == (IntentState.PLACED, 1, 1)


async def test_an_order_that_is_not_there_is_sent_again_only_after_the_safe_delay(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.before = [lost_answer()]
    await bench.work(89)
    assert ((await bench.now(intent)).state, bench.marketplace.orders) == (IntentState.UNKNOWN, [])
    await bench.work(2)
    placed = await bench.now(intent)
    assert (placed.state, placed.attempts, len(bench.marketplace.orders)) == (IntentState.PLACED, 2, 1)
    assert len(await bench.told()) == 1


async def test_a_refused_lookup_does_not_mean_that_there_is_no_order(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.after = [lost_answer()]
    bench.marketplace.lookup_fails = Refused("no such customer")
    await bench.work(3600)
    assert (await bench.now(intent)).state is IntentState.UNKNOWN
    bench.marketplace.lookup_fails = None
    await bench.work(300)
    assert ((await bench.now(intent)).state, len(bench.marketplace.orders)) == (IntentState.PLACED, 1)


async def test_after_a_day_in_doubt_a_person_has_to_look(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.after = [lost_answer()]
    bench.marketplace.lookup_fails = Unavailable("503")
    await bench.work()
    bench.clock.pass_time(24 * 3600 - 60)
    await bench.work(30)
    assert (await bench.now(intent)).state is IntentState.UNKNOWN
    await bench.work(400)
    lost = await bench.now(intent)
    assert (lost.state, lost.reason) == (IntentState.NEEDS_HUMAN, "unresolved")
    assert len(await bench.told()) == 1
    assert await bench.work(3600) == 0


async def test_an_order_that_vanishes_every_time_ends_with_a_person(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.before = [lost_answer() for _ in range(10)]
    await bench.work(1000)
    lost = await bench.now(intent)
    assert (lost.state, lost.attempts) == (IntentState.NEEDS_HUMAN, 5)
    assert bench.marketplace.orders == []


async def test_a_worker_killed_before_the_order_left_loses_nothing(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    await bench.dies_while_sending()
    await bench.work(14)
    assert (await bench.now(intent)).state is IntentState.SENDING
    await bench.work(2)
    assert (await bench.now(intent)).state is IntentState.UNKNOWN
    await bench.work(130)
    placed = await bench.now(intent)
    assert (placed.state, placed.attempts, len(bench.marketplace.orders)) == (IntentState.PLACED, 2, 1)


async def test_a_worker_killed_after_the_order_was_made_does_not_make_another(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    await bench.dies_while_sending()
    await bench.marketplace.place(intent.request, intent.id)
    await bench.work(30)
    placed = await bench.now(intent)
    assert (placed.state, placed.attempts, len(bench.marketplace.orders)) == (IntentState.PLACED, 1, 1)


async def test_a_price_that_changed_while_in_doubt_is_not_charged(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.before = [lost_answer()]
    await bench.work(10)
    bench.marketplace.estimate_fails = Refused("not sold any more")
    await bench.work(200)
    rejected = await bench.now(intent)
    assert (rejected.state, rejected.reason) == (IntentState.REJECTED, "order_refused")
    assert bench.marketplace.orders == []
