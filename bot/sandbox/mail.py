"""The mail that goes out when an order is completed, kept to be read at /ext/mail."""

from __future__ import annotations

import secrets
from datetime import datetime

from bot.sandbox.tables import Account, Mail, Order
from bot.sandbox.words import language_of, words


def confirmation(
    order: Order, reseller: Account, customer: Account, now: datetime, *, with_credentials: bool
) -> Mail:
    """To ``attributes.credentialsEmail`` of the order, else to the reseller; in the customer's language.

    A customer's first order brings the control panel's credentials; later ones say that those still hold.
    """
    say = words(customer.language)
    admin = next(one for one in customer.contact_persons if one["type"] == "admin")
    password = secrets.token_urlsafe(9)
    login = admin.get("login") or admin["email"]
    paragraphs = [
        say["mail_done"].format(number=order.number, customer=customer.name),
        "\n".join(f"- {line.quantity} x {line.name}" for line in order.lines),
        say["mail_credentials"].format(login=login, password=password)
        if with_credentials
        else say["mail_known"].format(customer=customer.name),
    ]
    return Mail(
        reseller_id=reseller.id,
        order_id=order.id,
        recipient=order.attributes.get("credentialsEmail") or reseller.contact_persons[0]["email"],
        language=language_of(customer.language),
        subject=say["mail_subject"].format(number=order.number),
        text="\n\n".join(paragraphs),
        sent=now,
    )
