"""The record of money: intents, attempts, audit; and of talk: accounts, sessions, conversations, outbox."""

from bot.ledger.accounts import UnknownAccount
from bot.ledger.calls import Call, Checked, TooManyCodes
from bot.ledger.conversations import new_button
from bot.ledger.ledger import Ledger
from bot.ledger.records import (
    Answer,
    AuditRow,
    AwaitedCard,
    Button,
    Confirmation,
    Conversation,
    Delivery,
    Incoming,
    Intent,
    Link,
    Message,
    OpenSession,
    Order,
    Outcome,
    Place,
    Proposal,
    Receipt,
    Said,
    Saying,
    Session,
    Settlement,
    Unanswered,
    Whereabouts,
)
from bot.ledger.rows import LeaseLost
from bot.ledger.sessions import Origin
from bot.ledger.work import Finding

__all__ = [
    "Answer",
    "AuditRow",
    "AwaitedCard",
    "Button",
    "Call",
    "Checked",
    "Confirmation",
    "Conversation",
    "Delivery",
    "Finding",
    "Incoming",
    "Intent",
    "LeaseLost",
    "Ledger",
    "Link",
    "Message",
    "OpenSession",
    "Order",
    "Origin",
    "Outcome",
    "Place",
    "Proposal",
    "Receipt",
    "Said",
    "Saying",
    "Session",
    "Settlement",
    "TooManyCodes",
    "Unanswered",
    "UnknownAccount",
    "Whereabouts",
    "new_button",
]
