"""The mail that goes out when an order is completed: its words, and the same as a message for SMTP."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from html import escape

from bot.sandbox.catalog import Catalog
from bot.sandbox.panel import Credentials
from bot.sandbox.tables import Account, Mail, Order, OrderLine
from bot.sandbox.words import language_of, words

SENDER = "Marketplace <no-reply@marketplace.example>"


def confirmation(
    catalog: Catalog,
    order: Order,
    people: tuple[Account, Account],
    credentials: Credentials | None,
    now: datetime,
) -> Mail:
    """What was completed and how to get in, in the language of ``people``: the customer, else the reseller.

    Goes to the address that the order names (``attributes.credentialsEmail``), else to the reseller's own.
    Without ``credentials`` the customer has some already, and they still hold.
    """
    customer, reseller = people
    language = language_of(customer.language or reseller.language)
    say = words(language)
    facts = {"number": order.number, "customer": customer.name, "reseller": reseller.name}
    paragraphs = [
        say["mail_hello"],
        say["mail_done"].format(**facts),
        "\n".join(_line(catalog, line, language) for line in order.lines),
        *_access(credentials, facts, language),
        say["mail_bye"].format(**facts),
    ]
    return Mail(
        reseller_id=order.reseller_id,
        order_id=order.id,
        recipient=str(order.attributes.get("credentialsEmail") or reseller.contact_persons[0]["email"]),
        language=language,
        subject=say["mail_subject"].format(**facts),
        text="\n\n".join(paragraphs),
        sent=now,
    )


def as_message(mail: Mail) -> EmailMessage:
    """The mail as it goes over the wire: text, and the same as simple HTML."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = SENDER, mail.recipient, mail.subject
    message["Date"] = format_datetime(mail.sent)
    message["Message-ID"] = make_msgid(f"mail-{mail.id}", domain="marketplace.example")
    message["Content-Language"] = mail.language
    message.set_content(mail.text)
    paragraphs = (escape(part).replace("\n", "<br>") for part in mail.text.split("\n\n"))
    body = "".join(f"<p>{part}</p>" for part in paragraphs)
    message.add_alternative(f'<!doctype html><html lang="{mail.language}"><body>{body}</body></html>', "html")
    return message


def _line(catalog: Catalog, line: OrderLine, language: str) -> str:
    domain = next((one["value"] for one in line.parameters if one["name"] == "domain"), None)
    product = catalog.products[line.mpn]
    notes = [words(language)[f"mail_{line.period}"], *([domain] if domain else [])]
    if product.service not in line.name:
        notes.insert(0, product.service)
    return f"- {line.quantity} x {line.name} ({', '.join(notes)})"


def _access(credentials: Credentials | None, facts: dict[str, str], language: str) -> list[str]:
    say = words(language)
    if credentials is None:
        return [say["mail_known"].format(**facts)]
    login = {"login": credentials.login, "password": credentials.password}
    return [say["mail_credentials"].format(**facts, **login), say["mail_full_access"]]
