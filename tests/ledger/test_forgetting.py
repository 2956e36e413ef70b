"""What was said is forgotten, after a while or at once; what was ordered is not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.ledger import Checked, Conversation, Incoming, Ledger, Said, Saying, new_button
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


async def test_who_somebody_is_in_chats_and_on_the_phone_is_erased_too_and_the_audit_tells_it(
    ledger: Ledger,
) -> None:
    await confirmed(ledger)
    for login, user in (("ana", "42"), ("eve", "43")):
        link, token = await ledger.links.offer(login, "telegram")
        await ledger.links.claim("telegram", token, user, f"@{login}", {"chat": int(user)})
        await ledger.links.approve(link.id, login)
    call, code = await ledger.calls.open("sol", "ana")
    hers, her_code = await ledger.calls.open("sol", "eve")
    await ledger.forgetting.conversations_of("ana")
    assert await ledger.links.linked("telegram", "42") is None
    assert await ledger.links.of("ana") == []
    assert (await ledger.calls.check(call.id, "sol", code))[0] is None
    events = [row.event async for row in ledger.audit.export("ana", None, None)]
    assert events == ["quoted", "confirmed", "link_approved", "caller_code_sent", "link_removed"]
    assert await ledger.links.linked("telegram", "43")
    assert (await ledger.calls.check(hers.id, "sol", her_code))[1] is Checked.RIGHT
    assert [row.payload["account"] for row in await ledger.outbox.due() if row.kind == "link"] == ["43"]
    await ledger.forgetting.conversations_of("sol")
    assert (await ledger.calls.check(hers.id, "sol", her_code))[0] is None
    assert await ledger.audit.broken() == []


async def test_calls_that_are_long_over_are_forgotten_with_the_words(
    ledger: Ledger, clock: FakeClock
) -> None:
    old, code = await ledger.calls.open("sol", "ana")
    clock.now += 31 * DAYS
    new, _ = await ledger.calls.open("sol", "ana")
    await ledger.forgetting.words_before(clock.now - 30 * DAYS)
    assert (await ledger.calls.check(old.id, "sol", code))[0] is None
    assert (await ledger.calls.check(new.id, "sol", "x"))[0] is not None


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
