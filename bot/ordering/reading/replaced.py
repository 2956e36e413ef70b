"""A number instead of one that is known: "8 instead of 5" is of what there are 5 of, "25 no, 20" as well."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ordering.heard import Relation
from bot.ordering.reading.counts import Count
from bot.ordering.reading.denied import is_denial
from bot.ordering.reading.sentence import Sentence


def hear_replaced(said: Sentence, counts: Sequence[Count]) -> tuple[str | None, Count] | None:
    """The add-on whose number it was, None for the plan's, and the new number; "dos se jubilan" beside it
    counts nothing. None where the number was of both, or of nothing."""
    own: dict[str | None, int | None] = {choice.mpn: choice.quantity for choice in said.draft.add_ons or ()}
    own[None] = said.draft.quantity
    for old in (*counts, *_named_only(said, counts)):
        of = [key for key, number in own.items() if old.value == str(number)]
        others = [count for count in counts if count.value != old.value and count.relation is Relation.EXACT]
        if len(of) == 1 and others and _is_denied(said, old):
            around = said.clause(old.first, old.last)
            return of[0], min(others, key=lambda new: (new.first not in around, _distance(old, new)))
    return None


def _named_only(said: Sentence, counts: Sequence[Count]) -> list[Count]:
    """The engine tags no number behind an "instead of"."""
    tagged = {place for count in counts for place in count.places}
    places = (place for place in sorted(said.denied - tagged) if said.words[place].text.isdigit())
    return [Count(said.words[place].text, frozenset((place,))) for place in places]


def _is_denied(said: Sentence, count: Count) -> bool:
    """ "En vez de 40", "not 40", "25 no, 20"."""
    behind = count.last + 1
    ends = behind + 1 < len(said.words) and said.ends_before(behind + 1) and not said.ends_before(behind)
    return bool(count.places & said.denied) or (ends and is_denial(said.words, behind, said.language))


def _distance(one: Count, two: Count) -> int:
    return max(one.first - two.last, two.first - one.last)
