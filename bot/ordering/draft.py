"""The draft: what the person has decided so far, and which step of the order is still open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.ordering.catalog import Catalog, DomainNeed, Solution, Term
from bot.ordering.customer import ContactRole, NewCustomer
from bot.ordering.order import AUTH_CODE, Customer, OrderLine, OrderRequest


class Step(StrEnum):
    """What the conversation can wait for, in the order in which it is asked."""

    PLAN = "plan"
    QUANTITY = "quantity"
    # A name that is not free, and the code of a transfer: settled before another name is asked for.
    DOMAIN_TAKEN = "domain_taken"
    AUTH_CODE = "auth_code"
    DOMAIN = "domain"
    EXTRA_DOMAINS = "extra_domains"
    TERM = "term"
    ADD_ONS = "add_ons"
    CUSTOMER = "customer"
    # The data of a customer who does not exist yet.
    CUSTOMER_TYPE = "customer_type"
    CUSTOMER_NAME = "customer_name"
    CUSTOMER_ADDRESS = "customer_address"
    CONTACT_ADMIN = "contact_admin"
    CONTACT_BILLING = "contact_billing"
    CONTACT_TECHNICAL = "contact_technical"
    CREDENTIALS_EMAIL = "credentials_email"
    PAYMENT = "payment"
    CONFIRM = "confirm"


# Asked when there is something to settle, never because an order needs it: a question stands for each.
ONLY_WHEN_IN_QUESTION = frozenset((Step.DOMAIN_TAKEN, Step.AUTH_CODE, Step.EXTRA_DOMAINS))
DOMAIN_STEPS = ONLY_WHEN_IN_QUESTION | {Step.DOMAIN}
NONE_IS_AN_ANSWER = DOMAIN_STEPS | {Step.ADD_ONS}


# Instead of a card's id, where no card is chosen: the marketplace charges the reseller's account.
ON_ACCOUNT = "on_account"


@dataclass(frozen=True)
class DomainChoice:
    """A domain (an A-label) with what to do about it, or ``name=None``: postponed by the person.

    ``auth_code`` is the ledger's reference to the code of a transfer, never the code itself.
    """

    name: str | None
    action: str = "register"
    auth_code: str | None = None


@dataclass(frozen=True)
class AddOnChoice:
    """An add-on; ``quantity`` None follows the plan's (1 in a solution without seats)."""

    mpn: str
    quantity: int | None = None


_BEFORE_ADD_ONS = DOMAIN_STEPS | {Step.PLAN, Step.QUANTITY, Step.TERM, Step.ADD_ONS}


@dataclass(frozen=True)
class Draft:
    """An order in the making. None means: not said yet. ``add_ons`` is () when none are wanted."""

    plan: str | None = None
    quantity: int | None = None
    domain: DomainChoice | None = None
    extra_domains: tuple[DomainChoice, ...] = ()
    term: Term | None = None
    add_ons: tuple[AddOnChoice, ...] | None = None
    customer: Customer | None = None
    new_customer: NewCustomer | None = None
    credentials_email: str | None = None
    payment: str | None = None

    def open_step(
        self, catalog: Catalog, spoken_of: Collection[Step] = (), asked: Step | None = None
    ) -> Step:
        """The first step that still needs an answer; ``CONFIRM`` when the order can be reviewed.

        An optional step is not asked once something after it is known (or ``spoken_of``, even if it has
        to be settled): who says everything in one sentence is not held up by what they left out. Who had to
        be ``asked`` anyway, or has a new customer still to describe, is asked for add-ons, too, as long as no
        card is chosen.
        """
        paid = self.payment not in (None, ON_ACCOUNT) or Step.PAYMENT in spoken_of
        later = bool(self.customer or self.new_customer or paid or Step.CUSTOMER in spoken_of)
        is_told_of = self.new_customer is not None and self._customer_step() is not None
        is_asked = asked in _BEFORE_ADD_ONS or is_told_of
        offers = not (paid or later and not is_asked)
        solution = catalog.solution_of(self.plan)
        if solution is None:
            return Step.PLAN
        if self.quantity is None:
            return Step.QUANTITY
        if self._domain_is_open(solution, later):
            return Step.DOMAIN
        if self.term is None:
            return Step.TERM
        if self.add_ons is None and offers and catalog.add_ons_for(self.plan):
            return Step.ADD_ONS
        step = self._customer_step()
        if step is not None:
            return step
        return Step.PAYMENT if self.payment is None else Step.CONFIRM

    def _customer_step(self) -> Step | None:
        """What is still open about whom the order is for. Existing customers keep their own data."""
        if self.customer is not None:
            return None
        if self.new_customer is None:
            return Step.CUSTOMER
        new = self.new_customer
        if new.type is None:
            return Step.CUSTOMER_TYPE
        if not new.name:
            return Step.CUSTOMER_NAME
        if new.address.missing():
            return Step.CUSTOMER_ADDRESS
        for role in ContactRole:
            if new.contact(role).missing():
                return Step(f"contact_{role}")
        return Step.CREDENTIALS_EMAIL if self.credentials_email is None else None

    def _domain_is_open(self, solution: Solution, later: bool) -> bool:
        if self.domain is not None or solution.needs_domain is DomainNeed.NONE:
            return False
        if solution.needs_domain is DomainNeed.REQUIRED:
            return True
        return self.term is None and self.add_ons is None and not later

    def with_term(self, term: Term) -> Draft:
        return replace(self, term=term)

    def domains(self) -> list[DomainChoice]:
        """Every domain that is part of the order, the plan's own first."""
        own = [self.domain] if self.domain and self.domain.name else []
        return [*own, *self.extra_domains]

    def with_domain(self, choice: DomainChoice) -> Draft:
        """The draft with this as the plan's own domain, which is then no additional one."""
        return replace(self.without_domain(choice.name), domain=choice)

    def with_extra_domain(self, choice: DomainChoice) -> Draft:
        return replace(self, extra_domains=(*self.without_domain(choice.name).extra_domains, choice))

    def without_domain(self, name: str | None) -> Draft:
        """The draft without the domain ``name``; the plan's own counts as postponed then."""
        own = DomainChoice(None) if self.domain and self.domain.name == name else self.domain
        others = tuple(known for known in self.extra_domains if known.name != name)
        return replace(self, domain=own, extra_domains=others)

    def with_add_on(self, choice: AddOnChoice) -> Draft:
        """The draft with this add-on, instead of an earlier choice of the same one."""
        others = tuple(known for known in self.add_ons or () if known.mpn != choice.mpn)
        return replace(self, add_ons=(*others, choice))

    def without_add_on(self, mpn: str) -> Draft:
        return replace(self, add_ons=tuple(known for known in self.add_ons or () if known.mpn != mpn))

    def request(self, catalog: Catalog, account_id: str) -> OrderRequest | None:
        """The order as it would be placed, or None while plan, quantity or term are open.

        ``account_id`` is the reseller's own: it stands in for the customer in estimates made before
        the customer is known.
        """
        solution = catalog.solution_of(self.plan)
        if solution is None or self.plan is None or self.quantity is None or self.term is None:
            return None
        named = self.domain is not None and self.domain.name is not None
        parameters = (("domain", str(self.domain.name)),) if named and self.domain else ()
        lines = [OrderLine(self.plan, self.quantity, self.term, parameters)]
        default = self.quantity if solution.per_seat else 1
        lines += [OrderLine(extra.mpn, extra.quantity or default, self.term) for extra in self.add_ons or ()]
        lines += self._domain_lines(catalog)
        customer_id = self.customer.id if self.customer else account_id
        return OrderRequest(customer_id, tuple(lines), None if self.payment == ON_ACCOUNT else self.payment)

    def _domain_lines(self, catalog: Catalog) -> list[OrderLine]:
        lines = []
        for choice in self.domains():
            tld = catalog.tld(str(choice.name).partition(".")[2])
            if tld is not None:
                lines.append(OrderLine(tld.mpn, 1, Term.YEAR, _parameters(choice)))
        return lines


def _parameters(choice: DomainChoice) -> tuple[tuple[str, str], ...]:
    parameters = (("domain", str(choice.name)), ("action", choice.action))
    return (*parameters, (AUTH_CODE, choice.auth_code)) if choice.auth_code else parameters


# What a question about a new customer fills.
PART_OF = {
    Step.CUSTOMER_TYPE: "type",
    Step.CUSTOMER_NAME: "name",
    Step.CUSTOMER_ADDRESS: "address",
    Step.CONTACT_ADMIN: "admin",
    Step.CONTACT_BILLING: "billing",
    Step.CONTACT_TECHNICAL: "technical",
}


def previous(draft: Draft, step: Step | None) -> Draft:
    """The draft with the answered step before ``step`` open again."""
    before = answered_before(draft, step)
    return _reopened(draft, before) if before else draft


def answered_before(draft: Draft, step: Step | None) -> Step | None:
    """What was answered last before ``step``."""
    order = list(Step)
    before = order[: order.index(step)] if step else []
    answered = [
        known for known in before if known not in ONLY_WHEN_IN_QUESTION and _is_answered(draft, known)
    ]
    return answered[-1] if answered else None


def _is_answered(draft: Draft, step: Step) -> bool:
    if step is Step.CUSTOMER:
        return bool(draft.customer or draft.new_customer)
    if step in PART_OF:
        return draft.new_customer is not None and draft.new_customer.is_said(PART_OF[step])
    return getattr(draft, step.value) is not None


def _reopened(draft: Draft, step: Step) -> Draft:
    if step is Step.CUSTOMER:
        return replace(draft, customer=None, new_customer=None)
    if step in PART_OF and draft.new_customer is not None:
        return replace(draft, new_customer=draft.new_customer.without(PART_OF[step]))
    nothing: dict[str, Any] = {step.value: None}
    return replace(draft, **nothing)
