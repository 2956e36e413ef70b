"""Whether what is named is refused: "no quiero pagar anual", "la visa no porque ya venció"."""

from __future__ import annotations

from collections.abc import Collection
from itertools import dropwhile, takewhile

from bot.ordering.domain_mentions import has_phrase
from bot.ordering.reading.denied import is_denial
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import has_any

_NEAR = 5  # words; what is said further behind may be of something else


def is_refused(said: Sentence, places: Collection[int]) -> bool:
    """Whether a "not" leads to it ("no les conviene anual"), or what is said of it refuses it."""
    first, last = min(places, default=0), max(places, default=0)
    clause = said.clause(first, last)
    leads = said.cues["leads_to_name"] | said.cues["wanted"] | said.cues["pay"] | said.cues["suits"]
    before = [place for place in clause if place < first]
    while before and said.words[before[-1]].text in leads - said.cues["negation"]:
        before.pop()
    is_led = bool(before) and is_denial(said.words, before[-1], said.language)
    instead = first in said.denied and has_phrase("instead_of", said.words) and last == clause.stop - 1
    return (
        is_led or instead or _ends_in_no(said, [said.words[place].text for place in clause if place > last])
    )


def ends_in_refusal(said: Sentence, places: Collection[int]) -> bool:
    """ "12 months is too long", "o ano inteiro pesa demais": what is said of it behind it."""
    last = max(places, default=0)
    return _ends_in_no(said, [said.words[place].text for place in said.clause(last, last) if place > last])


def _ends_in_no(said: Sentence, behind: list[str]) -> bool:
    """ "Anual no porque es caro", "monthly isn't what they want", "anual ni loco", "the visa
    is expired"."""
    if has_any("praised", behind[:_NEAR]):
        return False
    if any(has_any(cue, behind[:_NEAR]) for cue in ("no_way", "too_dear", "too_long", "unusable")):
        return not (has_any("however", behind) or has_any("if", behind))
    told = list(dropwhile(lambda word: word in said.cues["copula"], behind))
    if not told or told[0] not in said.cues["no"] | said.cues["negation"] - said.cues["without"]:
        return False  # "mensual sin contrato"
    why = said.cues["reason_word"]
    around = ("negation", "wanted", "suits", "courtesy", "subject", "leads_to_name")
    small = frozenset().union(*(said.cues[cue] for cue in around))
    return all(word in small for word in takewhile(lambda word: word not in why, told[1:]))
