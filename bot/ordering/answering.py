"""Whether a message answers what was asked, or wants what it names: then it is no question about it.

The engine hears a question in "contrato anual" or "conviene más anual, pasalo". What was asked for and is
named has been answered, unless the sentence asks: in words, or with its mark.
"""

from __future__ import annotations

from bot.ordering.draft import Step
from bot.ordering.heard import Heard
from bot.ordering.meaning import SMALL_TALK
from bot.ordering.supposing import asks_price, proposes
from bot.ordering.text import words
from bot.ordering.vocabulary import says_any

# Questions about what an order is made of; others ("my orders for La Espiga") may name a part of it.
_ABOUT_AN_ORDER = frozenset(
    (
        "ask_price",
        "ask_savings",
        "ask_difference",
        "ask_plans",
        "ask_add_ons",
        "ask_total",
        "ask_terms",
        "ask_customers",
        "ask_payment",
        "ask_how",
    )
)
_HESITANT = frozenset(("ask_price", "ask_savings"))  # what "annual, I guess?" sounds like


def is_answer(step: Step | None, intent: str, heard: Heard, text: str) -> bool:
    _, mark, behind = text.rpartition("?")
    if mark and intent in _ABOUT_AN_ORDER | SMALL_TALK and proposes(behind) and not _inquires(behind):
        return _names(step, heard)  # "ah, tem mínimo? então põe 3"
    if intent not in _ABOUT_AN_ORDER or heard.is_empty() or _inquires(text):
        return False
    if "?" in text and not (step is Step.TERM and intent in _HESITANT):
        return False
    return _names(step, heard) or proposes(text)


def _inquires(text: str) -> bool:
    """ "Cuánto ahorro", "explícame el anual": a question without its mark."""
    said = words(text)
    if "?" in text and says_any("weighing", said):
        return True
    return says_any("asks", said) or says_any("inquiring", said) or asks_price(text)


def _names(step: Step | None, heard: Heard) -> bool:
    named = {
        Step.PLAN: heard.plans,
        Step.QUANTITY: heard.quantity,
        Step.TERM: heard.term,
        Step.ADD_ONS: heard.add_ons or heard.no_add_ons,
        Step.CUSTOMER: heard.customers,
        Step.PAYMENT: heard.cards,
    }
    return step is not None and bool(named.get(step))
