"""What somebody did in Telegram, read from an update. Nothing is stored, said or looked up here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from telegram import CallbackQuery, Message, Update, User
from telegram.constants import ChatType
from telegram.ext.filters import StatusUpdate

from bot.channels.cards.numbers import has_card_number
from bot.channels.hearing import COMMANDS, Event

# The kinds of updates that we ask Telegram for.
KINDS = ("message", "edited_message", "callback_query", "channel_post", "my_chat_member")
_COMMAND = re.compile(r"/([a-z]+)(?:@\w+)?(?:\s+(.*))?", re.I | re.S)
_EVENT = re.compile(r"\d+\.(\d+)\.\d+")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,64}")
_PAGE = re.compile(r"page\.(\d{1,9})\.(\d{1,3})")
_HEARABLE = ("voice", "audio", "video_note", "video")


@dataclass(frozen=True)
class Elsewhere:
    """Somebody wants something of the bot in a group or a channel, where nothing is ordered."""

    chat: int
    language: str
    press: str | None = None


@dataclass(frozen=True)
class Page:
    """Another page of the buttons under the message that has place ``seq`` in the conversation."""

    seq: int
    number: int


@dataclass(frozen=True)
class Press:
    """A button was pressed under ``message``; ``id`` is to be answered, or its clock turns for a minute."""

    id: str
    message: int
    title: str


@dataclass(frozen=True)
class Private:
    """Somebody did something in their private chat with the bot.

    ``event`` is what goes to the gateway, unless a ``page`` of buttons is turned or the ``token`` of a link
    is shown. ``message`` is what they wrote, None if they pressed a ``press``.
    """

    id: str
    user: str
    handle: str
    chat: int
    language: str
    event: Event | None = None
    token: str | None = None
    page: Page | None = None
    press: Press | None = None
    message: int | None = None


def read(update: Update) -> Private | Elsewhere | None:
    """None: nothing that anybody waits for an answer to."""
    if update.callback_query:
        return _read_press(update.update_id, update.callback_query)
    message = update.message or update.edited_message
    chat, user = update.effective_chat, update.effective_user
    language = _language(user)
    if chat is None:
        return None
    if chat.type != ChatType.PRIVATE:
        return Elsewhere(chat.id, language) if _is_meant(update) else None
    if message is None or user is None or user.is_bot:
        return None
    event_id = f"{update.update_id}.{message.message_id}.{_stamp(message.date)}"
    event = None if StatusUpdate.ALL.check_update(update) else _event(event_id, message)
    token = _token(message)
    if event is None:
        return None
    return Private(
        id=event_id,
        user=str(user.id),
        handle=_handle(user),
        chat=chat.id,
        language=language,
        event=event,
        token=token,
        message=message.message_id,
    )


def message_of(event_id: str) -> int | None:
    """The message that was read as this event; None if it was a press, or in another channel."""
    found = _EVENT.fullmatch(event_id)
    return int(found[1]) if found else None


def _read_press(update_id: int, query: CallbackQuery) -> Private | Elsewhere | None:
    under, user = query.message, query.from_user
    if under is None or query.data is None:
        return None
    if under.chat.type != ChatType.PRIVATE:
        return Elsewhere(under.chat.id, _language(user), press=query.id)
    event_id, place = f"{update_id}.{query.id}", {"chat": under.chat.id}
    page = _PAGE.fullmatch(query.data)
    return Private(
        id=event_id,
        user=str(user.id),
        handle=_handle(user),
        chat=under.chat.id,
        language=_language(user),
        event=None if page else Event(event_id, button=query.data, place=place),
        page=Page(int(page[1]), int(page[2])) if page else None,
        press=Press(query.id, under.message_id, _title(query)),
    )


def _event(event_id: str, message: Message) -> Event | None:
    """What the gateway is to hear of a message; None where nobody waits for an answer."""
    place = {"chat": message.chat.id}
    text = message.text or ""
    if has_card_number(text or message.caption or ""):
        return Event(event_id, text or message.caption or "", place=place)
    if message.edit_date is not None and not (text or message.caption):
        return None  # a location that is shared live moves every few seconds
    problem = _problem(message)
    if problem:
        return Event(event_id, problem=problem, place=place)
    command = _COMMAND.fullmatch(text.strip())
    if command is None or command[1].lower() not in COMMANDS:
        return Event(event_id, text, place=place)
    name, rest = command[1].lower(), (command[2] or "").strip()
    if name == "order" and rest:
        return Event(event_id, rest, place=place)
    return Event(event_id, command=name, place=place)


def _problem(message: Message) -> str | None:
    """The sentence that answers what is not the person's own words, or no words at all."""
    if message.edit_date is not None:
        return "edited"
    if message.forward_origin or message.via_bot or message.sender_chat:
        return "not_your_words"
    if any(getattr(message, kind) for kind in _HEARABLE):
        return "cannot_listen"
    return None if message.text else "only_words"


def _token(message: Message) -> str | None:
    """The token behind ``/start``, as the link of the account page brings it."""
    command = _COMMAND.fullmatch((message.text or "").strip())
    if command is None or command[1].lower() != "start" or message.edit_date or message.forward_origin:
        return None
    token = (command[2] or "").strip()
    return token if _TOKEN.fullmatch(token) else None


def _is_meant(update: Update) -> bool:
    """Whether the bot was spoken to in a group, or just let into it."""
    member = update.my_chat_member
    if member is None:
        return update.edited_message is None
    return member.new_chat_member.status in ("member", "administrator")


def _title(query: CallbackQuery) -> str:
    """What stood on the button."""
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
    return next((each.text for each in buttons if each.callback_data == query.data), "")


def _handle(user: User) -> str:
    """How the person is shown on the account page, where they approve themselves."""
    return f"@{user.username}" if user.username else user.full_name


def _language(user: User | None) -> str:
    return (user.language_code if user else None) or "es"


def _stamp(moment: datetime) -> int:
    """Update ids begin anew, at random, after a week without any: with the time they never repeat."""
    return int(moment.timestamp())
