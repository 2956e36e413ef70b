"""Secrets told in the talk, such as the auth code of a domain: sealed, and known by a reference."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "secrets",
        sa.Column("ref", sa.String, primary_key=True),
        sa.Column("conversation", sa.String, nullable=False),
        sa.Column("sealed", sa.Text, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("ref", name="pk_secrets"),
    )
    op.create_index("ix_secrets_kept_at", "secrets", ["kept_at"])


def downgrade() -> None:
    op.drop_table("secrets")
