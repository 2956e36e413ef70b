"""The fake is held to what the real library expects and to what the real Bot API refuses."""

import asyncio
import time

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError, RetryAfter

from bot.channels.telegram.door import make_bot
from tests.channels.telegram.fake_bot_api import TOKEN, FakeBotApi, Fault
from tests.channels.telegram.phone import Phone


def under(**button: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Sí", **button)]])


async def test_the_library_starts_and_finds_no_webhook(bot: Bot) -> None:
    assert bot.username == "PedidoBot"
    assert (await bot.get_webhook_info()).url == ""


async def test_what_is_confirmed_does_not_come_again(bot: Bot, phone: Phone) -> None:
    phone.says("uno")
    phone.says("dos")
    first = await bot.get_updates(timeout=1)
    assert [each.message.text for each in first if each.message] == ["uno", "dos"]
    assert len(await bot.get_updates(timeout=0)) == 2
    assert len(await bot.get_updates(first[0].update_id + 1, timeout=0)) == 1
    assert await bot.get_updates(first[1].update_id + 1, timeout=0) == ()


async def test_a_poll_is_answered_when_there_is_news(bot: Bot, phone: Phone) -> None:
    began = time.monotonic()
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.2)
    phone.says("hola")
    assert len(await waiting) == 1
    assert time.monotonic() - began < 5


async def test_only_one_may_poll_and_none_beside_a_webhook(bot: Bot, telegram: FakeBotApi) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.2)
    assert await bot.set_webhook("https://pedido.example/telegram/webhook", secret_token="s-1")
    async with make_bot(TOKEN, telegram.url) as other:
        with pytest.raises(Conflict):
            await other.get_updates(timeout=0)
    assert await bot.delete_webhook()
    async with make_bot(TOKEN, telegram.url) as other:
        await other.get_updates(timeout=0)
    with pytest.raises(Conflict):
        await waiting


async def test_a_message_is_sent_changed_and_deleted(bot: Bot, phone: Phone) -> None:
    sent = await bot.send_message(777, "¿Sí?", reply_markup=under(callback_data="y"))
    assert phone.shown() == "bot: ¿Sí? [Sí]"
    await bot.edit_message_reply_markup(777, sent.message_id)
    assert phone.shown() == "bot: ¿Sí?"
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(777, sent.message_id)
    assert await bot.delete_message(777, sent.message_id)
    assert phone.shown() == ""


@pytest.mark.parametrize("button", [{"callback_data": "ñ" * 33}, {"url": "http://localhost:8090/c"}])
async def test_bad_buttons_are_refused(bot: Bot, phone: Phone, button: dict[str, str]) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(777, "?", reply_markup=under(**button))


@pytest.mark.parametrize("text", ["x" * 4097, "😀" * 2049, "   "])
async def test_bad_texts_are_refused(bot: Bot, phone: Phone, text: str) -> None:
    with pytest.raises(BadRequest):
        await bot.send_message(777, text)


async def test_strangers_and_people_who_blocked_the_bot_get_nothing(bot: Bot, phone: Phone) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(5, "hola")
    phone.telegram.blocked.add(777)
    with pytest.raises(Forbidden):
        await bot.send_message(777, "hola")


async def test_the_menu_is_checked(bot: Bot) -> None:
    assert await bot.set_my_commands([BotCommand("help", "Ayuda")], language_code="es")
    with pytest.raises(BadRequest):
        await bot.set_my_commands([BotCommand("help", "Ayuda")], language_code="spanish")


async def test_faults_are_what_the_library_takes_them_for(bot: Bot, telegram: FakeBotApi) -> None:
    faults = [Fault("getMe", 429, retry_after=3), Fault("getMe", 502), Fault("getMe", 0)]
    for fault, error in zip(faults, (RetryAfter, NetworkError, NetworkError), strict=True):
        telegram.faults.append(fault)
        with pytest.raises(error):
            await bot.get_me()
    assert (await bot.get_me()).username == "PedidoBot"
