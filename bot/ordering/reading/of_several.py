"""Which of several numbers is how many, where that is asked: "21 please, 20 staff and the owner"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.ordering.heard import Relation
from bot.ordering.reading.counts import Count
from bot.ordering.reading.passing import is_bare
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.uncounted import counted
from bot.ordering.vocabulary import has_any

_PAIR = 2


def can_be_told_apart(said: Sentence, counts: Sequence[Count]) -> bool:
    """Several plain numbers; "2 more", "20 or 25" are weighed elsewhere."""
    plain = (count.value.isdigit() and not count.other and _is_exact(said, count) for count in counts)
    return len({count.value for count in counts}) > 1 and all(plain)


def _is_exact(said: Sentence, count: Count) -> bool:
    """Also "the other 10", which adds nothing to a number."""
    before = [word.text for word in said.words[max(0, count.first - 2) : count.first]]
    is_the_other = (
        len(before) == _PAIR and before[0] in said.cues["article"] and before[1] in said.cues["raise"]
    )
    return count.relation is Relation.EXACT or (count.relation is Relation.MORE and is_the_other)


def the_one_meant(said: Sentence, counts: Sequence[Count]) -> Count | None:
    """For sure; else two of them as one that is asked about, and none where there are more."""
    told = [count for count in counts if _is_said_to_be_it(said, count, counts)]
    for meant in (
        [count for count in told if _is_sum_of_the_others(count, counts)],
        told,
        [count for count in counts if _is_alone(said, count, counts)],  # "10 laptops, 3 of them new"
        list(counts),
    ):
        values = list(dict.fromkeys(count.value for count in meant))
        if len(values) == 1:
            return replace(meant[0], relation=Relation.EXACT)
        if len(values) == _PAIR:
            return replace(meant[0], relation=Relation.EXACT, other=values[1])
    return None


def _is_sum_of_the_others(count: Count, counts: Sequence[Count]) -> bool:
    """ "5 is plenty, 3 tills and the owners' 2 laptops"."""
    return len(counts) > _PAIR and 2 * int(count.value) == sum(int(each.value) for each in counts)


def _is_said_to_be_it(said: Sentence, count: Count, counts: Sequence[Count]) -> bool:
    """ "21 licenses", "it's 21", "make it 21", "21 will do"; "20 staff" may only tell who they are."""
    licences = said.cues["seats"] - said.cues["people"] - said.cues["machines"]
    unit = counted(said, count.last)
    is_plain = unit not in said.cues["people"] | said.cues["machines"] and _is_alone(said, count, counts)
    is_put = count.relation is Relation.EXACT and is_behind_verb(said, count)
    return unit in licences or is_plain or is_put or _suffices(said, count, counts)


def _is_alone(said: Sentence, count: Count, counts: Sequence[Count]) -> bool:
    """In its clause nothing else is said."""
    return not _has_another(said, count, counts) and is_bare(said, count.first, count.last)


def _has_another(said: Sentence, count: Count, counts: Sequence[Count]) -> bool:
    clause = said.clause(count.first, count.last)
    return any(other.first in clause for other in counts if other != count)


def _suffices(said: Sentence, count: Count, counts: Sequence[Count]) -> bool:
    """ "With 4 they'll manage", "le alcanza con 4", "5 dá e sobra"; not "5 no alcanza"."""
    clause = [said.words[place].text for place in said.clause(count.first, count.last)]
    denies = not said.cues["negation"].isdisjoint(clause) or _has_another(said, count, counts)
    return not denies and (has_any("suffices", clause) or has_any("makes_do", clause))


def is_behind_verb(said: Sentence, count: Count) -> bool:
    """ "Lower it to 8", "down to 8", "baixa pra 8"."""
    small = frozenset().union(*(said.cues[cue] for cue in ("up_to", "down_to", "about", "it", "article")))
    verbs = frozenset().union(*(said.cues[cue] for cue in ("change", "raise", "lower", "moved", "picks")))
    place = count.first - 1
    while place > 0 and said.words[place].text in small - verbs and not said.ends_before(place + 1):
        place -= 1
    return place >= 0 and not said.ends_before(place + 1) and said.words[place].text in verbs
