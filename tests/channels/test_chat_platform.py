import asyncio

import pytest

from bot.channels.chat_platform import ChatPlatform
from bot.channels.conversation import Gateway
from bot.channels.hearing import Event
from bot.ledger import Ledger
from tests.channels.fakes import FakeEngine, FakeMarketplace


@pytest.fixture
async def platform(ledger: Ledger, gateway: Gateway) -> ChatPlatform:
    """Telegram, where user 42 is the reseller demo."""
    await ledger.accounts.save(FakeMarketplace.accounts["demo"], "demo")
    link, token = await ledger.links.offer("demo", "telegram")
    await ledger.links.claim("telegram", token, "42", "@demo")
    await ledger.links.approve(link.id, "demo")
    return ChatPlatform("telegram", ledger, gateway)


async def take(platform: ChatPlatform, event: Event) -> None:
    person = await platform.person("42")
    assert person is not None
    platform.answer_later(await platform.accept(person, event))


async def answers(ledger: Ledger) -> list[str]:
    talk = await ledger.conversations.find_or_open("demo", "demo", "main", "telegram")
    said = await ledger.conversations.since(talk.id, 0)
    return [message.text for message in said if message.author == "bot"]


async def test_a_linked_user_speaks_as_the_account_that_approved_the_link(platform: ChatPlatform) -> None:
    person = await platform.person("42")
    assert person is not None
    assert (person.actor, person.subject, person.role, person.channel) == (
        "demo",
        "demo",
        "reseller",
        "telegram",
    )
    assert await platform.person("666") is None


async def test_an_event_is_answered_once_however_often_it_is_delivered(
    platform: ChatPlatform, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    async with platform.running():
        await asyncio.gather(*(take(platform, Event("7", "hola", place={"chat": 5})) for _ in range(10)))
    assert fake_engine.texts == ["hola"]
    assert await answers(ledger) == ["heard hola"]


async def test_what_was_acknowledged_before_a_crash_is_answered_after_it(
    platform: ChatPlatform, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    person = await platform.person("42")
    assert person is not None
    for n in range(3):
        await platform.accept(person, Event(str(n), f"m{n}", place={"chat": 5}))
    async with platform.running():
        pass
    assert fake_engine.texts == ["m0", "m1", "m2"]
    assert fake_engine.heard[0]["metadata"]["actor"] == "demo"
    async with platform.running():
        pass
    assert fake_engine.texts == ["m0", "m1", "m2"]
