"""How many of what: each number in a message is the plan's or an add-on's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.ordering.draft import Step
from bot.ordering.heard import HeardAddOn, Relation
from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.beside_add_ons import those_of_the_order
from bot.ordering.reading.concluding import concluded, counted_up, is_difference
from bot.ordering.reading.counts import Count, hear_counts
from bot.ordering.reading.either import settled, tag_hyphened
from bot.ordering.reading.of_several import can_be_told_apart, is_behind_verb, the_one_meant
from bot.ordering.reading.passing import is_bare, is_meant
from bot.ordering.reading.removing import keeps
from bot.ordering.reading.replaced import hear_replaced
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.sharing import Sharing
from bot.ordering.reading.single import hear_one
from bot.ordering.reading.sizes import by_size
from bot.ordering.reading.stated import is_stated
from bot.ordering.reading.summing import is_sum, summed

_OF_ANOTHER = (Relation.TIMES, Relation.ALL_BUT)  # "half of them" is no number of a plan that has none


@dataclass(frozen=True)
class Quantities:
    """The plan's count and the add-ons with theirs. ``may_count``: add-ons that the plan's may be of."""

    count: Count | None
    add_ons: tuple[HeardAddOn, ...]
    may_count: tuple[str, ...] = ()


def hear_quantities(said: Sentence, add_ons: Sequence[NamedAddOn], plan_places: set[int]) -> Quantities:
    """The plan's name stands at ``plan_places``."""
    tag_hyphened(said)
    counts = counted_up(said, hear_counts(said, _products(said, add_ons, plan_places)))
    counts = summed(said, counts)
    if not (add_ons or plan_places) and (replaced := hear_replaced(said, counts)):
        said.claim(place for count in counts for place in count.places)
        of, new = replaced
        return Quantities(new, ()) if of is None else Quantities(None, (HeardAddOn(of, new.value),))
    if lone := hear_one(said, plan_places):
        counts = [*counts, lone]
    total = None if add_ons else _total(said, counts, plan_places)
    counts = [total] if total else settled(said, counts, plan_places)
    sharing = Sharing(said, counts, plan_places)
    theirs = sharing.among(add_ons)
    free = [count for count in counts if count not in sharing.given]
    free = free if plan_places else those_of_the_order(said, add_ons, sharing.given, free)
    alone = len({each.mpn for each in add_ons}) == 1 and not add_ons[-1].removed
    if free and alone and not (theirs or plan_places) and _is_its(said, add_ons[-1], free[-1]):
        theirs[add_ons[-1].mpn] = free.pop()
    for count in counts:
        said.claim(count.places)
    kept = (each for each in add_ons if not each.taken_back)
    heard = tuple({each.mpn: _heard(said, each, theirs.get(each.mpn)) for each in kept}.values())
    whole = [count for count in free if said.draft.quantity is not None or count.relation not in _OF_ANOTHER]
    meant = [count for count in whole if is_meant(said, count, plan_places)]
    of_plan = _of_plan(said, meant, plan_places)
    if of_plan is None or add_ons or plan_places:
        return Quantities(of_plan, heard)
    if its := _kept(said, of_plan):
        return Quantities(None, (its,))
    if not said.topic:
        return Quantities(of_plan, heard)
    return _of_what(said, of_plan)


def _products(said: Sentence, add_ons: Sequence[NamedAddOn], plan_places: set[int]) -> int:
    """How many products one number may be of: a new order's plan and add-ons; 0 if of one alone."""
    named = {each.mpn for each in add_ons if not each.removed}
    if said.draft.quantity is not None or not (plan_places or said.draft.plan):
        return len(named) if len(named) > 1 else 0  # "vault and voice, 4 each"
    named |= {each.mpn for each in said.draft.add_ons or ()} if said.step is Step.QUANTITY else set()
    return 1 + len(named) if named else 0


def _kept(said: Sentence, count: Count) -> HeardAddOn | None:
    """ "Leave it at 2", where so many are an add-on's."""
    has = {str(choice.quantity): choice.mpn for choice in said.draft.add_ons or ()}
    is_kept = any(keeps(said, place) for place in range(len(said.words)))
    is_its = is_kept and count.relation is Relation.EXACT and not count.has_unit and count.value in has
    return HeardAddOn(has[count.value], count.value) if is_its else None


def _of_what(said: Sentence, count: Count) -> Quantities:
    """A bare number right after talk of an add-on is that one's; if it may be the plan's, it is not clear."""
    (mpn, *others), known = said.topic, said.draft.quantity or 0
    follows = all(choice.quantity is None for choice in said.draft.add_ons or () if choice.mpn in said.topic)
    is_more = count.relation is not Relation.EXACT
    of_it = said.is_topic_asked or count.is_only or _is_of_that(said, count)
    if not others and (of_it or (is_more and not follows and not count.has_unit)):
        return Quantities(None, (HeardAddOn(mpn, count.value, relation=count.relation, other=count.other),))
    is_beyond = not is_more and not (count.value.isdigit() and int(count.value) <= known)
    if count.has_unit or is_beyond:
        return Quantities(count, ())  # for more than the plan has nobody wants an add-on
    return Quantities(count, (), said.topic)


def _is_of_that(said: Sentence, count: Count) -> bool:
    """ "Ponle mejor 8 de ese", "8 desse", "8 of them"."""
    behind = [word.text for word in said.words[count.last + 1 : count.last + 3]]
    while behind and behind[0] in said.cues["of"] - said.cues["of_them"]:
        behind = behind[1:]
    return bool(behind) and behind[0] in said.cues["that_one"] | said.cues["of_them"]


def _of_plan(said: Sentence, free: Sequence[Count], plan_places: set[int]) -> Count | None:
    """ "30 en vez de 20": what is known already is no news. What stands before the plan's name counts it."""
    known = str(said.draft.quantity)
    chosen = [count for count in free if count.value != known] or free
    beside = [count for count in chosen if _leads_to(said, count, plan_places)]
    if not (beside or plan_places) and said.draft.quantity is None and (end := concluded(said, chosen)):
        return end
    chosen = beside or [count for count in chosen if _comes_from(said, count, plan_places)] or chosen
    chosen = beside or [count for count in chosen if _is_in_all(said, count)] or chosen
    chosen = [count for count in chosen if count.is_only] or chosen  # "son 45, pero nomás 18 usan compu"
    is_asked = said.step is Step.QUANTITY and said.draft.quantity is None and not plan_places
    if is_asked and can_be_told_apart(said, chosen):
        return the_one_meant(said, chosen)
    chosen = (
        _led_to(said, chosen)
        or _instead(said, chosen)
        or [count for count in chosen if count.has_unit]
        or chosen
    )
    return chosen[-1 if said.draft.quantity is not None else 0] if chosen else None


def _led_to(said: Sentence, counts: Sequence[Count]) -> list[Count]:
    """ "Knock it down to 8, she let 2 people go", "bájale a 8 que 2 murieron": where a verb leads."""
    if said.draft.quantity is None or len(counts) == 1:
        return []
    return [count for count in counts if is_behind_verb(said, count)]


def _instead(said: Sentence, counts: Sequence[Count]) -> list[Count]:
    """Of several beside an order that has a number: "que sean 18, hay dos equipos que se jubilan"."""
    if said.draft.quantity is None or len(counts) == 1:
        return []
    bare = [count for count in counts if is_bare(said, count.first, count.last)]
    told = [count for count in counts if count in bare or is_stated(said, count)]
    told = [count for count in told if count.relation is Relation.EXACT] or told
    return [count for count in told if count in bare] or told


def _total(said: Sentence, free: Sequence[Count], plan_places: set[int]) -> Count | None:
    """ "3 computadores e 1 servidor, ou seja 4", "12 and 8, 20 in total": what the others come to; it ends
    the counting, so in "31 altogether, 26 need Business Premium" there is none."""
    whole = [int(count.value) for count in free if count.value.isdigit()]
    if len(whole) > 2 and len(whole) == len(free) and whole[-1] == sum(whole[:-1]):  # noqa: PLR2004
        return free[-1]
    if is_difference(free) and not (plan_places or _led_to(said, free[:-1])) and _is_the_end(said, free):
        return free[-1]  # not "10 is a lot, make it 7, 3 of them quit"
    if len(whole) == len(free) == 2 and is_sum(said, *free):  # noqa: PLR2004
        return free[-1]
    total = next((count for count in free[1:] if _is_in_all(said, count)), None)
    behind = [count for count in free if total and count.first > total.last]
    is_part = any(
        _comes_from(said, each, plan_places) or _leads_to(said, each, plan_places) for each in behind
    )
    return None if is_part else total


def _is_the_end(said: Sentence, counts: Sequence[Count]) -> bool:
    """ "20, 3 quit, 17"; in "5 will do, 3 tills and 2 laptops" the last one is a part of the first."""
    is_asked = said.step is Step.QUANTITY and said.draft.quantity is None
    return not is_asked or is_bare(said, counts[-1].first, counts[-1].last) or bool(concluded(said, counts))


def _is_in_all(said: Sentence, count: Count) -> bool:
    """In the same breath, before it or behind it."""
    first, last = count.first, count.last
    while first > max(0, count.first - 2) and not said.ends_before(first):
        first -= 1
    while last + 1 < min(len(said.words), count.last + 3) and not said.ends_before(last + 1):
        last += 1
    return any(word.text in said.cues["in_all"] for word in said.words[first : last + 1])


def _leads_to(said: Sentence, count: Count, plan_places: set[int]) -> bool:
    """ "Somos 35, son 14 licencias de Business Basic": only such words stand before the name."""
    between = ("seats", "of", "of_brand", "article", "more_after", "wanted")
    small = frozenset().union(*(said.cues[cue] for cue in between))
    behind = (
        place for place in range(count.last + 1, len(said.words)) if said.words[place].text not in small
    )
    return next(behind, -1) in plan_places


def _comes_from(said: Sentence, count: Count, plan_places: set[int]) -> bool:
    """ "They are 31 altogether, what they want is Premium for 26 people"."""
    before = count.first - 1
    if count.first and said.ends_before(count.first):
        return False
    while before >= 0 and said.words[before].text in said.cues["customer"] | said.cues["times"]:
        before -= 1
    return before in plan_places and before < count.first - 1


def _is_its(said: Sentence, named: NamedAddOn, count: Count) -> bool:
    """ "Agrega copilot, pero solo 5": fewer than the plan has; "de almacenamiento pon 8": of nothing else."""
    known = said.draft.quantity
    if known is not None and count.has_unit and not (count.value.isdigit() and int(count.value) <= known):
        return False  # "defender, and make it 10 users", where the plan has fewer
    if said.step is Step.ADD_ONS or known is None:
        return said.step is Step.ADD_ONS
    around = said.clause(named.first, named.last)
    is_fronted = named.first > around.start and said.words[named.first - 1].text in said.cues["of"]
    is_fronted = is_fronted and named.last < count.first and count.last in around
    of_them = _is_of_that(said, count) and named.last < count.first  # "vault please, 5 of them"
    is_part = count.value.isdigit() and int(count.value) <= known
    return (is_part and _is_not_for_all(said)) or count.is_only or is_fronted or (of_them and is_part)


def _is_not_for_all(said: Sentence) -> bool:
    """ "Copilot, pero no para todos, para 4"."""
    for place, word in enumerate(said.words):
        before = {each.text for each in said.words[max(0, place - 2) : place]}
        if word.text in said.cues["everybody"] and before & said.cues["negation"]:
            return True
    return False


def _heard(said: Sentence, named: NamedAddOn, count: Count | None) -> HeardAddOn:
    if count is None:
        for_all = not named.removed and said.says_around("everybody", named.first, named.last)
        return HeardAddOn(named.mpn, by_size(said, named), removed=named.removed, for_all=for_all)
    if _is_none(count):
        return HeardAddOn(named.mpn, removed=True)
    relation = Relation.FEWER if named.removed else count.relation
    return HeardAddOn(named.mpn, count.value, relation=relation, other=count.other)


def _is_none(count: Count) -> bool:
    """ "0 storage, 3 security", "zero storage": no number that is too small, but a refusal."""
    return count.value == "0" and count.relation is Relation.EXACT and count.other is None
