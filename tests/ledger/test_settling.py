"""What only a person can settle: listed, settled once, audited with who did, and told to the reseller."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ledger import Finding, Intent, Ledger, Settlement
from bot.ordering.intent import IntentState
from tests.ledger.examples import FakeClock, shown, usd
from tests.ledger.test_work import order_for


async def in_doubt(ledger: Ledger, subject: str = "ana") -> Intent:
    """An order that nobody could find out about."""
    intent = await shown(ledger, actor=subject, subject=subject)
    await ledger.intents.confirm(intent.id, 1, subject, subject)
    leased = await ledger.work.lease(15)
    assert leased is not None
    unknown = await ledger.work.move(await ledger.work.send(leased), IntentState.UNKNOWN, Finding())
    return await ledger.work.move(unknown, IntentState.NEEDS_HUMAN, Finding(reason="unresolved"))


async def now(ledger: Ledger, intent: Intent) -> Intent:
    found = await ledger.intents.get(intent.id)
    assert found is not None
    return found


async def test_orders_in_doubt_are_listed_oldest_first_for_those_one_may_act_for(
    ledger: Ledger, clock: FakeClock
) -> None:
    await shown(ledger)
    anas = await in_doubt(ledger)
    clock.pass_time(60)
    evas = await in_doubt(ledger, "eva")
    assert [intent.id for intent in await ledger.settling.waiting()] == [anas.id, evas.id]
    assert [intent.id for intent in await ledger.settling.waiting(["eva", "bob"])] == [evas.id]
    assert await ledger.settling.waiting([]) == []


async def test_an_order_that_was_found_is_placed_told_and_followed(ledger: Ledger) -> None:
    intent = await in_doubt(ledger)
    answer = await ledger.settling.as_placed(intent.id, order_for(intent), by="sofia")
    settled = await now(ledger, intent)
    assert answer is Settlement.SETTLED
    assert (settled.state, settled.order_id, settled.reason) == (IntentState.PLACED, "ORD-1", None)
    assert [row.payload for row in await ledger.outbox.due()] == [
        {"payload": f'/tell_order{{"id": "{intent.id}"}}'}
    ]
    followed = await ledger.work.lease(15)
    assert followed is not None
    assert followed.id == intent.id


async def test_an_order_that_was_never_made_ends_and_is_told(ledger: Ledger) -> None:
    intent = await in_doubt(ledger)
    assert await ledger.settling.as_never_made(intent.id, by="sofia") is Settlement.SETTLED
    settled = await now(ledger, intent)
    assert (settled.state, settled.reason) == (IntentState.REJECTED, "never_made")
    assert len(await ledger.outbox.due()) == 1
    assert await ledger.work.lease(15) is None


async def test_the_trail_says_who_settled_it_and_for_whom(ledger: Ledger) -> None:
    intent = await in_doubt(ledger)
    await ledger.settling.as_placed(intent.id, order_for(intent), by="sofia")
    last = (await ledger.audit.of(intent.id))[-1]
    assert (last.event, last.actor, last.subject, last.channel) == ("settled_placed", "sofia", "ana", "desk")
    assert (last.facts["from"], last.facts["order_id"]) == ("needs_human", "ORD-1")
    assert await ledger.audit.broken() == []


async def test_an_order_is_settled_once(ledger: Ledger) -> None:
    intent = await in_doubt(ledger)
    assert await ledger.settling.as_never_made(intent.id, by="sofia") is Settlement.SETTLED
    assert await ledger.settling.as_never_made(intent.id, by="tom") is Settlement.NOT_WAITING
    assert await ledger.settling.as_placed(intent.id, order_for(intent), "tom") is Settlement.NOT_WAITING
    assert await ledger.settling.as_never_made("nobody", by="tom") is Settlement.NOT_WAITING
    assert await ledger.settling.waiting() == []
    assert len(await ledger.outbox.due()) == 1


@pytest.mark.parametrize("state", ["quoted", "confirmed", "unknown"])
async def test_what_the_worker_still_looks_after_is_not_a_persons_to_settle(
    ledger: Ledger, state: str
) -> None:
    intent = await shown(ledger)
    if state != "quoted":
        await ledger.intents.confirm(intent.id, 1, "ana", "ana")
    if state == "unknown":
        leased = await ledger.work.lease(15)
        assert leased is not None
        sending = await ledger.work.send(leased)
        await ledger.work.move(sending, IntentState.UNKNOWN, Finding(again=timedelta(0)))
    assert await ledger.settling.as_never_made(intent.id, by="sofia") is Settlement.NOT_WAITING
    assert (await now(ledger, intent)).state.value == state


async def test_the_order_of_another_intent_settles_nothing(ledger: Ledger) -> None:
    first, second = await in_doubt(ledger), await in_doubt(ledger)
    answer = await ledger.settling.as_placed(second.id, order_for(first), by="sofia")
    assert answer is Settlement.OTHER_ORDER
    await ledger.settling.as_placed(first.id, order_for(first), by="sofia")
    unmarked = replace(order_for(second), reference="")  # from a marketplace that keeps no poNumber
    assert await ledger.settling.as_placed(second.id, unmarked, by="sofia") is Settlement.OTHER_ORDER
    assert (await now(ledger, second)).state is IntentState.NEEDS_HUMAN


async def test_another_total_than_shown_is_not_hidden(ledger: Ledger) -> None:
    intent = await in_doubt(ledger)
    dearer = replace(order_for(intent), total=usd("999.00"))
    await ledger.settling.as_placed(intent.id, dearer, by="sofia")
    assert (await now(ledger, intent)).reason == "total_differs"
