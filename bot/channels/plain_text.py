"""Makes what a person wrote safe for the engine, which takes any text with a leading slash for a command."""

from __future__ import annotations

import re
import unicodedata

MAX_CHARACTERS = 1000
# Look-alikes that NFKC leaves alone: fraction, division, big, double and triple solidus, diagonals.
_SLASHES = frozenset("/\u2044\u2215\u27cb\u29f8\u2571\u2afb\u2afd\U0001f67c")
# Letters to Unicode, nothing to the eye.
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


_COMMAND = re.compile(r"[^\W\d_]+(?:_[^\W\d_]+)*")


def is_command(text: str) -> bool:
    """Whether somebody typed a command ("/restart") and nothing else: there are none to type."""
    normal = unicodedata.normalize("NFKC", text)
    said = plain(text)
    begins = normal[: normal.find(said[0])] if said and said[0] in normal else ""
    return not _SLASHES.isdisjoint(begins) and bool(_COMMAND.fullmatch(said))


def plain(text: str) -> str:
    """``text`` in NFKC, without control characters and without anything in front that could command.

    Joiners inside words stay (some scripts need them), and so do lines: a pasted block is read by them. In
    front of the text nothing invisible stays.
    """
    normal = unicodedata.normalize("NFKC", "\n".join(text.splitlines()))
    visible = "".join(" " if _is_control(each) else each for each in normal)
    start = 0
    while start < len(visible) and _may_hide_a_slash(visible[start]):
        start += 1
    return visible[start:].strip()


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character != "\n"


def _may_hide_a_slash(character: str) -> bool:
    if character in _SLASHES or character in _BLANK_LETTERS or character.isspace():
        return True
    return unicodedata.category(character) in {"Cf", "Mn", "Me", "Zs"}
