"""For whom: one of the reseller's customers."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.deciding.message import MAX_CHOICES, Message
from bot.ordering.deciding.new_customer import NEW
from bot.ordering.draft import Step
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop


def decide_customer(message: Message, outcome: Outcome, shop: Shop) -> None:
    found = message.heard.customers
    if len(found) > 1:
        outcome.ask(Step.CUSTOMER, "customer_unclear", found[:MAX_CHOICES])
    elif found:
        outcome.questions.pop(Step.CUSTOMER, None)
        chosen = shop.customer_by_id[found[0]]
        outcome.draft = replace(outcome.draft, customer=chosen, new_customer=None)
    elif message.heard.unknown_customer and _names_a_customer(message):
        known = tuple(customer.id for customer in shop.customers[:MAX_CHOICES])
        outcome.ask(Step.CUSTOMER, "customer_unknown", (*known, NEW), said=message.heard.unknown_customer)


def _names_a_customer(message: Message) -> bool:
    if message.step is Step.CUSTOMER:
        return message.intent in ("inform", "order", "nlu_fallback", "out_of_scope", "choose")
    if message.step in (Step.DOMAIN_TAKEN, Step.AUTH_CODE):  # "it has been my client's for years"
        return False
    return message.intent in ("order", "inform")
