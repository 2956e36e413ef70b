"""A false start: "5 AppSheet... sorry, that was another client. 5 Business Plus ..." orders what follows."""

from __future__ import annotations

from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import has_any


def behind_false_start(said: Sentence) -> Sentence:
    """What stands behind the last clause that calls all before it off, if that is an order of its own."""
    start = 0
    for place in range(1, len(said.words)):
        if said.ends_before(place) and _calls_off(said, place - 1) and _is_order(said, place):
            start = said.words[place].start
    return said.only(start, len(said.text)) if start else said


def _calls_off(said: Sentence, last: int) -> bool:
    """ "Scratch that", "eso era de otro cliente": a clause that names no product and counts nothing."""
    clause = said.clause(last, last)
    counted = {place for number in said.numbers() for place in said.places(number)}
    spoken = [said.words[place].text for place in clause]
    named = said.shop.product_words.intersection(spoken) - set(" ".join(said.cues["calls_off"]).split())
    return not named and counted.isdisjoint(clause) and has_any("calls_off", spoken)


def _is_order(said: Sentence, begin: int) -> bool:
    """Whether a plan is named from there on, and a number."""
    before = range(begin)
    has_number = any(begin <= min(at) for number in said.numbers() if (at := said.places(number)))
    return has_number and bool(said.shop.plan_names.best(said.words, said.claimed.union(before)))
