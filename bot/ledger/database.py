"""One database, two ways in: ``reading`` never waits for writers, ``writing`` is all or nothing.

SQLite is opened so that several processes can share the file and a committed row survives a power cut.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.ledger.uninterrupted import UninterruptedConnection

BUSY_TIMEOUT_MS = 10_000


class Database:
    """Connects on first use. ``url``: sqlite+aiosqlite or postgresql+psycopg."""

    def __init__(self, url: str) -> None:
        self._engine = _engine(url)
        self._writer = self._engine.execution_options(pedido_begin="BEGIN IMMEDIATE")
        # SQLite lets one write at a time, and whoever has to wait for another knocks again at random: within
        # a process they stand in line instead, and none is left behind.
        is_sqlite = self._engine.dialect.name == "sqlite"
        self._line: AbstractAsyncContextManager[object] = asyncio.Lock() if is_sqlite else nullcontext()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        async with self._open(self._engine) as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction, committed at the end of the block. Nothing slow may happen inside."""
        async with self._line, self._open(self._writer) as connection:
            yield connection
            await connection.commit()

    @asynccontextmanager
    async def _open(self, engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
        connection = UninterruptedConnection(engine)
        try:
            await connection.start()
            yield connection
        finally:
            await connection.close()

    async def compact(self) -> None:
        """Leave nothing of what was deleted in SQLite's journal; PostgreSQL sees to that by itself."""
        async with self._engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                raw: Any = (await connection.get_raw_connection()).driver_connection  # in no transaction
                await raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        await self._engine.dispose()


def _engine(url: str) -> AsyncEngine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_async_engine(parsed, pool_size=5, pool_pre_ping=True)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(parsed, pool_size=5)
    event.listen(engine.sync_engine, "connect", _open_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _open_sqlite(connection: Any, _record: object) -> None:  # Any: a DBAPI connection
    connection.isolation_level = None  # the driver would begin late; _begin_sqlite does it itself
    cursor = connection.cursor()
    for setting in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",  # what is deleted or masked does not stay on the disk
    ):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A plain BEGIN takes the write lock only at the first write, too late for read-then-write.
    connection.exec_driver_sql(connection.get_execution_options().get("pedido_begin", "BEGIN"))
