"""Opens the sandbox's SQLite file: tables and seed are made once, before anything is served."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, inspect, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session

from bot.sandbox.catalog import Catalog
from bot.sandbox.seed import plant
from bot.sandbox.tables import Base

Sessions = async_sessionmaker[AsyncSession]


def open_database(url: str, catalog: Catalog) -> AsyncEngine:
    """``url`` is ``sqlite:///file`` (its folder is made). Raises ``ValueError`` for anything else."""
    place = make_url(url)
    if place.get_backend_name() != "sqlite" or not place.database or place.database == ":memory:":
        raise ValueError(f"The sandbox keeps its state in a SQLite file, not in {url}")
    Path(place.database).parent.mkdir(parents=True, exist_ok=True)
    _prepare(create_engine(place.set(drivername="sqlite")), catalog)
    engine = create_async_engine(place.set(drivername="sqlite+aiosqlite"))
    event.listen(engine.sync_engine, "connect", _tune)
    return engine


def sessions_of(engine: AsyncEngine) -> Sessions:
    return async_sessionmaker(engine, expire_on_commit=False)


def _prepare(engine: Engine, catalog: Catalog) -> None:
    event.listen(engine, "connect", _tune)
    _forget_mail_about_orders_only(engine)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        plant(session, catalog)
        session.commit()
    engine.dispose()


def _forget_mail_about_orders_only(engine: Engine) -> None:
    """A file of before mail could be about anything: its (demo's) mail is dropped, the rest stays."""
    known = inspect(engine)
    if known.has_table("mails") and not next(
        column["nullable"] for column in known.get_columns("mails") if column["name"] == "order_id"
    ):
        Base.metadata.drop_all(engine, tables=[Base.metadata.tables[name] for name in ("postings", "mails")])


def _tune(connection: Any, record: object) -> None:
    cursor = connection.cursor()
    # Readers never wait for the writer, and writers wait for each other instead of failing.
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=10000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
