"""What counting comes to: "like 28, let's say 30", "eran 18 pero dos se fueron: 16", "19, 20, 21. 21"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ordering.heard import Relation
from bot.ordering.reading.counts import Count
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import vocabulary

_FEWEST = 3  # numbers one after the other that are counted aloud
_LONGEST = 4  # words of a phrase that leads to a number


def counted_up(said: Sentence, counts: Sequence[Count]) -> list[Count]:
    """ "19, 20, 21": of what is counted aloud the last one is meant; 20 or 21 are two to choose from."""
    kept: list[Count] = []
    for at, count in enumerate(counts):
        run = at
        while run + 1 < len(counts) and _is_next(counts[run], counts[run + 1]):
            run += 1
        begin = at
        while begin and _is_next(counts[begin - 1], counts[begin]):
            begin -= 1
        if run == at or run - begin + 1 < _FEWEST or "?" in said.text:
            kept.append(count)
    return kept


def _is_next(one: Count, two: Count) -> bool:
    """One more, and no word between them."""
    plain = one.relation is two.relation is Relation.EXACT and one.value.isdigit() and two.value.isdigit()
    return plain and int(two.value) == int(one.value) + 1 and two.first == one.last + 1


def is_difference(counts: Sequence[Count]) -> bool:
    """ "It was 30, five left, 25", "20 minus the 3 who quit, 17": the last one is what is left."""
    values = [count.value.lstrip("-") for count in counts]
    if len(counts) < _FEWEST or not all(map(str.isdigit, values)):
        return False
    first, *gone, left = map(int, values)
    return left == first - sum(gone)


def concluded(said: Sentence, counts: Sequence[Count]) -> Count | None:
    """The last of several, where it is said to be what is meant, and nothing else is said of it."""
    if len(counts) < 2 or counts[-1].relation is not Relation.EXACT or counts[-1].other:  # noqa: PLR2004
        return None
    last = counts[-1]
    clause = said.clause(last.first, last.last)
    kinds = ("polite", "courtesy", "seats", "of_them", "in_all", "beside_stated")
    small = (vocabulary().filler - said.cues["of"]).union(*(said.cues[kind] for kind in kinds))
    behind = (place for place in clause if place > last.last)
    if not all(place in said.claimed or said.words[place].text in small for place in behind):
        return None
    return last if _is_led_to(said, last) or _is_followed_by_so(said, last) else None


def _is_led_to(said: Sentence, count: Count) -> bool:
    """ "Digamos unas 30", "round it up to 20", "queda en 25", "in all: 6"."""
    before = said.words[: count.first]
    mark = said.text[before[-1].end : said.words[count.first].start] if before else ""
    while before and before[-1].text in said.cues["about"]:
        before = before[:-1]
    led = (" ".join(word.text for word in before[-size:]) for size in range(1, _LONGEST + 1))
    return ":" in mark or "=" in mark or any(phrase in said.cues["lands_on"] for phrase in led)


def _is_followed_by_so(said: Sentence, count: Count) -> bool:
    """ "24 pues", "35 then"."""
    behind = said.words[count.last + 1 : count.last + 2]
    adjoins = behind and not said.text[said.words[count.last].end : behind[0].start].strip()
    return bool(adjoins) and behind[0].text in said.cues["so"]
