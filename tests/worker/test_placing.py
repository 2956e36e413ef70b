from __future__ import annotations

from dataclasses import replace

from bot.ledger import UnknownAccount
from bot.marketplace.errors import ContractBroken, Refused, Unavailable
from bot.marketplace.port import Marketplace
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderStatus
from bot.worker.pace import Pace
from bot.worker.placing import Placing
from tests.ledger.examples import QUOTE, confirmed, shown, usd
from tests.worker.conftest import Bench
from tests.worker.fakes import lost_answer, not_sent


async def test_a_confirmed_order_is_placed_under_our_reference(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    await bench.work()
    placed = await bench.now(intent)
    (order,) = bench.marketplace.orders
    assert order.reference == intent.id
    assert (placed.state, placed.order_id, placed.order_number) == (IntentState.PLACED, order.id, "SO-1")
    assert (placed.reason, placed.attempts) == (None, 1)
    assert bench.asked_for[0] == ("ana", "ana")
    assert await bench.told() == []


async def test_what_was_only_shown_is_not_placed(bench: Bench) -> None:
    await shown(bench.ledger)
    assert await bench.work(600) == 0


async def test_a_completed_order_is_told_once(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    await bench.work()
    bench.marketplace.status = OrderStatus.PROCESSING
    await bench.work(3)
    assert (await bench.now(intent)).order_status is OrderStatus.PROCESSING
    assert await bench.told() == []
    bench.marketplace.status = OrderStatus.COMPLETED
    await bench.work(60)
    assert (await bench.now(intent)).order_status is OrderStatus.COMPLETED
    assert [row.payload["payload"] for row in await bench.told()] == [f'/tell_order{{"id": "{intent.id}"}}']
    assert await bench.work(600) == 0


async def test_an_order_that_fails_later_is_told_too(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    await bench.work()
    bench.marketplace.status = OrderStatus.ERROR
    await bench.work(10)
    assert (await bench.now(intent)).order_status is OrderStatus.ERROR
    assert len(await bench.told()) == 1


async def test_following_outlives_an_unavailable_marketplace(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    await bench.work()
    bench.marketplace.lookup_fails = Unavailable("503")
    await bench.work(120)
    bench.marketplace.lookup_fails = None
    bench.marketplace.status = OrderStatus.COMPLETED
    await bench.work(600)
    assert (await bench.now(intent)).order_status is OrderStatus.COMPLETED


async def test_a_refused_order_is_rejected_with_the_marketplaces_sentence(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.before = [Refused("Customer is on hold", "corr-9")]
    await bench.work(600)
    rejected = await bench.now(intent)
    assert (rejected.state, rejected.reason) == (IntentState.REJECTED, "order_refused")
    assert rejected.detail == "Customer is on hold"
    assert await bench.told() == []


async def test_a_refusal_of_the_estimate_rejects_before_anything_is_sent(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.estimate_fails = Refused("M365-BB is not sold any more")
    await bench.work(600)
    rejected = await bench.now(intent)
    assert (rejected.state, rejected.attempts) == (IntentState.REJECTED, 0)


async def test_an_order_is_never_sent_at_a_price_that_was_not_shown(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.quote = replace(QUOTE, total=usd("765.61"))
    await bench.work(600)
    rejected = await bench.now(intent)
    assert (rejected.state, rejected.reason) == (IntentState.REJECTED, "price_changed")
    assert bench.marketplace.orders == []


async def test_an_order_placed_at_another_total_is_not_passed_over(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    dearer = replace(QUOTE, total=usd("800.00"))
    bench.marketplace.on_place = lambda: setattr(bench.marketplace, "quote", dearer)
    await bench.work()
    placed = await bench.now(intent)
    assert (placed.state, placed.reason) == (IntentState.PLACED, "total_differs")


async def test_an_order_that_never_left_is_sent_again(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.before = [not_sent(), Unavailable("429", retry_after=30)]
    await bench.work()
    waiting = await bench.now(intent)
    assert (waiting.state, waiting.reason) == (IntentState.CONFIRMED, "not_sent")
    await bench.work(31)
    assert (await bench.now(intent)).state is IntentState.CONFIRMED
    await bench.work(5)
    placed = await bench.now(intent)
    assert (placed.state, placed.attempts) == (IntentState.PLACED, 3)
    assert len(bench.marketplace.orders) == 1
    assert len(await bench.told()) == 1


async def test_an_unreachable_marketplace_is_waited_for_but_not_for_ever(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.estimate_fails = Unavailable("503")
    await bench.work(3500)
    assert (await bench.now(intent)).state is IntentState.CONFIRMED
    await bench.work(500)
    given_up = await bench.now(intent)
    assert (given_up.state, given_up.reason) == (IntentState.REJECTED, "marketplace_unavailable")
    assert len(await bench.told()) == 1


async def test_an_unreadable_estimate_sends_nothing(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.estimate_fails = ContractBroken("total is missing")
    await bench.work(10)
    assert (await bench.now(intent)).state is IntentState.CONFIRMED
    assert bench.marketplace.orders == []


async def test_without_credentials_nothing_is_sent(bench: Bench) -> None:
    async def nobody(actor: str, subject: str) -> Marketplace:
        raise UnknownAccount(actor)

    intent = await confirmed(bench.ledger)
    bench.placing = Placing(bench.ledger, nobody, Pace(), bench.clock)
    await bench.work()
    rejected = await bench.now(intent)
    assert (rejected.state, rejected.reason) == (IntentState.REJECTED, "not_signed_in")


async def test_a_slow_answer_is_told_by_the_outbox(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.on_place = lambda: bench.clock.pass_time(9)
    await bench.work()
    assert (await bench.now(intent)).state is IntentState.PLACED
    assert len(await bench.told()) == 1


async def test_an_audit_row_and_an_attempt_remain_of_each_sending(bench: Bench) -> None:
    intent = await confirmed(bench.ledger)
    bench.marketplace.before = [not_sent()]
    bench.marketplace.after = [lost_answer()]
    await bench.work(30)
    events = [row.event for row in await bench.ledger.audit.of(intent.id)]
    assert events == ["quoted", "confirmed", "sending", "not_sent", "sending", "unknown", "placed"]
    assert await bench.ledger.audit.broken() == []
