"""What is sent to the marketplace and what it answers: request, quote, placed order.

The shapes follow CloudBlue Commerce SimpleAPI 1.15 (``Order``, ``OrderDetail``), in our own types.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.ordering.catalog import Term
from bot.ordering.customer import AccountType, NewCustomer
from bot.ordering.money import Money


@dataclass(frozen=True)
class Account:
    """Who is signed in at the marketplace. ``acts_for``: logins that support staff may order for."""

    id: str
    login: str
    name: str
    role: str
    email: str
    language: str
    country: str
    acts_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class Customer:
    """A reseller's end customer, as the marketplace knows it."""

    id: str
    name: str
    type: AccountType
    email: str = ""


@dataclass(frozen=True)
class Card:
    """A saved card; the number itself is never ours to see. ``exp`` is MM/YYYY."""

    id: str
    brand: str
    last4: str
    exp: str


@dataclass(frozen=True)
class CardPage:
    """A page of the marketplace where one new card can be saved, for as long as its ``life``."""

    id: str
    url: str
    life: timedelta


class CardPageState(StrEnum):
    OPEN = "open"
    SAVED = "saved"
    EXPIRED = "expired"


@dataclass(frozen=True)
class CardPageLook:
    """How a card page is doing; ``payment_method`` is the saved card's id."""

    state: CardPageState
    payment_method: str | None = None


@dataclass(frozen=True)
class SentMail:
    """The marketplace's confirmation of a completed order; ``sent`` is None while it is on its way."""

    recipient: str
    language: str
    sent: datetime | None


@dataclass(frozen=True)
class Terms:
    """The general terms of service: where they stand and what they say in two sentences."""

    url: str
    version: str
    summary: str


class DomainState(StrEnum):
    FREE = "free"
    TAKEN = "taken"
    INVALID = "invalid"
    NOT_SOLD = "not_sold"  # a good name, but nobody sells its ending here


@dataclass(frozen=True)
class DomainCheck:
    """The marketplace's answer about one domain name (``POST /validation/parameters``)."""

    name: str
    state: DomainState
    transferable: bool = False
    needs_auth_code: bool = False
    auth_code_accepted: bool | None = None
    alternatives: tuple[str, ...] = ()


AUTH_CODE = "auth_code"  # the parameter that is a secret: here its value is the ledger's reference to it


@dataclass(frozen=True)
class OrderLine:
    """One line of an order; ``parameters`` are activation parameters such as ``domain``."""

    mpn: str
    quantity: int
    term: Term
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class OrderRequest:
    """An order as it will be placed, for one customer and one saved card.

    ``new_customer``: whom to create first; until then ``customer_id`` is the reseller's own account, good
    for estimates only. ``credentials_email``: where the control panel's credentials are sent.
    """

    customer_id: str
    lines: tuple[OrderLine, ...]
    payment_method: str | None = None
    new_customer: NewCustomer | None = None
    credentials_email: str | None = None

    def for_created(self, customer_id: str) -> OrderRequest:
        """The same order, now that its new customer exists."""
        return replace(self, customer_id=customer_id, new_customer=None)

    def auth_codes(self) -> tuple[str, ...]:
        """The auth codes in its lines: references, until they are swapped for the codes."""
        return tuple(value for line in self.lines for name, value in line.parameters if name == AUTH_CODE)

    def with_auth_codes(self, known: Mapping[str, str]) -> OrderRequest:
        """The request with each reference swapped for its code; those not in ``known`` are left out."""
        return replace(self, lines=tuple(_swapped(line, known) for line in self.lines))


def _swapped(line: OrderLine, known: Mapping[str, str]) -> OrderLine:
    kept = [(name, value) for name, value in line.parameters if name != AUTH_CODE]
    codes = [(AUTH_CODE, known[ref]) for name, ref in line.parameters if name == AUTH_CODE and ref in known]
    return replace(line, parameters=(*kept, *codes))


@dataclass(frozen=True)
class QuotedLine:
    """A priced line: ``amount`` is quantity times ``unit_price`` for one ``term``, tax excluded."""

    mpn: str
    name: str
    quantity: int
    term: Term
    unit_price: Money
    amount: Money
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Quote:
    """What ``POST /orders/estimate`` returned; ``total`` is ``subtotal`` plus ``tax``."""

    lines: tuple[QuotedLine, ...]
    subtotal: Money
    tax: Money
    total: Money


class OrderStatus(StrEnum):
    SUBMITTED = "submitted"
    PROCESSING = "processing"
    COMPLETED = "completed"
    ERROR = "error"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class PlacedOrder:
    """An order that exists at the marketplace; ``reference`` is its poNumber, our intent's id."""

    id: str
    number: str
    reference: str
    status: OrderStatus
    customer_id: str
    total: Money
    created: datetime
    lines: tuple[OrderLine, ...] = field(default=())
