"""An order may be for a customer who is made right before it: whom it became, when that was asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intents", sa.Column("customer_id", sa.String))
    op.add_column("intents", sa.Column("customer_sent_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("intents", "customer_sent_at")
    op.drop_column("intents", "customer_id")
