"""What another order would cost, asked while one is open: the answer changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from bot.ordering.catalog import Term
from bot.ordering.deciding.message import Message
from bot.ordering.deciding.priced import price_for
from bot.ordering.draft import Draft, Step
from bot.ordering.money import Money
from bot.ordering.outcome import Outcome, Question
from bot.ordering.shop import Shop

_PRICED = frozenset(("plan", "quantity", "term", "add_ons"))
_FOLLOWING = frozenset(("domain", "extra_domains"))  # a plan may have no use for them


def answer_supposed(
    message: Message, before: Draft, pending: Mapping[Step, Question], changed: Outcome, shop: Shop
) -> Outcome | None:
    """The outcome of a message that asks about ``changed``; None when it names nothing that has a price."""
    other = changed.draft
    if None in (before.plan, other.plan):
        return None
    differ = differing(before, other)
    if "plan" in differ:
        differ -= _FOLLOWING
    if None in (before.quantity, other.quantity) and differ != {"plan"}:
        return None
    names_a_term = message.heard.term in (Term.MONTH, Term.YEAR)
    is_answer = message.step is not None and differ == {message.step.value} and message.heard.is_whole
    new_questions = {
        step for step, question in changed.questions.items() if pending.get(step) is not question
    }
    not_for_plan = [note for note in changed.notes if note.reason == "add_on_dropped"]
    is_told = differ or names_a_term or not_for_plan
    if is_answer or new_questions or changed.wishes or not is_told or differ - _PRICED:
        return None
    outcome = Outcome(before, questions=dict(pending), asked=message.step, is_priced=True)
    outcome.supposed = other if differ else None
    if not (differ or names_a_term):
        outcome.notes += not_for_plan
    elif differ <= {"term"}:
        compare_terms(before, outcome, shop)
    else:
        _price(before, other, differ, outcome, shop)
    return outcome


def ask_which(message: Message, draft: Draft, pending: Mapping[Step, Question]) -> Outcome:
    """A yes that may mean the order that is shown, or the one that was asked about."""
    outcome = Outcome(draft, questions=dict(pending), second=message.second, asked=message.step)
    outcome.is_priced, outcome.supposed = True, message.supposed
    other = message.supposed or draft
    button = _switch(other, differing(draft, other))
    outcome.ask(Step.CONFIRM, "confirm_plainly", ("=".join(button),) if button else ())
    return outcome


def differing(before: Draft, other: Draft) -> set[str]:
    return {
        field.name for field in fields(Draft) if getattr(before, field.name) != getattr(other, field.name)
    }


def compare_terms(draft: Draft, outcome: Outcome, shop: Shop) -> None:
    """Both prices of what recurs in the order, the saving, and a button to the other term."""
    month, year = (recurring(draft, term, shop) for term in Term)
    saving = month * 12 - year
    percent = round(saving.amount * 100 / (month * 12).amount) if month.amount else 0
    plan = shop.catalog.plan(draft.plan)
    button = None
    if draft.term:
        button = (Step.TERM, Term.YEAR.value if draft.term is Term.MONTH else Term.MONTH.value)
    facts: dict[str, str | int | Money] = {
        "count": draft.quantity or 1,
        "plan_name": plan.name if plan else "",
    }
    facts |= {"month": month, "year": year, "saving": saving, "percent": percent}
    outcome.tell("terms_compared" if saving.amount > 0 else "terms_compared_same", button, **facts)


def _price(before: Draft, other: Draft, differ: set[str], outcome: Outcome, shop: Shop) -> None:
    plan, term = shop.catalog.plan(other.plan), other.term or Term.MONTH
    if plan and other.term is None and differ == {"plan"}:
        note = price_for(plan, other.quantity or 1)
        outcome.tell(note.reason, _switch(other, differ), **note.data)
        return
    names = [extra.name for choice in other.add_ons or () if (extra := shop.catalog.add_on(choice.mpn))]
    outcome.tell(
        f"supposed_{term.value}",
        _switch(other, differ),
        count=other.quantity or 1,
        names=", ".join([plan.name if plan else "", *names]),
        amount=recurring(other, term, shop),
        before=recurring(before, before.term or term, shop),
    )


def _switch(other: Draft, differ: set[str]) -> tuple[str, str] | None:
    """A button for a change that one choice can make."""
    if len(differ) != 1 or differ == {"add_ons"}:
        return None
    (field,) = differ
    return Step(field), str(getattr(other, field))


def recurring(draft: Draft, term: Term, shop: Shop) -> Money:
    """What plan and add-ons cost for one ``term``, before tax."""
    plan = shop.catalog.plan(draft.plan)
    solution = shop.catalog.solution_of(draft.plan)
    if plan is None or solution is None:
        raise ValueError("there is no plan to price")
    count = draft.quantity or 1
    total = plan.prices[term] * count
    for choice in draft.add_ons or ():
        extra = shop.catalog.add_on(choice.mpn)
        if extra:
            total = total + extra.prices[term] * (choice.quantity or (count if solution.per_seat else 1))
    return total
