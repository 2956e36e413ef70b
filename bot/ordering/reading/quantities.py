"""How many of what: each number in a message is the plan's or an add-on's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.ordering.draft import Step
from bot.ordering.heard import HeardAddOn, Relation
from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.counts import Count, hear_counts
from bot.ordering.reading.either import settled, tag_hyphened
from bot.ordering.reading.passing import is_meant
from bot.ordering.reading.removing import keeps
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import vocabulary

_NEAR = 3  # words between a number and the name it counts
_FAR = 8  # the same, where it is said that it counts a part of them


@dataclass(frozen=True)
class Quantities:
    """The plan's count and the add-ons with theirs. ``may_count``: add-ons that the plan's may be of."""

    count: Count | None
    add_ons: tuple[HeardAddOn, ...]
    may_count: tuple[str, ...] = ()


def hear_quantities(said: Sentence, add_ons: Sequence[NamedAddOn], plan_places: set[int]) -> Quantities:
    """The plan's name stands at ``plan_places``."""
    tag_hyphened(said)
    counts = hear_counts(said)
    total = None if add_ons else _total(said, counts)
    counts = [total] if total else settled(said, counts, plan_places)
    theirs = _Sharing(said, counts, plan_places).among(add_ons)
    free = [count for count in counts if count not in theirs.values()]
    alone = len(add_ons) == 1 and not add_ons[0].removed and add_ons[0].mpn not in theirs
    if free and alone and not plan_places and (said.step is Step.ADD_ONS or _is_only_for_it(said, free[-1])):
        theirs[add_ons[0].mpn] = free.pop()
    for count in counts:
        said.claim(count.places)
    heard = tuple({each.mpn: _heard(said, each, theirs.get(each.mpn)) for each in add_ons}.values())
    meant = [count for count in free if is_meant(said, count, plan_places)]
    of_plan = _of_plan(said, meant, plan_places)
    if of_plan is None or add_ons or plan_places or not said.topic:
        return Quantities(of_plan, heard)
    return _of_what(said, of_plan)


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
    """ "Ponle mejor 8 de ese", "8 desse"."""
    behind = [word.text for word in said.words[count.last + 1 : count.last + 3]]
    while behind and behind[0] in said.cues["of"]:
        behind = behind[1:]
    return bool(behind) and behind[0] in said.cues["that_one"]


def _of_plan(said: Sentence, free: Sequence[Count], plan_places: set[int]) -> Count | None:
    """ "30 en vez de 20": what is known already is no news. What stands before the plan's name counts it."""
    known = str(said.draft.quantity)
    chosen = [count for count in free if count.value != known] or free
    chosen = [count for count in chosen if _leads_to(said, count, plan_places)] or chosen
    chosen = [count for count in chosen if count.is_only] or chosen  # "son 45, pero nomás 18 usan compu"
    chosen = [count for count in chosen if count.has_unit] or chosen
    return chosen[-1 if said.draft.quantity is not None else 0] if chosen else None


def _total(said: Sentence, free: Sequence[Count]) -> Count | None:
    """ "3 computadores e 1 servidor, ou seja 4", "12 and 8, 20 in total": what the others come to."""
    whole = [int(count.value) for count in free if count.value.isdigit()]
    if len(whole) > 2 and len(whole) == len(free) and whole[-1] == sum(whole[:-1]):  # noqa: PLR2004
        return free[-1]
    return next((count for count in free[1:] if _is_in_all(said, count)), None)


def _is_in_all(said: Sentence, count: Count) -> bool:
    near = [word.text for word in said.words[max(0, count.first - 2) : count.last + 3]]
    return any(word in said.cues["in_all"] for word in near)


def _leads_to(said: Sentence, count: Count, plan_places: set[int]) -> bool:
    """ "Somos 35, son 14 licencias de Business Basic": only such words stand before the name."""
    between = ("seats", "of", "of_brand", "article", "more_after")
    small = frozenset().union(*(said.cues[cue] for cue in between))
    behind = (
        place for place in range(count.last + 1, len(said.words)) if said.words[place].text not in small
    )
    return next(behind, -1) in plan_places


def _is_only_for_it(said: Sentence, count: Count) -> bool:
    """ "Agrega copilot, pero solo 5": fewer than the plan has."""
    return count.is_only and said.draft.quantity is not None


def _heard(said: Sentence, named: NamedAddOn, count: Count | None) -> HeardAddOn:
    if count is None:
        for_all = not named.removed and said.says_around("everybody", named.first, named.last)
        return HeardAddOn(named.mpn, removed=named.removed, for_all=for_all)
    relation = Relation.FEWER if named.removed else count.relation
    return HeardAddOn(named.mpn, count.value, relation=relation, other=count.other)


@dataclass
class _Sharing:
    """Gives each add-on the number said right before its name, or else right behind it."""

    said: Sentence
    counts: Sequence[Count]
    plan_places: set[int]
    theirs: dict[str, Count] = field(default_factory=dict)

    def among(self, add_ons: Sequence[NamedAddOn]) -> dict[str, Count]:
        before = any(self._before(each) for each in add_ons[:1])
        for position, each in enumerate(add_ons):
            count = self._part(each) or self._single(each) or (self._before(each) if before else None)
            if count is None:
                count = self._behind(each)
                if count and not each.removed:
                    self._share(add_ons[:position], count, each)
            if count is None and position:
                count = self._before(each)  # "defender para los 6 y 3 de archivado"
            if count := count or self._for_somebody(each):
                self.theirs[each.mpn] = count
        return self.theirs

    def _for_somebody(self, named: NamedAddOn) -> Count | None:
        """ "Copilot just for the boss": one person."""
        words, cues = self.said.words, self.said.cues
        small = cues["article"] | cues["customer"] | cues["only"] | cues["up_to"] | cues["of"]
        place, around = named.last + 1, self.said.clause(named.first, named.last)
        if any(count.first in around for count in self._free()):
            return None  # "for the boss and 2 managers"
        while place < len(words) and words[place].text in small and not self.said.ends_before(place):
            place += 1
        is_one = place < len(words) and words[place].text in cues["somebody"]
        return (
            Count("1", frozenset((place,)))
            if is_one and place > named.last + 1 and not named.removed
            else None
        )

    def _before(self, named: NamedAddOn) -> Count | None:
        """ "Con 10 de archivado"."""
        if self.said.draft.quantity is None and self.said.draft.plan is None and named.first < _NEAR:
            return None  # "20 defender": of what plan is not said, so this is the plan's number
        between = (
            (count, range(count.last + 1, named.first)) for count in self._free() if count.last < named.first
        )
        return next((count for count, gap in between if self._is_of(gap) and self._goes_on(gap)), None)

    def _single(self, named: NamedAddOn) -> Count | None:
        """ "Solo un copilot", "one copilot", "un copilot nomás"; "otro disco" is one more."""
        words, cues = self.said.words, self.said.cues
        place = named.first - 1
        while place > 0 and words[place].text in cues["of"] and not self.said.ends_before(place + 1):
            place -= 1
        if place < 0 or place in self.said.claimed or self.said.ends_before(place + 1):
            return None
        around = {words[at].text for at in (place - 1, named.last + 1) if 0 <= at < len(words)}
        is_single = words[place].text in cues["single"]
        if named.removed:
            several = any(
                each.mpn == named.mpn and (each.quantity or 1) > 1 for each in self.said.draft.add_ons or ()
            )
            return Count("1", frozenset((place,))) if is_single and several else None
        if words[place].text in cues["another"] or (is_single and around & cues["more_after"]):
            return Count("1", frozenset((place,)), Relation.MORE)
        is_number = words[place].text in cues["numeral"] or bool(around & cues["only"])
        return Count("1", frozenset((place,))) if is_single and is_number else None

    def _part(self, named: NamedAddOn) -> Count | None:
        """ "Two of them get voice", "solo dos van con copilot": not all of the plan's."""
        near = [count for count in self._free() if 0 < named.first - count.last <= _FAR]
        return next((count for count in reversed(near) if self._is_some(count, named.first)), None)

    def _is_some(self, count: Count, until: int) -> bool:
        is_first = count is self.counts[0] and self.said.draft.quantity is None
        is_some = self._is_of_them(count) or (count.is_only and not is_first) or self._is_who_gets(count)
        return is_some and self._goes_on(range(count.last + 1, until))

    def _is_who_gets(self, count: Count) -> bool:
        """ "Everybody gets archiving, 3 get copilot": a clause begins with less than all."""
        known, words = self.said.draft.quantity or 0, self.said.words
        begins = count.first == 0 or self.said.ends_before(count.first)
        begins = begins or words[count.first - 1].text in self.said.cues["both"]
        behind = words[count.last + 1].text if count.last + 1 < len(words) else ""
        leads = behind not in self.said.cues["add"] and count.last + 1 not in self.said.claimed
        return begins and leads and count.value.isdigit() and int(count.value) < known

    def _is_of_them(self, count: Count) -> bool:
        """ "2 of them", "de los cuales 2"."""
        if count.first and self.said.words[count.first - 1].text in self.said.cues["of_them"]:
            return True
        behind = [word.text for word in self.said.words[count.last + 1 : count.last + 1 + _NEAR]]
        small = self.said.cues["of"] | self.said.cues["seats"] | self.said.cues["article"]
        while behind and behind[0] in small - self.said.cues["of_them"]:
            behind = behind[1:]
        return behind[:1] != [] and behind[0] in self.said.cues["of_them"]

    def _behind(self, named: NamedAddOn) -> Count | None:
        """ "Defender for 5 of them", "copilot x3". The only number of a new order is the plan's."""
        between = (
            (count, range(named.last + 1, count.first)) for count in self._free() if count.first > named.last
        )
        found = next((count for count, gap in between if self._is_for(gap)), None)
        if found is None or self._counts_the_plan(found):
            return None
        if named.removed:
            return found
        lone = len(self.counts) == 1 and self.said.draft.quantity is None
        return None if lone and not found.is_only else found

    def _share(self, earlier: Sequence[NamedAddOn], count: Count, named: NamedAddOn) -> None:
        """ "Copilot y defender para 5": five of each."""
        nearest = named.first
        for each in reversed(earlier):
            gap = self.said.words[each.last + 1 : nearest]
            if (
                each.mpn in self.theirs
                or len(gap) > 1
                or not all(w.text in self.said.cues["both"] for w in gap)
            ):
                return
            if not each.removed:
                self.theirs[each.mpn] = count
            nearest = each.first

    def _free(self) -> list[Count]:
        return [count for count in self.counts if count not in self.theirs.values()]

    def _counts_the_plan(self, count: Count) -> bool:
        gaps = (range(count.last + 1, place) for place in self.plan_places if place > count.last)
        return any(self._is_of(gap) for gap in gaps)

    def _is_of(self, gap: range) -> bool:
        """What may stand between a number and what it counts: "10 licencias de archivado", "2 lots of"."""
        of = self.said.cues["of"] | self.said.cues["of_brand"]
        kinds = ("seats", "more_after", "fewer_after", "that_one")
        allowed = of.union(*(self.said.cues[cue] for cue in kinds))
        between = [self.said.words[place].text for place in gap]
        is_measured = len(gap) > 1 and gap.start not in self.said.claimed and between[1] in of
        return len(gap) <= _NEAR and all(word in allowed for word in between[is_measured:])

    def _goes_on(self, gap: range) -> bool:
        """ "Standard x30, storage x5", "30 + storage": what is before the mark is of something else."""
        words = self.said.words
        is_joined = "+" in self.said.text[words[gap.start - 1].end : words[gap.stop].start]
        return not is_joined and not any(
            self.said.ends_before(place) for place in range(gap.start, gap.stop + 1)
        )

    def _is_for(self, gap: range) -> bool:
        """What may stand between a name and its number: "copilot solo para 5", "copilot, pero para 5"."""
        cues, words = self.said.cues, self.said.words
        small = vocabulary().filler | cues["only"] | cues["times"] | cues["down_to"] | cues["other"]
        allowed = (small - cues["both"] - cues["change"]) | cues["come_to"]
        limits = [at for at in gap if words[at].text in cues["only"] | (cues["however"] - cues["both"])]
        limits += [at for at in gap if self.said.is_but(at)]
        known = [at for at in gap if words[at].text in allowed or at in limits or keeps(self.said, at)]
        if len(gap) > _NEAR + 1 or len(known) < len(gap):
            return False
        written = self.said.text[words[gap.start - 1].end : words[gap.stop].start]
        if gap.start in limits:
            written = written.replace(",", "", 1)  # "copilot, pero solo 5"
        return not set(written) & set(",;.\n")
