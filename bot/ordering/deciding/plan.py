"""Which plan, and what a change of plan does to the rest of the order."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.catalog import DomainNeed, Plan
from bot.ordering.deciding.message import MAX_CHOICES, Message
from bot.ordering.deciding.quantity import WHICH, check_quantity
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.heard import Unsold
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop


def decide_plan(message: Message, outcome: Outcome, shop: Shop) -> None:
    _drop_plan(message.heard.dropped_plans, outcome, shop)
    plans = message.heard.plans
    if len(plans) > 1:
        in_order = [plan.mpn for plan in shop.catalog.all_plans() if plan.mpn in plans[:MAX_CHOICES]]
        outcome.ask(Step.PLAN, "plan_unclear", tuple(in_order))
    elif message.heard.unsold:
        _say_not_sold(message.heard.unsold, outcome, shop)
    elif fitting := _made_for_add_ons(message, outcome, shop):
        outcome.ask(Step.PLAN, "plan_unclear", fitting)
    elif plans:
        outcome.questions.pop(Step.PLAN, None)
        if plans[0] != outcome.draft.plan:
            outcome.draft = replace(outcome.draft, plan=plans[0])
            _fit_to_plan(outcome, shop)


def _made_for_add_ons(message: Message, outcome: Outcome, shop: Shop) -> tuple[str, ...]:
    """ "Copilot for 10", where no plan is named or offered yet: those that it can be had with."""
    wanted = {heard.mpn for heard in message.heard.add_ons if not heard.removed}
    if outcome.draft.plan or message.heard.plans or Step.PLAN in outcome.questions or not wanted:
        return ()
    fitting = tuple(plan.mpn for plan in shop.catalog.made_for(wanted))
    return fitting if 1 < len(fitting) <= MAX_CHOICES else ()


def _say_not_sold(unsold: Unsold, outcome: Outcome, shop: Shop) -> None:
    """With what comes near it; an order that has a plan keeps that one."""
    plan = shop.catalog.plan(outcome.draft.plan)
    if plan is None:
        reason = "plan_not_sold" if unsold.nearest else "plan_not_sold_at_all"
        outcome.ask(Step.PLAN, reason, unsold.nearest[:MAX_CHOICES], said=unsold.text)
        return
    names = [known.name for key in unsold.nearest if (known := shop.catalog.plan(key))]
    near = ", ".join(names or [solution.name for solution in shop.catalog.solutions])
    outcome.tell("plan_not_sold_kept", said=unsold.text, near=near, plan=plan.name)


def decide_second_order(message: Message, outcome: Outcome, shop: Shop) -> None:
    """One order has one plan: another one is kept until this is placed. It may become this order instead."""
    heard, plan = message.heard, shop.catalog.plan(outcome.draft.plan)
    if heard.second and plan:
        outcome.second = heard.second
        instead = ("second_order", heard.second.plan)
        outcome.tell("one_order_at_a_time", instead, first=plan.name, second=heard.second.name(shop))
    elif heard.other_order:
        outcome.tell("other_order_later")
    elif outcome.second and plan and outcome.second.plan == plan.mpn and not _is_for_another(outcome):
        outcome.second = None


def _is_for_another(outcome: Outcome) -> bool:
    """The same plan once more, for somebody else."""
    second, chosen = outcome.second, outcome.draft.customer
    return bool(second and second.customer and chosen and second.customer != chosen.id)


def _drop_plan(dropped: tuple[str, ...], outcome: Outcome, shop: Shop) -> None:
    """ "Quita los premium": of the two orders that one, or of what was asked about, or the only one."""
    second, asked = outcome.second, outcome.questions.get(Step.PLAN)
    plan = shop.catalog.plan(outcome.draft.plan)
    if second and second.plan in dropped:
        outcome.second = None
        outcome.tell("second_order_dropped", second=second.name(shop))
    elif plan and second and plan.mpn in dropped:
        outcome.second = None
        outcome.draft = second.instead_of(outcome.draft, shop)
        _fit_to_plan(outcome, shop)
        outcome.tell("second_order_only", second=second.name(shop))
    elif asked and asked.choices and set(asked.choices) & set(dropped):
        left = tuple(key for key in asked.choices if key not in dropped)
        if len(left) == 1:
            outcome.questions.pop(Step.PLAN)
            outcome.draft = replace(outcome.draft, plan=left[0])
            _fit_to_plan(outcome, shop)
        elif left:
            outcome.ask(Step.PLAN, "plan_unclear", left)
    elif plan and plan.mpn in dropped:
        solution = shop.catalog.solution_of(plan.mpn)
        others = tuple(other.mpn for other in (solution.plans if solution else ()) if other != plan)
        outcome.ask(Step.PLAN, "plan_instead", others[:MAX_CHOICES], plan=plan.name)


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
    asked = outcome.questions.get(Step.QUANTITY)
    if not solution.per_seat or (asked and asked.reason != WHICH):
        outcome.questions.pop(Step.QUANTITY, None)
    if not solution.per_seat:
        outcome.draft = replace(outcome.draft, quantity=1)
    elif draft.quantity is not None:
        check_quantity(draft.quantity, outcome, shop)


def _drop_add_ons(outcome: Outcome, plan: Plan, shop: Shop) -> None:
    """Archiving of another solution becomes this one's."""
    possible = shop.catalog.add_ons_for(plan.mpn)
    for choice in outcome.draft.add_ons or ():
        extra = shop.catalog.add_on(choice.mpn)
        if extra is None or extra in possible:
            continue
        outcome.draft = outcome.draft.without_add_on(choice.mpn)
        alike = [other for other in possible if other.kind == extra.kind]
        if len(alike) == 1:
            outcome.draft = outcome.draft.with_add_on(replace(choice, mpn=alike[0].mpn))
        else:
            outcome.tell("add_on_dropped", add_on=extra.name, plan=plan.name)
