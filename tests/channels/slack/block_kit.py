"""Slack's rules for blocks, as its reference states them: ``invalid_blocks`` is what breaks one."""

import re
from collections import Counter
from typing import Any

MOST_BLOCKS = {"message": 50, "home": 100}
_LINK = re.compile(r"<(https?://|mailto:)[^<>|]+(\|[^<>]+)?>")
_ENTITY = re.compile(r"&(amp|lt|gt);")


def faults(blocks: Any, surface: str = "message") -> list[str]:
    """Everything that Slack would refuse, and texts that say more than they show."""
    if not isinstance(blocks, list) or not 1 <= len(blocks) <= MOST_BLOCKS[surface]:
        return [f"{len(blocks)} blocks"]
    found = [fault for block in blocks for fault in _block(block)]
    buttons = [each for block in blocks if block.get("type") == "actions" for each in block["elements"]]
    names = Counter(button.get("action_id") for button in buttons)
    return found + [f"action_id {name} {count} times" for name, count in names.items() if count > 1]


def _block(block: dict[str, Any]) -> list[str]:
    match block:
        case {"type": "section", "text": text}:
            return _keys(block, "type", "text", "block_id") + _text(text, 3000)
        case {"type": "section", "fields": list(fields)}:
            count = [] if 1 <= len(fields) <= 10 else [f"{len(fields)} fields"]
            return _keys(block, "type", "fields", "block_id") + count + _texts(fields, 2000)
        case {"type": "context", "elements": list(elements)}:
            count = [] if 1 <= len(elements) <= 10 else [f"{len(elements)} elements"]
            return _keys(block, "type", "elements", "block_id") + count + _texts(elements, 3000)
        case {"type": "actions", "elements": list(elements)}:
            count = [] if 1 <= len(elements) <= 25 else [f"{len(elements)} buttons"]
            buttons = [fault for element in elements for fault in _button(element)]
            return _keys(block, "type", "elements", "block_id") + count + buttons
        case {"type": "divider"}:
            return _keys(block, "type", "block_id")
        case _:
            return [f"no such block: {block}"]


def _texts(texts: list[Any], limit: int) -> list[str]:
    return [fault for text in texts for fault in _text(text, limit)]


def _text(text: Any, limit: int) -> list[str]:
    match text:
        case {"type": "mrkdwn", "text": str(words)}:
            bare = _ENTITY.sub("", _LINK.sub("", words))
            markup = [f"raw {each!r} in {words!r}" for each in "&<>" if each in bare]
            return _keys(text, "type", "text", "verbatim") + _length(words, limit) + markup
        case {"type": "plain_text", "text": str(words)}:
            return _keys(text, "type", "text", "emoji") + _length(words, limit)
        case _:
            return [f"no text: {text}"]


def _button(button: dict[str, Any]) -> list[str]:
    found = _keys(button, "type", "action_id", "text", "value", "url", "style")
    if button.get("type") != "button" or button.get("text", {}).get("type") != "plain_text":
        return [*found, f"no button: {button}"]
    found += _text(button["text"], 75) + _length(button.get("action_id", ""), 255)
    found += _length(button.get("value", "x"), 2000) + _length(button.get("url", "x"), 3000)
    return found + ([] if button.get("style", "primary") in ("primary", "danger") else ["style"])


def _keys(thing: dict[str, Any], *known: str) -> list[str]:
    return [f"unknown key {key}" for key in thing if key not in known]


def _length(words: str, limit: int) -> list[str]:
    return [] if 1 <= len(words) <= limit else [f"{len(words)} characters: {words[:40]!r}"]
