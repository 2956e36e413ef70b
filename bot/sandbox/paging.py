"""Lists by offset and limit: ``{"data": [...], "pagination": {"offset", "limit", "total"}}``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query
from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

MOST_ROWS = 1000
_LAST_INT64 = 2**63 - 1
Row = TypeVar("Row")
Show = Callable[[Row], dict[str, Any]]


@dataclass(frozen=True)
class Page:
    """A longer ``limit`` than MOST_ROWS is served as MOST_ROWS, and the answer says so."""

    offset: Annotated[int, Query(ge=0, le=_LAST_INT64)] = 0
    limit: Annotated[int, Query(ge=1, le=_LAST_INT64)] = 10

    @property
    def rows(self) -> int:
        return min(self.limit, MOST_ROWS)

    async def read(self, session: AsyncSession, statement: Select[Row], show: Show[Row]) -> dict[str, Any]:
        """One page of ``statement``, which brings its own order."""
        total = await session.scalar(select(func.count()).select_from(statement.order_by(None).subquery()))
        rows = await session.scalars(statement.offset(self.offset).limit(self.rows))
        return self._answer([show(row) for row in rows], total or 0)

    def cut(self, rows: Sequence[Row], show: Show[Row]) -> dict[str, Any]:
        """One page of a list that is in memory anyway."""
        chosen = islice(rows, min(self.offset, len(rows)), min(self.offset + self.rows, len(rows)))
        return self._answer([show(row) for row in chosen], len(rows))

    def _answer(self, data: list[dict[str, Any]], total: int) -> dict[str, Any]:
        return {"data": data, "pagination": {"offset": self.offset, "limit": self.rows, "total": total}}


AnyPage = Annotated[Page, Depends()]
