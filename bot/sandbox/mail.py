"""The mail that goes out when an order is completed, kept to be read at /ext/mail."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from bot.sandbox.tables import Account, Mail, Order, OrderLine
from bot.sandbox.words import language_of, words


def confirmation(
    order: Order, lines: Sequence[OrderLine], customer: Account, recipient: str, sent: datetime
) -> Mail:
    """Says in the customer's language what was completed."""
    say = words(customer.language)
    paragraphs = [
        say["mail_done"].format(number=order.number, customer=customer.name),
        "\n".join(f"- {line.quantity} x {line.name}" for line in lines),
    ]
    return Mail(
        reseller_id=order.reseller_id,
        order_id=order.id,
        recipient=recipient,
        language=language_of(customer.language),
        subject=say["mail_subject"].format(number=order.number),
        text="\n\n".join(paragraphs),
        sent=sent,
    )


def add_credentials(mail: Mail, customer: Account, *, is_first: bool) -> None:
    """A customer's first order brings the panel's credentials; later ones say that they still hold."""
    say = words(customer.language)
    if is_first:
        admin = next(one for one in customer.contact_persons if one["type"] == "admin")
        login = admin.get("login") or admin["email"]
        told = say["mail_credentials"].format(login=login, password=secrets.token_urlsafe(9))
    else:
        told = say["mail_known"].format(customer=customer.name)
    mail.text = f"{mail.text}\n\n{told}"
