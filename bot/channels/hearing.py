"""What the gateway makes of an event before anything is stored: what to keep, what the engine gets."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.channels.plain_text import MAX_CHARACTERS, plain
from bot.channels.redact import redact
from bot.channels.reply import Choice

CARD_NUMBER = "/card_number"
_KEPT_OF_TOO_LONG = 80


@dataclass(frozen=True)
class Event:
    """Something a person did, as a channel delivers it. ``id`` is the same when it is delivered again.

    ``text`` is what was written; or ``button`` the opaque id of a button that was pressed.
    """

    id: str
    text: str = ""
    button: str | None = None


@dataclass(frozen=True)
class Heard:
    """``text`` may be stored. The engine gets ``payload``, else ``text``; if there is a ``problem``, nothing.

    ``problem`` names the sentence that answers instead.
    """

    text: str
    payload: str | None = None
    problem: str | None = None


def hear_text(written: str) -> Heard:
    """Size first, then card numbers, then slashes: nothing later sees what an earlier step took away."""
    safe = redact(written[:MAX_CHARACTERS])
    if safe.had_card:
        return Heard(plain(safe.text), payload=CARD_NUMBER)
    if len(written) > MAX_CHARACTERS:
        return Heard(plain(safe.text)[:_KEPT_OF_TOO_LONG] + "…", problem="too_long")
    text = plain(safe.text)
    return Heard(text) if text else Heard("…", problem="nothing_to_read")


def hear_button(remembered: str | None) -> Heard:
    """``remembered`` is the button's ``meaning_of``; None if it is no button of this conversation."""
    if remembered is None:
        return Heard("…", problem="stale_button")
    meaning = json.loads(remembered)
    return Heard(meaning["title"], payload=meaning["payload"])


def meaning_of(choice: Choice) -> str:
    """What a button's opaque id stands for: the payload, and the title that history shows when pressed."""
    return json.dumps({"title": choice.title, "payload": choice.payload})
