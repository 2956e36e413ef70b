"""What is to be as in the order before: "for the same customer", "con la misma tarjeta", "o mesmo"."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.order import OrderRequest
from bot.ordering.shop import Shop
from bot.ordering.text import words
from bot.ordering.vocabulary import says_any

_FEW = 5  # words; who says more than "the same one, please" says something else


def means_former(heard: Heard, text: str, draft: Draft, step: Step | None) -> frozenset[Step]:
    """Which of customer and card are said to be those of the order before, and are not known yet."""
    said = words(text)
    is_asked = len(said) <= _FEW and says_any("same_one", said)
    no_customer = not (heard.customers or heard.newcomer or draft.customer or draft.new_customer)
    meant = set()
    if no_customer and (says_any("same_customer", said) or (is_asked and step is Step.CUSTOMER)):
        meant.add(Step.CUSTOMER)
    if not (heard.cards or draft.payment) and (
        says_any("same_card", said) or (is_asked and step is Step.PAYMENT)
    ):
        meant.add(Step.PAYMENT)
    return frozenset(meant)


def with_former(heard: Heard, meant: frozenset[Step], former: OrderRequest, shop: Shop) -> Heard:
    """``former`` is the order before; a customer or a card that is gone is not taken over."""
    if Step.CUSTOMER in meant and former.customer_id in shop.customer_by_id:
        heard = replace(heard, customers=(former.customer_id,), unknown_customer=None)
    if Step.PAYMENT in meant and former.payment_method in shop.card_by_id:
        heard = replace(heard, cards=(str(former.payment_method),), unknown_brand=None)
    return heard
