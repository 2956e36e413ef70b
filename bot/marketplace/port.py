"""The marketplace as Pedido sees it, on behalf of one signed-in reseller.

``MarketplaceClient`` (httpx) is its one implementation: tests swap the transport, not the client.
Every method may raise the errors in ``bot.marketplace.errors``.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.ordering.catalog import Catalog
from bot.ordering.customer import NewCustomer
from bot.ordering.order import (
    Account,
    Card,
    CardPage,
    CardPageLook,
    Customer,
    DomainCheck,
    OrderRequest,
    PlacedOrder,
    Quote,
    SentMail,
    Terms,
)


class Marketplace(Protocol):
    async def account(self) -> Account:
        """Whom the credentials belong to (or, for support staff, whom they act for)."""

    async def catalog(self, language: str = "") -> Catalog:
        """Everything this reseller may sell, with the reseller's prices; described in the account's language,
        or in ``language`` where the marketplace knows it."""

    async def customers(self) -> list[Customer]:
        """All of the reseller's customers, every page read."""

    async def find_customer(self, reference: str) -> Customer | None:
        """The customer with this externalId, if there is one."""

    async def create_customer(self, new: NewCustomer, reference: str) -> Customer:
        """Make a customer, once: never retried here. ``reference`` becomes its externalId."""

    async def payment_methods(self) -> list[Card] | None:
        """The reseller's saved cards; None where nobody chooses one and orders go on the account."""

    async def open_card_page(self) -> CardPage | None:
        """A hosted page for a new card; None where the marketplace has none to link to."""

    async def card_page(self, page_id: str) -> CardPageLook:
        """How a page that was opened is doing; one that is not there any more has expired."""

    async def terms(self, language: str) -> Terms | None:
        """The terms of service that a confirmation accepts, if it has any. ``language``: es, en or pt."""

    async def check_domain(self, name: str, auth_code: str | None = None) -> DomainCheck:
        """Is ``name`` (an A-label) free, transferable, and if given, is the auth code right?"""

    async def estimate(self, order: OrderRequest) -> Quote:
        """Price an order without placing it; ``customer_id`` may be the reseller's own account id."""

    async def place(self, order: OrderRequest, reference: str) -> PlacedOrder:
        """Place an order, once: never retried here. ``reference`` becomes its poNumber.

        A ``new_customer`` must have been created before (``OrderRequest.for_created``): else ``ValueError``.
        """

    async def find_order(self, reference: str, customer_id: str, since: datetime) -> PlacedOrder | None:
        """The customer's order with this poNumber, created at or after ``since`` (UTC), if there is one."""

    async def orders_since(self, since: datetime) -> list[PlacedOrder]:
        """Every order of the reseller created at or after ``since`` (UTC), whoever placed it."""

    async def order(self, order_id: str) -> PlacedOrder:
        """One order by the marketplace's id."""

    async def mail(self, subject: str, text: str) -> bool:
        """Write to the account's registered address; False where the marketplace sends no mail for others."""

    async def confirmation_mail(self, order_id: str) -> SentMail | None:
        """The mail about the order's completion; None while there is none, or where nobody can tell."""
