"""Two orders in one sentence: "10 basic mensual para Espiga y 5 premium anual para Tornillo"."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.deciding.quantity import whole_number
from bot.ordering.draft import Draft
from bot.ordering.heard import Heard
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.whole_names import add_on_places
from bot.ordering.second_order import SecondOrder
from bot.ordering.several import plans_apart

_MARKS = frozenset(",;.\n")  # a colon leads on: "tornillo: 5 premium"


def split(said: Sentence) -> tuple[Sentence, Sentence, tuple[str, str]] | None:
    """Each order's part of the sentence, and their plans, where each has a number of its own."""
    places = [at for at in (said.places(entity) for entity in said.numbers()) if at]
    if len(places) < 2:  # noqa: PLR2004  two orders
        return None
    plans = plans_apart(said.words, said.shop, said.claimed | add_on_places(said))
    if len(plans) < 2:  # noqa: PLR2004
        return None
    first, second = plans[0].places, plans[1].places
    numbers = [min(at) for at in places]
    before = [number for number in numbers if number < min(first)]
    between = [number for number in numbers if min(first) < number < min(second)]
    if not before or not between:
        return None
    cut = _begin_of_second(said, max(first & set(range(between[-1]))), between[-1])
    one = replace(said, text=said.text[:cut], entities=[each for each in said.entities if each.end <= cut])
    behind = [each for each in said.entities if each.start >= cut]
    moved = [replace(each, start=each.start - cut, end=each.end - cut) for each in behind]
    two = Sentence(said.text[cut:], moved, said.shop, Draft(), None, said.intent, language=said.language)
    return replace(one, claimed=set()), two, (plans[0].key, plans[1].key)


def joined(first: Heard, second: Heard, plans: tuple[str, str]) -> Heard:
    """What one sentence says of both; what it says of one of them alone, it says of both."""
    later = SecondOrder(
        plans[1],
        whole_number(second.quantity or ""),
        second.term if first.term else None,
        _only(second.customers) if first.customers else None,
        _only(second.cards) if first.cards else None,
    )
    return replace(
        first,
        plans=plans[:1],
        unsold=None,
        term=first.term or second.term,
        customers=first.customers or second.customers,
        unknown_customer=first.unknown_customer or second.unknown_customer,
        cards=first.cards or second.cards,
        unknown_brand=first.unknown_brand or second.unknown_brand,
        second=later,
    )


def _begin_of_second(said: Sentence, last: int, number: int) -> int:
    """At the last line, else the last "and" or mark between the first plan and the second's number, else at
    that number."""
    places = range(number, last, -1)
    gaps = {place: said.text[said.words[place - 1].end : said.words[place].start] for place in places}
    lines = (place for place in places if "\n" in gaps[place])
    joints = (
        place
        for place in places
        if said.words[place].text in said.cues["both"] or not _MARKS.isdisjoint(gaps[place])
    )
    return said.words[next(lines, next(joints, number))].start


def _only(keys: tuple[str, ...]) -> str | None:
    return keys[0] if len(keys) == 1 else None
