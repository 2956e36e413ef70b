"""Accounts, customers, cards, domains and orders: the marketplace's JSON to and from our own types."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bot.marketplace.fields import Fields
from bot.ordering.catalog import Term
from bot.ordering.customer import AccountType
from bot.ordering.order import (
    Account,
    Card,
    CardPage,
    CardPageLook,
    CardPageState,
    Customer,
    OrderLine,
    OrderRequest,
    OrderStatus,
    PlacedOrder,
    SentMail,
    Terms,
)


def read_account(row: Fields) -> Account:
    """``GET /ext/account``: whom the token belongs to."""
    return Account(
        id=row.text("id"),
        login=row.text("login"),
        name=row.text("name"),
        role=row.text("role"),
        email=row.text_or("email", ""),
        language=row.text_or("language", ""),
        country=row.text_or("country", ""),
        acts_for=tuple(row.texts("actsFor")),
    )


def read_reseller(row: Fields, login: str) -> Account:
    """A row of ``GET /resellers``, which knows all but the login."""
    return Account(
        id=row.text("id"),
        login=login,
        name=row.text("name"),
        role="reseller",
        email=_email(row),
        language=row.text_or("language", ""),
        country=row.one("address").text_or("countryCode", ""),
    )


def read_customer(row: Fields) -> Customer:
    """A row of ``GET /customers``; one without ``attributes.accountType`` is commercial."""
    attributes = row.one("attributes") if row.has("attributes") else None
    type_ = AccountType.COMMERCIAL
    if attributes is not None and attributes.has("accountType"):
        type_ = attributes.choice("accountType", AccountType)
    return Customer(row.text("id"), row.text("name"), type_, _email(row))


def _email(row: Fields) -> str:
    """The administrator's address, else the first contact's."""
    contacts = row.many_if_any("contactPersons")
    contacts.sort(key=lambda contact: contact.text_or("type", "admin") != "admin")
    return contacts[0].text_or("email", "") if contacts else ""


def read_card(row: Fields) -> Card:
    return Card(row.text("id"), row.text("brand"), row.text("last4"), row.text("exp"))


def read_card_page(answer: Fields) -> CardPage:
    """The answer of ``POST /ext/card-pages``."""
    life = timedelta(seconds=answer.whole("expiresIn"))
    url = answer.text("url")
    if not url.startswith(("https://", "http://")):
        raise answer.broken("has a url that no browser should open")
    return CardPage(answer.text("id"), url, life)


def read_card_page_look(answer: Fields) -> CardPageLook:
    state = answer.choice("state", CardPageState)
    return CardPageLook(state, answer.text("paymentMethod") if state is CardPageState.SAVED else None)


def read_mail(row: Fields) -> SentMail:
    """A row of ``GET /ext/mail``."""
    sent = row.moment("sentAt") if row.has("sentAt") else None
    return SentMail(row.text("to"), row.text_or("language", ""), sent)


def read_terms(answer: Fields) -> Terms:
    return Terms(answer.text("url"), answer.text("version"), answer.text("summary"))


def write_order(
    order: OrderRequest, reference: str | None = None, placed_by: str | None = None
) -> dict[str, object]:
    """The body of ``POST /orders`` and ``POST /orders/estimate``; ``reference`` becomes its poNumber.

    SimpleAPI has no field for where the control panel's credentials go: they travel as the order's attribute
    ``credentialsEmail`` (docs/decisions/0009-new-customers.md), with the order only, not with estimates. So
    does the login of the support agent who places it for the reseller: ``placedBy``.
    """
    body: dict[str, object] = {
        "type": "sales",
        "customerId": order.customer_id,
        "products": [_write_line(line) for line in order.lines],
    }
    attributes: dict[str, str] = {}
    if order.payment_method is not None:
        attributes["paymentMethod"] = order.payment_method
    if reference is not None:
        body["poNumber"] = reference
        if order.credentials_email is not None:
            attributes["credentialsEmail"] = order.credentials_email
        if placed_by is not None:
            attributes["placedBy"] = placed_by
    return {**body, "attributes": attributes} if attributes else body


def _write_line(line: OrderLine) -> dict[str, object]:
    return {
        "mpn": line.mpn,
        "quantity": line.quantity,
        "subscriptionPeriod": {"type": line.term.value, "duration": 1},
        "parameters": write_parameters(line.parameters),
    }


def write_parameters(parameters: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in parameters]


def read_order(answer: Fields) -> PlacedOrder:
    """``POST /orders`` and ``GET /orders/{id}``. Lines in a period that we do not sell are left out."""
    lines = (_read_line(product) for product in answer.many_if_any("products"))
    return PlacedOrder(
        id=answer.text("id"),
        number=answer.text_or("orderNumber", answer.text("id")),
        reference=answer.text_or("poNumber", ""),
        status=answer.choice("status", OrderStatus),
        customer_id=answer.text("customerId"),
        total=answer.money("total"),
        created=answer.moment("creationDate"),
        lines=tuple(line for line in lines if line is not None),
    )


def _read_line(product: Fields) -> OrderLine | None:
    term = read_term(product, "subscriptionPeriod")
    if term is None:
        return None
    parameters = tuple(
        (parameter.text("name"), parameter.text("value"))
        for parameter in product.many_if_any("parameters")
        if parameter.has_text("value")
    )
    return OrderLine(product.text("mpn"), product.whole("quantity"), term, parameters)


def read_term(row: Fields, key: str) -> Term | None:
    """One month or one year; None for an absent or any other period."""
    if not row.has(key):
        return None
    period = row.one(key)
    length = (period.text("type"), period.whole("duration"))
    return {("month", 1): Term.MONTH, ("year", 1): Term.YEAR, ("month", 12): Term.YEAR}.get(length)
