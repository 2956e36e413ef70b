"""Spelling that does not matter: case, accents, and which digits stand in a sentence."""

import re
import unicodedata

EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")
DOTTED_NAME = re.compile(r"(?:https?://)?(?:[^\W_][\w-]*\.)+[^\W\d_]{2,}(?:/\S*)?")
LONG_DIGITS = re.compile(r"\+?\d[\d\s().-]{6,}\d")
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def fold(text: str) -> str:
    """Lower case without accents, character by character, so that offsets stay valid."""
    return "".join(unicodedata.normalize("NFD", character)[0].lower()[:1] for character in text)


def mask(text: str) -> str:
    """The folded text with addresses, domains and numbers replaced by one word each.

    Which number or address is said never changes what the sentence wants.
    """
    folded = fold(text)
    for pattern, word in ((EMAIL, " xemail "), (DOTTED_NAME, " xdomain "), (LONG_DIGITS, " xphone ")):
        folded = pattern.sub(word, folded)
    return DIGITS.sub("0", folded)
