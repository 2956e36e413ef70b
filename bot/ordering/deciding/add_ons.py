"""Which add-ons, how many of each, and which not."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.deciding.message import MAX_CHOICES, Message
from bot.ordering.deciding.quantity import whole_number
from bot.ordering.draft import AddOnChoice, Step
from bot.ordering.heard import HeardAddOn
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop


def decide_add_ons(message: Message, outcome: Outcome, shop: Shop) -> None:
    for heard in message.heard.add_ons:
        _add_on(heard, outcome, shop, message.step)
    bare_removal = message.intent == "remove" and message.heard.is_empty()
    if message.heard.no_add_ons or (bare_removal and outcome.draft.add_ons):
        if outcome.draft.add_ons:
            outcome.tell("add_ons_removed")
        outcome.questions.pop(Step.ADD_ONS, None)
        outcome.draft = replace(outcome.draft, add_ons=())


def _add_on(heard: HeardAddOn, outcome: Outcome, shop: Shop, step: Step | None) -> None:
    extra = shop.catalog.add_on(heard.mpn)
    plan = shop.catalog.plan(outcome.draft.plan)
    if extra is None:
        return
    if heard.removed:
        if any(choice.mpn == heard.mpn for choice in outcome.draft.add_ons or ()):
            outcome.draft = outcome.draft.without_add_on(heard.mpn)
            outcome.tell("add_on_removed", add_on=extra.name)
        return
    possible = shop.catalog.add_ons_for(outcome.draft.plan)
    if plan and extra not in possible:
        choices = tuple(other.mpn for other in possible[:MAX_CHOICES])
        if step is Step.ADD_ONS:
            outcome.ask(Step.ADD_ONS, "add_on_not_for_plan", choices, add_on=extra.name, plan=plan.name)
        else:
            outcome.tell("add_on_dropped", add_on=extra.name, plan=plan.name)
        return
    number = whole_number(heard.quantity) if heard.quantity else None
    if heard.quantity and (number is None or not 1 <= number <= (plan.maximum if plan else 1000)):
        outcome.tell("add_on_quantity_wrong", add_on=extra.name, said=heard.quantity)
        number = None
    outcome.questions.pop(Step.ADD_ONS, None)
    outcome.draft = outcome.draft.with_add_on(AddOnChoice(heard.mpn, number))
