"""The quote that is about to end, and the notice of an order that somebody else placed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ledger import Finding, Intent, LeaseLost, Ledger
from bot.ordering.intent import IntentState
from tests.ledger.examples import FakeClock, shown
from tests.ledger.test_work import order_for

HALF_AN_HOUR = timedelta(minutes=30)


async def due(ledger: Ledger) -> Intent | None:
    return await ledger.work.lease(15)


async def test_five_minutes_before_its_end_a_quote_is_due_once(ledger: Ledger, clock: FakeClock) -> None:
    await shown(ledger, ttl=HALF_AN_HOUR)
    clock.pass_time(25 * 60 - 1)
    assert await due(ledger) is None
    clock.pass_time(1)
    intent = await due(ledger)
    assert intent is not None
    await ledger.work.remind(intent)
    (told,) = await ledger.outbox.due()
    assert (told.kind, told.conversation, told.payload["sentence"]) == ("inform", "talk-1", "quote_ending")
    assert told.payload["facts"] == {"total": {"amount": "765.60", "currency": "USD"}, "minutes": 5}
    clock.pass_time(60)
    assert await due(ledger) is None


async def test_nobody_is_reminded_of_a_quote_that_is_over_in_a_moment_anyway(
    ledger: Ledger, clock: FakeClock
) -> None:
    await shown(ledger, ttl=timedelta(minutes=5))
    clock.pass_time(4 * 60)
    assert await due(ledger) is None


@pytest.mark.parametrize("end", ["confirm", "cancel"])
async def test_a_quote_that_was_answered_reminds_nobody(ledger: Ledger, clock: FakeClock, end: str) -> None:
    intent = await shown(ledger, ttl=HALF_AN_HOUR)
    clock.pass_time(25 * 60)
    held = await due(ledger)  # a worker is about to remind when the answer comes
    assert held is not None
    if end == "confirm":
        await ledger.intents.confirm(intent.id, intent.version, "ana", "ana")
    else:
        await ledger.intents.cancel(intent.id, "ana", "ana")
    with pytest.raises(LeaseLost):
        await ledger.work.remind(held)
    assert await ledger.outbox.due() == []
    waiting = await due(ledger)
    assert (waiting and waiting.state) == (IntentState.CONFIRMED if end == "confirm" else None)


async def test_a_worker_that_comes_too_late_says_nothing(ledger: Ledger, clock: FakeClock) -> None:
    await shown(ledger, ttl=HALF_AN_HOUR)
    clock.pass_time(31 * 60)
    intent = await due(ledger)
    assert intent is not None
    await ledger.work.remind(intent)
    assert await ledger.outbox.due() == []


@pytest.mark.parametrize("actor", ["ana", "sol"])
async def test_the_reseller_hears_of_an_order_that_somebody_else_placed(ledger: Ledger, actor: str) -> None:
    intent = await shown(ledger, actor=actor, draft={"customer": {"name": "La Espiga"}})
    await ledger.intents.confirm(intent.id, intent.version, actor, "ana")
    leased = await due(ledger)
    assert leased is not None
    sending = await ledger.work.send(leased)
    await ledger.work.move(sending, IntentState.PLACED, Finding(order=order_for(intent)))
    notices = [row.payload for row in await ledger.outbox.due() if row.kind == "notice"]
    if actor == "ana":
        assert notices == []
    else:
        (notice,) = notices
        assert (notice["to"], notice["by"], notice["sentence"]) == ("ana", "sol", "order_notice")
        assert notice["facts"]["number"] == "SO-1"
        assert notice["facts"]["customer"] == "La Espiga"


async def test_the_desks_orders_are_those_of_support_staff_for_these_resellers(
    ledger: Ledger, clock: FakeClock
) -> None:
    begin = clock()
    for actor, subject in (("sol", "ana"), ("ana", "ana"), ("sol", "eve")):
        intent = await shown(ledger, actor=actor, subject=subject)
        await ledger.intents.confirm(intent.id, intent.version, actor, subject)
    found = await ledger.intents.at_the_desk(("ana",), begin)
    assert [(intent.actor, intent.subject) for intent in found] == [("sol", "ana")]
    clock.pass_time(1)
    assert await ledger.intents.at_the_desk(("ana", "eve"), clock()) == []
