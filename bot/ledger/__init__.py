"""The record of money: intents, attempts, audit; and of talk: accounts, sessions, conversations, outbox."""

from bot.ledger.accounts import UnknownAccount
from bot.ledger.ledger import Ledger
from bot.ledger.records import (
    Answer,
    AuditRow,
    AwaitedCard,
    Button,
    Confirmation,
    Conversation,
    Delivery,
    Intent,
    Message,
    Order,
    Outcome,
    Proposal,
    Receipt,
    Said,
    Session,
    Settlement,
)
from bot.ledger.rows import LeaseLost
from bot.ledger.work import Finding

__all__ = [
    "Answer",
    "AuditRow",
    "AwaitedCard",
    "Button",
    "Confirmation",
    "Conversation",
    "Delivery",
    "Finding",
    "Intent",
    "LeaseLost",
    "Ledger",
    "Message",
    "Order",
    "Outcome",
    "Proposal",
    "Receipt",
    "Said",
    "Session",
    "Settlement",
    "UnknownAccount",
]
