"""Calls to Slack's Web API: one client for what may wait its turn, and what a failure means."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.channels.courier import TryLater, Undeliverable

# Slack's trouble, or the operator's: it will be mended, and then it goes through.
_PASSING = frozenset(
    {
        "ratelimited",
        "rate_limited",
        "message_limit_exceeded",
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "team_added_to_org",
        "accesslimited",
        "not_authed",
        "invalid_auth",
        "account_inactive",
        "token_expired",
        "token_revoked",
        "missing_scope",
        "no_permission",
    }
)


@contextmanager
def understood() -> Iterator[None]:
    """Failures as ``TryLater`` or ``Undeliverable``, without the request, which holds what was said."""
    try:
        yield
    except SlackApiError as refusal:
        raise _meaning(refusal) from None
    except (aiohttp.ClientError, TimeoutError) as trouble:
        raise TryLater(type(trouble).__name__) from None


def _meaning(refusal: SlackApiError) -> TryLater | Undeliverable:
    response: Any = refusal.response  # theirs, or aiohttp's when the answer was no JSON
    status = int(getattr(response, "status_code", getattr(response, "status", 0)))
    data = getattr(response, "data", None)
    error = str(data.get("error") or "") if isinstance(data, dict) else ""
    if status == 429:
        return TryLater("ratelimited", _pause(response))
    if status != 200 or not error or error in _PASSING:
        return TryLater(error or f"status {status}")
    return Undeliverable(error)


def _pause(response: Any) -> timedelta | None:
    wanted = str(response.headers.get("Retry-After", ""))
    return timedelta(seconds=int(wanted)) if wanted.isdecimal() else None
