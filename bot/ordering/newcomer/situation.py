"""What a message about a new customer is read in: the question it answers, and what is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.ordering.customer import AccountType, ContactRole, NewCustomer
from bot.ordering.draft import Step

CONTACT_STEPS = {
    Step.CONTACT_ADMIN: ContactRole.ADMIN,
    Step.CONTACT_BILLING: ContactRole.BILLING,
    Step.CONTACT_TECHNICAL: ContactRole.TECHNICAL,
}
KINDS = (("personal", AccountType.PERSONAL), ("commercial", AccountType.COMMERCIAL))
# Said where the kind is asked for.
LOOSER_KINDS = (("human", AccountType.PERSONAL), ("organisation", AccountType.COMMERCIAL))
NEW_STEPS = frozenset((Step.CUSTOMER_TYPE, Step.CUSTOMER_NAME, Step.CUSTOMER_ADDRESS, *CONTACT_STEPS))


@dataclass(frozen=True)
class Situation:
    """What a message is read in. ``home``: the reseller's country. ``about_order``: whether a stretch of the
    text speaks of plans, numbers of seats, terms or cards; ``order_edges``: where such a stretch begins or
    ends within a piece.
    """

    step: Step | None
    known: NewCustomer | None
    home: str
    about_order: Callable[[int, int], bool]
    order_edges: tuple[int, ...] = ()
