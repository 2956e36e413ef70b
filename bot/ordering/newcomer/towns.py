"""What an address ends with: the town, its state, the country, told apart without commas."""

from __future__ import annotations

import re

from bot.ordering.customer import CITY_STATES
from bot.ordering.newcomer.values import country_of
from bot.ordering.newcomer.words import any_of, leading, pattern
from bot.ordering.text import fold

_OF = re.compile(r"\b(?:de|do|da|of|new|nuevo|nueva|novo|nova|edo\.?)$")
BEFORE_A_CODE = re.compile(r"(.*[^\W\d])\s+(\S*\d\S*(?:\s+\S*\d\S*){0,2})")
# Towns, or parts of them, have the country's name.
ALSO_TOWNS = frozenset({"GT", "MX", "PA"})
_NUMBERED = re.compile(r"[^\W\d]+\.?\s*#?\d+[\w-]*\s+(?=[^\W\d])")


def split_country(text: str, home: str) -> tuple[str, str | None]:
    """``text`` without the country that it ends with, and that country's code."""
    words = text.strip(" .,").split()
    for count in range(min(5, len(words)), 0, -1):
        code = country_of(" ".join(words[-count:]))
        before = " ".join(words[:-count])
        if code is None or _OF.search(fold(before)) or pattern("street").fullmatch(fold(before)):
            continue  # "Rua Chile"
        if (code in ("GE", "JE") and home == "US") or (count == 1 and len(words[-1]) < 3 and before):
            continue  # Georgia in the US; "MX" and "US" only by themselves
        return trim(before), code
    coded = BEFORE_A_CODE.fullmatch(text.strip(" .,"))
    if coded:  # "Singapore 427365"
        before, code = split_country(coded[1], home)
        if code in CITY_STATES or code == "PR":
            return f"{before} {coded[2]}".strip(), code
    return text.strip(), None


def origin(text: str) -> tuple[int, str]:
    """How far "de Chile" or "from Ireland" goes where ``text`` begins so, and the country's code."""
    found = re.match(
        r"\s*(?:del?|from|in|en|d[aoe]s?|em)\s+(?:the\s+|los\s+)?(?P<name>[^\d,;:.()\n]+)", text, re.I
    )
    words = found["name"].split() if found else []
    for count in range(min(4, len(words)), 0, -1):
        code = country_of(" ".join(words[:count]))
        if code and found:
            behind = re.compile(r"\s+".join(map(re.escape, words[:count])) + r"[\s,.:;-]*")
            named = behind.match(text, found.start("name"))
            return (named.end() if named else 0), code
    return 0, ""


def split_last_town(text: str) -> tuple[str, str]:
    """("col Roma Norte", "cdmx"): the last words are the town."""
    numbered = _NUMBERED.match(fold(text))
    if numbered and not leading("more_street").match(fold(text[numbered.end() :])):
        return text[: numbered.end()].strip(), text[numbered.end() :]  # "Suite 200 Salt Lake City"
    words = text.split()
    for count in (3, 2):
        tail = " ".join(words[-count:])
        if len(words) > count and leading("two_word_city").match(fold(tail)):
            # "Col. Santa María" is no town behind a "Col."
            return (" ".join(words[:-count]), tail) if len(words) > count + 1 else (text, "")
    return (" ".join(words[:-1]), words[-1]) if len(words) > 2 else (text, "")


def split_state(text: str) -> tuple[str, str]:
    """("Austin", "TX"), ("guadalajara", "jalisco"); the state is "" where none ends the text."""
    for found in pattern("state").finditer(fold(text)):
        before, state = trim(text[: found.start()]).strip("/ "), text[found.start() : found.end()]
        is_short = len(state) < 4 and not state.isupper()  # "de", "la", "para" are words of towns, too
        if (
            before
            and found.end() == len(text)
            and not is_short
            and not pattern("two_word_city").fullmatch(fold(before))
        ):
            return before, state
    return text, ""


def is_state(text: str) -> bool:
    return pattern("state").fullmatch(fold(text).strip(" .,")) is not None


def ends_with_state(text: str) -> re.Match[str] | None:
    return re.search(rf"(?:^|[\s/])(?:{any_of('state')})$", fold(trim(text)))


def ended_in_capitals(text: str) -> str:
    """ "long beach ny" as "long beach NY": in front of a postal code it is a state."""
    found = ends_with_state(text)
    if found is None or len(found.group()) > 3:  # noqa: PLR2004  a space and two letters
        return text
    return text[: found.start()] + found.group().upper()


def trim(text: str) -> str:
    return text.strip(" \t,.;:-–—")
