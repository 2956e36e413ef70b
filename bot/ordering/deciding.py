"""From what was heard to the next draft. Pure: the same words on the same draft always decide the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from bot.ordering.catalog import DomainNeed, Plan, Term
from bot.ordering.domains import BadDomain, read_domain
from bot.ordering.draft import AddOnChoice, DomainChoice, Draft, Step
from bot.ordering.outcome import Outcome, Question
from bot.ordering.reading import Heard, HeardAddOn
from bot.ordering.shop import Shop

MAX_CHOICES = 8


@dataclass(frozen=True)
class Message:
    """One message: what was heard in it, the intent, the raw text, and the step that it answers."""

    heard: Heard
    intent: str
    text: str
    step: Step | None


def decide(message: Message, draft: Draft, pending: Mapping[Step, Question], shop: Shop) -> Outcome:
    """The draft after ``message``, with what to say and to ask. Nothing already said is lost."""
    outcome = Outcome(draft, questions=dict(pending))
    _plan(message, outcome, shop)
    _quantity(message, outcome, shop)
    _term(message, outcome)
    _add_ons(message, outcome, shop)
    _customer(message, outcome, shop)
    _payment(message, outcome, shop)
    _domain(message, outcome, shop)
    _answers_without_names(message, outcome)
    if not _moved(message, outcome, draft, pending):
        _not_understood(message, outcome)
    return outcome


def _plan(message: Message, outcome: Outcome, shop: Shop) -> None:
    plans = message.heard.plans
    if len(plans) > 1:
        outcome.ask(Step.PLAN, "plan_unclear", plans[:MAX_CHOICES])
    elif plans:
        outcome.questions.pop(Step.PLAN, None)
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
    if solution.needs_domain is DomainNeed.NONE and draft.domain is not None:
        if draft.domain.name:
            outcome.tell("domain_not_needed", plan=plan.name)
        outcome.draft = replace(outcome.draft, domain=None)
    outcome.questions.pop(Step.QUANTITY, None)
    if not solution.per_seat:
        outcome.draft = replace(outcome.draft, quantity=1)
    elif draft.quantity is not None:
        _check_quantity(draft.quantity, outcome, shop)


def _drop_add_ons(outcome: Outcome, plan: Plan, shop: Shop) -> None:
    for choice in outcome.draft.add_ons or ():
        extra = shop.catalog.add_on(choice.mpn)
        if extra and extra not in shop.catalog.add_ons_for(plan.mpn):
            outcome.draft = outcome.draft.without_add_on(choice.mpn)
            outcome.tell("add_on_dropped", add_on=extra.name, plan=plan.name)


def _quantity(message: Message, outcome: Outcome, shop: Shop) -> None:
    said = message.heard.quantity
    if said is None:
        return
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
    else:
        outcome.questions.pop(Step.QUANTITY, None)
        _check_quantity(number, outcome, shop)


def _check_quantity(number: int, outcome: Outcome, shop: Shop) -> None:
    plan = shop.catalog.plan(outcome.draft.plan)
    if plan is None or plan.minimum <= number <= plan.maximum:
        outcome.draft = replace(outcome.draft, quantity=number)
        return
    reason = "quantity_too_small" if number < plan.minimum else "quantity_too_big"
    outcome.ask(Step.QUANTITY, reason, said=number, min=plan.minimum, max=plan.maximum, plan=plan.name)


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


def _term(message: Message, outcome: Outcome) -> None:
    said = message.heard.term
    if said in (Term.MONTH, Term.YEAR):
        outcome.questions.pop(Step.TERM, None)
        outcome.draft = replace(outcome.draft, term=Term(said))
    elif said:
        outcome.ask(Step.TERM, "term_not_offered")


def _add_ons(message: Message, outcome: Outcome, shop: Shop) -> None:
    for heard in message.heard.add_ons:
        _add_on(heard, outcome, shop, message.step)
    none_named = not message.heard.add_ons
    if none_named and message.intent == "remove" and outcome.draft.add_ons and message.heard.is_empty():
        outcome.draft = replace(outcome.draft, add_ons=())
        outcome.tell("add_ons_removed")


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


def _customer(message: Message, outcome: Outcome, shop: Shop) -> None:
    found = message.heard.customers
    if len(found) > 1:
        outcome.ask(Step.CUSTOMER, "customer_unclear", found[:MAX_CHOICES])
    elif found:
        outcome.questions.pop(Step.CUSTOMER, None)
        outcome.draft = replace(outcome.draft, customer=shop.customer_by_id[found[0]])
    elif message.heard.unknown_customer and _names_a_customer(message):
        known = tuple(customer.id for customer in shop.customers[:MAX_CHOICES])
        outcome.ask(Step.CUSTOMER, "customer_unknown", known, said=message.heard.unknown_customer)


def _names_a_customer(message: Message) -> bool:
    if message.step is Step.CUSTOMER:
        return message.intent in ("inform", "order", "nlu_fallback", "out_of_scope", "choose")
    return message.intent in ("order", "inform")


def _payment(message: Message, outcome: Outcome, shop: Shop) -> None:
    cards = message.heard.cards
    every = tuple(card.id for card in shop.cards)
    if len(cards) > 1:
        outcome.ask(Step.PAYMENT, "card_unclear", cards)
    elif cards:
        outcome.questions.pop(Step.PAYMENT, None)
        outcome.draft = replace(outcome.draft, payment=cards[0])
    elif message.heard.unknown_brand:
        outcome.ask(Step.PAYMENT, "card_unknown", every, said=message.heard.unknown_brand.title())


def _domain(message: Message, outcome: Outcome, shop: Shop) -> None:
    said = message.heard.domain
    if said is None or (message.step is Step.DOMAIN and message.intent in ("skip", "deny", "no_more")):
        return
    solution = shop.catalog.solution_of(outcome.draft.plan)
    if solution and solution.needs_domain is DomainNeed.NONE:
        outcome.tell("domain_not_needed", plan=solution.name)
        return
    domain = read_domain(said, shop.catalog)
    if isinstance(domain, BadDomain):
        endings = ", ".join(f".{tld.name}" for tld in shop.catalog.tlds)
        data = {"said": said[:60], "endings": endings}
        outcome.questions[Step.DOMAIN] = Question(Step.DOMAIN, domain.reason, data, domain.suggestions)
    else:
        outcome.domain = domain


def _answers_without_names(message: Message, outcome: Outcome) -> None:
    """ "No", "later", "nothing else", "yes": what they mean depends on what was asked."""
    if not message.heard.is_empty():
        return
    no = message.intent in ("deny", "skip", "no_more")
    if message.step is Step.DOMAIN and no:
        outcome.questions.pop(Step.DOMAIN, None)
        outcome.draft = replace(outcome.draft, domain=DomainChoice(None))
    elif message.step is Step.ADD_ONS and (no or message.intent == "remove"):
        outcome.questions.pop(Step.ADD_ONS, None)
        outcome.draft = replace(outcome.draft, add_ons=outcome.draft.add_ons or ())
    elif message.step is Step.CONFIRM and message.intent == "deny":
        outcome.ask(Step.CONFIRM, "what_to_change")
    elif message.step is Step.CONFIRM and message.intent == "affirm" and not message.heard.doubt:
        outcome.questions.pop(Step.CONFIRM, None)
        outcome.confirmed = True
    elif message.intent == "skip" and message.step is not None:
        outcome.tell("cannot_skip")


def _moved(message: Message, outcome: Outcome, draft: Draft, pending: Mapping[Step, Question]) -> bool:
    """Whether the message did anything at all, be it only a question of ours."""
    if outcome.draft != draft or outcome.notes or outcome.domain or outcome.confirmed:
        return True
    # The same complaint about the same word again still answers the person.
    return outcome.questions != pending or not message.heard.is_empty()


def _not_understood(message: Message, outcome: Outcome) -> None:
    if message.step is None or message.intent in ("greet", "confirm"):
        return
    if message.step is Step.CONFIRM:
        outcome.ask(Step.CONFIRM, "confirm_unclear")
        return
    if message.step not in outcome.questions:
        outcome.ask(message.step, f"{message.step.value}_unknown", said=message.text[:60])
