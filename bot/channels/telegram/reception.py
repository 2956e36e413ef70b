"""What becomes of an update: committed first, then acknowledged, and only then answered."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from telegram import Bot, LinkPreviewOptions, Update
from telegram.constants import CallbackQueryLimit, ChatAction
from telegram.error import BadRequest, TelegramError

from bot.channels.cards.numbers import has_card_number
from bot.channels.chat_platform import MAIN, ChatPlatform
from bot.channels.conversation import Gateway, Person
from bot.channels.hearing import Event
from bot.channels.memory import Memory
from bot.channels.queues import Queues
from bot.channels.sentences import sentence
from bot.channels.telegram.reading import Elsewhere, Page, Press, Private, message_of, read
from bot.channels.telegram.rendering import keyboard
from bot.channels.telegram.sending import attempt
from bot.ledger import Ledger

_REMEMBERED = 10_000
_A_DAY = 24 * 3600.0
_TYPING_SECONDS = 4.0  # Telegram shows it for five
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass
class Reception:
    """``page_url`` is where people link their account."""

    bot: Bot
    platform: ChatPlatform
    ledger: Ledger
    gateway: Gateway
    page_url: str
    _arrivals: Queues = field(default_factory=Queues)
    # Who was told something that is not kept in the inbox: a stranger for each message, a group once a day.
    _told: Memory[bool] = field(default_factory=lambda: Memory(_REMEMBERED, _A_DAY))
    _courtesies: set[asyncio.Task[None]] = field(default_factory=set)

    async def take(self, update: Update) -> None:
        """When this returns, all that must not be lost is committed: the update may be acknowledged."""
        done = read(update)
        if isinstance(done, Elsewhere):
            self._point_to_private_chat(done)
        elif done is not None:
            # One after another per chat, so that messages keep the order in which they came.
            async with self._arrivals.turn(str(done.chat)):
                await self._take_private(done)

    async def close(self) -> None:
        """Courtesies that are not done by now are not owed to anybody."""
        for task in self._courtesies:
            task.cancel()
        await asyncio.gather(*self._courtesies, return_exceptions=True)

    async def _take_private(self, done: Private) -> None:
        person = await self.platform.person(done.user)
        if done.token is not None and not await self._claim(done, done.token):
            pass  # it has been said what is to be done now
        elif person is None:
            self._say_once(done, "telegram_unlinked", page=self.page_url)
            if done.event is not None and has_card_number(done.event.text):
                self._delete(done.chat, [done.message])
        elif done.page is not None and done.press is not None:
            self._later(self._turn_page(person, done.chat, done.press, done.page))
        elif done.event is not None:
            await self._accept(person, done, done.event)
        if done.press is not None:
            self._put_away(done.chat, done.press, is_over=done.page is None)

    async def _accept(self, person: Person, done: Private, event: Event) -> None:
        accepted = await self.platform.accept(person, event)
        turn = self.platform.answer_later(accepted)
        if turn is not None:
            self._later(self._type_until(turn, done.chat))
        if accepted.heard.had_card:
            self._delete(done.chat, [done.message, *(message_of(each.event) for each in accepted.halves)])

    def _delete(self, chat: int, messages: Iterable[int | None]) -> None:
        """A card number is not left standing in the chat."""
        for message in messages:
            if message is not None:
                self._later(attempt("deleteMessage", partial(self.bot.delete_message, chat, message)))

    async def _claim(self, done: Private, token: str) -> bool:
        """Whether this account was linked by the token before; else the person is told what happens next."""
        claim, place = self.ledger.links.claim, {"chat": done.chat}
        link = await claim(self.platform.channel, token, done.user, done.handle, place)
        if link is None:
            self._say_once(done, "link_unusable", page=self.page_url)
        elif link.approved_at is None:
            self._say_once(done, "link_claimed", page=self.page_url, handle=done.handle)
        else:
            return True
        return False

    def _put_away(self, chat: int, press: Press, is_over: bool) -> None:
        """The button says what was chosen and stops its clock; after use it goes, with all beside it."""
        words = press.title[: CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH] if is_over else None
        self._call("answerCallbackQuery", lambda: self.bot.answer_callback_query(press.id, words))
        if is_over:
            self._later(self._take_buttons_away(chat, press.message))

    async def _take_buttons_away(self, chat: int, message: int) -> None:
        with suppress(BadRequest):  # pressed twice: they are away
            await self.bot.edit_message_reply_markup(chat, message)

    async def _turn_page(self, person: Person, chat: int, press: Press, page: Page) -> None:
        conversation = await self.gateway.open(person, MAIN)
        messages = await self.ledger.conversations.since(conversation.id, page.seq - 1)
        if messages and messages[0].seq == page.seq:
            markup = keyboard(messages[0], page.number)
            with suppress(BadRequest):  # it shows this page already
                await self.bot.edit_message_reply_markup(chat, press.message, reply_markup=markup)

    def _point_to_private_chat(self, done: Elsewhere) -> None:
        words = sentence("write_me_in_private", done.language, bot=f"@{self.bot.username}")
        if done.press is not None:
            press = done.press
            self._call("answerCallbackQuery", lambda: self.bot.answer_callback_query(press, words))
        elif self._is_first(f"group {done.chat}"):
            self._say(done.chat, words)

    def _say_once(self, done: Private, name: str, **facts: object) -> None:
        if self._is_first(done.id):
            self._say(done.chat, sentence(name, done.language, **facts))

    def _is_first(self, key: str) -> bool:
        is_first = self._told.get(key) is None
        self._told.keep(key, True)
        return is_first

    def _say(self, chat: int, words: str) -> None:
        self._call(
            "sendMessage", lambda: self.bot.send_message(chat, words, link_preview_options=_NO_PREVIEW)
        )

    async def _type_until(self, turn: asyncio.Task[None], chat: int) -> None:
        """Show the person that the bot is at it."""
        while not turn.done():
            with suppress(TelegramError):
                await self.bot.send_chat_action(chat, ChatAction.TYPING)
            await asyncio.wait([turn], timeout=_TYPING_SECONDS)

    def _call(self, what: str, call: Callable[[], Awaitable[object]]) -> None:
        self._later(attempt(what, call))

    def _later(self, courtesy: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(courtesy)
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)
