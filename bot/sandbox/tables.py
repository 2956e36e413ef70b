"""What the sandbox remembers, in SQLite: accounts, tokens, cards, orders, subscriptions, domains, mail."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

# Public ids start where the real one's examples do (1000001), so that nobody takes them for row numbers.
FIRST_ID = 1_000_000


class Amount(TypeDecorator[Decimal]):
    """An exact decimal kept as text, because SQLite has no decimals."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Instant(TypeDecorator[datetime]):
    """An aware UTC moment, because SQLite forgets time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    type_annotation_map = {
        datetime: Instant,
        Decimal: Amount,
        dict[str, Any]: JSON,
        list[dict[str, Any]]: JSON,
        list[str]: JSON,
    }


class _Numbered:
    """A row whose public id is its number counted from FIRST_ID."""

    id: Mapped[int] = mapped_column(primary_key=True)

    @property
    def public_id(self) -> str:
        return public_id_of(self.id)


def public_id_of(number: int) -> str:
    return str(FIRST_ID + number)


def row_number(public_id: str) -> int | None:
    """The row number behind a public id, or None for anything that cannot be one."""
    if not (public_id.isascii() and public_id.isdigit() and len(public_id) <= 9):
        return None
    number = int(public_id) - FIRST_ID
    return number if number > 0 else None


class Account(_Numbered, Base):
    """A reseller, a support desk or a reseller's customer (then ``reseller_id`` is set)."""

    __tablename__ = "accounts"
    __table_args__ = {"sqlite_autoincrement": True}

    reseller_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"), index=True)
    role: Mapped[str]
    login: Mapped[str | None] = mapped_column(unique=True)
    password: Mapped[str | None]
    acts_for: Mapped[list[str]] = mapped_column(default=list)
    external_id: Mapped[str | None] = mapped_column(index=True)
    name: Mapped[str]
    # What a search compares: the name in lower case without accents, the contacts' mails between line breaks.
    name_key: Mapped[str] = mapped_column(index=True)
    mails: Mapped[str]
    status: Mapped[str] = mapped_column(default="active")
    tax_reg_id: Mapped[str | None]
    language: Mapped[str]
    address: Mapped[dict[str, Any]]
    contact_persons: Mapped[list[dict[str, Any]]]
    attributes: Mapped[dict[str, Any]] = mapped_column(default=dict)


class Token(Base):
    """A bearer token, hashed: ``account_id`` is whom it acts as, ``actor_id`` who holds it."""

    __tablename__ = "tokens"

    digest: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    actor_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    expires: Mapped[datetime] = mapped_column(index=True)


class Card(Base):
    """A saved card: never more than its brand, last four digits and expiry (MM/YYYY)."""

    __tablename__ = "cards"

    id: Mapped[str] = mapped_column(primary_key=True)
    reseller_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    brand: Mapped[str]
    last4: Mapped[str]
    exp: Mapped[str]


class CardPage(Base):
    """A hosted form for one new card; it works once, until ``expires``."""

    __tablename__ = "card_pages"

    id: Mapped[str] = mapped_column(primary_key=True)
    reseller_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    expires: Mapped[datetime]
    card_id: Mapped[str | None] = mapped_column(ForeignKey("cards.id"))


class Order(_Numbered, Base):
    __tablename__ = "orders"
    __table_args__ = {"sqlite_autoincrement": True}

    reseller_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    actor_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    po_number: Mapped[str | None]
    status: Mapped[str] = mapped_column(index=True)
    created: Mapped[datetime] = mapped_column(index=True)
    provisioned: Mapped[datetime | None]
    credit_check: Mapped[bool] = mapped_column(default=True)
    attributes: Mapped[dict[str, Any]]
    total: Mapped[Decimal]
    lines: Mapped[list[OrderLine]] = relationship(lazy="selectin", order_by="OrderLine.id")

    @property
    def number(self) -> str:
        return f"SO{self.id:06d}"


class OrderLine(Base):
    """A priced line; ``extended`` is quantity times ``unit_price``, ``tax`` comes on top."""

    __tablename__ = "order_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    subscription_id: Mapped[int | None] = mapped_column(ForeignKey("subscriptions.id"))
    mpn: Mapped[str]
    name: Mapped[str]
    period: Mapped[str]
    quantity: Mapped[int]
    unit_price: Mapped[Decimal]
    extended: Mapped[Decimal]
    tax: Mapped[Decimal]
    parameters: Mapped[list[dict[str, Any]]]


class Subscription(_Numbered, Base):
    """What a completed order leaves behind; ``products`` are {mpn, quantity, name, unitPrice, unitCost}."""

    __tablename__ = "subscriptions"
    __table_args__ = {"sqlite_autoincrement": True}

    reseller_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    name: Mapped[str]
    status: Mapped[str] = mapped_column(default="active")
    renews: Mapped[bool] = mapped_column(default=True)
    attributes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    created: Mapped[date]
    modified: Mapped[date]
    expires: Mapped[date]
    period: Mapped[str]
    products: Mapped[list[dict[str, Any]]]
    parameters: Mapped[list[dict[str, Any]]]


class Domain(Base):
    """A name registered or transferred through us; the primary key is what keeps two orders apart."""

    __tablename__ = "domains"

    name: Mapped[str] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)


class Mail(Base):
    """A message the marketplace sent about an order; without one, it was written by whoever acts for them."""

    __tablename__ = "mails"

    id: Mapped[int] = mapped_column(primary_key=True)
    reseller_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"))
    recipient: Mapped[str]
    language: Mapped[str]
    subject: Mapped[str]
    text: Mapped[str] = mapped_column(Text)
    sent: Mapped[datetime]


class Posting(Base):
    """A mail that is still to be taken to the SMTP server; ``next_at`` is None once it was given up."""

    __tablename__ = "postings"

    mail_id: Mapped[int] = mapped_column(ForeignKey("mails.id"), primary_key=True)
    tries: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime | None] = mapped_column(index=True)


class PanelAccess(Base):
    """A customer's login to the control panel; ``must_change``: the password is still the mailed one."""

    __tablename__ = "panel_access"

    customer_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    password: Mapped[str]
    must_change: Mapped[bool]


class Report(Base):
    """A rated-data export that was asked for; its rows are read from the orders when it is downloaded."""

    __tablename__ = "reports"

    id: Mapped[str] = mapped_column(primary_key=True)
    reseller_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    name: Mapped[str]
    customization: Mapped[str | None]
    format: Mapped[str]
    created: Mapped[datetime]
    start: Mapped[datetime]
    end: Mapped[datetime]
