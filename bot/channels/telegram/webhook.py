"""Telegram posts updates here; 200 only once they are committed, anything else makes it post them again."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable
from http import HTTPStatus

import structlog
from fastapi import APIRouter, Request, Response
from telegram import Bot, Update

from bot.channels.telegram.parsing import readable

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

log = structlog.get_logger(__name__)


def webhook_routes(bot: Bot, secret: str, take: Callable[[Update], Awaitable[None]]) -> APIRouter:
    router = APIRouter()

    @router.post(PATH)
    async def webhook(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            log.warning("telegram_webhook_forged", address=request.client.host if request.client else "")
            return Response(status_code=HTTPStatus.FORBIDDEN)
        update = _parse(await request.body(), bot)
        if update is not None:
            await take(update)
        return Response(status_code=HTTPStatus.OK)

    return router


def _parse(body: bytes, bot: Bot) -> Update | None:
    """None for what nobody will ever be able to read: it is not to be sent again."""
    try:
        return Update.de_json(readable(json.loads(body)), bot)
    except (ValueError, TypeError, KeyError) as trouble:
        log.error("telegram_webhook_unreadable", trouble=type(trouble).__name__)
        return None
