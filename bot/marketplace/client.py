"""``MarketplaceClient``: the marketplace port over SimpleAPI 1.15 and its small extension.

A marketplace may lack any ``/ext`` path: what happens then stands at each method and, with the reasons, in
``docs/decisions/0005-marketplace-extensions.md``.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import quote

import httpx
import structlog

from bot.marketplace.customers import write_customer
from bot.marketplace.domains import read_registration, read_transfer, write_check
from bot.marketplace.errors import ContractBroken, Refused, Unavailable
from bot.marketplace.fields import Fields
from bot.marketplace.outcome import Kind
from bot.marketplace.products import read_catalog
from bot.marketplace.quotes import read_quote
from bot.marketplace.session import Session
from bot.marketplace.transport import Call, Transport
from bot.marketplace.wire import (
    read_account,
    read_card,
    read_card_page,
    read_card_page_look,
    read_customer,
    read_mail,
    read_order,
    read_reseller,
    read_terms,
    write_order,
)
from bot.ordering.catalog import Catalog
from bot.ordering.customer import NewCustomer
from bot.ordering.order import (
    Account,
    Card,
    CardPage,
    CardPageLook,
    CardPageState,
    Customer,
    DomainCheck,
    DomainState,
    OrderRequest,
    PlacedOrder,
    Quote,
    SentMail,
    Terms,
)

PAGE = 100
# How far the marketplace's clock may be from ours before its order could be overlooked.
CLOCK_SKEW = timedelta(minutes=15)
Made = TypeVar("Made")

log = structlog.get_logger(__name__)


@dataclass(eq=False)
class MarketplaceClient:
    """One signed-in person's marketplace; make one per pair of actor and subject, keep it, ``aclose`` it.

    ``base_url``: everything before ``/token``, e.g. ``http://127.0.0.1:8090/marketplace/mx``. ``key``: the
    subscription key. ``code``: the marketplace named in the token request. ``credentials``: login and
    password. ``acts_for``: login of the reseller on whose behalf support staff call. ``transport``
    replaces the network, in tests. Only the token is kept between calls.
    """

    base_url: str
    key: str = field(repr=False)
    code: str
    credentials: tuple[str, str] = field(repr=False)
    acts_for: str | None = None
    transport: httpx.AsyncBaseTransport | None = None

    def __post_init__(self) -> None:
        self._transport = Transport(self.base_url, self.key, self.transport)
        self._session = Session(self._transport, self.code, self.credentials, self.acts_for)

    async def aclose(self) -> None:
        await self._transport.aclose()

    async def account(self) -> Account:
        """Without the extension: the one account of ``GET /resellers``, as a reseller who acts for nobody."""
        own = await self._extension("/ext/account")
        if own is not None:
            return read_account(own)
        resellers = await self._rows("/resellers")
        if len(resellers) != 1:
            raise ContractBroken(f"GET /resellers has {len(resellers)} accounts, none can be told to be ours")
        return read_reseller(resellers[0], self.acts_for or self.credentials[0])

    async def catalog(self, language: str = "") -> Catalog:
        """Without ``/ext/solutions``: grouped by service; without ``/ext/domains``: no domains for sale."""
        return read_catalog(
            *await asyncio.gather(
                self._rows("/products"),
                self._extension("/ext/solutions", language=language),
                self._extension("/ext/domains"),
            )
        )

    async def customers(self) -> list[Customer]:
        return [read_customer(row) for row in await self._rows("/customers")]

    async def find_customer(self, reference: str) -> Customer | None:
        """A marketplace may ignore the filter, so the rows are filtered here again."""
        rows = await self._rows("/customers", externalId=reference)
        return next((read_customer(row) for row in rows if row.text_or("externalId", "") == reference), None)

    async def create_customer(self, new: NewCustomer, reference: str) -> Customer:
        """Sent at most once. Raises ``Refused`` (nobody was created) or ``Unavailable``, nothing else."""
        return await self._write_once("/customers", write_customer(new, reference), read_customer)

    async def payment_methods(self) -> list[Card] | None:
        """Without the extension: None, and orders go on the reseller's account, named without a card."""
        answer = await self._extension("/ext/payment-methods")
        return [read_card(row) for row in answer.many("data")] if answer is not None else None

    async def open_card_page(self) -> CardPage | None:
        """Without the extension: None, and people are told to save cards in the marketplace's own panel.

        Sent again like a read: a page that nobody was told of does no harm.
        """
        answer = await self._extension("/ext/card-pages", "POST")
        return read_card_page(answer) if answer is not None else None

    async def card_page(self, page_id: str) -> CardPageLook:
        answer = await self._extension(f"/ext/card-pages/{quote(page_id, safe='')}")
        return read_card_page_look(answer) if answer is not None else CardPageLook(CardPageState.EXPIRED)

    async def terms(self, language: str) -> Terms | None:
        """Without the extension: None, and the confirmation mentions none."""
        answer = await self._extension("/ext/terms", language=language)
        return read_terms(answer) if answer is not None else None

    async def check_domain(self, name: str, auth_code: str | None = None) -> DomainCheck:
        """Asked on the reseller's own account: the customer may not be known yet."""
        account = await self.account()
        check = read_registration(await self._validate(write_check(account.id, name, "register")), name)
        if check.state is not DomainState.TAKEN:
            return check
        transfer = await self._validate(write_check(account.id, name, "transfer", auth_code))
        return read_transfer(transfer, check, auth_code)

    async def _validate(self, body: dict[str, object]) -> Fields:
        return await self._session.call(Call("POST", "/validation/parameters", Kind.CHECK, body=body))

    async def estimate(self, order: OrderRequest) -> Quote:
        """Auth codes do not change a price and stay at home."""
        call = Call("POST", "/orders/estimate", Kind.CHECK, body=write_order(order.with_auth_codes({})))
        return read_quote(await self._session.call(call), order)

    async def place(self, order: OrderRequest, reference: str) -> PlacedOrder:
        """Sent at most once. Raises ``Refused`` (there is no order) or ``Unavailable``, nothing else."""
        if order.new_customer is not None:
            raise ValueError("the customer of this order must be created first")
        placed = await self._write_once(
            "/orders", write_order(order, reference, self._placed_by()), read_order
        )
        return replace(placed, reference=placed.reference or reference)

    def _placed_by(self) -> str | None:
        """Who acts for the reseller, if not the reseller themselves."""
        return self.credentials[0] if self.acts_for else None

    async def _write_once(self, path: str, body: dict[str, object], read: Callable[[Fields], Made]) -> Made:
        try:
            answer = await self._session.call(Call("POST", path, Kind.ORDER, body=body))
        except ContractBroken as broken:  # only the sign-in raises this: nothing was sent
            raise Unavailable(broken.message, broken.correlation_id) from broken
        try:
            return read(answer)
        except ContractBroken as broken:
            raise Unavailable(
                broken.message, broken.correlation_id, can_retry=False, may_have_happened=True
            ) from broken

    async def find_order(self, reference: str, customer_id: str, since: datetime) -> PlacedOrder | None:
        """Reads the customer's orders newest first, one detail call each: rows carry no poNumber.

        None is said only after every order in question was read. Query parameters that a marketplace does not
        know are ignored by it, so everything is filtered here again, with ``CLOCK_SKEW`` to spare.
        """
        async for detail in self._details(since, customerId=customer_id):
            if detail.text_or("poNumber", "") == reference:
                return read_order(detail)
        return None

    async def orders_since(self, since: datetime) -> list[PlacedOrder]:
        """One detail call for each: rows carry no poNumber."""
        return [read_order(detail) async for detail in self._details(since)]

    async def _details(self, since: datetime, **query: str) -> AsyncIterator[Fields]:
        """The orders in full, newest first, created after ``since``, with ``CLOCK_SKEW`` to spare."""
        earliest = since.astimezone(UTC) - CLOCK_SKEW
        start = earliest.isoformat(timespec="seconds").replace("+00:00", "Z")
        rows = await self._rows("/orders", creationTimeFrom=start, **query)
        wanted = query.get("customerId")
        candidates = [
            (row.moment("creationDate"), row.text("id"))
            for row in rows
            if wanted in (None, row.text("customerId")) and row.moment("creationDate") >= earliest
        ]
        for _, order_id in sorted(candidates, reverse=True):
            yield await self._session.call(Call("GET", f"/orders/{order_id}"))

    async def order(self, order_id: str) -> PlacedOrder:
        return read_order(await self._session.call(Call("GET", f"/orders/{quote(order_id, safe='')}")))

    async def confirmation_mail(self, order_id: str) -> SentMail | None:
        """Without the extension: None, and nothing is said about a mail."""
        answer = await self._extension("/ext/mail", orderId=order_id)
        mails = answer.many("data") if answer is not None else []
        return read_mail(mails[0]) if mails else None

    async def mail(self, subject: str, text: str) -> bool:
        """Without the extension: False. Sent again like a read: the same mail twice does no harm."""
        answer = await self._extension("/ext/mail", "POST", body={"subject": subject, "text": text})
        return answer is not None

    async def _rows(self, path: str, **query: str) -> list[Fields]:
        """Every row of a list, page after page."""
        rows: list[Fields] = []
        total = 1
        while len(rows) < total:
            paging: dict[str, str | int] = {"offset": len(rows), "limit": PAGE}
            page = await self._session.call(Call("GET", path, query=query | paging))
            found = page.many("data")
            total = page.one("pagination").whole("total")
            if not found and len(rows) < total:
                raise page.broken(f"ends after {len(rows)} of {total} rows")
            rows += found
        return rows

    async def _extension(
        self, path: str, method: str = "GET", body: dict[str, object] | None = None, **query: str
    ) -> Fields | None:
        """An ``/ext`` answer, or None where the marketplace has no such extension (404, or 405 to a POST)."""
        try:
            return await self._session.call(Call(method, path, query=query, body=body))
        except Refused as refusal:
            if refusal.status not in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED):
                raise
            log.info("marketplace_lacks_extension", path=path, correlation_id=refusal.correlation_id)
            return None
