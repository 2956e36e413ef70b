"""Orders beyond the limit of a reseller's hour are approved with the marketplace's password."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "approvals",
        sa.Column("ref", sa.String, nullable=False),
        sa.Column("intent", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("ref", name="pk_approvals"),
    )
    op.create_index("ix_approvals_intent", "approvals", ["intent"])


def downgrade() -> None:
    op.drop_table("approvals")
