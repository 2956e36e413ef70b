"""A word that happens to stand in a plan's name, beside an order that has a plan already."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ordering.draft import Step
from bot.ordering.names import Match
from bot.ordering.reading.sentence import Sentence


def is_word_of_talk(said: Sentence, best: Sequence[Match]) -> bool:
    return _joins(said, best) or _is_of_the_open_plan(said, best)


def _joins(said: Sentence, best: Sequence[Match]) -> bool:
    """ "Plus SSL and a backup" wants no Business Plus, nor does "9 of us plus the front desk"."""
    places = {place for match in best for place in match.places}
    solution = said.shop.catalog.solution_of(said.draft.plan)
    behind = max(places) + 1
    if solution is None or behind >= len(said.words) or said.ends_before(behind):
        return False
    if not all(said.words[place].text in said.cues["both"] for place in places):
        return False
    word = said.words[behind].text
    is_summed = word in said.cues["article"] | said.cues["a_single"] and said.step is Step.QUANTITY
    return is_summed or bool(said.shop.add_on_names_of[solution.service_name].holders(word))


def _is_of_the_open_plan(said: Sentence, best: Sequence[Match]) -> bool:
    """ "The 2 laptops need no backup", where how many of an Acronis Backup is asked: what several plans are
    called, and that of the order as well, names none instead."""
    places = {place for match in best for place in match.places}
    changes = said.says_around("change", min(places), max(places))
    is_own = said.draft.plan in {match.key for match in best}
    return said.step is Step.QUANTITY and len(best) > 1 and is_own and not changes
