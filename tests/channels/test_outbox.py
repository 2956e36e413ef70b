import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.conversation import Accepted, Gateway, Person
from bot.channels.courier import Spoken, TryLater, Undeliverable
from bot.channels.engine import Engine
from bot.channels.hearing import Event
from bot.channels.outbox import Outbox
from bot.ledger import Ledger, Link
from tests.channels.conftest import SECRET
from tests.channels.fakes import FakeEngine
from tests.ledger.examples import FakeClock

CHAT = {"chat": 5, "account": "42"}
TOLD = '/tell_order{"id":"01X"}'


async def test_the_bot_speaks_by_itself_in_the_conversation(
    ledger: Ledger, gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    fake_engine.answers[TOLD] = [
        {"text": "Pedido completado."},
        {"custom": {"awaiting": None, "order": {"status": "completed"}}},
    ]
    conversation = await gateway.open(person, "main")
    await ledger.outbox.add("say", conversation.id, {"payload": TOLD})
    with gateway.listeners.listening(conversation.id) as bell:
        await Outbox(ledger, gateway).deliver_due()
        assert bell.is_set()
    (message,) = await ledger.conversations.since(conversation.id, 0)
    assert (message.author, message.text) == ("bot", "Pedido completado.")
    assert await ledger.conversations.state(conversation.id) == (None, {"status": "completed"})
    assert fake_engine.heard[0]["metadata"]["subject"] == "demo"
    assert not await ledger.outbox.due()


async def test_what_the_bot_says_waits_for_the_turn_that_is_going_on(
    ledger: Ledger, gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    fake_engine.slow = {"hola": 0.1}
    conversation = await gateway.open(person, "main")
    await ledger.outbox.add("say", conversation.id, {"payload": TOLD})
    accepted = await gateway.accept(person, conversation, Event("1", "hola"))
    turn = asyncio.create_task(gateway.answer(accepted))
    await asyncio.sleep(0)
    await Outbox(ledger, gateway).deliver_due()
    await turn
    assert fake_engine.texts == ["hola", TOLD]
    assert fake_engine.most_at_once == 1


async def test_a_delivery_is_kept_while_the_engine_is_down_and_order_is_kept_with_it(
    ledger: Ledger, gateway: Gateway, person: Person, fake_engine: FakeEngine
) -> None:
    conversation = await gateway.open(person, "main")
    for payload in ("/first", "/second"):
        await ledger.outbox.add("say", conversation.id, {"payload": payload})
    fake_engine.status = 500
    outbox = Outbox(ledger, gateway)
    await outbox.deliver_due()
    await outbox.deliver_due()  # the second one waits with the first
    assert fake_engine.texts == ["/first"]
    assert not await ledger.conversations.since(conversation.id, 0)


@asynccontextmanager
async def working(outbox: Outbox) -> AsyncIterator[None]:
    """Ended before the ledger is: a task that is cancelled later would wait for a database that is gone."""
    task = asyncio.create_task(outbox.run())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


class FakeCourier:
    channel = "telegram"

    def __init__(self, *troubles: Exception) -> None:
        self.troubles = list(troubles)
        self.carried: list[tuple[dict[str, Any], list[str]]] = []
        self._calls: asyncio.Queue[None] = asyncio.Queue()

    async def called(self, times: int) -> None:
        async with asyncio.timeout(10):
            for _ in range(times):
                await self._calls.get()

    async def deliver(self, spoken: Spoken) -> None:
        self._calls.put_nowait(None)
        if self.troubles:
            raise self.troubles.pop(0)
        self.carried.append((spoken.place, [message.text for message in spoken.messages]))


async def link(ledger: Ledger) -> Link:
    """Telegram's 42 is the reseller demo."""
    link, token = await ledger.links.offer("demo", "telegram")
    await ledger.links.claim("telegram", token, "42", "@demo")
    approved = await ledger.links.approve(link.id, "demo")
    assert approved is not None
    return approved


@pytest.fixture
async def talk(ledger: Ledger, gateway: Gateway, person: Person) -> Accepted:
    await link(ledger)
    conversation = await gateway.open(person, "main")
    chat = replace(person, channel="telegram")
    return await gateway.accept(chat, conversation, Event("7", "hola", place=CHAT))


async def test_a_courier_carries_the_answer_to_where_the_question_came_from(
    ledger: Ledger, gateway: Gateway, talk: Accepted
) -> None:
    courier = FakeCourier()
    outbox = Outbox(ledger, gateway, [courier])
    await gateway.answer(talk)
    for _ in range(3):
        await outbox.deliver_due()
    assert courier.carried == [(CHAT, ["heard hola"])]


async def test_a_platform_that_asks_for_a_pause_gets_it_and_then_the_message(
    ledger: Ledger, gateway: Gateway, talk: Accepted
) -> None:
    courier = FakeCourier(TryLater("slow down", timedelta(milliseconds=50)))
    outbox = Outbox(ledger, gateway, [courier])
    await gateway.answer(talk)
    await outbox.deliver_due()
    await outbox.deliver_due()
    assert courier.carried == []
    await asyncio.sleep(0.06)
    await outbox.deliver_due()
    assert courier.carried == [(CHAT, ["heard hola"])]


@pytest.mark.parametrize("trouble", [Undeliverable("blocked"), RuntimeError("a bug")])
async def test_trouble_with_one_chat_never_stops_the_outbox(
    ledger: Ledger, gateway: Gateway, person: Person, talk: Accepted, trouble: Exception
) -> None:
    courier = FakeCourier(trouble)
    other = await gateway.open(replace(person, channel="telegram"), "other")
    asked = await gateway.accept(
        replace(person, channel="telegram"), other, Event("8", "adiós", place=CHAT | {"chat": 6})
    )
    await gateway.answer(talk)
    async with working(Outbox(ledger, gateway, [courier])):
        await courier.called(1)
        await gateway.answer(asked)
        await courier.called(1)
    assert courier.carried == [(CHAT | {"chat": 6}, ["heard adiós"])]


async def test_answers_of_one_chat_arrive_in_their_order(
    ledger: Ledger, gateway: Gateway, person: Person, talk: Accepted
) -> None:
    courier = FakeCourier()
    conversation = await gateway.open(person, "main")
    chat = replace(person, channel="telegram")
    more = [await gateway.accept(chat, conversation, Event(f"e{n}", str(n), place=CHAT)) for n in range(8)]
    for each in (talk, *more):
        await gateway.answer(each)
    async with working(Outbox(ledger, gateway, [courier])):
        await courier.called(9)
    assert [texts for _, texts in courier.carried] == [["heard hola"], *([f"heard {n}"] for n in range(8))]


class StuckCourier(FakeCourier):
    async def deliver(self, spoken: Spoken) -> None:
        await super().deliver(spoken)
        await asyncio.Event().wait()


async def test_a_gateway_that_lives_keeps_what_it_is_sending_and_one_that_died_does_not(
    database: str, fake_engine: FakeEngine, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, courier, engine = FakeClock(), StuckCourier(), Engine("http://engine", fake_engine.transport())
    ledger, held = Ledger(database, SECRET, clock), asyncio.Semaphore(0)
    await link(ledger)
    gateway, hold = Gateway(ledger, engine, SECRET), ledger.outbox.hold

    async def hold_and_tell(ids: list[str]) -> None:
        await hold(ids)
        held.release()

    monkeypatch.setattr(ledger.outbox, "hold", hold_and_tell)
    monkeypatch.setattr("bot.channels.outbox._HOLD_SECONDS", 0.02)
    conversation = await gateway.open(person, "main")
    event = Event("7", "hola", place=CHAT)
    accepted = await gateway.accept(replace(person, channel="telegram"), conversation, event)
    await gateway.answer(accepted)
    async with asyncio.timeout(20), working(Outbox(ledger, gateway, [courier])):
        await courier.called(1)
        for _ in range(5):
            clock.pass_time(8)
            while not held.locked():  # what was held before the time passed does not count
                await held.acquire()
            await held.acquire()
            assert await ledger.outbox.due() == []
    clock.pass_time(10)
    assert [each.kind for each in await ledger.outbox.due()] == ["deliver"]
    await engine.close()
    await ledger.close()


@pytest.mark.parametrize("owner", ["nobody", "cloudpeak"])
async def test_to_a_chat_that_was_unlinked_nothing_more_is_carried(
    ledger: Ledger, gateway: Gateway, talk: Accepted, owner: str
) -> None:
    courier = FakeCourier()
    await gateway.answer(talk)
    (own,) = await ledger.links.of("demo")
    if owner == "nobody":
        await ledger.links.remove(own.id, "demo")
    else:  # the same chat speaks for somebody else now
        theirs, token = await ledger.links.offer(owner, "telegram")
        await ledger.links.claim("telegram", token, "42", "@demo")
        await ledger.links.approve(theirs.id, owner)
    await ledger.outbox.add("say", talk.conversation.id, {"payload": TOLD})
    outbox = Outbox(ledger, gateway, [courier])
    for _ in range(3):
        await outbox.deliver_due()
    assert courier.carried == []
    said = await ledger.conversations.since(talk.conversation.id, 0)
    assert len(said) == 3, "it stands on the page all the same"
    assert await ledger.outbox.due() == []
