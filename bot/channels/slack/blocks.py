"""Block Kit: the bot's messages as blocks, within Slack's limits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, TypeVar

from bot.channels.slack.mrkdwn import MAX_TEXT, chunks, written
from bot.ledger import Button, Message

Block = dict[str, Any]
Thing = TypeVar("Thing")

PRESS, OPEN = "press", "open"
_MOST_BLOCKS, _MOST_BUTTONS, _MOST_FIELDS = 50, 25, 10
_LONGEST_TITLE, _LONGEST_FIELD = 75, 2000
_FACT = re.compile(r"([^:•]{1,40}): +(\S.*)")


@dataclass(frozen=True)
class Post:
    """One message as Slack takes it; ``text`` is read aloud and shown in notifications."""

    text: str
    blocks: list[Block]


def posts(message: Message, *, is_review: bool = False) -> list[Post]:
    """Usually one; a message of more blocks than Slack takes goes out in several."""
    shown = list(_review(message.text)) if is_review else [section(each) for each in chunks(message.text)]
    shown += _buttons(message.buttons, is_review=is_review)
    text = written(chunks(message.text)[0]) if message.text.strip() else "…"
    return [Post(text, part) for part in rows(shown, _MOST_BLOCKS)]


def section(text: str) -> Block:
    return {"type": "section", "text": mrkdwn(written(text))}


def mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def small(text: str) -> Block:
    return {"type": "context", "elements": [mrkdwn(written(text))]}


def title(text: str) -> Block:
    return {"type": "section", "text": mrkdwn(f"*{written(text)}*")}


def used(blocks: Sequence[Block], chosen: str) -> list[Block]:
    """The message after one of its buttons was pressed: the buttons are gone, the choice stays."""
    rest = [block for block in blocks if block.get("type") != "actions"]
    return [*rest[: _MOST_BLOCKS - 1], small(f"✓ {chosen}")]


def rows(things: Iterable[Thing], most: int) -> Iterator[list[Thing]]:
    rest = iter(things)
    while row := list(islice(rest, most)):
        yield row


def _review(text: str) -> Iterator[Block]:
    """Read at a glance: what it is, its lines, the amounts side by side, the terms in small print."""
    first, *lines = text.strip().split("\n")
    yield from (title(each) for each in chunks(first, MAX_TEXT - 2))
    for kind, group in groupby((line for line in lines if line.strip()), _kind):
        if kind == "fact":
            yield from (_facts(each) for each in rows(group, _MOST_FIELDS))
        else:
            block = small if kind == "terms" else section
            yield from (block(each) for each in chunks("\n".join(group)))


def _kind(line: str) -> str:
    if "https://" in line or "http://" in line:
        return "terms"
    fact = _FACT.fullmatch(line)
    return "fact" if fact and len(written(line)) < _LONGEST_FIELD - 10 else "line"


def _facts(lines: Sequence[str]) -> Block:
    pairs = [found.groups() for line in lines if (found := _FACT.fullmatch(line))]
    fields = [mrkdwn(f"*{written(name)}*\n{written(value)}") for name, value in pairs]
    return {"type": "section", "fields": fields}


def _buttons(buttons: Sequence[Button], *, is_review: bool) -> Iterator[Block]:
    elements = [_button(number, button) for number, button in enumerate(buttons)]
    if elements and is_review:
        elements[0]["style"] = "primary"
    for row in rows(elements, _MOST_BUTTONS):
        yield {"type": "actions", "elements": row}


def _button(number: int, button: Button) -> Block:
    words = {"type": "plain_text", "text": _short(button["title"]), "emoji": False}
    if "url" in button:
        return {"type": "button", "action_id": f"{OPEN}:{number}", "text": words, "url": button["url"]}
    return {"type": "button", "action_id": f"{PRESS}:{number}", "text": words, "value": button["button"]}


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…"
