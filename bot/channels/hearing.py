"""What the gateway makes of an event before anything is stored: what to keep, what the engine gets."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace

from bot.channels.auth_codes import mask_codes
from bot.channels.cards.redact import masked, redact
from bot.channels.passwords import mask_passwords
from bot.channels.plain_text import MAX_CHARACTERS, is_command, plain
from bot.channels.reply import Choice
from bot.ledger import Button, Place

CARD_NUMBER, AUTH_CODE = "/card_number", "/auth_code"
# What the commands of a platform's menu stand for. Only their names are heard, never what was typed.
COMMANDS = {
    "start": "/greet",
    "order": "/ask_how",
    "status": "/ask_orders",
    "language": "/ask_language",
    "help": "/help",
    "cancel": "/cancel",
}
_KEPT_OF_TOO_LONG = 80


@dataclass(frozen=True)
class Event:
    """Something a person did, as a channel delivers it. ``id`` is the same when it is delivered again.

    ``text`` is what was written; or ``button`` the opaque id of a button that was pressed, ``command`` one of
    ``COMMANDS``, ``problem`` the sentence that answers what cannot be read. ``place``: where in a chat
    platform the answer goes.
    """

    id: str
    text: str = ""
    button: str | None = None
    command: str | None = None
    problem: str | None = None
    place: Place | None = None


@dataclass(frozen=True)
class Heard:
    """``text`` may be stored. The engine gets ``payload``, else ``text``; if there is a ``problem``, nothing.

    ``problem`` names the sentence that answers instead. ``auth_code`` is the reference to a code that was
    masked in ``text``.
    """

    text: str
    payload: str | None = None
    problem: str | None = None
    auth_code: str | None = None

    @property
    def had_card(self) -> bool:
        """A card was masked: a channel that can delete messages deletes this one."""
        return self.payload == CARD_NUMBER


@dataclass(frozen=True)
class Secret:
    """An auth code on its way into the ledger, taken out of what was written."""

    value: str = field(repr=False)
    is_alone: bool

    def known_as(self, ref: str, heard: Heard) -> Heard:
        """``heard`` with the reference instead: a command if there was nothing but the code."""
        if self.is_alone:
            return replace(heard, payload=AUTH_CODE + json.dumps({"ref": ref}))
        return replace(heard, auth_code=ref)


def hear_text(written: str, awaiting: str | None = None) -> tuple[Heard, Secret | None]:
    """Size first, then cards, auth codes, passwords, slashes: no step sees what an earlier one took away."""
    safe = redact(written[:MAX_CHARACTERS])
    coded = mask_codes(safe.text, awaiting)
    locked = mask_passwords(coded.text)
    text = plain(locked.text)
    if safe.had_card:
        return _with_card(text), None
    if locked.had_password:
        return Heard(text, problem="password_written"), None
    if len(written) > MAX_CHARACTERS:
        return Heard(text[:_KEPT_OF_TOO_LONG] + "…", problem="too_long"), None
    if not text:
        return Heard("…", problem="nothing_to_read"), None
    if is_command(locked.text):
        return Heard(text, problem="no_commands"), None
    return Heard(text), Secret(coded.code, coded.is_alone) if coded.code else None


def hear_part_of_card(written: str) -> Heard:
    """What belongs to a card that is written in pieces."""
    return _with_card(plain(masked(written[:MAX_CHARACTERS])))


def _with_card(text: str) -> Heard:
    return Heard(text, payload=CARD_NUMBER)


def hear_button(remembered: str | None) -> Heard:
    """``remembered`` is the button's ``meaning_of``; None if it is no button of this conversation."""
    if remembered is None:
        return Heard("…", problem="stale_button")
    meaning = json.loads(remembered)
    return Heard(meaning["title"], payload=meaning["payload"])


def hear_command(name: str) -> Heard:
    return Heard(f"/{name}", payload=COMMANDS[name])


def hear_problem(name: str) -> Heard:
    """Something came that has no words in it that count."""
    return Heard("…", problem=name)


def meaning_of(choice: Choice) -> str:
    """What a button's opaque id stands for: the payload, and the title that history shows when pressed."""
    return json.dumps({"title": choice.title, "payload": choice.payload})


def choice_of(button: Button, meaning: str) -> Choice:
    """A button that was shown, as the engine gave it; ``meaning`` is its ``meaning_of``."""
    if "url" in button:
        return Choice(button["title"], url=button["url"])
    return Choice(button["title"], json.loads(meaning)["payload"])
