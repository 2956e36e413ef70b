"""What things cost by themselves, asked where there is no order yet to reckon with: it changes nothing.

Who asks for the price of a plan first of all is likely to want it: that plan, and how many, are taken over.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.ordering.catalog import AddOn, Plan, Term
from bot.ordering.deciding.message import Message
from bot.ordering.deciding.quantity import whole_number
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.money import Money
from bot.ordering.outcome import Note, Outcome, Question
from bot.ordering.shop import Shop
from bot.ordering.supposing import asks_price, wants
from bot.ordering.text import words

_ENOUGH = 0.3  # of the name of an add-on that belongs to another solution must be said
_MOST = 10  # prices in one answer


def priced(message: Message, draft: Draft, pending: Mapping[Step, Question], shop: Shop) -> Outcome | None:
    """The prices of what a question names; None where it names something else, too, or wants it."""
    heard = message.heard
    is_about_prices = asks_price(message.text) or message.after_price
    is_about_domains = bool(heard.domains.endings) and not (heard.plans or heard.add_ons)
    may_ask = is_about_domains or (draft.plan is not None and draft.quantity is None)
    if not (is_about_prices or may_ask) or wants(message.text) or not _names_only_products(heard):
        return None
    if heard.term and draft.plan and draft.quantity is None and replace(heard, term=None).is_empty():
        heard = replace(heard, plans=(draft.plan,))  # "y en anual?"
    notes = price_notes(heard, message.text, shop)
    if not notes:
        return None
    outcome = told_prices(replace(message, heard=heard), draft, pending, shop)
    if Step.PLAN not in pending and not message.after_price:
        outcome.draft = taken_over(heard, draft, shop)
    return outcome


def told_prices(message: Message, draft: Draft, pending: Mapping[Step, Question], shop: Shop) -> Outcome:
    """What is named is told with its prices, and nothing else happens."""
    notes = price_notes(message.heard, message.text, shop)
    outcome = Outcome(draft, notes, dict(pending), second=message.second, asked=message.step, is_priced=True)
    outcome.about = tuple(extra.mpn for extra in message.heard.add_ons)
    return outcome


def price_notes(heard: Heard, text: str, shop: Shop) -> list[Note]:
    plans = [plan for key in heard.plans[:_MOST] if (plan := shop.catalog.plan(key))]
    number = whole_number(heard.quantity or "")
    if len(plans) == 1 and number and heard.other is None:
        notes = [price_for(plans[0], number)]
    else:
        notes = [_of_each(plan) for plan in plans]
    notes += [_of_each(extra) for extra in _add_ons(heard, text, shop)]
    sold = [tld for ending in heard.domains.endings if (tld := shop.catalog.tld(ending.text))]
    return notes + [Note("price_domain", {"ending": f".{tld.name}", "amount": tld.price}) for tld in sold]


def price_for(plan: Plan, count: int) -> Note:
    """Both prices of so many licenses, and what a year saves."""
    month, year = plan.prices[Term.MONTH] * count, plan.prices[Term.YEAR] * count
    saving = month * 12 - year
    percent = round(saving.amount * 100 / (month * 12).amount) if month.amount else 0
    facts: dict[str, str | int | Money] = {"count": count, "plan_name": plan.name, "percent": percent}
    return Note("price_for", facts | {"month": month, "year": year, "saving": saving})


def taken_over(heard: Heard, draft: Draft, shop: Shop) -> Draft:
    """The draft with the one plan that is named, how many and for whom, if it has none yet; the price of one
    is that of each."""
    if len(heard.customers) == 1 and not (draft.customer or draft.new_customer):
        draft = replace(draft, customer=shop.customer_by_id[heard.customers[0]])
    if len(heard.cards) == 1 and draft.payment is None:
        draft = replace(draft, payment=heard.cards[0])
    named = heard.plans or ((draft.plan,) if draft.plan else ())
    if len(named) != 1 or draft.plan not in (None, *named):
        return draft
    plan, number = shop.catalog.plan(named[0]), whole_number(heard.quantity or "")
    solution = shop.catalog.solution_of(named[0])
    draft = replace(draft, plan=named[0])
    if solution and not solution.per_seat:
        return replace(draft, quantity=1)
    is_said = number is not None and heard.other is None and (number > 1 or bool(heard.plans))
    fits = plan is not None and is_said and plan.minimum <= (number or 0) <= plan.maximum
    return replace(draft, quantity=number) if fits and draft.quantity is None else draft


def _of_each(product: Plan | AddOn) -> Note:
    prices = {term.value: product.prices[term] for term in Term}
    return Note("price_each", {"name": product.name, **prices})


def _add_ons(heard: Heard, text: str, shop: Shop) -> list[AddOn]:
    """Those that are named; where nothing is, one that belongs to other plans than those spoken of."""
    keys = [each.mpn for each in heard.add_ons]
    if not (keys or heard.plans or heard.domains.endings):
        best = shop.add_on_names.best(words(text))
        keys = [match.key for match in best[:1] if match.coverage > _ENOUGH]
    return [extra for key in keys if (extra := shop.catalog.add_on(key))]


def _names_only_products(heard: Heard) -> bool:
    domains = replace(heard.domains, endings=(), more=False)
    rest = replace(heard, plans=(), quantity=None, other=None, term=None, add_ons=(), domains=domains)
    return rest.is_empty()
