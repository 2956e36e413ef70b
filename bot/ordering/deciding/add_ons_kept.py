"""Add-ons that stay when the plan or its number changes: numbers of their own are checked and told again."""

from __future__ import annotations

from bot.ordering.count_key import count_key
from bot.ordering.draft import AddOnChoice, Draft, Step
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop


def recheck_add_ons(before: Draft, outcome: Outcome, shop: Shop) -> None:
    """What was said of them in the same message is news enough."""
    now = outcome.draft
    if before.plan is None or (before.plan, before.quantity) == (now.plan, now.quantity):
        return
    for choice in set(before.add_ons or ()) & set(now.add_ons or ()):
        if choice.quantity is not None:
            _recheck(choice, choice.quantity, before, outcome, shop)


def _recheck(choice: AddOnChoice, number: int, before: Draft, outcome: Outcome, shop: Shop) -> None:
    now, plan, extra = outcome.draft, shop.catalog.plan(outcome.draft.plan), shop.catalog.add_on(choice.mpn)
    solution = shop.catalog.solution_of(now.plan)
    usual = now.quantity if solution and solution.per_seat else 1
    if extra is None:
        return
    if plan and number > shop.catalog.most_of(extra, plan.mpn):
        outcome.draft = now.with_add_on(AddOnChoice(choice.mpn))
        outcome.tell("add_on_number_reset", add_on=extra.name, said=number, count=usual or 1, plan=plan.name)
        return
    is_above = usual is not None and number > usual and number <= (before.quantity or number)
    if before.plan != now.plan or is_above:
        follow = (Step.QUANTITY.value, count_key(choice.mpn, str(usual))) if is_above else None
        outcome.tell("add_on_keeps_number", follow, add_on=extra.name, count=number)
