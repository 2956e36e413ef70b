"""The bot's words as Telegram shows them: plain text, never markup, with the choices as inline buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import MessageLimit

from bot.ledger import Button, Message

MOST_ON_A_PAGE = 10
# Titles that are short enough stand side by side.
_ROW_CHARACTERS, _ROW_BUTTONS = 24, 3


@dataclass(frozen=True)
class Letter:
    """One message to send."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None


def render(message: Message) -> list[Letter]:
    """As many letters as the text needs; the buttons are under the last one."""
    links = [f"{each['title']}: {each['url']}" for each in message.buttons if not _fits_button(each)]
    texts = list(split("\n".join([message.text, *links])))
    return [*map(Letter, texts[:-1]), Letter(texts[-1], keyboard(message))]


def keyboard(message: Message, page: int = 0) -> InlineKeyboardMarkup | None:
    """The buttons of ``message``; of a long list only ``page``, with a row that turns the pages."""
    buttons = [each for each in message.buttons if _fits_button(each)]
    if not buttons:
        return None
    pages = [buttons[at : at + MOST_ON_A_PAGE] for at in range(0, len(buttons), MOST_ON_A_PAGE)]
    page = min(page, len(pages) - 1)
    rows = [[_inline(each) for each in row] for row in _rows(pages[page])]
    if len(pages) > 1:
        rows.append(_turning(message.seq, page, len(pages)))
    return InlineKeyboardMarkup(rows)


def split(text: str, limit: int = MessageLimit.MAX_TEXT_LENGTH) -> Iterator[str]:
    """``text`` in parts that Telegram takes, cut between lines, else between words, else anywhere."""
    text = text.strip()
    while _length(text) > limit:
        end = _longest_part(text, limit)
        cut = max(text.rfind("\n", 0, end), 0) or max(text.rfind(" ", 0, end), 0) or end
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    yield text


def _length(text: str) -> int:
    """In UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def _longest_part(text: str, limit: int) -> int:
    """How many characters of ``text`` fit into ``limit`` units."""
    units = 0
    for place, character in enumerate(text):
        units += 2 if ord(character) > 0xFFFF else 1
        if units > limit:
            return place
    return len(text)


def _rows(buttons: Sequence[Button]) -> Iterator[list[Button]]:
    row: list[Button] = []
    for button in buttons:
        together = sum(len(each["title"]) for each in [*row, button])
        if row and (together > _ROW_CHARACTERS or len(row) == _ROW_BUTTONS):
            yield row
            row = []
        row.append(button)
    yield row


def _turning(seq: int, page: int, pages: int) -> list[InlineKeyboardButton]:
    turns = [("◀", page - 1), (f"{page + 1}/{pages}", page), ("▶", page + 1)]
    return [
        InlineKeyboardButton(title, callback_data=f"page.{seq}.{to}")
        for title, to in turns
        if 0 <= to < pages
    ]


def _inline(button: Button) -> InlineKeyboardButton:
    if "url" in button:
        return InlineKeyboardButton(button["title"], url=button["url"])
    return InlineKeyboardButton(button["title"], callback_data=button["button"])


def _fits_button(button: Button) -> bool:
    """Telegram refuses buttons to hosts without a dot; such a link, or one to this machine, is text."""
    if "url" not in button:
        return True
    host = urlsplit(button["url"]).hostname or ""
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host
