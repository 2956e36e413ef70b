"""What the bot said in one turn, read from the engine's answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

# Ways out of a question stand after its answers.
_WAYS_OUT = ("/skip", "/no_more", "/go_back", "/deny", "/cancel", "/help")


@dataclass(frozen=True)
class Choice:
    """A button as the engine gave it: a ``payload`` to send back, or a ``url`` to open."""

    title: str
    payload: str = ""
    url: str = ""


@dataclass(frozen=True)
class Said:
    """One message of the bot: its text and the buttons under it."""

    text: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class State:
    """What the bot waits for, the live ticket as the page shows it, and the language it speaks now."""

    awaiting: str | None = None
    order: dict[str, Any] | None = None
    language: str | None = None


@dataclass(frozen=True)
class Answer:
    """A whole turn. ``state`` is None when the engine did not tell it: the last known one holds."""

    said: tuple[Said, ...] = ()
    state: State | None = field(default=None)


def read_answer(items: list[dict[str, Any]]) -> Answer:
    """Texts with their buttons, in order, and the state out of the ``custom`` item."""
    said = tuple(_said(item) for item in items if item.get("text"))
    states = [
        custom for item in items if isinstance(custom := item.get("custom"), dict) and "awaiting" in custom
    ]
    if not states:
        return Answer(said)
    last = states[-1]
    order = last.get("order")
    state = State(last["awaiting"] or None, order if isinstance(order, dict) else None, last.get("language"))
    return Answer(said, state)


def _said(item: dict[str, Any]) -> Said:
    choices = [_choice(button) for button in item.get("buttons") or []]
    choices.sort(key=lambda choice: choice.payload.startswith(_WAYS_OUT))
    return Said(str(item["text"]), tuple(choices))


def _choice(button: dict[str, Any]) -> Choice:
    url = str(button.get("url") or "")
    return Choice(str(button.get("title", "")), "" if url else str(button.get("payload", "")), url)
