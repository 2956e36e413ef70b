from asyncio import CancelledError, create_task
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

import pytest
from telegram import Bot

from bot.channels.chat_platform import Door
from bot.channels.conversation import Gateway
from bot.channels.outbox import Outbox
from bot.channels.telegram.door import make_bot, telegram_door
from bot.ledger import Ledger
from bot.settings import Settings, read_settings
from tests.channels.telegram.fake_bot_api import TOKEN, FakeBotApi
from tests.channels.telegram.phone import Phone

SECRET = "a-secret_of-the-webhook"
Open = Callable[..., AbstractAsyncContextManager[Door]]


@pytest.fixture
def telegram() -> Iterator[FakeBotApi]:
    with FakeBotApi().running() as fake:
        yield fake


@pytest.fixture
def phone(telegram: FakeBotApi) -> Phone:
    return Phone(telegram)


@pytest.fixture
async def bot(telegram: FakeBotApi) -> AsyncIterator[Bot]:
    async with make_bot(TOKEN, telegram.url) as bot:
        yield bot


def settings_for(telegram: FakeBotApi, **more: str) -> Settings:
    connected = {"PEDIDO_TELEGRAM_TOKEN": TOKEN, "PEDIDO_TELEGRAM_BASE_URL": telegram.url}
    return read_settings(connected | {"PEDIDO_PUBLIC_URL": "https://pedido.example"} | more)


@pytest.fixture
def open_door(telegram: FakeBotApi, ledger: Ledger, gateway: Gateway) -> Open:
    """Telegram's door with the outbox behind it, as the gateway runs them."""

    @asynccontextmanager
    async def opened(**settings: str) -> AsyncIterator[Door]:
        door = telegram_door(settings_for(telegram, **settings), ledger, gateway)
        assert door is not None
        outbox = create_task(Outbox(ledger, gateway, [door.courier]).run())
        async with door.run():
            yield door
        outbox.cancel()
        with suppress(CancelledError):
            await outbox

    return opened


@pytest.fixture
async def door(open_door: Open) -> AsyncIterator[Door]:
    async with open_door() as door:
        yield door


@pytest.fixture
async def linked(ledger: Ledger, phone: Phone) -> Phone:
    """A phone whose owner is the reseller demo."""
    await link(ledger, "demo", phone)
    return phone


async def link(ledger: Ledger, actor: str, phone: Phone) -> None:
    offered, token = await ledger.links.offer(actor, "telegram")
    assert await ledger.links.claim("telegram", token, str(phone.user["id"]), "@ana")
    assert await ledger.links.approve(offered.id, actor)
