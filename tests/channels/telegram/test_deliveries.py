"""Telegram delivers again what it is not sure of, and in no order: each event has one outcome."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from itertools import islice, product

import pytest
from sqlalchemy import func, select
from telegram import Update

from bot.channels.chat_platform import ChatPlatform
from bot.channels.conversation import Gateway
from bot.channels.telegram.door import make_bot
from bot.channels.telegram.polling import poll
from bot.channels.telegram.reception import Reception
from bot.ledger import Ledger
from bot.ledger.tables import inbox, messages
from tests.channels.fakes import FakeEngine
from tests.channels.telegram.conftest import Open, link
from tests.channels.telegram.fake_bot_api import TOKEN, FakeBotApi, Fault
from tests.channels.telegram.phone import Phone
from tests.channels.telegram.updates import person, said

STORMS = [(60, 10), pytest.param(1000, 40, marks=pytest.mark.faults)]  # events, people


@pytest.mark.parametrize(("events", "people"), STORMS)
async def test_ten_times_as_many_deliveries_as_events_in_random_order_leave_one_outcome_each(
    events: int,
    people: int,
    telegram: FakeBotApi,
    ledger: Ledger,
    gateway: Gateway,
    fake_engine: FakeEngine,
) -> None:
    dice, deliveries_in_all = random.Random(7), 10 * events
    phones = [Phone(telegram, person(100 + n)) for n in range(people)]
    for n, phone in enumerate(phones):
        await link(ledger, f"reseller-{n}", phone)
    # No digits: many short numbers in a row might be a card number in pieces.
    words = ["pedido " + "".join(letters) for letters in islice(product("abcdefghij", repeat=3), events)]
    made = [said(n, phones[n % people].user, words[n], date=1_800_000_000 + n) for n in range(events)]
    deliveries = made + dice.choices(made, k=deliveries_in_all - events)
    dice.shuffle(deliveries)
    platform = ChatPlatform("telegram", ledger, gateway)
    async with make_bot(TOKEN, telegram.url) as bot:
        reception = Reception(bot, platform, ledger, gateway, "https://pedido.example")
        for start in range(0, deliveries_in_all, 50):
            batch = [Update.de_json(each, bot) for each in deliveries[start : start + 50]]
            await asyncio.gather(*(reception.take(each) for each in batch if each))
        for _ in range(3_000):
            if not await unanswered(ledger):
                break
            await asyncio.sleep(0.1)
        await reception.close()
    assert Counter(fake_engine.texts) == Counter(words)
    assert await count(ledger, "person") == await count(ledger, "bot") == events
    assert fake_engine.most_at_once <= people


async def count(ledger: Ledger, author: str) -> int:
    query = select(func.count()).select_from(messages).where(messages.c.author == author)
    async with ledger._database.reading() as connection:
        return int((await connection.execute(query)).scalar_one())


async def unanswered(ledger: Ledger) -> int:
    query = select(func.count()).select_from(inbox).where(inbox.c.answered_at.is_(None))
    async with ledger._database.reading() as connection:
        return int((await connection.execute(query)).scalar_one())


@asynccontextmanager
async def polling(
    telegram: FakeBotApi, take: Callable[[Update], Awaitable[None]], hold: int = 25
) -> AsyncIterator[None]:
    async with make_bot(TOKEN, telegram.url) as bot:
        task = asyncio.create_task(poll(bot, take, hold))
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def acknowledged(telegram: FakeBotApi, update_id: int) -> bool:
    return any(int(each.get("offset", 0)) > update_id for each in telegram.named("getUpdates"))


async def test_what_could_not_be_taken_is_not_acknowledged(telegram: FakeBotApi, phone: Phone) -> None:
    taken: list[int] = []

    async def take(update: Update) -> None:
        taken.append(update.update_id)
        if len(taken) == 1:
            raise OSError("the disk is full")

    async with polling(telegram, take):
        update = phone.says("hola")
        await asyncio.to_thread(telegram.wait_until, lambda: len(taken) == 2)
        await asyncio.to_thread(telegram.wait_until, lambda: acknowledged(telegram, update["update_id"]))
    assert taken == [update["update_id"]] * 2


async def test_nothing_is_acknowledged_before_it_is_taken(telegram: FakeBotApi, phone: Phone) -> None:
    is_committed = asyncio.Event()

    async def take(_: Update) -> None:
        await is_committed.wait()

    async with polling(telegram, take):
        update = phone.says("hola")
        await asyncio.sleep(0.5)
        assert not acknowledged(telegram, update["update_id"])
        is_committed.set()
        await asyncio.to_thread(telegram.wait_until, lambda: acknowledged(telegram, update["update_id"]))


async def test_ids_that_begin_anew_lower_are_taken(telegram: FakeBotApi, phone: Phone) -> None:
    taken: list[int] = []

    async def take(update: Update) -> None:
        taken.append(update.update_id)

    async with polling(telegram, take, hold=1):
        telegram.deliver(said(900_000_000, phone.user, "hola"))
        await asyncio.to_thread(telegram.wait_until, lambda: taken == [900_000_000])
        await asyncio.sleep(2)
        telegram.deliver(said(5, phone.user, "una semana después"))
        await asyncio.to_thread(telegram.wait_until, lambda: taken == [900_000_000, 5])


@pytest.mark.parametrize("fault", [Fault("getUpdates", code) for code in (0, 409, 429, 500, 502)])
async def test_no_trouble_ends_the_polling(
    open_door: Open, linked: Phone, telegram: FakeBotApi, fault: Fault
) -> None:
    telegram.faults.append(fault)
    async with open_door():
        linked.says("hola")
        await linked.hears("heard hola")
