"""Socket Mode: the gateway connects to Slack, so that no address of it has to be reachable."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

_LOOK_EVERY_SECONDS = 5.0
_PING_SECONDS = 10.0  # and the pause between two attempts to connect


@asynccontextmanager
async def connected(app: AsyncApp, app_token: str) -> AsyncIterator[None]:
    """Connects in the background and again whenever it has to: the gateway starts without Slack, too."""
    handler = AsyncSocketModeHandler(app, app_token, logger=_discreet_logger(), ping_interval=_PING_SECONDS)
    connecting = handler.connect_async()  # type: ignore[no-untyped-call]  # theirs has no types
    duties = [asyncio.create_task(connecting), asyncio.create_task(_renewed(handler))]
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]  # theirs has no types
        for duty in duties:
            duty.cancel()
            with suppress(asyncio.CancelledError):
                await duty


async def _renewed(handler: AsyncSocketModeHandler) -> None:
    """The library knocks for ever at the address it was given, which is good for one connection only."""
    while True:
        await asyncio.sleep(_LOOK_EVERY_SECONDS)
        if not await handler.client.is_connected():
            handler.client.wss_uri = None


def _discreet_logger() -> logging.Logger:
    """Its errors quote addresses with a ticket in them: only their beginning is logged."""
    logger = logging.getLogger("slack_sdk.socket_mode")
    logger.setLevel(logging.WARNING)
    if not logger.filters:
        logger.addFilter(_only_the_beginning)
    return logger


def _only_the_beginning(record: logging.LogRecord) -> bool:
    record.msg = record.getMessage().partition("(")[0].partition(":")[0].strip()
    record.args, record.exc_info = (), None
    return True
