"""Beyond the limit of an hour a yes counts only after an approval of that very quote."""

from __future__ import annotations

import asyncio
from decimal import Decimal

from bot.ledger import Intent, Ledger, Outcome
from tests.ledger.examples import FakeClock, shown

LIMIT = Decimal(1600)  # two of the examples, each 765.60


async def yes(ledger: Ledger, intent: Intent, limit: Decimal = LIMIT) -> Outcome:
    who = (intent.actor, intent.subject)
    return (await ledger.intents.confirm(intent.id, intent.version, *who, limit=limit)).outcome


async def test_what_fits_into_the_hour_needs_nothing(ledger: Ledger, clock: FakeClock) -> None:
    for _ in range(2):
        assert await yes(ledger, await shown(ledger)) is Outcome.CONFIRMED
    assert await yes(ledger, await shown(ledger)) is Outcome.BEYOND_LIMIT
    assert await yes(ledger, await shown(ledger, actor="eve", subject="eve")) is Outcome.CONFIRMED
    clock.pass_time(3601)
    assert await yes(ledger, await shown(ledger)) is Outcome.CONFIRMED


async def test_an_approval_is_for_one_quote_and_not_for_ever(ledger: Ledger, clock: FakeClock) -> None:
    intent, other = await shown(ledger), await shown(ledger)
    assert await yes(ledger, intent, Decimal(1)) is Outcome.BEYOND_LIMIT
    ref = await ledger.approvals.ask(intent)
    assert await yes(ledger, intent, Decimal(1)) is Outcome.BEYOND_LIMIT
    await ledger.approvals.give(ref)
    assert await ledger.approvals.asked(ref) is None
    assert await yes(ledger, other, Decimal(1)) is Outcome.BEYOND_LIMIT
    newer = await shown(ledger, intent.id)
    assert await yes(ledger, newer, Decimal(1)) is Outcome.BEYOND_LIMIT
    await ledger.approvals.give(await ledger.approvals.ask(newer))
    assert await yes(ledger, newer, Decimal(1)) is Outcome.CONFIRMED


async def test_a_link_runs_out(ledger: Ledger, clock: FakeClock) -> None:
    ref = await ledger.approvals.ask(await shown(ledger))
    assert await ledger.approvals.asked(ref) is not None
    assert await ledger.approvals.asked(ref[::-1]) is None
    clock.pass_time(1801)
    assert await ledger.approvals.asked(ref) is None


async def test_two_at_once_do_not_both_just_fit(ledger: Ledger) -> None:
    some = [await shown(ledger) for _ in range(6)]
    outcomes = await asyncio.gather(*(yes(ledger, intent) for intent in some))
    assert sorted(outcomes) == [Outcome.BEYOND_LIMIT] * 4 + [Outcome.CONFIRMED] * 2
