"""Bolt's app: Slack's events and interactions, acknowledged when the reception has them in the inbox."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

import structlog
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.courier import TryLater
from bot.channels.slack.incoming import Body, message_in, press_in
from bot.channels.slack.members import Members
from bot.channels.slack.reception import Reception

_UNAVAILABLE = 503
log = structlog.get_logger(__name__)


def bolt_app(client: AsyncWebClient, members: Members, reception: Reception) -> AsyncApp:
    """Signatures are checked in front of it (``webhook``), or not needed (Socket Mode).

    ``client`` needs no token: Bolt calls nothing with it.
    """

    async def authorize() -> AuthorizeResult:
        # Bolt's own way answers "please reinstall" with a 200 when Slack cannot be asked: the event is lost.
        us = await members.ourselves()
        return AuthorizeResult(
            enterprise_id=us.get("enterprise_id"),
            team_id=us.get("team_id"),
            bot_user_id=us.get("user_id"),
            bot_id=us.get("bot_id"),
        )

    app = AsyncApp(
        name="pedido",
        logger=_quiet_logger(),
        client=client,
        authorize=authorize,
        process_before_response=True,  # else Bolt acknowledges events before it calls us
        request_verification_enabled=False,
        ssl_check_enabled=False,
    )
    _listen(app, reception)
    return app


def _listen(app: AsyncApp, reception: Reception) -> None:
    @app.event("message")
    @app.event("app_mention")
    async def message(body: Body) -> None:
        said = message_in(body)
        if said is not None:
            await reception.message(said)

    @app.event("app_home_opened")
    async def home(event: dict[str, Any]) -> None:
        if event.get("tab") == "home":
            await reception.home_opened(event["user"])

    @app.event(re.compile(".*"))
    async def anything_else() -> None:
        """Acknowledged, or Slack would try it again and one day stop."""

    @app.action(re.compile(".*"))
    async def press(ack: AsyncAck, body: Body) -> None:
        pressed = press_in(body)
        if pressed is not None:
            await reception.press(pressed)
        await ack()

    app.error(_not_taken)


async def _not_taken(error: Exception) -> BoltResponse:
    trouble = error.reason if isinstance(error, TryLater) else type(error).__name__
    log.error("slack_event_not_taken", trouble=trouble, at=_place(error))
    return BoltResponse(status=_UNAVAILABLE, body="")


def _place(error: Exception) -> str:
    """The line that raised. Not the message: it may quote what somebody wrote."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""


def _quiet_logger() -> logging.Logger:
    """Bolt gives this one's level to all of its own: at INFO and DEBUG they log whole bodies."""
    logger = logging.getLogger("slack_bolt")
    logger.setLevel(logging.WARNING)
    return logger
