"""Which plan, and what a change of plan does to the rest of the order."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.catalog import DomainNeed, Plan
from bot.ordering.deciding.message import MAX_CHOICES, Message
from bot.ordering.deciding.quantity import check_quantity
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop


def decide_plan(message: Message, outcome: Outcome, shop: Shop) -> None:
    plans = message.heard.plans
    if len(plans) > 1:
        in_order = [plan.mpn for plan in shop.catalog.all_plans() if plan.mpn in plans[:MAX_CHOICES]]
        outcome.ask(Step.PLAN, "plan_unclear", tuple(in_order))
    elif plans:
        outcome.questions.pop(Step.PLAN, None)
        first, second = shop.catalog.plan(plans[0]), shop.catalog.plan(message.heard.second_plan)
        if first and second:
            outcome.tell("one_order_at_a_time", first=first.name, second=second.name)
        if plans[0] != outcome.draft.plan:
            outcome.draft = replace(outcome.draft, plan=plans[0])
            _fit_to_plan(outcome, shop)


def _fit_to_plan(outcome: Outcome, shop: Shop) -> None:
    """A new plan may have other limits, other add-ons and no use for a domain."""
    draft, plan = outcome.draft, shop.catalog.plan(outcome.draft.plan)
    solution = shop.catalog.solution_of(draft.plan)
    if plan is None or solution is None:
        return
    _drop_add_ons(outcome, plan, shop)
    if solution.needs_domain is DomainNeed.NONE:
        if draft.domains() or DOMAIN_STEPS & outcome.questions.keys():
            outcome.tell("domain_not_needed", plan=plan.name)
        for step in DOMAIN_STEPS:
            outcome.questions.pop(step, None)
        outcome.draft = replace(outcome.draft, domain=None, extra_domains=())
    outcome.questions.pop(Step.QUANTITY, None)
    if not solution.per_seat:
        outcome.draft = replace(outcome.draft, quantity=1)
    elif draft.quantity is not None:
        check_quantity(draft.quantity, outcome, shop)


def _drop_add_ons(outcome: Outcome, plan: Plan, shop: Shop) -> None:
    for choice in outcome.draft.add_ons or ():
        extra = shop.catalog.add_on(choice.mpn)
        if extra and extra not in shop.catalog.add_ons_for(plan.mpn):
            outcome.draft = outcome.draft.without_add_on(choice.mpn)
            outcome.tell("add_on_dropped", add_on=extra.name, plan=plan.name)
