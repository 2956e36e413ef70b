"""A count that is stated: "pará, me dice que son 7", "it's 7 of them", "peraí, são seis pessoas"."""

from __future__ import annotations

from bot.ordering.reading.counts import Count
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import vocabulary


def stated_places(said: Sentence) -> set[int]:
    """The places of numbers that are stated instead of the order's: "faltaba uno, son 7"."""
    if said.draft.quantity is None:
        return set()
    places = [frozenset(said.places(number)) for number in said.numbers()]
    return {place for each in places if each and is_stated(said, Count("", each)) for place in each}


def is_stated(said: Sentence, count: Count) -> bool:
    """Whether the sentence says how many there are, and counts nothing else ("son 4 sucursales") by it."""
    before = [word.text for word in said.words[max(0, count.first - 3) : count.first]]
    beside = said.cues["beside_stated"]
    while before and before[-1] in beside:
        before.pop()
    if not before or before[-1] not in said.cues["amounts_to"] | said.cues["reports"]:
        return False
    place = count.last + 1
    if place + 1 < len(said.words) and said.words[place + 1].text in said.cues["of_them"]:
        place += 1  # "7 of them"
    if _ends(said, place) or said.words[place].text not in said.cues["people"]:
        return _ends(said, place) or said.words[place].text in _goes_on(said)
    return _ends(said, place + 1) or said.words[place + 1].text in said.cues["negation"] or _corrects(said)


def _ends(said: Sentence, place: int) -> bool:
    return place >= len(said.words) or said.ends_before(place)


def _goes_on(said: Sentence) -> frozenset[str]:
    """Words behind a count that are not what it counts: "7 now", "7 con la de recepción", "7 not 5"."""
    cues = ("of_them", "negation", "seats", "beside_stated", "on_second_thought")
    return (vocabulary().filler - said.cues["of"]).union(*(said.cues[cue] for cue in cues))


def _corrects(said: Sentence) -> bool:
    """ "Espera, ...", "sorry, ...": who begins so changes what was said."""
    first = {word.text for word in said.words[:3]}
    return bool(first & (said.cues["mistaken"] | said.cues["on_second_thought"] | said.cues["hold_on"]))
