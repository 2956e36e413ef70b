"""What makes two words alike to who writes them: how they sound, and which letters they have."""

from __future__ import annotations

import re


def sound(word: str) -> str:
    """Letters that people take for one another made equal: "bussines", "archibado", "kopilot", "vasic"."""
    word = re.sub(r"ph", "f", re.sub(r"qu(?=[ei])|k|q", "c", word))
    word = re.sub(r"c(?=[ei])|z", "s", word.replace("v", "b").replace("y", "i").replace("h", ""))
    return re.sub(r"(.)\1+", r"\1", word)


def scrambled(word: str) -> str:
    """The same for words of the same letters, the first and the last one in their place."""
    return word[:1] + "".join(sorted(word[1:-1])) + word[-1:]
