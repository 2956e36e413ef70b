"""What is to be as in the order before: "for the same customer", "con la misma tarjeta", "o de sempre"."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.order import OrderRequest
from bot.ordering.shop import Shop
from bot.ordering.text import words
from bot.ordering.vocabulary import says_any, vocabulary

_FEW = 5  # words; who says more than "the same one, please" says something else


def means_former(heard: Heard, text: str, draft: Draft, step: Step | None) -> frozenset[Step]:
    """Which of customer and card are said to be those of the order before, and are not known yet."""
    said = words(text)
    is_short = len(said) <= _FEW
    no_customer = not (heard.customers or heard.newcomer or draft.customer or draft.new_customer)
    meant = set()
    if no_customer and (
        says_any("same_customer", said) or (is_short and step is Step.CUSTOMER and says_any("same_one", said))
    ):
        meant.add(Step.CUSTOMER)
    is_usual = says_any("same_card", said) or means_usual_card(text, step)
    if not (heard.cards or draft.payment) and is_usual:
        meant.add(Step.PAYMENT)
    return frozenset(meant)


def means_usual_card(text: str, step: Step | None) -> bool:
    """ "La de siempre" where the card is asked for, "con la tarjeta de siempre" anywhere."""
    said = words(text)
    of_cards = says_any("card", said) or (len(said) <= _FEW and step is Step.PAYMENT)
    is_named = says_any("same_one", said) or says_any("last_time", said)
    return of_cards and is_named and not says_any("nothing", said)  # "none of them"


def with_only_card(heard: Heard, text: str, step: Step | None, shop: Shop) -> Heard:
    """ "The only one", "my card", "con la que hay", where the card is asked for and there is one."""
    cues, said = vocabulary().cues, [word.text for word in words(text)]
    small = cues["courtesy"] | cues["yes"]
    ways = {" ".join(said), " ".join(word for word in said if word not in small)}
    is_it = step is Step.PAYMENT and "?" not in text and not ways.isdisjoint(cues["the_only_card"])
    return replace(heard, cards=(shop.cards[0].id,)) if is_it and len(shop.cards) == 1 else heard


def with_former(heard: Heard, meant: frozenset[Step], former: OrderRequest | None, shop: Shop) -> Heard:
    """``former`` is the order before; a customer or a card that is gone is not taken over. Of one card alone
    it is plain which is the usual one."""
    if former and Step.CUSTOMER in meant and former.customer_id in shop.customer_by_id:
        heard = replace(heard, customers=(former.customer_id,), unknown_customer=None)
    if Step.PAYMENT in meant:
        only = shop.cards[0].id if len(shop.cards) == 1 else None
        card = only or (former.payment_method if former else None)
        if card in shop.card_by_id:
            heard = replace(heard, cards=(str(card),), unknown_brand=None)
    return heard
