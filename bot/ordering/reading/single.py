"""One, without its figure: "solo un copilot", "otro disco", "one Exchange Basic", "..., just the one"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import dropwhile

from bot.ordering.draft import Step
from bot.ordering.heard import Relation
from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.counts import Count
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.uncounted import counts_nothing, word_at


def hear_single(said: Sentence, named: NamedAddOn) -> Count | None:
    """ "Solo un copilot", "one copilot", "un copilot nomás"; "otro disco" is one more."""
    words, cues = said.words, said.cues
    ends = cues["up_to"] | cues["down_to"] | cues["put_onto"]
    after = range(named.last + 1, min(named.last + 4, len(words)))
    led = list(dropwhile(lambda at: words[at].text in ends, after))
    stays = not any(said.ends_before(at) for at in range(after.start, led[0] + 1)) if led else False
    ends_there = stays and (
        led[0] + 1 == len(words) or said.ends_before(led[0] + 1)
    )  # not "para una empresa"
    if ends_there and led[0] > after.start and words[led[0]].text in cues["single"]:
        return Count("1", frozenset(led[:1]))  # "baja copilot a uno", "põe copilot em um"
    place = named.first - 1
    a = cues["a"] if said.language == "en" else frozenset()  # elsewhere an "a" is no article
    while place > 0 and words[place].text in cues["of"] - a and not said.ends_before(place + 1):
        place -= 1
    if place < 0 or place in said.claimed or said.ends_before(place + 1):
        return None
    around = {words[at].text for at in (place - 1, named.last + 1) if 0 <= at < len(words)}
    is_single = words[place].text in cues["single"]
    if named.removed:
        is_single = is_single or words[place].text in a  # "remove a disk"
        several = any(each.mpn == named.mpn and (each.quantity or 1) > 1 for each in said.draft.add_ons or ())
        return Count("1", frozenset((place,))) if is_single and several else None
    behind = {word.text for word in words[named.last + 1 : named.last + 3]}
    if is_single and behind & cues["fewer_after"]:
        return Count("1", frozenset((place,)), Relation.FEWER)  # "um copilot a menos"
    is_another = place > 0 and words[place - 1].text in cues["another"]  # "another one of storage"
    if words[place].text in cues["another"] or (is_single and (is_another or around & cues["more_after"])):
        return Count("1", frozenset((place,)), Relation.MORE)
    is_of = place + 1 < named.first and words[place + 1].text in cues["of_brand"]  # "um de armazenamento"
    is_number = words[place].text in cues["numeral"] or is_of or bool(around & cues["only"])
    return Count("1", frozenset((place,))) if is_single and is_number else None


def for_somebody(said: Sentence, named: NamedAddOn, free: Sequence[Count]) -> Count | None:
    """ "Copilot just for the boss", "for me only", "for one": one person; not "just copilot for me"."""
    words, cues = said.words, said.cues
    small = cues["article"] | cues["customer"] | cues["only"] | cues["up_to"] | cues["of"]
    place, around = named.last + 1, said.clause(named.first, named.last)
    if named.removed or any(count.first in around for count in free):
        return None  # "for the boss and 2 managers"
    while place < len(words) and words[place].text in small and not said.ends_before(place):
        place += 1
    if place in said.claimed:
        return None
    who, behind = word_at(said, place), place + 1
    ends = behind >= len(words) or said.ends_before(behind)
    ends = ends or words[behind].text in cues["only"] | cues["courtesy"]
    limits = {word.text for word in (*words[named.last + 1 : place], *words[behind : behind + 1])}
    is_me = who in cues["me"] and not limits.isdisjoint(cues["only"])
    is_one = who in cues["somebody"] or (ends and (who in cues["single"] or is_me))
    return Count("1", frozenset((place,))) if is_one and place > named.last + 1 else None


def hear_one(said: Sentence, plan_places: Collection[int]) -> Count | None:
    """ "One Exchange Basic", "una cuenta de Starter", "nomás uno de Basic": not "un Business Premium", which
    may be any number of them."""
    place = min(plan_places, default=0) - 1
    before = place
    while place > 0 and said.words[place].text in said.cues["seats"] | said.cues["of"]:
        place -= 1
    word, led_by = word_at(said, max(place, 0)), word_at(said, place - 1) if place > 0 else ""
    counts = word == "one" or place < before or led_by in said.cues["only"]
    is_one = word in said.cues["single"] and counts and led_by not in said.cues["article"]
    is_one = is_one and not any(
        said.ends_before(at) for at in range(place + 1, before + 2)
    )  # "another one. ..."
    if said.step is Step.QUANTITY and not plan_places:
        return None if said.asks or _counts_some(said) else _clause_of_few(said)
    if not plan_places or said.draft.quantity is not None or _is_of_several(said, plan_places):
        return None
    if before < 0 or place in said.claimed or not is_one:
        return None if said.asks or said.numbers() else _clause_of_few(said) or _for_somebody(said)
    return Count("1", frozenset((place,)), has_unit=place < before)


def _counts_some(said: Sentence) -> bool:
    """ "Just the one, an old mac from 2014" has no other number that counts."""
    numbers = ((number, said.places(number)) for number in said.numbers())
    return any(not places or not counts_nothing(said, number, places) for number, places in numbers)


def _is_of_several(said: Sentence, plan_places: Collection[int]) -> bool:
    """ "One of the Microsoft plans": which one, and not how many."""
    first = min(plan_places)
    named = next(at for at in range(first, len(said.words) + 1) if at not in plan_places)
    led_by = {word.text for word in said.words[max(first - 2, 0) : first]}
    return word_at(said, named) in said.cues["plan_noun"] and not led_by.isdisjoint(said.cues["of"])


def _clause_of_few(said: Sentence) -> Count | None:
    """ "..., just the one, ...", "..., una caja sola", "..., a couple, ...": a clause that says no more."""
    few, beside = said.cues["single"] | said.cues["pair"], said.cues["beside_one"] | said.cues["only"]
    small = few | beside | said.cues["seats"] | said.cues["of"] | said.cues["of_them"]
    for place, word in enumerate(said.words):
        clause = said.clause(place, place)
        spoken = {said.words[at].text for at in clause}
        more = said.cues["polite"] | said.cues["warmth"] if spoken & said.cues["only"] else frozenset()
        if word.text in few and spoken <= small | more and said.claimed.isdisjoint(clause):
            return Count("2" if spoken & said.cues["pair"] else "1", frozenset((place,)), has_unit=True)
    return None


def _for_somebody(said: Sentence) -> Count | None:
    """ "For just her", "para ella sola"; "just me again" greets."""
    ways = [
        way
        for way in said.phrases("only_me")
        if any(said.words[at].text in said.cues["customer"] for at in way)
    ]
    return Count("1", frozenset(ways[0])) if ways else None
