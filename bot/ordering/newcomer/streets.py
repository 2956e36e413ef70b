"""Where an address begins: a street with its number, told from towns, and where it ends without a comma."""

from __future__ import annotations

import re
from functools import cache

from bot.ordering.newcomer.words import any_of, is_ordinary, leading, pattern, says
from bot.ordering.text import fold, words

_BEGINS_WITH_A_NUMBER = re.compile(
    r"(?:(?:n[o°º]\.?|#|plot|lot|flat|unit)\s*)?\d+[\w/-]*\s"
)  # "5/12 Bourke St"
NUMBER = re.compile(r"\d+[\w/-]*|\bs/?n\b")


def without_lead(text: str) -> str:
    """ "It's at 12 Elm St" as "12 Elm St"."""
    found = _lead().match(fold(text))
    return text[found.end() :] if found else text


@cache
def _lead() -> re.Pattern[str]:
    begins = rf"[a-z]?-?\d|(?:(?:la|el|a|o|the)\s+)?(?:{any_of('street')})(?!\w)"
    begins += rf"|(?:\S+\s){{1,2}}(?:{any_of('street_end')})(?!\w)"
    lead = rf"[\W_]*(?:(?:{any_of('says_where')})[\s,:]+)*"
    is_verb = r"(?:es|is|e|it'?s)\s+(?=[^\W\d]{3}[^,;\n]*\d)"  # "es Hidalgo 45", not "E 5th St"
    return re.compile(
        rf"{lead}(?:(?:{any_of('says_where')})[\s,:]+(?={begins})|(?:{any_of('says_where')})\s*:\s*|{is_verb})"
    )


@cache
def town_ahead() -> re.Pattern[str]:
    """ "guadalajara calle luna 3": the town in front of its street, without a comma."""
    small = rf"(?!(?:{any_of('says_where')}|{any_of('lead_in')}|esquina|edificio)\s)"
    return re.compile(rf"({small}[^\W\d]{{4,}}(?:\s[^\W\d]+)?)\s+(?=(?:{any_of('street')})\s[^,;\n]*\d)")


def puts_street_right(folded: str, street: str) -> bool:
    """ "21 Elm St", or "Juárez 21" where Juárez 12 is known, at any time."""
    names = {word.text for word in words(street) if len(word.text) > 3}  # noqa: PLR2004
    said = {word.text for word in words(folded)}
    ends = re.fullmatch(rf"\d+\w?\s(?:\S+\s){{1,3}}(?:{any_of('street_end')})", folded)
    return ends is not None or any(not is_ordinary(word) for word in names & said)


def looks_like_street(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", text) and NUMBER.search(fold(text)))


def lacks_its_number(street: str) -> bool:
    """ "Av. Juárez", and "Calle 8" or "Rua NE 3", which have a number for a name."""
    named = rf"(?:^|,\s*)(?:{any_of('street')})\s+(?:[a-z]{{1,3}}[- ]?)?\d+$"
    return re.search(r"\d", street) is None or re.search(named, fold(street)) is not None


def names_a_place(text: str) -> bool:
    """ "Finca La Esperanza", "B-204", "Domicilio conocido": what is found without the number of a house."""
    return re.search(r"\d", text) is not None or says("place_without_number", text)


def has_street_end(text: str) -> bool:
    return pattern("street_end").search(fold(text)) is not None


def is_more_street(text: str) -> bool:
    return (
        leading("more_street").match(fold(text)) is not None
        or re.fullmatch(r"[#nNº°.\s]*\d+[\w-]*", text) is not None
    )


def end_of_street(text: str) -> int:
    folded = fold(text)
    ends = [found.end() for found in pattern("street_end").finditer(folded)]
    is_ahead = _BEGINS_WITH_A_NUMBER.match(folded) is not None
    if is_ahead and ends:
        side = re.compile(r"\s+(?:[ns][ew]?|[ew]|north|south|east|west|upper|lower|\d{1,3})(?=$|[\s,.])")
        more = side.match(folded, ends[-1])
        return more.end() if more else ends[-1]  # "220 King St W", "1200 County Road 12"
    numbers = [_with_side(folded, found.end()) for found in NUMBER.finditer(folded)]
    if len(numbers) == 1 and is_ahead:
        return len(text)  # "14 Kirkgate"
    return numbers[-1] if numbers else len(text)


def _with_side(folded: str, end: int) -> int:
    """ "Quadra 104 Norte": the side of the town is part of the number."""
    side = re.compile(r"\s+(?:norte|sul|sur|leste|este|oeste|poniente|oriente)(?=\s*(?:$|[,;.#\d]))").match(
        folded, end
    )
    return side.end() if side else end
