"""The ledger's tables. Migrations are the truth about a database; a test holds that both agree."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.ledger.columns import Moment, json_column
from bot.ledger.columns import metadata as metadata  # complete once its tables are there

accounts = Table(
    "accounts",
    metadata,
    Column("login", String, primary_key=True),
    Column("account_id", String, nullable=False),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("email", String, nullable=False),
    Column("language", String, nullable=False),
    Column("country", String, nullable=False),
    Column("acts_for", json_column(), nullable=False),
    Column("sealed_password", String, nullable=False),
    Column("saved_at", Moment, nullable=False),
)

sessions = Table(
    "sessions",
    metadata,
    Column("token_hash", String, primary_key=True),
    Column("actor", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("role", String, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False, index=True),
    # How its owner finds it on the account page: a name that opens nothing, and where it was opened.
    Column("id", String, nullable=False, unique=True),
    Column("address", String, nullable=False),
    Column("device", String, nullable=False),
    Index("ix_sessions_actor", "actor"),
)

# Phone calls at the desk: the code that shows that the caller is the reseller.
calls = Table(
    "calls",
    metadata,
    Column("id", String, primary_key=True),
    Column("agent", String, nullable=False),
    Column("reseller", String, nullable=False),
    Column("code_hash", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("checked_at", Moment),
    Index("ix_calls_agent_opened_at", "agent", "opened_at"),
)

conversations = Table(
    "conversations",
    metadata,
    Column("id", String, primary_key=True),
    Column("actor", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("name", String, nullable=False),
    # Where it was spoken last: the bot's own news goes there. Only the channel can read the place.
    Column("channel", String, nullable=False),
    Column("place", json_column()),
    Column("last_seq", Integer, nullable=False),
    Column("awaiting", String),
    Column("order", json_column()),
    Column("opened_at", Moment, nullable=False),
    UniqueConstraint("actor", "subject", "name"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", String, primary_key=True),
    Column("conversation", ForeignKey("conversations.id"), nullable=False),
    Column("channel", String, nullable=False),
    Column("event_id", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("payload", Text),
    Column("problem", String),
    Column("auth_code", String),
    # Where in a chat platform the answer goes; none for the web, which waits for it.
    Column("place", json_column()),
    Column("received_at", Moment, nullable=False),
    Column("answered_at", Moment),
    Column("awaiting", String),
    Column("order", json_column()),
    UniqueConstraint("channel", "conversation", "event_id"),
    Index("ix_inbox_answered_at", "answered_at"),
)

messages = Table(
    "messages",
    metadata,
    Column("conversation", ForeignKey("conversations.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("receipt", ForeignKey("inbox.id"), index=True),
    Column("author", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("buttons", json_column(), nullable=False),
    Column("at", Moment, nullable=False),
)

buttons = Table(
    "buttons",
    metadata,
    Column("id", String, primary_key=True),
    Column("conversation", ForeignKey("conversations.id"), nullable=False),
    Column("payload", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
)

secrets = Table(
    "secrets",
    metadata,
    Column("ref", String, primary_key=True),
    Column("conversation", String, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("kept_at", Moment, nullable=False, index=True),
)

approvals = Table(
    "approvals",
    metadata,
    Column("ref", String, primary_key=True),
    Column("intent", String, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("actor", String, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("given_at", Moment),
)

intents = Table(
    "intents",
    metadata,
    Column("id", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("conversation", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("request", json_column(), nullable=False),
    Column("quote", json_column(), nullable=False),
    Column("total", String, nullable=False),
    Column("currency", String, nullable=False),
    Column("draft", json_column(), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("confirmed_at", Moment),
    Column("sent_at", Moment),
    Column("unknown_since", Moment),
    Column("settled_at", Moment),
    Column("order_id", String, unique=True),
    Column("order_number", String),
    Column("order_status", String),
    Column("reason", String),
    Column("detail", Text),
    Column("attempts", Integer, nullable=False),
    # What the worker goes by: when to look again (none: never), how often it has, and who holds it till when.
    Column("next_at", Moment, index=True),
    Column("looks", Integer, nullable=False),
    Column("lease", String),
    Column("lease_until", Moment),
    # The customer that was made for the order, and when the marketplace was asked to make one.
    Column("customer_id", String),
    Column("customer_sent_at", Moment),
    Index("ix_intents_subject_confirmed_at", "subject", "confirmed_at"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("intent", ForeignKey("intents.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("sent_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("outcome", String),
    Column("detail", Text),
    Column("correlation_id", String),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("event", String, nullable=False),
    Column("intent", String, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("actor", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("channel", String, nullable=False),
    Column("facts", json_column(), nullable=False),
    # Chained per reseller: each row's hash covers the one before it.
    Column("previous_hash", String, nullable=False),
    Column("hash", String, nullable=False, unique=True),
    Index("ix_audit_subject_seq", "subject", "seq"),
    UniqueConstraint("subject", "previous_hash"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("conversation", String, nullable=False),
    Column("payload", json_column(), nullable=False),
    Column("added_at", Moment, nullable=False),
    # When to try (again); none once it is done.
    Column("next_at", Moment, index=True),
    Column("tries", Integer, nullable=False),
    Index("ix_outbox_conversation_next_at", "conversation", "next_at"),
)

# Accounts of chat platforms: offered on the account page, claimed in the chat, approved on the page.
links = Table(
    "links",
    metadata,
    Column("id", String, primary_key=True),
    Column("actor", String, nullable=False, index=True),
    Column("channel", String, nullable=False),
    Column("token_hash", String, nullable=False, unique=True),
    Column("offered_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("user_id", String),
    Column("handle", String),
    # Where it was claimed: only the channel can read it.
    Column("place", json_column()),
    Column("claimed_at", Moment),
    Column("approved_at", Moment),
    Index(
        "uq_links_channel_user_id",
        "channel",
        "user_id",
        unique=True,
        sqlite_where=text("approved_at IS NOT NULL"),
        postgresql_where=text("approved_at IS NOT NULL"),
    ),
)

card_pages = Table(
    "card_pages",
    metadata,
    Column("id", String, primary_key=True),
    Column("conversation", String, nullable=False, index=True),
    Column("actor", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("url", String, nullable=False),
    # Whether the order cannot go on, or was not to go on, without it: then its end is told.
    Column("is_awaited", Boolean, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    # When to look at it (again); none once it is over.
    Column("next_at", Moment, index=True),
)
