"""What a message says not to be meant: "not advanced, standard", "es el basic y no el premium"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ordering.text import Word
from bot.ordering.vocabulary import vocabulary

_MARKS = frozenset(",;.:!?()\n")
_LONGEST = 4  # words of a name


def denied_places(text: str, said: Sequence[Word], language: str) -> frozenset[int]:
    """Places of the names right behind a "not" or an "instead of"; "no, monthly" denies nothing."""
    found: set[int] = set()
    for place in range(len(said)):
        if _is_of_an_address(text, said, place):
            continue
        if begin := _behind_denial(said, place, language):
            found.update(_name_from(text, said, begin))
        if said[place].text in vocabulary().cues["wrong"]:
            found.update(_name_before(text, said, place))
    return frozenset(found)


def is_denial(said: Sequence[Word], place: int, language: str) -> bool:
    """Whether this word is a "not"; Portuguese "no cartão" is "on the card"."""
    word = said[place].text
    is_in_the = word == "no" and (language == "pt" or any(other.text == "nao" for other in said))
    return word in vocabulary().cues["negation"] and not is_in_the


def _is_of_an_address(text: str, said: Sequence[Word], place: int) -> bool:
    """ "Door No 12", "Calle 8 No. 120" are numbered so; the T of "Rua T-37" is none of "don't"."""
    word, before = said[place], said[place - 1] if place else None
    if word.text == "t":
        return text[word.start - 1 : word.start] not in ("'", "’")
    is_inside = before is not None and not set(text[before.end : word.start]) & _MARKS
    is_counted = re.match(r"\.?\s*\d", text[word.end :]) is not None
    is_sign = text[word.end : word.end + 1] == "." or text[word.start].isupper()
    return word.text == "no" and is_inside and is_counted and is_sign


def _behind_denial(said: Sequence[Word], place: int, language: str) -> int | None:
    """Where what is denied begins, when a denial stands at ``place``; "forget X, it is for Y" denies X."""
    if is_denial(said, place, language) or said[place].text in vocabulary().cues["gone"]:
        return place + 1
    for phrase in vocabulary().cues["instead_of"]:
        parts = phrase.split()
        if [word.text for word in said[place : place + len(parts)]] == parts:
            return place + len(parts)
    return None


def _name_from(text: str, said: Sequence[Word], begin: int) -> list[int]:
    """The words of one name, after the small ones that lead to it and before a mark or the next small one."""
    leads, small = (
        vocabulary().cues["leads_to_name"] | vocabulary().cues["wanted"],
        vocabulary().filler.union(*(vocabulary().cues[cue] for cue in ("however", "copula", "joins"))),
    )
    places: list[int] = []
    stops = vocabulary().cues["hold_on"] - vocabulary().cues["customer"]  # "premium no wait standard"
    stops |= vocabulary().cues["better"]  # "monthly... no mejor anual"
    for place in range(begin, len(said)):
        if said[place].text in stops or set(text[said[place - 1].end : said[place].start]) & _MARKS:
            break
        if said[place].text in leads and not places:
            continue
        if said[place].text in small or len(places) == _LONGEST:
            break
        places.append(place)
    return places


def _name_before(text: str, said: Sequence[Word], wrong: int) -> list[int]:
    """ "Harbor Dental is wrong, it's Blue Fern": the words of its clause before the "is"."""
    small = vocabulary().filler | vocabulary().cues["copula"]
    places: list[int] = []
    for place in range(wrong - 1, -1, -1):
        if set(text[said[place].end : said[place + 1].start]) & _MARKS or len(places) == _LONGEST:
            break
        if said[place].text not in small:
            places.append(place)
        elif places:
            break
    return places
