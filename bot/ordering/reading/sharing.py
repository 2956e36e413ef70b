"""Which number is which add-on's: right before its name, or else right behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.ordering.deciding.quantity import whole_number
from bot.ordering.heard import Relation
from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.counts import Count
from bot.ordering.reading.removing import keeps
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.single import for_somebody, hear_single
from bot.ordering.reading.uncounted import word_at
from bot.ordering.supposing import proposes
from bot.ordering.vocabulary import vocabulary

_NEAR = 3  # words between a number and the name it counts
_SIZE = 3  # words of it in a name
_FAR = 8  # the same, where it is said that it counts a part of them


@dataclass
class Sharing:
    """Gives each add-on the number said right before its name, or else right behind it."""

    said: Sentence
    counts: Sequence[Count]
    plan_places: set[int]
    theirs: dict[str, Count] = field(default_factory=dict)
    given: list[Count] = field(default_factory=list)  # also to one that then got another: "8, sorry, 9 discs"
    named: Sequence[NamedAddOn] = ()

    def among(self, add_ons: Sequence[NamedAddOn]) -> dict[str, Count]:
        self.named = add_ons
        before = any(self._before(each) for each in add_ons[:1])
        for position, each in enumerate(add_ons):
            count = self._of_all(each) or self._part(each) or hear_single(self.said, each)
            count = count or (self._before(each) if before else None)
            if count is None:
                count = self._behind(each)
                if count and not each.removed:
                    self._share(add_ons[:position], count, each)
            if count is None and position:
                count = self._before(each)  # "defender para los 6 y 3 de archivado"
            if count := count or for_somebody(self.said, each, self._free()):
                self.theirs[each.mpn] = count
                self.given.append(count)
        return self.theirs

    def _of_all(self, named: NamedAddOn) -> Count | None:
        """ "Copilot for everyone except 2", "copilot para la mitad", "half of them get copilot"."""
        around = self.said.clause(named.first, named.last)
        until = min((each.first for each in self.named if each.first > named.last), default=around.stop)
        since = named.last if named is not self.named[0] else around.start
        near = (count for count in self._free() if count.relation in (Relation.ALL_BUT, Relation.TIMES))
        return next((count for count in near if count.first in around and since <= count.first < until), None)

    def _before(self, named: NamedAddOn) -> Count | None:
        """ "Con 10 de archivado"."""
        if self.said.draft.quantity is None and self.said.draft.plan is None and named.first < _NEAR:
            return None  # "20 defender": of what plan is not said, so this is the plan's number
        between = (
            (count, range(count.last + 1, named.first)) for count in self._free() if count.last < named.first
        )
        found = next(
            (count for count, gap in between if self._leads(count, gap) and self._goes_on(gap)), None
        )
        return None if found and self._is_the_plans(found) else found

    def _leads(self, count: Count, gap: range) -> bool:
        """ "5 de archivado", "soma 2 no copilot"."""
        adds = self.said.language == "pt" and count.relation is Relation.MORE
        return self._is_of(gap) or (adds and [self.said.words[at].text for at in gap] == ["no"])

    def _is_the_plans(self, count: Count) -> bool:
        """ "Dropbox advanced 5 users extended history": the only number, with its unit, not "3 packs of"."""
        lone = len(self.counts) == 1 and word_at(self.said, count.last + 2) not in self.said.cues["of"]
        lone = lone and self.said.draft.quantity is None
        return lone and count.has_unit and any(place < count.first for place in self.plan_places)

    def _part(self, named: NamedAddOn) -> Count | None:
        """ "Two of them get voice", "solo dos van con copilot": not all of the plan's."""
        near = [count for count in self._free() if 0 < named.first - count.last <= _FAR]
        return next((count for count in reversed(near) if self._is_some(count, named.first)), None)

    def _is_some(self, count: Count, until: int) -> bool:
        is_first = count is self.counts[0] and self.said.draft.quantity is None
        is_some = self._is_of_them(count) or (count.is_only and not is_first) or self._is_who_gets(count)
        is_some = is_some or self._is_beside_plan(count, until)
        gap, joins = range(count.last + 1, until), self.said.cues["both"] - self.said.cues["more_after"]
        return is_some and self._goes_on(gap) and joins.isdisjoint(self.said.words[at].text for at in gap)

    def _is_who_gets(self, count: Count) -> bool:
        """ "All get archiving, 3 get copilot", "y que 3 lleven copilot": a clause begins with some of all."""
        words, place, cues = self.said.words, count.first, self.said.cues
        others = [whole_number(each.value) or 0 for each in self.counts[: self.counts.index(count)]]
        small = cues["article"] | cues["must"] | cues["up_to"] | cues["amounts_to"]
        while place and words[place - 1].text in small and not self.said.ends_before(place):
            place -= 1
        begins = place == 0 or self.said.ends_before(place) or words[place - 1].text in cues["both"]
        behind = words[count.last + 1].text if count.last + 1 < len(words) else ""
        is_beside = max(others, default=0) > (whole_number(count.value) or 0)  # "25 premium, 4 com copilot"
        leads = is_beside or behind not in cues["add"]
        known = max([self.said.draft.quantity or 0, *others])
        is_some = count.value.isdigit() and int(count.value) < known
        return begins and leads and is_some and count.last + 1 not in self.said.claimed

    def _is_of_them(self, count: Count) -> bool:
        """ "2 of them", "de los cuales 2"."""
        if count.first and self.said.words[count.first - 1].text in self.said.cues["of_them"]:
            return True
        behind = [word.text for word in self.said.words[count.last + 1 : count.last + 1 + _NEAR]]
        small = self.said.cues["of"] | self.said.cues["seats"] | self.said.cues["article"]
        while behind and behind[0] in small - self.said.cues["of_them"]:
            behind = behind[1:]
        return behind[:1] != [] and behind[0] in self.said.cues["of_them"]

    def _is_beside_plan(self, count: Count, until: int) -> bool:
        """ "25 premium and put 3 of the users on copilot": the plan has its number, this is the add-on's."""
        gap, known = range(count.last + 1, until), vocabulary().every_word - self.said.cues["both"]
        has_more = any(
            self._counts_the_plan(each) and int(each.value) > int(count.value)
            for each in self.counts
            if each.value.isdigit() and count.value.isdigit()
        )
        return (
            has_more
            and self.said.claimed.isdisjoint(gap)
            and all(self.said.words[place].text in known for place in gap)
        )

    def _behind(self, named: NamedAddOn) -> Count | None:
        """ "Defender for 5 of them", "copilot x3". The only number of a new order is the plan's."""
        between = (
            (count, range(named.last + 1, count.first)) for count in self._free() if count.first > named.last
        )
        found = next((count for count, gap in between if self._is_said_of(named, count, gap)), None)
        if found is None or self._counts_the_plan(found):
            return None
        if named.removed:
            return found
        lone = len(self.counts) == 1 and self.said.draft.quantity is None
        return None if lone and not found.is_only else found

    def _is_said_of(self, named: NamedAddOn, count: Count, gap: range) -> bool:
        if self._is_for(gap) or self._is_told_of(named, count, gap):
            return True
        return not named.removed and (self._is_alone(named, count) or self._is_known(named, count, gap))

    def _is_alone(self, named: NamedAddOn, count: Count) -> bool:
        """ "Con archivado, 4 paquetes", "storage 100 GB, two of those": alone in the clause behind its name,
        and fewer than the plan has; "we are 31, premium with copilot, 26 users" counts the plan's."""
        said, cues, clause = self.said, self.said.cues, self.said.clause(count.first, count.last)
        size = range(named.last + 1, clause.start)  # "de 100 GB"
        is_size = len(size) == 0 or any(said.words[place].text.isdigit() for place in size)
        if clause.start <= named.last or len(size) > _SIZE or not is_size:
            return False
        rest = [said.words[place].text for place in clause if place not in count.places]
        back = cues["of_them"] | cues["that_one"] | cues["of_those"]
        points = not back.isdisjoint(rest)
        small = back | cues["seats"] | cues["of"] | cues["courtesy"]
        small |= vocabulary().filler | cues["polite"] if points else frozenset()
        others = [each for each in self.counts if points or each.has_unit or not count.has_unit]
        most = [whole_number(each.value) or 0 for each in others if each is not count]
        is_part = count.relation is Relation.EXACT and count.other is None and count.value.isdigit()
        is_part = is_part and int(count.value) < max([self.said.draft.quantity or 0, *most])
        return is_part and small.issuperset(rest)

    def _is_known(self, named: NamedAddOn, count: Count, gap: range) -> bool:
        """ "El almacenamiento queda igual, en 5", "storage is unchanged, 5": the number that it has."""
        said = self.said
        has = [str(each.quantity) for each in said.draft.add_ons or () if each.mpn == named.mpn]
        written = said.text[said.words[named.last].end : said.words[count.first].start]
        is_beside = said.claimed.isdisjoint(gap) and not set(written) & set(".;?!\n")
        return has == [count.value] and count.relation is Relation.EXACT and not count.has_unit and is_beside

    def _is_told_of(self, named: NamedAddOn, count: Count, gap: range) -> bool:
        """ "El copilot tiene que ser para 3", "o copilot é pra 3": a clause about it alone, and no more than
        the plan has."""
        said, clause = self.said, self._own_clause(named, count)
        is_beside = bool(
            self.plan_places.union(*(c.places for c in self.counts if c is not count)) & {*clause}
        )
        is_who = "?" not in said.text and any(said.words[at].text in said.cues["asks"] for at in gap)
        asks = said.asks and not is_who and not proposes(said.text)  # "o copilot quem usa sao 4"
        if named.removed or asks or is_beside or not self._is_part(count):
            return False
        before = [word for at in gap if (word := said.words[at].text) not in said.cues["article"]]
        is_for = bool(before) and before[-1] in said.cues["customer"]
        joins = [at for at in gap if said.words[at].text in said.cues["both"]]
        if is_for and joins[:1] == [gap.start]:
            joins = joins[1:]  # "o copilot e pra 3"
        if count.has_unit and not is_for and len(self.counts) == 1:
            return False  # "copilot, entonces 8 usuarios"
        if len(gap) > _FAR or joins or not said.claimed.isdisjoint(gap):
            return False
        ends = [at for at in range(gap.start, gap.stop + 1) if said.ends_before(at)]
        return self._goes_on(gap) or (len(ends) == 1 and self._is_limit(gap, ends[0], count))

    def _is_limit(self, gap: range, end: int, count: Count) -> bool:
        """ "Archiving too, but just for the 3 managers", "the 3 managers only": a limit behind ``end``."""
        cues, said = self.said.cues, self.said.words
        before, behind = (
            {said[place].text for place in part} for part in (gap[: end - gap.start], gap[end - gap.start :])
        )
        small = cues["only"].union(
            *(cues[cue] for cue in ("however", "customer", "article", "come_to", "copula"))
        )
        limits = count.is_only or behind & cues["only"] or before & cues["negation"]
        return bool(limits) and behind <= small

    def _is_part(self, count: Count) -> bool:
        """No more than the plan has, or than is said of it beside."""
        others = [whole_number(each.value) or 0 for each in self.counts if each is not count]
        most = max([self.said.draft.quantity or 0, *others])
        return count.relation is Relation.EXACT and count.value.isdigit() and int(count.value) <= most

    def _own_clause(self, named: NamedAddOn, count: Count) -> range:
        """The clause about this add-on, as far as the next: "voice is for 5 of them and copilot for 2"."""
        clause = self.said.clause(named.first, count.last)
        behind = (each.first for each in self.named if each.first > count.last)
        until = min(behind, default=clause.stop)
        is_theirs = until in clause and self._is_of(range(count.last + 1, until))  # "5 copilot"
        return clause if is_theirs else range(clause.start, min(clause.stop, until))

    def _share(self, earlier: Sequence[NamedAddOn], count: Count, named: NamedAddOn) -> None:
        """ "Copilot y defender para 5": five of each."""
        nearest = named.first
        for each in reversed(earlier):
            gap = self.said.words[each.last + 1 : nearest]
            if (
                each.mpn in self.theirs
                or (gap and self.said.ends_before(each.last + 1))  # "archivado, y copilot para 3"
                or len(gap) > 1
                or not all(w.text in self.said.cues["both"] for w in gap)
            ):
                return
            if not each.removed:
                self.theirs[each.mpn] = count
            nearest = each.first

    def _free(self) -> list[Count]:
        return [count for count in self.counts if count not in self.given]

    def _counts_the_plan(self, count: Count) -> bool:
        gaps = (range(count.last + 1, place) for place in self.plan_places if place > count.last)
        return any(self._is_of(gap) for gap in gaps)

    def _is_of(self, gap: range) -> bool:
        """What may stand between a number and what it counts: "10 licencias de archivado", "2 lots of"."""
        of = self.said.cues["of"] | self.said.cues["of_brand"]
        kinds = ("seats", "more_after", "fewer_after", "that_one", "times")
        allowed = of.union(*(self.said.cues[cue] for cue in kinds))
        between = [self.said.words[place].text for place in gap]
        is_measured = len(gap) > 1 and gap.start not in self.said.claimed and between[1] in of
        is_measured = is_measured and between[0] not in self.said.cues["both"]
        return len(gap) <= _NEAR and all(word in allowed for word in between[is_measured:])

    def _goes_on(self, gap: range) -> bool:
        """ "Standard x30, storage x5", "30 + storage": what is before the mark is of something else."""
        words = self.said.words
        is_joined = "+" in self.said.text[words[gap.start - 1].end : words[gap.stop].start]
        return not is_joined and not any(
            self.said.ends_before(place) for place in range(gap.start, gap.stop + 1)
        )

    def _is_no_more(self, place: int) -> bool:
        """ "Nada más", which is just."""
        one, two = (self.said.words[at].text for at in (place - 1, place))
        return one in self.said.cues["nothing"] and two in self.said.cues["more_after"]

    def _is_for(self, gap: range) -> bool:
        """What may stand between a name and its number: "copilot solo para 5", "copilot, pero para 5"."""
        cues, words = self.said.cues, self.said.words
        small = vocabulary().filler | cues["only"] | cues["times"] | cues["down_to"] | cues["other"]
        allowed = (small - cues["both"] - cues["change"]) | cues["come_to"]
        limits = [at for at in gap if words[at].text in cues["only"] | (cues["however"] - cues["both"])]
        limits += [at for at in gap if self.said.is_but(at) or (at - 1 in limits and self._is_no_more(at))]
        known = [at for at in gap if words[at].text in allowed or at in limits or keeps(self.said, at)]
        if len(gap) > _NEAR + 1 or len(known) < len(gap):
            return False
        written = self.said.text[words[gap.start - 1].end : words[gap.stop].start]
        if gap.start in limits:
            written = written.replace(",", "", 1)  # "copilot, pero solo 5"
        return not set(written) & set(",;.\n")
