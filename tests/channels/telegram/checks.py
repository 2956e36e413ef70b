"""What the Bot API refuses, with the words that it uses. Only what a bot of ours could run into."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

LONGEST_TEXT = 4096
LONGEST_DATA = 64
MOST_BUTTONS, WIDEST_ROW = 100, 8


class Refusal(Exception):
    """An answer that is not ok. Code 0: the connection is dropped instead of answering."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(description: str) -> Refusal:
    return Refusal(400, f"Bad Request: {description}")


def check_text(params: dict[str, Any]) -> str:
    """What is shown of ``text``; markup is refused, since our bot promises to send none."""
    text = str(params.get("text", "")).strip()
    if not text:
        raise bad("message text is empty")
    # Telegram counts as its clients do, in UTF-16.
    if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
        raise bad("message is too long")
    if "parse_mode" in params:
        raise bad("unsupported parse_mode")
    return text


def check_keyboard(params: dict[str, Any]) -> dict[str, Any] | None:
    """The inline keyboard, or None if there is none (an empty one is none)."""
    if "reply_markup" not in params:
        return None
    markup = params["reply_markup"]
    rows = (json.loads(markup) if isinstance(markup, str) else markup).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS or any(len(row) > WIDEST_ROW for row in rows):
        raise bad("reply markup is too long")
    for button in buttons:
        _check_button(button)
    return {"inline_keyboard": rows} if buttons else None


def _check_button(button: dict[str, str]) -> None:
    if not button.get("text", "").strip():
        raise bad("can't parse inline keyboard button: Text must be non-empty")
    if "url" in button:
        _check_url(button["url"])
    elif not 1 <= len(button.get("callback_data", "").encode()) <= LONGEST_DATA:
        raise bad("BUTTON_DATA_INVALID")


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https", "tg") or (parts.scheme != "tg" and "." not in parts.netloc):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def check_commands(params: dict[str, Any]) -> None:
    commands = json.loads(params["commands"])
    if not 1 <= len(commands) <= 100:
        raise bad("there must be from 1 to 100 commands")
    for each in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", each["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(each["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if not re.fullmatch(r"([a-z]{2})?", params.get("language_code", "")):
        raise bad("invalid language code specified")


def check_webhook(params: dict[str, Any]) -> None:
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", params.get("secret_token", "")):
        raise bad("secret token contains unallowed characters")
    if not urlsplit(params.get("url", "")).scheme.startswith("http"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
