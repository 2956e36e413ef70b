"""A second order that is spoken of while the first is made: kept until that is placed, then offered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.ordering.catalog import DomainNeed, Term
from bot.ordering.draft import DomainChoice, Draft
from bot.ordering.shop import Shop


@dataclass(frozen=True)
class SecondOrder:
    """What was said of it; the rest is as in the first. ``customer`` and ``payment`` are ids."""

    plan: str
    quantity: int | None = None
    term: str | None = None
    customer: str | None = None
    payment: str | None = None

    def name(self, shop: Shop) -> str:
        plan = shop.catalog.plan(self.plan)
        name = plan.name if plan else self.plan
        return f"{self.quantity} × {name}" if self.quantity else name

    def draft(self, first: Draft, shop: Shop) -> Draft:
        """The second order as far as it is known, once ``first`` is placed."""
        solution = shop.catalog.solution_of(self.plan)
        needs_domain = solution is not None and solution.needs_domain is DomainNeed.REQUIRED
        own_domain = None if needs_domain else DomainChoice(None)
        return replace(self.instead_of(first, shop), domain=own_domain, extra_domains=(), add_ons=())

    def instead_of(self, first: Draft, shop: Shop) -> Draft:
        """``first`` with what is said of the second, which takes its place."""
        solution = shop.catalog.solution_of(self.plan)
        return replace(
            first,
            plan=self.plan,
            quantity=self.quantity if solution is None or solution.per_seat else 1,
            term=Term(self.term) if self.term else first.term,
            customer=shop.customer_by_id.get(self.customer or "", first.customer),
            payment=self.payment or first.payment,
        )
