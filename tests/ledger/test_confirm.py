from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.ledger import Ledger, Outcome
from bot.ordering.intent import IntentState
from tests.ledger.examples import QUOTE, REQUEST, FakeClock, confirmed, shown, usd


async def test_a_quote_comes_back_exactly_as_it_was_shown(ledger: Ledger) -> None:
    intent = await shown(ledger)
    kept = await ledger.intents.get(intent.id)
    assert kept is not None
    assert (kept.request, kept.quote, kept.draft) == (REQUEST, QUOTE, {"plan": "M365-BB"})
    assert str(kept.quote.total.amount) == "765.60"
    assert (kept.version, kept.state) == (1, IntentState.QUOTED)
    assert kept == intent


async def test_a_second_quote_replaces_the_open_one(ledger: Ledger) -> None:
    first = await shown(ledger)
    dearer = replace(QUOTE, total=usd("800"))
    second = await shown(ledger, first.id, quote=dearer)
    assert (second.id, second.version, second.quote.total) == (first.id, 2, usd("800"))


async def test_an_expired_quote_is_replaced_too(ledger: Ledger, clock: FakeClock) -> None:
    first = await shown(ledger)
    clock.pass_time(301)
    assert (await ledger.intents.confirm(first.id, 1, "ana", "ana")).outcome is Outcome.EXPIRED
    second = await shown(ledger, first.id)
    assert (second.id, second.version, second.state) == (first.id, 2, IntentState.QUOTED)


async def test_quotes_of_one_intent_made_at_once_follow_each_other(ledger: Ledger) -> None:
    first = await shown(ledger)
    later = await asyncio.gather(*(shown(ledger, first.id) for _ in range(20)))
    assert sorted(intent.version for intent in later) == list(range(2, 22))


async def test_what_was_confirmed_is_never_replaced(ledger: Ledger) -> None:
    first = await confirmed(ledger)
    second = await shown(ledger, first.id)
    assert second.id != first.id
    kept = await ledger.intents.get(first.id)
    assert kept is not None
    assert kept.state is IntentState.CONFIRMED


@pytest.mark.parametrize("stranger", [{"conversation": "talk-2"}, {"actor": "eve"}, {"subject": "eve"}])
async def test_nobody_replaces_the_quote_of_another(ledger: Ledger, stranger: dict[str, str]) -> None:
    first = await shown(ledger)
    assert (await shown(ledger, first.id, **stranger)).id != first.id


async def test_confirming_twice_confirms_once(ledger: Ledger) -> None:
    intent = await shown(ledger)
    first = await ledger.intents.confirm(intent.id, 1, "ana", "ana")
    second = await ledger.intents.confirm(intent.id, 1, "ana", "ana")
    assert (first.outcome, second.outcome) == (Outcome.CONFIRMED, Outcome.ALREADY)
    assert second.intent == first.intent


async def test_fifty_confirmations_at_once_have_one_winner(ledger: Ledger) -> None:
    intent = await shown(ledger)
    answers = await asyncio.gather(*(ledger.intents.confirm(intent.id, 1, "ana", "ana") for _ in range(50)))
    outcomes = [answer.outcome for answer in answers]
    assert outcomes.count(Outcome.CONFIRMED) == 1
    assert outcomes.count(Outcome.ALREADY) == 49
    events = [row.event for row in await ledger.audit.of(intent.id)]
    assert events == ["quoted", "confirmed"]


async def test_two_processes_confirm_once(ledger: Ledger, database_url: str, clock: FakeClock) -> None:
    intent = await shown(ledger)
    other = Ledger(database_url, b"x", clock)
    answers = await asyncio.gather(
        *(each.intents.confirm(intent.id, 1, "ana", "ana") for _ in range(10) for each in (ledger, other))
    )
    await other.close()
    assert [answer.outcome for answer in answers].count(Outcome.CONFIRMED) == 1


async def test_a_button_of_an_older_quote_confirms_nothing(ledger: Ledger) -> None:
    intent = await shown(ledger)
    await shown(ledger, intent.id)
    assert (await ledger.intents.confirm(intent.id, 1, "ana", "ana")).outcome is Outcome.STALE
    assert (await ledger.intents.confirm(intent.id, 2, "ana", "ana")).outcome is Outcome.CONFIRMED


async def test_an_expired_quote_is_not_confirmed(ledger: Ledger, clock: FakeClock) -> None:
    intent = await shown(ledger, ttl=timedelta(seconds=60))
    clock.pass_time(60)
    answer = await ledger.intents.confirm(intent.id, 1, "ana", "ana")
    assert answer.outcome is Outcome.EXPIRED
    assert answer.intent is not None
    assert answer.intent.state is IntentState.EXPIRED
    assert await ledger.work.lease(5) is None


@pytest.mark.parametrize(("actor", "subject"), [("eve", "ana"), ("ana", "eve"), ("eve", "eve")])
async def test_only_who_was_shown_a_quote_can_confirm_it(ledger: Ledger, actor: str, subject: str) -> None:
    intent = await shown(ledger)
    answer = await ledger.intents.confirm(intent.id, 1, actor, subject)
    assert (answer.outcome, answer.intent) == (Outcome.NOT_FOUND, None)
    assert await ledger.work.lease(5) is None


async def test_an_unknown_intent_is_not_found(ledger: Ledger) -> None:
    assert (await ledger.intents.confirm("01NOTHING", 1, "ana", "ana")).outcome is Outcome.NOT_FOUND


async def test_a_cancelled_quote_cannot_be_confirmed(ledger: Ledger) -> None:
    intent = await shown(ledger)
    assert await ledger.intents.cancel(intent.id, "ana", "ana") is True
    assert await ledger.intents.cancel(intent.id, "ana", "ana") is False
    assert (await ledger.intents.confirm(intent.id, 1, "ana", "ana")).outcome is Outcome.STALE


async def test_what_was_confirmed_cannot_be_cancelled(ledger: Ledger) -> None:
    intent = await confirmed(ledger)
    assert await ledger.intents.cancel(intent.id, "ana", "ana") is False


async def test_confirm_and_cancel_at_once_do_not_both_win(ledger: Ledger) -> None:
    intent = await shown(ledger)
    answer, cancelled = await asyncio.gather(
        ledger.intents.confirm(intent.id, 1, "ana", "ana"), ledger.intents.cancel(intent.id, "ana", "ana")
    )
    assert (answer.outcome is Outcome.CONFIRMED) is not cancelled


async def test_recent_orders_are_the_confirmed_ones_newest_first(ledger: Ledger, clock: FakeClock) -> None:
    ids = []
    for _ in range(3):
        ids.append((await confirmed(ledger)).id)
        clock.pass_time(1)
    await shown(ledger)
    assert [intent.id for intent in await ledger.intents.recent("ana", 2)] == [ids[2], ids[1]]
    assert await ledger.intents.recent("eve", 2) == []


async def test_waiting_ends_with_the_settled_intent(ledger: Ledger) -> None:
    intent = await shown(ledger)

    async def cancel_soon() -> None:
        await asyncio.sleep(0.1)
        await ledger.intents.cancel(intent.id, "ana", "ana")

    settled, _ = await asyncio.gather(ledger.intents.settled(intent.id, 5), cancel_soon())
    assert settled.state is IntentState.CANCELLED


async def test_waiting_is_not_for_ever(ledger: Ledger) -> None:
    intent = await confirmed(ledger)
    assert (await ledger.intents.settled(intent.id, 0.01)).state is IntentState.CONFIRMED
    with pytest.raises(KeyError):
        await ledger.intents.settled("01NOTHING", 0.01)
