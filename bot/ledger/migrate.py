"""Bring a database to the newest migration."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, make_url

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(url: str) -> None:
    """Create or update the tables of the database at ``url`` (as in ``Settings.database_url``)."""
    sync = sync_url(url)
    if sync.get_backend_name() == "sqlite" and sync.database:
        Path(sync.database).parent.mkdir(parents=True, exist_ok=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["url"] = url
    command.upgrade(config, "head")


def sync_url(url: str) -> URL:
    """Migrations run without asyncio: psycopg speaks both, SQLite has a driver of its own for it."""
    parsed = make_url(url)
    return parsed.set(drivername="sqlite") if parsed.get_backend_name() == "sqlite" else parsed
