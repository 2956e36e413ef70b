"""Makes what a person wrote safe for the engine, which takes any text with a leading slash for a command."""

from __future__ import annotations

import unicodedata

MAX_CHARACTERS = 1000
# Look-alikes that NFKC leaves alone: division, fraction and big solidus, and the box drawing diagonal.
_SLASHES = frozenset("/\u2044\u2215\u29f8\u2571")


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
    return (
        character in _SLASHES or character.isspace() or unicodedata.category(character) in {"Cf", "Mn", "Zs"}
    )
