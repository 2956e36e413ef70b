"""Refusals, and the one shape in which every error leaves: the real marketplace's.

``{"timestamp", "status", "error", "message", "path", "correlationId"}``. Malformed requests are 4xx; one that
is well formed but collides with a business rule is a 500 with text, as the real one does it. ``code`` is the
sandbox's own addition: a stable word for the reason, where there is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match


class Refusal(Exception):
    """An answer other than success; ``code`` names the business reason."""

    def __init__(
        self, status: int, message: str, code: str | None = None, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.code = code
        self.headers = headers


def malformed(message: str) -> Refusal:
    return Refusal(400, message)


def conflict(code: str, message: str) -> Refusal:
    """A business rule says no: 500 with text, like the real marketplace."""
    return Refusal(500, message, code)


def not_found(what: str, public_id: str) -> Refusal:
    return Refusal(404, f"{what} {public_id[:64]} was not found.")


def error_response(scope: Mapping[str, Any], refusal: Refusal) -> JSONResponse:
    body = {
        "timestamp": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "status": refusal.status,
        "error": HTTPStatus(refusal.status).phrase,
        "message": refusal.message,
        "path": scope["path"],
        "correlationId": scope.get("correlation_id", ""),
    }
    if refusal.code:
        body["code"] = refusal.code
    return JSONResponse(body, refusal.status, dict(refusal.headers or {}))


def install(app: FastAPI) -> None:
    """Give every kind of failure the same shape."""

    @app.exception_handler(Refusal)
    async def refused(request: Request, refusal: Refusal) -> JSONResponse:
        return error_response(request.scope, refusal)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        return error_response(request.scope, malformed(_explain(error.errors())))

    @app.exception_handler(HTTPException)
    async def plain(request: Request, error: HTTPException) -> JSONResponse:
        headers = _all_methods(request) if error.status_code == 405 else error.headers
        return error_response(request.scope, Refusal(error.status_code, error.detail, headers=headers))


def _all_methods(request: Request) -> dict[str, str]:
    """The router only knows the methods of the first route with this path."""
    routes = request.app.routes
    served = [
        method
        for method in ("GET", "POST", "PATCH", "DELETE")
        if any(route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes)
    ]
    return {"Allow": ", ".join(served)}


def _explain(problems: Sequence[Any]) -> str:
    told = [f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in problems[:5]]
    # Input may hold anything, a lone surrogate too; the message must still be sendable.
    return "; ".join(told).encode("utf-8", "replace").decode()
