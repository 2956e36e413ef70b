"""Calls to the Bot API that are worth trying again, and what their failures mean."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import stamina
import structlog
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

_ATTEMPTS = 5
_LONGEST_PAUSE = timedelta(seconds=60)

log = structlog.get_logger(__name__)


def pause_asked(error: RetryAfter) -> timedelta:
    """How long Telegram wants us to be silent."""
    asked = error.retry_after
    return asked if isinstance(asked, timedelta) else timedelta(seconds=asked)


def is_passing(error: Exception) -> bool | timedelta:
    """Whether the same call may succeed later, and when, if Telegram said so."""
    if isinstance(error, RetryAfter):
        return min(pause_asked(error), _LONGEST_PAUSE)
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)


async def attempt(what: str, call: Callable[[], Awaitable[object]]) -> None:
    """Do something that nothing depends on; when it fails for good, that is logged and all."""
    try:
        async for trial in stamina.retry_context(on=is_passing, attempts=_ATTEMPTS, timeout=None):
            with trial:
                await call()
    except TelegramError as trouble:
        log.warning("telegram_call_failed", call=what, trouble=trouble.message)
