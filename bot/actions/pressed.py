"""What a button chooses."""

from __future__ import annotations

from bot.actions.domains import TRANSFER
from bot.ordering.count_key import heard_count
from bot.ordering.domain_heard import HeardDomains, HeardName
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.heard import Heard, HeardAddOn
from bot.ordering.newcomer.choosing import chosen_newcomer
from bot.ordering.second_order import SecondOrder
from bot.ordering.shop import Shop

DOMAIN_BUTTONS = DOMAIN_STEPS | {TRANSFER}


def instead(second: SecondOrder | None) -> Heard:
    """The order that was to be the next one takes the place of this."""
    if second is None:
        return Heard()
    return Heard(
        plans=(second.plan,),
        quantity=str(second.quantity) if second.quantity else None,
        term=second.term,
        customers=(second.customer,) if second.customer else (),
        cards=(second.payment,) if second.payment else (),
    )


def chosen(slot: str, value: str, shop: Shop, plan: str | None) -> Heard:
    """A button's choice; what is no longer for sale is heard as nothing."""
    if slot == Step.PLAN and shop.catalog.plan(value):
        return Heard(plans=(value,))
    if slot == Step.ADD_ONS and shop.catalog.add_on(value):
        return Heard(add_ons=(HeardAddOn(value),))
    if slot == Step.CUSTOMER and value in shop.customer_by_id:
        return Heard(customers=(value,))
    if newcomer := chosen_newcomer(slot, value):
        return Heard(newcomer=newcomer)
    if slot == Step.PAYMENT and value in shop.card_by_id:
        return Heard(cards=(value,))
    if slot in DOMAIN_BUTTONS:
        extra, new = slot == Step.EXTRA_DOMAINS, slot == Step.DOMAIN
        return Heard(domains=HeardDomains(names=(HeardName(value, extra, False, new, slot == TRANSFER),)))
    if slot == Step.QUANTITY:
        return heard_count(value, plan)
    return Heard(term=value) if slot == Step.TERM else Heard()
