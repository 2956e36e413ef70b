"""Two numbers where one is needed: "20 o 25", a range, or one that was taken back at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.ordering.draft import Step
from bot.ordering.heard import Entity, Relation
from bot.ordering.reading.counts import Count
from bot.ordering.reading.refused import is_refused
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import vocabulary

_DASHES = frozenset("-–—/")
_PAUSES = _DASHES | frozenset(",.…")  # "20, 25", "20 ... 25"
_HYPHENED = re.compile(r"(?<![\w.,/-])(\d{1,4})\s?[-–—]\s?(\d{1,4})(?![\w.,/-]*\d)")


def tag_hyphened(said: Sentence) -> None:
    """ "20-25" is a code or a date to the engine; where a quantity is asked for, it is two numbers."""
    if said.step is not Step.QUANTITY:
        return
    for found in _HYPHENED.finditer(said.text):
        inside = [each for each in said.entities if found.start() <= each.start < found.end()]
        if all(each.kind == "number" for each in inside):
            both = [Entity("number", found[group], *found.span(group)) for group in (1, 2)]
            others = [each for each in said.entities if each not in inside]
            said.entities = sorted([*others, *both], key=lambda each: each.start)


def settled(said: Sentence, counts: Sequence[Count], plan_places: Collection[int]) -> list[Count]:
    """The counts with those that may stand for one another as one, without those that were taken back."""
    kept: list[Count] = []
    for count in _not_denied(said, counts):
        before = kept[-1] if kept else None
        if before is None or before.other or before.relation is Relation.TIMES:
            kept.append(count)
        elif _negates(said, before, count):
            continue
        elif _begins_anew(said, count) or _takes_back(said, before, count, plan_places):
            kept[-1] = count
        elif _either(said, before, count, plan_places) and before.value != count.value:
            has_unit = before.has_unit or count.has_unit
            places = before.places | count.places
            kept[-1] = replace(before, places=places, other=count.value, has_unit=has_unit)
        else:
            kept.append(count)
    return kept


def _not_denied(said: Sentence, counts: Sequence[Count]) -> Sequence[Count]:
    """ "No es para los 20, es para 4": what is known and is denied counts nothing."""
    known = str(said.draft.quantity)
    if len(counts) == 1 and said.draft.quantity is None and is_refused(said, counts[0].places):
        return []  # "diez no"
    return [count for count in counts if count.value != known or not count.places & said.denied] or counts


def _negates(said: Sentence, one: Count, two: Count) -> bool:
    """ "25, no 20", "3, not for all 20", "25 en vez de 20"; "25, ah no 20" takes 25 back."""
    first, small = two.first, said.cues["everything"] | said.cues["article"] | said.cues["customer"]
    while first > one.last + 2 and said.words[first - 1].text in small and _touch(said, first):
        first -= 1
    words = [said.words[place].text for place in range(one.last + 1, first)]
    if any(" ".join(words).endswith(phrase) for phrase in said.cues["instead_of"]):
        return True
    if any(word in said.cues["on_second_thought"] for word in words):
        return False
    return words[-1:] != [] and words[-1] in said.cues["negation"] and _touch(said, first)


def _begins_anew(said: Sentence, count: Count) -> bool:
    """ "22 mailboxes for Harbor. Nah hang on, 20, two quit": a clause of its own after a no or a wait."""
    first, ends = count.first, (0, len(said.words))
    leads = said.cues["yes"] | said.cues["amounts_to"]
    while first and said.words[first - 1].text in leads and not said.ends_before(first):
        first -= 1  # "hang on. ok 4", "ay no, son 18"
    alone = all(place in ends or said.ends_before(place) for place in (first, count.last + 1))
    before = [word.text for word in said.words[max(0, first - 3) : first]]
    kinds = ("negation", "no", "remark", "i_mean", "hold_on")
    takes_back = frozenset().union(*(said.cues[kind] for kind in kinds))
    return alone and bool(before) and any(word in takes_back for word in before)


def _takes_back(said: Sentence, one: Count, two: Count, plan_places: Collection[int]) -> bool:
    """ "20, no, 25", "20... sorry, 25"; from what is known to something else: "de 20 a 25"."""
    gap = _gap(said, one, two, plan_places)
    if gap is None:
        return False
    is_known = one.value == str(said.draft.quantity)
    if is_known and _is_range(said, gap):
        return True
    takes_back = said.cues["negation"] | said.cues["change"] | said.cues["i_mean"]
    return any(word in takes_back for word in gap) or _is_put_instead(said, two, gap)


def _is_put_instead(said: Sentence, two: Count, gap: Sequence[str]) -> bool:
    """ "Son diez pero ponle doce", "10 now but they need 12"; not "10 but put 2 on copilot"."""
    verbs = said.cues["picks"] | said.cues["wanted"] | said.cues["amounts_to"]
    buts = [at for at, word in enumerate(gap) if word in said.cues["however"]]
    wish = (
        [word for word in gap[buts[-1] + 1 :] if word not in said.cues["must"] | said.cues["subject"]]
        if buts
        else []
    )
    small = vocabulary().filler | said.cues["polite"] | said.cues["seats"]
    behind = [said.words[place].text for place in said.clause(two.last, two.last) if place > two.last]
    return bool(wish) and verbs.issuperset(wish) and small.issuperset(behind)


def _either(said: Sentence, one: Count, two: Count, plan_places: Collection[int]) -> bool:
    gap = _gap(said, one, two, plan_places)
    if gap is None:
        return False
    small = said.cues["or"] | said.cues["perhaps"] | said.cues["article"] | said.cues["about"]
    is_known = str(said.draft.quantity) in (one.value, two.value)  # "25 en vez de 20", "no 20, 25"
    small |= frozenset() if is_known else vocabulary().filler | said.cues["around_a_count"]
    if " ".join(gap[-2:]) in said.cues["lands_on"]:
        return False  # "8, o sea 16"
    if any(word in said.cues["or"] | said.cues["perhaps"] for word in gap):
        return all(word in small for word in gap)
    if _is_range(said, gap) and not any(map(said.ends_before, range(one.last + 1, two.first + 1))):
        return True
    written = said.text[said.words[one.last].end : said.words[two.first].start].strip()
    if not gap and written and set(written) <= (_DASHES if is_known else _PAUSES):
        return not _tells(said, one, two)
    joined = all(word in said.cues["both"] for word in gap)
    return joined and (_between(said, one) or _says_only_numbers(said, plan_places))


def _tells(said: Sentence, one: Count, two: Count) -> bool:
    """ "18, 2 users are leaving", "25, 3 con copilot": the second number begins a clause of its own."""
    is_less = one.value.isdigit() and two.value.isdigit() and int(two.value) < int(one.value)
    seats, known = said.cues["seats"], vocabulary().filler | said.cues["polite"] | said.cues["seats"]
    behind = [place for place in said.clause(two.last, two.last) if place > two.last]
    told = [place for place in behind if said.words[place].text not in known and place not in said.claimed]
    has_more = any(said.words[place].text in said.cues["add"] - seats for place in behind[:1])
    return is_less and bool(told or has_more)


def _gap(said: Sentence, one: Count, two: Count, plan_places: Collection[int]) -> list[str] | None:
    """The words between two counts, without seats and the plan's name; None if something else is there."""
    places = [place for place in range(one.last + 1, two.first) if place not in plan_places]
    if any(place in said.claimed for place in places):
        return None
    return [said.words[place].text for place in places if said.words[place].text not in said.cues["seats"]]


def _is_range(said: Sentence, gap: Sequence[str]) -> bool:
    """ "20 a 25"; "muda de 20 para 25" is one, too, where 20 is known."""
    return len(gap) == 1 and gap[0] in said.cues["up_to"]


def _between(said: Sentence, one: Count) -> bool:
    before = [word.text for word in said.words[max(0, one.first - 3) : one.first]]
    return any(word in said.cues["between"] for word in before)


def _says_only_numbers(said: Sentence, plan_places: Collection[int]) -> bool:
    """ "20 y 25" where how many is asked."""
    if said.step is not Step.QUANTITY or plan_places:
        return False
    counted = {place for number in said.numbers() for place in said.places(number)}
    known = vocabulary().filler | said.cues["both"] | said.cues["seats"] | said.cues["polite"]
    return all(place in counted or word.text in known for place, word in enumerate(said.words))


def _touch(said: Sentence, place: int) -> bool:
    return not said.text[said.words[place - 1].end : said.words[place].start].strip()
