"""Alembic's entry: runs the migrations over the connection or the address it is given."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, create_engine

from bot.ledger.migrate import sync_url
from bot.ledger.tables import metadata
from bot.settings import read_settings


def run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("url")
engine = create_engine(sync_url(given or read_settings().database_url))
with engine.connect() as connection:
    run(connection)
engine.dispose()
