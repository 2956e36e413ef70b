"""The door in front of every call: correlation id, subscription key, size and kind of body, one log line."""

from __future__ import annotations

import logging
import re
import time
import uuid
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.sandbox.errors import Refusal, error_response

log = logging.getLogger("sandbox")
LARGEST_BODY = 1_000_000
_OWN_CORRELATION = re.compile(r"[A-Za-z0-9_-]{8,64}")


class Correlation:
    """Marks every answer with X-Correlation-ID (the caller's own if it sent one) and survives any crash."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        sent = Headers(scope=scope).get("X-Correlation-ID", "")
        scope["correlation_id"] = sent if _OWN_CORRELATION.fullmatch(sent) else str(uuid.uuid4())
        answer = _Answer(scope, send, time.perf_counter())
        try:
            await self.app(scope, receive, answer)
        except ConnectionResetError:
            raise
        except Exception:
            log.exception("%s %s crashed %s", scope["method"], scope["path"], scope["correlation_id"])
            if not answer.status:
                await error_response(scope, Refusal(500, "Unexpected error."))(scope, receive, answer)


@dataclass
class _Answer:
    """``send`` with the header added and the outcome logged."""

    scope: Scope
    send: Send
    begun: float
    status: int = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            MutableHeaders(scope=message)["X-Correlation-ID"] = self.scope["correlation_id"]
            spent = (time.perf_counter() - self.begun) * 1000
            log.info(
                "%s %s %d %.0fms %s",
                self.scope["method"],
                self.scope["path"],
                self.status,
                spent,
                self.scope["correlation_id"],
            )
        await self.send(message)


class SubscriptionKey:
    """Lets only holders of the subscription key at the API, and only with JSON of a sane size."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        self.app = app
        self.key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(("/marketplace/", "/ext/")):
            refusal = self._check(Headers(scope=scope))
            if refusal:
                await error_response(scope, refusal)(scope, receive, send)
                return
        await self.app(scope, receive, send)

    def _check(self, headers: Headers) -> Refusal | None:
        if headers.get("X-Subscription-Key") != self.key:
            return Refusal(401, "Access denied due to missing or invalid subscription key.")
        length = headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return Refusal(413, f"A body may have {LARGEST_BODY} bytes at most.")
        has_body = length != "0" or "Transfer-Encoding" in headers
        kind = headers.get("Content-Type", "").split(";")[0].strip().lower()
        if has_body and kind != "application/json":
            return Refusal(415, "Send the body as application/json.")
        return None
