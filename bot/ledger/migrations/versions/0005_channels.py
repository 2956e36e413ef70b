"""One conversation in whichever channel, places to answer to in chat platforms, and linked chat accounts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def _json() -> sa.JSON:
    return sa.JSON(none_as_null=True)


def upgrade() -> None:
    # Until now each channel had a "main" of its own; the web's keeps the name.
    op.execute("UPDATE conversations SET name = name || '.' || channel WHERE channel <> 'web'")
    with op.batch_alter_table("conversations") as table:
        table.drop_constraint("uq_conversations_actor_subject_channel_name", type_="unique")
        table.add_column(sa.Column("place", _json()))
        table.create_unique_constraint("uq_conversations_actor_subject_name", ["actor", "subject", "name"])
    for column in (
        sa.Column("problem", sa.String),
        sa.Column("auth_code", sa.String),
        sa.Column("place", _json()),
    ):
        op.add_column("inbox", column)
    op.create_index("ix_outbox_conversation_next_at", "outbox", ["conversation", "next_at"])
    op.create_table(
        "links",
        sa.Column("id", sa.String, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("actor", "channel", "token_hash")),
        *(sa.Column(name, MOMENT, nullable=False) for name in ("offered_at", "expires_at")),
        *(sa.Column(name, sa.String) for name in ("user_id", "handle")),
        *(sa.Column(name, MOMENT) for name in ("claimed_at", "approved_at")),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.UniqueConstraint("token_hash", name="uq_links_token_hash"),
    )
    op.create_index("ix_links_actor", "links", ["actor"])
    approved = sa.text("approved_at IS NOT NULL")
    op.create_index(
        "uq_links_channel_user_id",
        "links",
        ["channel", "user_id"],
        unique=True,
        sqlite_where=approved,
        postgresql_where=approved,
    )


def downgrade() -> None:
    op.drop_table("links")
    op.drop_index("ix_outbox_conversation_next_at", "outbox")
    with op.batch_alter_table("inbox") as table:
        for name in ("problem", "auth_code", "place"):
            table.drop_column(name)
    with op.batch_alter_table("conversations") as table:
        table.drop_constraint("uq_conversations_actor_subject_name", type_="unique")
        table.drop_column("place")
        table.create_unique_constraint(
            "uq_conversations_actor_subject_channel_name", ["actor", "subject", "channel", "name"]
        )
