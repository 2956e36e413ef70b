"""The numbers in a message that count something, and what each is to what was known: "2 more", "half"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.ordering.draft import Step
from bot.ordering.heard import Entity, Relation
from bot.ordering.newcomer import NEW_STEPS
from bot.ordering.reading.all_but import exception_before
from bot.ordering.reading.as_many import as_many_as_there_are, stays
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.sites import is_for_each, multiplied
from bot.ordering.reading.uncounted import counted, counts_nothing, is_all_of_them, word_at, words_before

_BRIEF = 3  # words: "make it twice"
_GROUPS = {"tens": 10, "dozen": 12, "scores": 20, "hundreds": 100}
_MULTIPLES = {"double": "2", "triple": "3", "half": "0.5"}


@dataclass(frozen=True)
class Count:
    """``has_unit``: what is counted is said ("25 usuarios"). ``is_only``: "just 5", less than all.
    ``other``: the number that may be meant as well ("20 or 25"). ``factors``: "3 offices with 5 each".
    """

    value: str
    places: frozenset[int]
    relation: Relation = Relation.EXACT
    has_unit: bool = False
    is_only: bool = False
    other: str | None = None
    factors: tuple[int, int] | None = None

    @property
    def first(self) -> int:
        return min(self.places)

    @property
    def last(self) -> int:
        return max(self.places)


def hear_counts(said: Sentence, products: int = 0) -> list[Count]:
    """In the order of the text, without what is claimed by something else. ``products``: so many are named
    that one number may be of each."""
    if there := as_many_as_there_are(said):
        said.claim(there)
        return [Count(str(said.draft.quantity), frozenset(there))] if stays(said) else []
    counts = [count for count in (_count(said, number, products) for number in said.numbers()) if count]
    counts = [count for count in counts if not any(count.places < other.places for other in counts)]
    if product := _product(said):
        counts = [count for count in counts if not count.places & product.places] + [product]
    if products > 1:
        counts += _halves(said)
    if not counts:
        counts = list(_multiples(said)) or list(_both(said)) or list(_another(said))
        counts = counts or list(_minimum(said)) or list(_only_me(said))
    return sorted(counts, key=lambda count: count.first)


def _count(said: Sentence, number: Entity, products: int) -> Count | None:
    places = said.places(number)
    if not places or places & said.claimed or counts_nothing(said, number, places):
        return None
    if is_all_of_them(said, number, products) or is_for_each(said, number, bool(products)):
        return None
    if part := _half_of(said, number, places) or _dozens(said, number, places):
        return part
    value, relation = number.value, _relation(said, places)
    if exception_before(said, number) is not None:
        return Count(value.lstrip("-"), frozenset(places), Relation.ALL_BUT)
    if value.startswith("-") and said.text[number.start].isalpha() and said.draft.quantity is not None:
        value, relation = value[1:], Relation.FEWER  # "menos 3"
    return Count(value, frozenset(places), relation, _has_unit(said, max(places)), _is_only(said, places))


def _half_of(said: Sentence, number: Entity, places: set[int]) -> Count | None:
    """ "Half of 20", "la mitad de los 20"."""
    small = said.cues["of"] | said.cues["of_brand"] | said.cues["article"]
    place = min(places) - 1
    while place > 0 and said.words[place].text in small:
        place -= 1
    is_half = 0 <= place < min(places) - 1 and said.words[place].text in said.cues["half"]
    if not is_half or not number.value.isdigit() or int(number.value) % 2:
        return None
    return Count(str(int(number.value) // 2), frozenset(range(place, max(places) + 1)))


def _dozens(said: Sentence, number: Entity, places: set[int]) -> Count | None:
    """ "Un par de docenas", "duas dezenas": the engine hears the two alone."""
    place = max(places) + 1
    while place < len(said.words) and said.words[place].text in said.cues["of"] | said.cues["of_brand"]:
        place += 1
    size = next((size for cue, size in _GROUPS.items() if word_at(said, place) in said.cues[cue]), None)
    if size is None or not number.value.isdigit():
        return None
    value = str(int(number.value) * size)
    return Count(value, frozenset(range(min(places), place + 1)), has_unit=_has_unit(said, place))


def _has_unit(said: Sentence, last: int) -> bool:
    return counted(said, last) in said.cues["seats"]


def _product(said: Sentence) -> Count | None:
    found = multiplied(said)
    if found is None or found[2] & said.claimed:
        return None
    many, each, places = found
    return Count(str(many * each), frozenset(places), has_unit=True, factors=(many, each))


def _multiples(said: Sentence) -> Iterator[Count]:
    """ "El doble", "half of it": there must be something to multiply."""
    if said.draft.quantity is None:
        return
    for place, word in enumerate(said.words):
        for cue, value in _MULTIPLES.items():
            if word.text in said.cues[cue] and place not in said.claimed and not _is_how_often(said, place):
                yield Count(value, frozenset((place,)), Relation.TIMES)


def _is_how_often(said: Sentence, place: int) -> bool:
    """ "It flooded twice already", "I've triple checked it"; "twice as many", "make it twice" multiply."""
    behind, small = place + 1, said.cues["multiplied"] | said.cues["polite"]
    if word_at(said, behind) in said.cues["looked_over"]:
        return True
    ends = behind == len(said.words) or said.ends_before(behind)
    multiplies = len(said.clause(place, place)) <= _BRIEF if ends else word_at(said, behind) in small
    return said.words[place].text in said.cues["how_often"] and not multiplies


def _halves(said: Sentence) -> Iterator[Count]:
    """ "20 standard, half of them with copilot", where add-ons are named with a new order."""
    for place, word in enumerate(said.words):
        if word.text in said.cues["half"] and place not in said.claimed and not _is_number(said, place):
            yield Count(_MULTIPLES["half"], frozenset((place,)), Relation.TIMES)


def _both(said: Sentence) -> Iterator[Count]:
    """ "Both", where how many is asked and no two numbers are offered."""
    if said.step is Step.QUANTITY and said.offered_step is not Step.QUANTITY:
        for place, word in enumerate(said.words):
            if word.text in said.cues["both_of_them"] and place not in said.claimed:
                yield Count("2", frozenset((place,)))


def _minimum(said: Sentence) -> Iterator[Count]:
    """ "El mínimo", "the minimum then", where how many is asked; "is there a minimum" asks."""
    plan = said.shop.catalog.plan(said.draft.plan)
    if plan is None or said.step is not Step.QUANTITY or said.asks or said.says("copula"):
        return
    for place, word in enumerate(said.words):
        before = said.words[place - 1].text if place else ""
        if word.text in said.cues["minimum"] and (
            not place or before in said.cues["article"] | said.cues["the"]
        ):
            yield Count(str(plan.minimum), frozenset((place,)))


def _only_me(said: Sentence) -> Iterator[Count]:
    """ "Just me", "solo para mí", where how many is asked."""
    if said.step is Step.QUANTITY and not said.asks:
        yield from (Count("1", frozenset(places)) for places in list(said.phrases("only_me"))[:1])


def _another(said: Sentence) -> Iterator[Count]:
    """ "Agrega otro", "add another user", "adiciona mais um": one more of what the order has; not "no, es
    otra persona"."""
    adds = said.cues["raise"].union(said.cues["add"]) - said.cues["more_after"] - said.cues["domain_use"]
    elsewhere = said.step in (Step.PAYMENT, Step.CUSTOMER) or not any(
        word.text in adds for word in said.words
    )
    names_add_ons = said.step is Step.ADD_ONS and bool(said.claimed)  # "ssl, mas eles usam outro"
    if said.draft.quantity is None:
        return
    for place, word in enumerate(said.words):
        more = place and said.words[place - 1].text in said.cues["more_after"]
        is_one = word.text in said.cues["another"] or (more and word.text in said.cues["single"])
        behind = word_at(said, place + 1)
        is_end = place + 1 == len(said.words) or said.ends_before(place + 1)
        has_unit = behind in said.cues["seats"] or said.draft.plan in said.shop.plan_names.holders(behind)
        is_bare = not (elsewhere or names_add_ons) and (is_end or behind in said.cues["courtesy"])
        is_somebody = (elsewhere or said.step in NEW_STEPS) and behind in said.cues["people"]
        if is_one and place not in said.claimed and (is_bare or has_unit) and not is_somebody:
            yield Count("1", frozenset((place,)), Relation.MORE, has_unit)


def _relation(said: Sentence, places: set[int]) -> Relation:
    first, last = min(places), max(places)
    told = _said_after(said, last) or _said_before(said, first)
    return told or (Relation.FEWER if _loses(said, first, last) else Relation.EXACT)


def _loses(said: Sentence, first: int, last: int) -> bool:
    """ "Lose 3 licences", "bin 2 of the seats"; people may be lost whatever is ordered."""
    before = words_before(said, first)
    while before and before[0] in said.cues["by"] - said.cues["up_to"]:
        before = before[1:]
    verbs = said.cues["gone"] | said.cues["bins"]
    units = said.cues["seats"] - said.cues["people"]
    return bool(before) and before[0] in verbs and counted(said, last) in units


def _said_after(said: Sentence, last: int) -> Relation | None:
    """ "2 more", "3 licencias menos". "20 mas copilot" is "and copilot", "20 no mas" is "just 20"."""
    for place in range(last + 1, min(last + 4, len(said.words))):
        word = said.words[place].text
        if place in said.claimed or word in said.cues["seats"] or word in said.cues["of"]:
            continue
        joins = word in said.cues["both"] and (place + 1 in said.claimed or _is_number(said, place + 1))
        leaves_out = word in said.cues["but_for"] and said.ends_before(place) and place + 1 in said.claimed
        if (
            joins
            or leaves_out
            or said.is_but(place)
            or word not in said.cues["more_after"] | said.cues["fewer_after"]
        ):
            return None
        return Relation.FEWER if word in said.cues["fewer_after"] else Relation.MORE
    return None


def _said_before(said: Sentence, first: int) -> Relation | None:
    """ "Agrégale 2", "mais 5", "reduce by 3"; not "sube a 30", "nada más 20", "más o menos 20"."""
    before = words_before(said, first)
    if not before or before[0] in said.cues["up_to"] or first - 1 in said.claimed:
        return None  # "Business Plus, 6 users" has a name before it
    if before[0] in said.cues["more_after"] and said.ends_before(first):
        return None  # "they hired two more, 18 not 16"
    while before and before[0] in said.cues["by"]:
        before = before[1:]
    if before and said.is_but(len(before) - 1):
        return None
    nearest, further = (*before, "", "")[:2]
    if nearest in said.cues["more_after"] | said.cues["fewer_after"] and further in said.cues["more_or_less"]:
        return None
    if nearest in said.cues["lower"]:
        return Relation.FEWER
    return Relation.MORE if nearest in said.cues["raise"] else None


def _is_only(said: Sentence, places: set[int]) -> bool:
    before = words_before(said, min(places))
    while before and before[0] in said.cues["customer"]:
        before = before[1:]  # "nada más para 6"
    last = max(places)
    behind = [word_at(said, last + 1)]
    if last + 2 < len(said.words) and not said.ends_before(last + 1) and not said.ends_before(last + 2):
        closes = last + 3 == len(said.words) or said.ends_before(last + 3)
        behind += [word_at(said, last + 2)] if closes else []  # "the 3 managers only"
    return any(word in said.cues["only"] for word in before[:2] + behind)


def _is_number(said: Sentence, place: int) -> bool:
    return any(place in said.places(number) for number in said.numbers())
