"""Several plans in one sentence: "20 basic y 5 premium", "the difference between Basic and Premium"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.ordering.names import Match, closest
from bot.ordering.shop import Shop
from bot.ordering.text import Word
from bot.ordering.vocabulary import vocabulary

_NAMED = 0.2  # so much of a plan's name must be said


def plans_apart(said: Sequence[Word], shop: Shop, skip: Collection[int] = ()) -> list[Match]:
    """The plan of each part of the sentence that names one for sure, in the order in which they are said.

    A part that alone could mean several ("basic") means the one of a solution that another part names.
    """
    found = [
        closest(shop.plan_names.find(said, set(range(len(said))) - part | set(skip))) for part in _parts(said)
    ]
    found = [matches for matches in found if matches and matches[0].coverage >= _NAMED]
    solutions = [shop.catalog.solution_of(matches[0].key) for matches in found if len(matches) == 1]
    plans: dict[str, Match] = {}
    for matches in found:
        fitting = [each for each in matches if shop.catalog.solution_of(each.key) in solutions]
        chosen = matches if len(matches) == 1 else fitting
        if len(chosen) == 1:
            plans.setdefault(chosen[0].key, chosen[0])
    return list(plans.values())


def _parts(said: Sequence[Word]) -> list[set[int]]:
    """Places of the words between one "and" and the next."""
    parts: list[set[int]] = [set()]
    for place, word in enumerate(said):
        if word.text in vocabulary().cues["both"]:
            parts.append(set())
        else:
            parts[-1].add(place)
    return [part for part in parts if part]
