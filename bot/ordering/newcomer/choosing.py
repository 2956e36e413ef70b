"""What a pressed button says about a new customer."""

from __future__ import annotations

from bot.ordering.credentials import CUSTOMERS, OTHER, OWN
from bot.ordering.customer import AccountType, ContactRole
from bot.ordering.draft import Step
from bot.ordering.newcomer.heard import HeardCustomer

_SAME = {
    (Step.CONTACT_BILLING, "admin"): {ContactRole.BILLING: ContactRole.ADMIN},
    (Step.CONTACT_BILLING, "all"): {
        ContactRole.BILLING: ContactRole.ADMIN,
        ContactRole.TECHNICAL: ContactRole.ADMIN,
    },
    (Step.CONTACT_TECHNICAL, "admin"): {ContactRole.TECHNICAL: ContactRole.ADMIN},
    (Step.CONTACT_TECHNICAL, "billing"): {ContactRole.TECHNICAL: ContactRole.BILLING},
}


def chosen_newcomer(slot: str, value: str) -> HeardCustomer | None:
    """None for any button that is not about a new customer."""
    if slot == Step.CUSTOMER and value == "new":
        return HeardCustomer(is_new=True, create=True)
    if slot == Step.CUSTOMER_TYPE and value in set(AccountType):
        return HeardCustomer(type=AccountType(value))
    if slot == Step.CREDENTIALS_EMAIL and value in (OWN, CUSTOMERS, OTHER):
        return HeardCustomer(credentials=value)
    for (step, choice), same in _SAME.items():
        if (slot, value) == (step, choice):
            return HeardCustomer(same=dict(same))
    return None
