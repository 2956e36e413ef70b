"""How many: whole numbers within the limits of the plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from bot.ordering.deciding.message import Message
from bot.ordering.draft import Step
from bot.ordering.heard import Relation
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop

WHICH = (
    "quantity_which"  # asked where two numbers were said; a plan that is found meanwhile does not answer it
)


def decide_quantity(message: Message, outcome: Outcome, shop: Shop) -> None:
    if message.heard.quantity is None:
        return
    said = related(message.heard.quantity, message.heard.relation, outcome.draft.quantity)
    number = whole_number(said)
    solution = shop.catalog.solution_of(outcome.draft.plan)
    if solution and not solution.per_seat:
        outcome.draft = replace(outcome.draft, quantity=1)
        if number != 1:
            outcome.tell("quantity_always_one", solution=solution.name)
    elif number is None:
        plan = shop.catalog.plan(outcome.draft.plan)
        low, high = (plan.minimum, plan.maximum) if plan else (1, 300)
        outcome.ask(Step.QUANTITY, "quantity_not_whole", said=said, min=low, max=high)
    elif message.heard.other is not None:
        other = related(message.heard.other, message.heard.relation, outcome.draft.quantity)
        outcome.ask(Step.QUANTITY, WHICH, (said, other), first=said, second=other)
    else:
        outcome.questions.pop(Step.QUANTITY, None)
        if message.heard.factors:
            sites, each = message.heard.factors
            outcome.tell("quantity_multiplied", sites=sites, each=each, count=number)
        check_quantity(number, outcome, shop)


def check_quantity(number: int, outcome: Outcome, shop: Shop) -> None:
    plan = shop.catalog.plan(outcome.draft.plan)
    if plan is None or plan.minimum <= number <= plan.maximum:
        outcome.draft = replace(outcome.draft, quantity=number)
        return
    reason = "quantity_too_small" if number < plan.minimum else "quantity_too_big"
    outcome.ask(Step.QUANTITY, reason, said=number, min=plan.minimum, max=plan.maximum, plan=plan.name)


def related(said: str, relation: Relation, known: int | None) -> str:
    """The number that is meant: "2 more" than what is known; where nothing is known, the number itself."""
    number = whole_number(said)
    if known is None or relation is Relation.EXACT:
        return said
    if relation is Relation.TIMES:
        return f"{(known * Decimal(said)).normalize():f}"
    if number is None:
        return said
    return str(known + number if relation is Relation.MORE else known - number)


def whole_number(said: str) -> int | None:
    """25 from "25", 1000 from "1.000" or "1,000"; None from "1.5" and from what is no number."""
    groups = said.replace(",", ".").split(".")
    if len(groups) > 1 and groups[0].strip("-+0") and all(len(group) == 3 for group in groups[1:]):
        said = "".join(groups)
    try:
        number = Decimal(said.replace(",", "."))
    except InvalidOperation:
        return None
    return int(number) if number == number.to_integral_value() and abs(number) < 10**9 else None
