"""Numbers beside an add-on that is wanted, where the order has its own: whose they are, if anybody's."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.ordering.draft import Step
from bot.ordering.heard import Relation
from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.counts import Count
from bot.ordering.reading.passing import is_bare, is_moved_to, is_of_both, says_change_in
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.stated import is_stated
from bot.ordering.reading.uncounted import counted


def those_of_the_order(
    said: Sentence, add_ons: Sequence[NamedAddOn], given: Sequence[Count], free: Sequence[Count]
) -> list[Count]:
    """Of the counts that are ``free``, beside those ``given`` to add-ons, the ones that count something."""
    return [count for count in free if not (_repeats(said, given, count) or _is_aside(said, add_ons, count))]


def _repeats(said: Sentence, given: Sequence[Count], count: Count) -> bool:
    """ "3 de copilot, para las 3 cajas", "7 copilot and 2 vault. Yes, 7 and 2": what the add-ons
    were given is said once more; "and 3 licences" counts the plan's."""
    if said.draft.quantity is None or count.relation is not Relation.EXACT or _counts_licences(said, count):
        return False
    earlier = (each for each in given if each.last < count.first and not _is_swapped(said, each))
    return any(each.value == count.value for each in earlier)


def _is_swapped(said: Sentence, count: Count) -> bool:
    """ "Only with 11 instead of 15": it is the plan's."""
    return any(at.start == count.last + 1 for at in said.phrases("instead_of"))


def _is_aside(said: Sentence, add_ons: Sequence[NamedAddOn], count: Count) -> bool:
    """ "Copilot too, 3 servers were hacked": told in a clause of its own, which names and changes nothing."""
    clause = said.clause(count.first, count.last)
    names = {place for each in add_ons for place in range(each.first, each.last + 1)}
    if said.draft.quantity is None or not any(not each.removed for each in add_ons):
        return False
    if said.step is Step.ADD_ONS and is_of_both(said, count) and names.isdisjoint(clause):
        return True  # "not all three, just copilot"
    if not names.isdisjoint(clause) or count.is_only or _counts_licences(said, count):
        return False
    is_bare_one = is_bare(said, count.first, count.last)
    is_changed = says_change_in(said, clause) or is_moved_to(said, count) or _is_swapped(said, count)
    return not (is_bare_one or is_changed or is_stated(said, count))


def _counts_licences(said: Sentence, count: Count) -> bool:
    """Not the people or the machines that use them."""
    return count.has_unit and counted(said, count.last) not in said.cues["people"] | said.cues["machines"]


def is_beside_own_add_on(
    said: Sentence, plans: tuple[str, ...], places: Collection[int], named: Sequence[NamedAddOn]
) -> bool:
    """ "One backup, for the server in the back office" where add-ons are offered: no Office."""
    own = said.shop.catalog.solution_of(said.draft.plan)
    wanted = any(not each.removed and said.shop.catalog.solution_with(each.mpn) == own for each in named)
    if said.step is not Step.ADD_ONS or not (plans and places and wanted):
        return False
    clause = said.clause(min(places), max(places))
    counted = any(not said.places(number).isdisjoint(clause) for number in said.numbers())
    leads = said.cues["change"] | said.cues["besides"]
    changes = any(said.words[at].text in leads for at in clause if at not in said.claimed)
    return not (counted or changes) and all(said.shop.catalog.solution_of(plan) != own for plan in plans)
