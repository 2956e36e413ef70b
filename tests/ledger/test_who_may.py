"""Who may do what with whose quote: every pair of people, every channel, every state. The ledger decides."""

from __future__ import annotations

import itertools
import random
from collections.abc import Awaitable, Callable

import pytest
from ulid import ULID

from bot.ledger import Incoming, Intent, Ledger, Outcome, Said, Saying, new_button
from tests.ledger.examples import FakeClock, shown

# Actor and subject: three resellers for themselves, support staff for two of them.
PEOPLE = [("ana", "ana"), ("eve", "eve"), ("luz", "luz"), ("sol", "ana"), ("sol", "eve")]
CHANNELS = ["web", "telegram", "slack", "desk"]
STATES = ["quoted", "confirmed", "cancelled", "expired"]
CELLS = list(itertools.product(["confirm", "cancel", "replace"], CHANNELS, STATES))
Who = tuple[str, str]


async def owned(ledger: Ledger, clock: FakeClock, who: Who, channel: str, state: str) -> Intent:
    actor, subject = who
    intent = await shown(ledger, actor=actor, subject=subject, channel=channel)
    if state == "confirmed":
        await ledger.intents.confirm(intent.id, 1, actor, subject)
    elif state == "cancelled":
        await ledger.intents.cancel(intent.id, actor, subject)
    elif state == "expired":
        clock.pass_time(301)
    return intent


async def confirmed_by(ledger: Ledger, intent: Intent, who: Who) -> bool:
    answer = await ledger.intents.confirm(intent.id, 1, *who)
    assert answer.outcome is not Outcome.NOT_FOUND or answer.intent is None
    return answer.outcome is Outcome.CONFIRMED


async def cancelled_by(ledger: Ledger, intent: Intent, who: Who) -> bool:
    return await ledger.intents.cancel(intent.id, *who)


async def replaced_by(ledger: Ledger, intent: Intent, who: Who) -> bool:
    actor, subject = who
    return (await shown(ledger, intent.id, actor=actor, subject=subject)).id == intent.id


DO: dict[str, Callable[[Ledger, Intent, Who], Awaitable[bool]]] = {
    "confirm": confirmed_by,
    "cancel": cancelled_by,
    "replace": replaced_by,
}
MAY = {"confirm": {"quoted"}, "cancel": {"quoted", "expired"}, "replace": {"quoted", "expired"}}


def test_the_table_is_as_large_as_it_says() -> None:
    assert len(CELLS) * len(PEOPLE) ** 2 == 1200


@pytest.mark.parametrize(("action", "channel", "state"), CELLS)
async def test_only_whom_it_was_shown_to(
    ledger: Ledger, clock: FakeClock, action: str, channel: str, state: str
) -> None:
    for owner, who in itertools.product(PEOPLE, PEOPLE):
        intent = await owned(ledger, clock, owner, channel, state)
        before = await ledger.intents.get(intent.id)
        done = await DO[action](ledger, intent, who)
        assert done is (owner == who and state in MAY[action]), (owner, who)
        if owner != who:
            assert await ledger.intents.get(intent.id) == before


@pytest.mark.parametrize("count", [300, pytest.param(10_000, marks=pytest.mark.faults)])
async def test_ids_that_were_guessed_open_nothing(ledger: Ledger, count: int) -> None:
    draw, known = random.Random(count), ledger.conversations
    theirs = await known.find_or_open("eve", "eve", "main", "web")
    mine = await known.find_or_open("ana", "ana", "main", "web")
    receipt = await known.receive(theirs.id, Incoming("web", "1", "hola"))
    button = new_button()
    await known.answer(receipt.id, Saying((Said("?"),), "plan", None, {button: "/confirm"}))
    ref = await ledger.secrets.keep(theirs.id, "EPP-1")
    intent = await shown(ledger, actor="eve", subject="eve")
    for _ in range(count):
        near = f"{intent.id[:-2]}{draw.choice('0123456789ABCDEFGHJKMNPQRSTVWXYZ')}{draw.randint(0, 9)}"
        guess = draw.choice([near, str(ULID()), intent.id, button, ref, draw.randbytes(9).hex()])
        assert await known.payload_of(mine.id, guess) is None
        assert await ledger.secrets.reveal(guess, mine.id) is None
        assert (await ledger.intents.confirm(guess, 1, "ana", "ana")).intent is None
        assert not await ledger.intents.cancel(guess, "ana", "ana")
    kept = await ledger.intents.get(intent.id)
    assert kept is not None
    assert kept.confirmed_at is None
