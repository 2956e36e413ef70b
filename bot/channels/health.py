"""Whether a message can be answered now: every part that an answer needs is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus

import httpx
import structlog

UP, DOWN = "up", "down"
_PATIENCE_SECONDS = 2.0

log = structlog.get_logger(__name__)

Check = Callable[[], Awaitable[None]]


class Health:
    """``checks``: by the part's name, a call that raises when the part is down."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = checks
        self._asking: asyncio.Task[dict[str, str]] | None = None

    async def __call__(self) -> dict[str, str]:
        """Each part's state, ``up`` or ``down``. Those who ask at the same time share an answer."""
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        return await asyncio.shield(self._asking)

    async def _ask(self) -> dict[str, str]:
        states = await asyncio.gather(*(_state(name, check) for name, check in self._checks.items()))
        return dict(zip(self._checks, states, strict=True))


def answers(http: httpx.AsyncClient, url: str) -> Check:
    """A check that ``url`` is served: any answer will do that does not report a breakdown."""

    async def check() -> None:
        answer = await http.get(url)
        if answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            answer.raise_for_status()

    return check


async def _state(name: str, check: Check) -> str:
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            await check()
    except Exception as trouble:
        log.debug("part_down", part=name, trouble=repr(trouble))
        return DOWN
    return UP
