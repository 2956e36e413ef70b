"""The books compared: whatever differs is told and audited, and nothing is ever placed or mended."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from ulid import ULID

from bot.ledger import Intent
from bot.marketplace.errors import Unavailable
from bot.ordering.order import PlacedOrder
from bot.worker.reconciling import Discrepancy, Reconciling, seconds_until_night
from tests.ledger.examples import confirmed, usd
from tests.worker.conftest import Bench


async def placed(bench: Bench) -> tuple[Intent, PlacedOrder]:
    intent = await confirmed(bench.ledger)
    await bench.work()
    bench.clock.pass_time(3600)
    return await bench.now(intent), bench.marketplace.orders[-1]


async def compared(bench: Bench) -> list[Discrepancy]:
    before = list(bench.marketplace.sent)
    found = await Reconciling(bench.ledger, bench.marketplace_for, bench.clock).compare_all()
    assert bench.marketplace.sent == before
    for one in found:
        if one.reference:
            assert f"found_{one.kind}" in [row.event for row in await bench.ledger.audit.of(one.reference)]
    return found


async def test_books_that_say_the_same_have_no_discrepancies(bench: Bench) -> None:
    await placed(bench)
    await placed(bench)
    assert await compared(bench) == []


async def test_an_order_that_vanished_there_is_told(bench: Bench) -> None:
    intent, order = await placed(bench)
    bench.marketplace.orders.clear()
    expected = [Discrepancy("order_missing", "ana", intent.id, order.id)]
    assert await compared(bench) == expected
    assert await compared(bench) == expected
    events = [row.event for row in await bench.ledger.audit.of(intent.id)]
    assert events.count("found_order_missing") == 1


async def test_an_order_there_that_is_not_placed_here_is_told(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    await bench.marketplace.place(intent.request, intent.id)
    bench.clock.pass_time(3600)
    (one,) = await compared(bench)
    assert (one.kind, one.reference) == ("order_unrecorded", intent.id)


async def test_two_orders_under_one_reference_are_told(bench: Bench) -> None:
    intent, order = await placed(bench)
    bench.marketplace.orders.append(replace(order, id="ORD-again"))
    found = await compared(bench)
    assert [(one.kind, one.reference) for one in found] == [("order_twice", intent.id)] * 2


@pytest.mark.parametrize("change", [{"total": usd("765.61")}, {"customer_id": "CUST-2"}])
async def test_an_order_at_another_total_or_for_another_customer_is_told(
    bench: Bench, change: dict[str, object]
) -> None:
    _, order = await placed(bench)
    bench.marketplace.orders = [replace(order, **change)]  # type: ignore[arg-type]
    assert [one.kind for one in await compared(bench)] == ["order_differs"]


async def test_an_order_of_ours_that_our_book_forgot_is_told_and_those_of_others_are_not(
    bench: Bench,
) -> None:
    _, order = await placed(bench)
    lost = replace(order, id="ORD-lost", reference=str(ULID()))
    panel = [replace(order, id=f"ORD-{name}", reference=name) for name in ("", "PO 2026/114")]
    bench.marketplace.orders += [lost, *panel]
    assert await compared(bench) == [Discrepancy("order_unknown", "ana", lost.reference, "ORD-lost")]


async def test_what_may_still_be_on_its_way_is_left_alone(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    await bench.marketplace.place(intent.request, intent.id)
    bench.clock.pass_time(60)
    assert await compared(bench) == []


async def test_a_marketplace_that_does_not_answer_is_no_agreement(bench: Bench) -> None:
    await placed(bench)
    bench.marketplace.lookup_fails = Unavailable("down")
    assert [one.kind for one in await compared(bench)] == ["not_compared"]


def test_the_night_is_the_next_one() -> None:
    assert seconds_until_night(datetime(2026, 11, 22, 7, 0, tzinfo=UTC)) == 3600
    assert seconds_until_night(datetime(2026, 11, 22, 8, 0, tzinfo=UTC)) == 24 * 3600


async def test_it_runs_by_night_until_it_is_stopped(bench: Bench) -> None:
    intent, _ = await placed(bench)
    bench.marketplace.orders.clear()
    bench.clock.now = datetime(2026, 11, 23, 7, 59, 59, 900_000, tzinfo=UTC)
    stop = asyncio.Event()
    running = asyncio.create_task(Reconciling(bench.ledger, bench.marketplace_for, bench.clock).run(stop))
    for _ in range(100):
        await asyncio.sleep(0.05)
        if "found_order_missing" in [row.event for row in await bench.ledger.audit.of(intent.id)]:
            break
    else:
        pytest.fail("nothing was compared")
    stop.set()
    await asyncio.wait_for(running, timedelta(seconds=5).total_seconds())
