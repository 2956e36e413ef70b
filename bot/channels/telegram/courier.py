"""Carries the bot's words to Telegram."""

from __future__ import annotations

from datetime import timedelta

from telegram import Bot, LinkPreviewOptions
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.channels.courier import Spoken, TryLater, Undeliverable
from bot.channels.memory import Memory
from bot.channels.telegram.rendering import Letter, render
from bot.channels.telegram.sending import pause_asked

CHANNEL = "telegram"
_UNFINISHED = 1_000
# A preview would be fetched by Telegram's servers, and some of our links work only once.
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramCourier:
    channel = CHANNEL

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        # How many letters of a turn have arrived: when the next one fails, these are not sent again.
        self._arrived: Memory[int] = Memory(_UNFINISHED)

    async def deliver(self, spoken: Spoken) -> None:
        letters = [letter for message in spoken.messages for letter in render(message)]
        for place in range(self._arrived.get(spoken.id) or 0, len(letters)):
            await self._send(int(spoken.place["chat"]), letters[place])
            self._arrived.keep(spoken.id, place + 1)
        self._arrived.forget(spoken.id)

    async def _send(self, chat: int, letter: Letter) -> None:
        try:
            await self._bot.send_message(
                chat, letter.text, reply_markup=letter.keyboard, link_preview_options=_NO_PREVIEW
            )
        except RetryAfter as told:
            raise TryLater("Telegram asks for a pause", pause_asked(told)) from told
        except (Forbidden, BadRequest) as refusal:
            raise Undeliverable(refusal.message) from refusal
        except InvalidToken as refusal:
            raise TryLater(refusal.message, timedelta(minutes=1)) from refusal
        except TelegramError as trouble:
            raise TryLater(trouble.message) from trouble
