"""Trouble on request, for tests: planted by POST /ext/faults, each meets the next calls it fits.

``{"next": [{"method": "POST", "path": "/orders", "fault": "504-after", "times": 1}]}``; ``path`` is relative
to the marketplace and may hold ``*``, ``method`` may be ``*``. ``fault`` is ``latency=2s``, 500, 504, 429 or
reset: then the call is not carried out. With ``-after`` (``504-after``) it is, and its answer is lost.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from fnmatch import fnmatchcase
from typing import Annotated, Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from pydantic import Field, StringConstraints
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.sandbox.bodies import Body
from bot.sandbox.errors import Refusal, error_response

ABORT = "sandbox.abort"
FAULT = r"^(latency=\d{1,3}(\.\d+)?s|(500|504|429|reset)(-after)?)$"
_GATEWAY_TIMEOUT = "<html><head><title>504 Gateway Time-out</title></head><body><h1>504</h1></body></html>"
router = APIRouter(prefix="/ext")


class FaultBody(Body):
    fault: Annotated[str, StringConstraints(pattern=FAULT)]
    path: str = "*"
    method: str = "*"
    times: Annotated[int, Field(ge=1, le=100_000)] = 1
    message: str = "Provisioning is in progress(LO)"

    def fits(self, method: str, path: str) -> bool:
        return self.method in ("*", method) and fnmatchcase(path, self.path)


class FaultsBody(Body):
    next: Annotated[list[FaultBody], Field(max_length=1000)]


class FaultQueue:
    """What is still to go wrong, in memory: the first planted fault that fits a call is used up by it."""

    def __init__(self) -> None:
        self.waiting: list[FaultBody] = []

    def take(self, method: str, path: str) -> FaultBody | None:
        fault = next((one for one in self.waiting if one.fits(method, path)), None)
        if fault:
            fault.times -= 1
            self.waiting = [one for one in self.waiting if one.times]
        return fault

    def show(self) -> dict[str, Any]:
        return {"next": [one.model_dump(by_alias=True) for one in self.waiting]}


@router.post("/faults")
async def plant(request: Request, body: FaultsBody) -> dict[str, Any]:
    queue = _queue_of(request)
    queue.waiting = [*queue.waiting, *body.next]
    return queue.show()


@router.get("/faults")
async def planted(request: Request) -> dict[str, Any]:
    return _queue_of(request).show()


@router.delete("/faults")
async def clear(request: Request) -> dict[str, Any]:
    queue = _queue_of(request)
    queue.waiting = []
    return queue.show()


def _queue_of(request: Request) -> FaultQueue:
    queue: FaultQueue = request.app.state.faults
    return queue


class Faults:
    """Carries the planted faults out."""

    def __init__(self, app: ASGIApp, queue: FaultQueue, prefix: str) -> None:
        self.app = app
        self.queue = queue
        self.prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].removeprefix(self.prefix) if scope["type"] == "http" else "/ext/faults"
        fault = None if path == "/ext/faults" else self.queue.take(scope["method"], path)
        if fault is None:
            await self.app(scope, receive, send)
        elif delay := re.fullmatch(r"latency=(.+)s", fault.fault):
            await asyncio.sleep(float(delay[1]))
            await self.app(scope, receive, send)
        else:
            kind, _, after = fault.fault.partition("-")
            if after:
                await self.app(scope, receive, _lose)
            if kind == "reset":
                await _reset(scope)
            else:
                await _spoil(kind, fault, scope)(scope, receive, send)


async def _lose(message: Message) -> None:
    """The answer of a call that was carried out, which nobody will see."""


async def _reset(scope: Scope) -> None:
    """Cut the connection; in one process there is none, so its caller gets the error it would have met."""
    abort: Callable[[], None] | None = scope.get("extensions", {}).get(ABORT)
    if abort is None:
        raise ConnectionResetError("The sandbox was asked to drop this connection.")
    abort()
    # The server notices in its next round; only then may it be told that no answer comes.
    await asyncio.sleep(0.01)


def _spoil(kind: str, fault: FaultBody, scope: Scope) -> Response:
    if kind == "504":
        return HTMLResponse(_GATEWAY_TIMEOUT, 504)
    if kind == "429":
        return error_response(scope, Refusal(429, "Too many requests.", headers={"Retry-After": "1"}))
    return error_response(scope, Refusal(500, fault.message))
