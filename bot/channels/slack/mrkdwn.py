"""Slack's markup: read into what the person wrote, and written so that nothing in a text can command."""

from __future__ import annotations

import re
from bisect import bisect_right

MAX_TEXT = 3000  # of one text in a block

_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_TAG = re.compile(r"<([^<>]*)>")
_URL = re.compile(r"https?://[^\s<>]+[^\s<>.,;:!?)\]}'\"]")


def read(text: str) -> str:
    """What the person typed. Slack wraps what it takes for links: ``<http://a.mx|a.mx>`` was ``a.mx``."""
    plain = _TAG.sub(lambda tag: _shown(tag[1]), text)
    for character, escape in reversed(_ESCAPES):
        plain = plain.replace(escape, character)
    return plain


def written(text: str) -> str:
    """``text`` as mrkdwn that shows it as it is: only addresses of the web become links.

    Meant for ``verbatim`` texts, where Slack adds no links and mentions of its own.
    """
    for character, escape in _ESCAPES:
        text = text.replace(character, escape)
    return _URL.sub(lambda url: f"<{url[0]}>", text)


def chunks(text: str, limit: int = MAX_TEXT) -> list[str]:
    """``text`` in pieces that fit as mrkdwn: cut at the end of a line, else of a word, else anywhere."""
    pieces, rest = [], text.strip()
    while len(written(rest)) > limit:
        cut = _cut(rest, limit)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [piece for piece in (*pieces, rest) if piece]


def _cut(text: str, limit: int) -> int:
    most = bisect_right(range(1, limit + 1), limit, key=lambda end: len(written(text[:end])))
    return next((cut for mark in ("\n", " ") if (cut := text.rfind(mark, 1, most)) > 0), most)


def _shown(inside: str) -> str:
    target, _, label = inside.partition("|")
    if target.startswith(("@", "#", "!")):
        return label or target
    return label or target.removeprefix("mailto:").removeprefix("tel:")
