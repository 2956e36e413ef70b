"""What was said is forgotten, after a while or at once; what was ordered is not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.ledger import Conversation, Incoming, Ledger, Said, Saying, new_button
from bot.worker.forgetting import Forgetting, next_night
from tests.ledger.examples import FakeClock, confirmed

DAYS = timedelta(days=1)


async def talked(ledger: Ledger, login: str, words: str) -> Conversation:
    talk = await ledger.conversations.find_or_open(login, login, "main", "web")
    receipt = await ledger.conversations.receive(talk.id, Incoming("web", words, f"I say {words}"))
    button, order = new_button(), {"customer": {"name": words}}
    said = Saying((Said(f"you said {words}"),), "plan", order, {button: f"/choose {words}"})
    await ledger.conversations.answer(receipt.id, said)
    await ledger.secrets.keep(talk.id, words)
    return talk


async def texts(ledger: Ledger, talk: Conversation) -> list[str]:
    return [message.text for message in await ledger.conversations.since(talk.id, 0)]


async def test_words_are_forgotten_when_they_are_old_and_new_ones_stay(
    ledger: Ledger, clock: FakeClock
) -> None:
    talk = await talked(ledger, "ana", "early")
    clock.now += 60 * DAYS
    await talked(ledger, "ana", "late")
    assert await ledger.forgetting.words_before(clock.now - 30 * DAYS) == 2
    assert await texts(ledger, talk) == ["I say late", "you said late"]
    assert (await ledger.conversations.state(talk.id))[0] == "plan"


async def test_a_draft_that_nobody_went_on_with_is_forgotten_with_its_words(
    ledger: Ledger, clock: FakeClock
) -> None:
    talk = await talked(ledger, "ana", "early")
    clock.now += 60 * DAYS
    await ledger.forgetting.words_before(clock.now - 30 * DAYS)
    assert await ledger.conversations.state(talk.id) == (None, None)


async def test_erasing_takes_one_persons_words_and_nobody_elses(ledger: Ledger, clock: FakeClock) -> None:
    mine, theirs = await talked(ledger, "ana", "mine"), await talked(ledger, "eve", "theirs")
    token, _ = await ledger.sessions.open("ana", "ana", "reseller")
    assert await ledger.forgetting.conversations_of("ana") == 1
    assert await texts(ledger, mine) == []
    assert await ledger.conversations.state(mine.id) == (None, None)
    assert await ledger.sessions.read(token) is None
    assert await texts(ledger, theirs) == ["I say theirs", "you said theirs"]
    assert (await ledger.conversations.find_or_open("ana", "ana", "main", "web")).id != mine.id
    (news,) = await ledger.outbox.due()
    assert (news.kind, news.conversation, news.payload) == ("say", mine.id, {"payload": "/forget"})
    assert await ledger.forgetting.conversations_of("eve") == 1
    assert await ledger.forgetting.conversations_of("nobody") == 0


async def test_orders_and_their_audit_outlive_the_words(ledger: Ledger, clock: FakeClock) -> None:
    intent = await confirmed(ledger)
    await ledger.forgetting.conversations_of(intent.actor)
    clock.now += 400 * DAYS
    await ledger.forgetting.words_before(clock.now - DAYS)
    kept = await ledger.intents.get(intent.id)
    assert kept is not None
    assert kept.confirmed_at is not None
    assert [row.event for row in await ledger.audit.of(intent.id)] == ["quoted", "confirmed"]
    assert await ledger.audit.broken() == []


async def test_nothing_of_it_stays_on_the_disk(ledger: Ledger, database_url: str) -> None:
    await talked(ledger, "ana", "zanahoria")
    await ledger.forgetting.conversations_of("ana")
    if database_url.startswith("sqlite"):
        file = Path(database_url.removeprefix("sqlite+aiosqlite:///"))
        assert not any(b"zanahoria" in part.read_bytes() for part in file.parent.iterdir())


async def test_the_worker_forgets_once_a_night(ledger: Ledger, clock: FakeClock) -> None:
    talk = await talked(ledger, "ana", "early")
    worker = Forgetting(ledger, 30 * DAYS, clock)
    clock.now = next_night(clock.now)
    await worker.look()
    assert len(await texts(ledger, talk)) == 2
    clock.now += 31 * DAYS
    await worker.look()
    assert await texts(ledger, talk) == []
