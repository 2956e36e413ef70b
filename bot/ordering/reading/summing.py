"""Parts of one number: "two computers and a server" are 3, "12 in sales and 8 in support" 20."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.ordering.heard import Relation
from bot.ordering.reading.counts import Count
from bot.ordering.reading.sentence import Sentence

_FAR = 3  # words between what is counted and the "and"


def claim_sums(said: Sentence) -> None:
    """ "4 laptops plus 2 servers" names no plan with a Plus, where nothing but machines is between them."""
    counted = {place for number in said.numbers() for place in said.places(number)}
    for place, word in enumerate(said.words[:-1]):
        before = {at for at in range(max(0, place - _FAR), place) if at in counted}
        between = range(max(before) + 1, place) if before else range(0)
        small = said.cues["machines"] | said.cues["people"] | said.cues["where"] | said.cues["seats"]
        joins = word.text in said.cues["both"] & said.shop.product_words and place + 1 in counted
        if joins and before and _are(said, between, small):
            said.claim({place})


def _are(said: Sentence, places: Sequence[int], small: Collection[str]) -> bool:
    return all(said.words[place].text in small for place in places)


def summed(said: Sentence, counts: Sequence[Count]) -> list[Count]:
    """The counts with those that are parts of one number as that one."""
    parts: list[Count] = []
    for count in sorted([*counts, *_single_machines(said, counts)], key=lambda each: each.first):
        if parts and _are_parts(said, parts[-1], count) and not is_sum(said, parts[-1], count):
            total = int(parts[-1].value) + int(count.value)
            places = frozenset(range(parts[-1].first, _end(said, count.last + 1)))
            parts[-1] = replace(parts[-1], value=str(total), places=places, has_unit=True)
        else:
            parts.append(count)
    return [part for part in parts if part in counts or len(part.places) > 1]


def _are_parts(said: Sentence, one: Count, two: Count) -> bool:
    """Both are machines, or are at places that are named alike; nothing else is said between them."""
    numbers = all(each.value.isdigit() and each.relation is Relation.EXACT for each in (one, two))
    gap = range(one.last + 1, two.first)
    if not numbers or one.other or two.other or not 1 <= len(gap) <= _FAR + 1:
        return False
    mark = said.text[said.words[gap[-1]].end : said.words[two.first].start].strip()
    joined = said.words[gap[-1]].text in said.cues["both"] or mark == ","
    behind = [said.words[at].text if at < len(said.words) else "" for at in (gap[0], two.last + 1)]
    machines = any(said.words[at].text in said.cues["machines"] for at in gap) and (
        two.last + 1 not in said.claimed and behind[1] in said.cues["machines"]
    )
    placed = behind[0] == behind[1] and behind[0] in said.cues["where"]
    return joined and said.claimed.isdisjoint(gap) and (machines or placed)


def is_sum(said: Sentence, more: Count, count: Count) -> bool:
    """ "Faltan 2 laptops, 12 equipos", where there were 10."""
    return said.draft.quantity is not None and int(count.value) == said.draft.quantity + int(more.value)


def _end(said: Sentence, place: int) -> int:
    """Behind where the second part is: "8 in the shop"."""
    small = said.cues["where"] | said.cues["article"]
    is_placed = place < len(said.words) and said.words[place].text in said.cues["where"]
    if not is_placed:
        return place
    while place < len(said.words) and said.words[place].text in small:
        place += 1
    return min(place + 1, len(said.words))


def _single_machines(said: Sentence, counts: Sequence[Count]) -> list[Count]:
    """ "... and a server"."""
    counted = {place for count in counts for place in count.places}
    return [
        Count("1", frozenset((place,)), has_unit=True)
        for place in range(1, len(said.words) - 1)
        if place not in counted | said.claimed
        and said.words[place].text in said.cues["a_single"]
        and said.words[place - 1].text in said.cues["both"]
        and said.words[place + 1].text in said.cues["machines"]
    ]
