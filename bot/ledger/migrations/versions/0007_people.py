"""Sessions that their owner can list and end, and the calls of the phone desk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    # Sessions last for hours at most: those that nobody could name end with the upgrade.
    op.execute("DELETE FROM sessions")
    with op.batch_alter_table("sessions") as table:
        for name in ("id", "address", "device"):
            table.add_column(sa.Column(name, sa.String, nullable=False))
        table.create_unique_constraint("uq_sessions_id", ["id"])
    op.create_index("ix_sessions_actor", "sessions", ["actor"])
    op.create_table(
        "calls",
        sa.Column("id", sa.String, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("agent", "reseller", "code_hash")),
        sa.Column("tries", sa.Integer, nullable=False),
        *(sa.Column(name, MOMENT, nullable=False) for name in ("opened_at", "expires_at")),
        sa.Column("checked_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_calls"),
    )
    op.create_index("ix_calls_agent_opened_at", "calls", ["agent", "opened_at"])


def downgrade() -> None:
    op.drop_table("calls")
    op.drop_index("ix_sessions_actor", "sessions")
    with op.batch_alter_table("sessions") as table:
        table.drop_constraint("uq_sessions_id", type_="unique")
        for name in ("id", "address", "device"):
            table.drop_column(name)
