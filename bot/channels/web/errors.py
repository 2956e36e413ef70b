"""Every trouble as ``{"error": sentence}`` with an honest status, in the language the request asks for."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from ulid import ULID

from bot.channels.declined import Declined
from bot.channels.rates import TooFast
from bot.channels.sentences import preferred_language, sentence
from bot.channels.web.speaker import SignedOut

log = structlog.get_logger(__name__)


def add_error_answers(app: FastAPI) -> None:
    app.add_exception_handler(SignedOut, _signed_out)
    app.add_exception_handler(Declined, _declined)
    app.add_exception_handler(TooFast, _too_fast)
    app.add_exception_handler(RequestValidationError, _bad_request)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _internal)


def validation_detail(mistake: RequestValidationError | ValidationError) -> str:
    """The first thing that is wrong, naming the field and never its value."""
    first = mistake.errors()[0]
    field = ".".join(str(part) for part in first["loc"] if part != "body")
    return f"{field}: {first['msg']}" if field else str(first["msg"])


def _say(request: Request, status: int, name: str, **facts: object) -> JSONResponse:
    language = preferred_language(request.headers.get("Accept-Language", ""))
    return JSONResponse({"error": sentence(name, language, **facts)}, status)


async def _signed_out(request: Request, _: Exception) -> JSONResponse:
    answer = _say(request, HTTPStatus.UNAUTHORIZED, "signed_out")
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


async def _declined(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Declined)
    answer = _say(request, error.status, error.reason, seconds=error.wait, **error.facts)
    if error.wait:
        answer.headers["Retry-After"] = str(error.wait)
    return answer


async def _too_fast(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, TooFast)
    answer = _say(request, HTTPStatus.TOO_MANY_REQUESTS, "too_fast", seconds=error.wait)
    answer.headers["Retry-After"] = str(error.wait)
    return answer


async def _bad_request(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    return _say(request, HTTPStatus.BAD_REQUEST, "bad_request", detail=validation_detail(error))


async def _http_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    answer = _say(request, error.status_code, "bad_request", detail=error.detail)
    headers: Mapping[str, str] = error.headers or {}
    answer.headers.update(headers)
    return answer


async def _internal(request: Request, error: Exception) -> JSONResponse:
    reference = str(ULID())
    log.error("request_failed", reference=reference, path=request.url.path, exc_info=error)
    return _say(request, HTTPStatus.INTERNAL_SERVER_ERROR, "internal", reference=reference)
