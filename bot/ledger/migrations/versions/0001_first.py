"""The ledger as it began: accounts and sessions, talk, money, and an audit trail that only grows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON(none_as_null=True)


def upgrade() -> None:
    _make_people()
    _make_talk()
    _make_money()
    _make_audit()


def downgrade() -> None:
    for table in (
        *("audit", "attempts", "intents", "outbox"),
        *("buttons", "messages", "inbox", "conversations", "sessions", "accounts"),
    ):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_only_grows")


def _make_people() -> None:
    op.create_table(
        "accounts",
        sa.Column("login", sa.String, primary_key=True),
        *(_text(name) for name in ("account_id", "name", "role", "email", "language", "country")),
        sa.Column("acts_for", JSON, nullable=False),
        _text("sealed_password"),
        sa.Column("saved_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("login", name="pk_accounts"),
    )
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.String, primary_key=True),
        *(_text(name) for name in ("actor", "subject", "role")),
        *(sa.Column(name, MOMENT, nullable=False) for name in ("opened_at", "seen_at", "ends_at")),
        sa.PrimaryKeyConstraint("token_hash", name="pk_sessions"),
    )
    op.create_index("ix_sessions_ends_at", "sessions", ["ends_at"])


def _make_talk() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.String, primary_key=True),
        *(_text(name) for name in ("actor", "subject", "channel", "name")),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("awaiting", sa.String),
        sa.Column("order", JSON),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
        sa.UniqueConstraint(
            *("actor", "subject", "channel", "name"), name="uq_conversations_actor_subject_channel_name"
        ),
    )
    op.create_table(
        "inbox",
        sa.Column("id", sa.String, primary_key=True),
        _conversation("inbox"),
        *(_text(name) for name in ("channel", "event_id")),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("payload", sa.Text),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT),
        sa.Column("awaiting", sa.String),
        sa.Column("order", JSON),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint(
            *("channel", "conversation", "event_id"), name="uq_inbox_channel_conversation_event_id"
        ),
    )
    op.create_index("ix_inbox_answered_at", "inbox", ["answered_at"])
    op.create_table(
        "messages",
        _conversation("messages"),
        sa.Column("seq", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("receipt", sa.String, sa.ForeignKey("inbox.id", name="fk_messages_receipt")),
        _text("author"),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("buttons", JSON, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("conversation", "seq", name="pk_messages"),
    )
    op.create_index("ix_messages_receipt", "messages", ["receipt"])
    op.create_table(
        "buttons",
        sa.Column("id", sa.String, primary_key=True),
        _conversation("buttons"),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_buttons"),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.String, primary_key=True),
        *(_text(name) for name in ("kind", "conversation")),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_next_at", "outbox", ["next_at"])


def _make_money() -> None:
    op.create_table(
        "intents",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        *(_text(name) for name in ("state", "conversation", "actor", "subject", "channel")),
        *(sa.Column(name, JSON, nullable=False) for name in ("request", "quote")),
        *(_text(name) for name in ("total", "currency")),
        sa.Column("draft", JSON, nullable=False),
        *(sa.Column(name, MOMENT, nullable=False) for name in ("created_at", "expires_at")),
        *(sa.Column(name, MOMENT) for name in ("confirmed_at", "sent_at", "unknown_since", "settled_at")),
        *(sa.Column(name, sa.String) for name in ("order_id", "order_number", "order_status")),
        sa.Column("reason", sa.String),
        sa.Column("detail", sa.Text),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("looks", sa.Integer, nullable=False),
        sa.Column("lease", sa.String),
        sa.Column("lease_until", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_intents"),
        sa.UniqueConstraint("order_id", name="uq_intents_order_id"),
    )
    op.create_index("ix_intents_next_at", "intents", ["next_at"])
    op.create_index("ix_intents_subject_confirmed_at", "intents", ["subject", "confirmed_at"])
    op.create_table(
        "attempts",
        sa.Column(
            "intent", sa.String, sa.ForeignKey("intents.id", name="fk_attempts_intent"), nullable=False
        ),
        sa.Column("n", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
        sa.Column("outcome", sa.String),
        sa.Column("detail", sa.Text),
        sa.Column("correlation_id", sa.String),
        sa.PrimaryKeyConstraint("intent", "n", name="pk_attempts"),
    )


def _make_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), autoincrement=True),
        sa.Column("at", MOMENT, nullable=False),
        *(_text(name) for name in ("event", "intent")),
        sa.Column("version", sa.Integer, nullable=False),
        *(_text(name) for name in ("actor", "subject", "channel")),
        sa.Column("facts", JSON, nullable=False),
        *(_text(name) for name in ("previous_hash", "hash")),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
        sa.UniqueConstraint("hash", name="uq_audit_hash"),
        sa.UniqueConstraint("subject", "previous_hash", name="uq_audit_subject_previous_hash"),
    )
    op.create_index("ix_audit_intent", "audit", ["intent"])
    op.create_index("ix_audit_subject_seq", "audit", ["subject", "seq"])
    for statement in _ONLY_GROWS[op.get_bind().dialect.name]:
        op.execute(statement)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String, nullable=False)


def _conversation(table: str) -> sa.Column[str]:
    key = sa.ForeignKey("conversations.id", name=f"fk_{table}_conversation")
    return sa.Column("conversation", sa.String, key, nullable=False)


_ONLY_GROWS = {
    "sqlite": [
        f"CREATE TRIGGER audit_no_{verb} BEFORE {verb} ON audit "
        "BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END"
        for verb in ("update", "delete")
    ],
    "postgresql": [
        "CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit trail only grows'; END $$",
        "CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()",
    ],
}
