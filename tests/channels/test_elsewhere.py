"""Several gateways over one ledger: what is said through one of them is heard in all."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from structlog.typing import EventDict

from bot.channels import elsewhere
from bot.channels.conversation import Gateway, Person
from bot.channels.elsewhere import hear_of_others
from bot.channels.engine import Engine
from bot.channels.hearing import Event
from bot.ledger import Conversation, Ledger
from tests.channels.conftest import SECRET
from tests.channels.fakes import FakeEngine


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elsewhere, "_LOOK_EVERY_SECONDS", 0.02)


@pytest.fixture
async def other(ledger: Ledger, fake_engine: FakeEngine) -> AsyncIterator[Gateway]:
    """A gateway in another process."""
    engine = Engine("http://engine", fake_engine.transport())
    yield Gateway(ledger, engine, SECRET)
    await engine.close()


@pytest.fixture
async def conversation(gateway: Gateway, person: Person) -> Conversation:
    return await gateway.open(person, "main")


@pytest.fixture
async def looking(ledger: Ledger, gateway: Gateway) -> AsyncIterator[None]:
    task = asyncio.create_task(hear_of_others(ledger, gateway.listeners))
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def rings(bell: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(1):
            await bell.wait()
    except TimeoutError:
        return False
    bell.clear()
    return True


async def test_an_open_window_is_woken_by_what_another_gateway_answers_or_says_by_itself(
    looking: None, gateway: Gateway, other: Gateway, person: Person, conversation: Conversation
) -> None:
    with gateway.listeners.listening(conversation.id) as bell:
        assert await rings(bell)  # it has just been opened: what came before the first look is not missed
        assert not await rings(bell)
        await other.answer(await other.accept(person, conversation, Event("1", "hola")))
        assert await rings(bell)
        await asyncio.sleep(0.1)
        bell.clear()
        await other.tell(person, conversation, "/tell_order")
        assert await rings(bell)


async def test_nobody_is_asked_for_what_no_window_shows(
    looking: None, ledger: Ledger, gateway: Gateway, conversation: Conversation
) -> None:
    assert gateway.listeners.followed() == set()
    assert await ledger.conversations.how_far([]) == {}
    with gateway.listeners.listening(conversation.id):
        assert gateway.listeners.followed() == {conversation.id}


async def test_trouble_with_the_database_only_makes_it_wait(
    looking: None,
    ledger: Ledger,
    gateway: Gateway,
    conversation: Conversation,
    monkeypatch: pytest.MonkeyPatch,
    logs: list[EventDict],
) -> None:
    async def fail(_: object) -> dict[str, int]:
        raise OSError("the database is away")

    with monkeypatch.context() as patch:
        patch.setattr(ledger.conversations, "how_far", fail)
        await asyncio.sleep(0.1)
    assert "news_unreadable" in [each["event"] for each in logs]
    with gateway.listeners.listening(conversation.id) as bell:
        assert await rings(bell)
