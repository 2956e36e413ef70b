"""Where the control panel's credentials go: to the reseller unless the person says otherwise.

They give full access, orders and money included; the reseller can then make lesser users for the customer.
"""

from __future__ import annotations

from bot.ordering.draft import Draft
from bot.ordering.shop import Shop

# What ``Draft.credentials_email`` may hold beside an address, so that a corrected contact is followed.
OWN, CUSTOMERS = "own", "customers"
OTHER = "other"  # said, but not which: never in a draft


def credentials_address(draft: Draft, shop: Shop) -> str | None:
    """The address for this order; None when the reseller's account has none and nothing was said."""
    chosen = draft.credentials_email or OWN
    if chosen == CUSTOMERS:
        chosen = customers_address(draft) or OWN
    return (shop.account.email or None) if chosen == OWN else chosen


def customers_address(draft: Draft) -> str:
    """The customer's administrative contact's, "" if not known."""
    if draft.new_customer is not None:
        return draft.new_customer.admin.email
    return draft.customer.email if draft.customer else ""
