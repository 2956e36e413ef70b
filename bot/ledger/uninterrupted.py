"""A connection whose every step is done before a cancellation counts.

A turn may be cancelled at any moment (a window closes, a process stops). In the middle of a statement that
would leave SQLite's write lock held by a connection that nobody owns any more, and no order could be written.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from sqlalchemy import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection

Result = TypeVar("Result")


class UninterruptedConnection(AsyncConnection):
    """Opened by ``start``; closed by ``close``, which rolls back what was not committed."""

    async def start(self, is_ctxmanager: bool = False) -> AsyncConnection:
        return await to_its_end(super().start(is_ctxmanager))

    async def execute(self, *statement: Any, **options: Any) -> CursorResult[Any]:
        return await to_its_end(super().execute(*statement, **options))

    async def exec_driver_sql(self, *statement: Any, **options: Any) -> CursorResult[Any]:
        return await to_its_end(super().exec_driver_sql(*statement, **options))

    async def commit(self) -> None:
        await to_its_end(super().commit())

    async def close(self) -> None:
        if self.sync_connection is not None:  # else it was never opened
            await to_its_end(super().close())


async def to_its_end(step: Coroutine[Any, Any, Result]) -> Result:
    """What ``step`` gives; a cancellation meanwhile is raised when it has ended."""
    task = asyncio.ensure_future(step)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            try:
                await asyncio.wait([task])
            except asyncio.CancelledError:
                continue  # asked again: it is on its way
        if not task.cancelled():
            task.exception()  # seen; the cancellation is what counts
        raise
