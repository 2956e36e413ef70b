"""The courier: what it makes of Telegram's answers, so that nothing is lost and little is said twice."""

from datetime import UTC, datetime, timedelta

import pytest
from telegram import Bot

from bot.channels.courier import Spoken, TryLater, Undeliverable
from bot.channels.telegram.courier import TelegramCourier
from bot.ledger import Button, Conversation, Message
from tests.channels.telegram.fake_bot_api import Fault
from tests.channels.telegram.phone import Phone

TALK = Conversation("01T", "demo", "demo", "telegram", "main")


def spoken(*texts: str, buttons: tuple[Button, ...] = (), chat: int = 777) -> Spoken:
    messages = tuple(Message(n, "bot", text, buttons, datetime.now(UTC)) for n, text in enumerate(texts, 1))
    return Spoken("01D", TALK, {"chat": chat}, messages, None, None)


def texts(phone: Phone) -> list[str]:
    return [each["text"] for each in phone.heard()]


async def test_a_turn_arrives_in_its_order_without_previews(bot: Bot, phone: Phone) -> None:
    await TelegramCourier(bot).deliver(spoken("uno", "dos"))
    assert texts(phone) == ["uno", "dos"]
    assert all("is_disabled" in each["link_preview_options"] for each in phone.telegram.named("sendMessage"))


async def test_names_that_look_like_markup_arrive_as_they_are(bot: Bot, phone: Phone) -> None:
    odd = "Para <b>Müller & Söhne</b> *_`[x](http://y) &lt;script&gt;"
    await TelegramCourier(bot).deliver(spoken(odd))
    assert texts(phone) == [odd]


async def test_a_long_message_arrives_in_parts(bot: Bot, phone: Phone) -> None:
    await TelegramCourier(bot).deliver(spoken("una línea\n" * 1000))
    assert sum(each.count("una línea") for each in texts(phone)) == 1000


async def test_the_pause_that_telegram_asks_for_is_passed_on(bot: Bot, phone: Phone) -> None:
    phone.telegram.faults.append(Fault("sendMessage", 429, retry_after=7))
    with pytest.raises(TryLater) as told:
        await TelegramCourier(bot).deliver(spoken("uno"))
    assert told.value.after == timedelta(seconds=7)


@pytest.mark.parametrize("code", [0, 500, 502, 401])
async def test_trouble_that_passes_is_tried_again_and_what_arrived_is_not_repeated(
    bot: Bot, phone: Phone, code: int
) -> None:
    courier = TelegramCourier(bot)
    phone.telegram.faults.append(Fault("sendMessage", code, spared=1))
    with pytest.raises(TryLater):
        await courier.deliver(spoken("uno", "dos", "tres"))
    await courier.deliver(spoken("uno", "dos", "tres"))
    assert texts(phone) == ["uno", "dos", "tres"]


async def test_when_the_answer_was_lost_a_line_comes_twice_rather_than_never(bot: Bot, phone: Phone) -> None:
    courier = TelegramCourier(bot)
    phone.telegram.faults.append(Fault("sendMessage", 0, is_late=True))
    with pytest.raises(TryLater):
        await courier.deliver(spoken("uno", "dos"))
    await courier.deliver(spoken("uno", "dos"))
    assert texts(phone) == ["uno", "uno", "dos"]


async def test_whoever_blocked_the_bot_is_given_up(bot: Bot, phone: Phone) -> None:
    phone.telegram.blocked.add(777)
    with pytest.raises(Undeliverable, match="blocked"):
        await TelegramCourier(bot).deliver(spoken("uno"))


async def test_a_chat_that_is_gone_is_given_up(bot: Bot) -> None:
    with pytest.raises(Undeliverable, match="not found"):
        await TelegramCourier(bot).deliver(spoken("uno", chat=5))
