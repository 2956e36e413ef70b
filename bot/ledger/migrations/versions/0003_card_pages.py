"""Hosted pages for a new card, looked at until the card is saved or the page has ended."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "card_pages",
        sa.Column("id", sa.String, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("conversation", "actor", "subject", "url")),
        sa.Column("is_awaited", sa.Boolean, nullable=False),
        *(sa.Column(name, MOMENT, nullable=False) for name in ("opened_at", "ends_at")),
        sa.Column("next_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_card_pages"),
    )
    op.create_index("ix_card_pages_conversation", "card_pages", ["conversation"])
    op.create_index("ix_card_pages_next_at", "card_pages", ["next_at"])


def downgrade() -> None:
    op.drop_table("card_pages")
