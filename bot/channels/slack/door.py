"""Slack as one of the gateway's doors: opened when the settings name a bot token."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import aiohttp
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.channels.chat_platform import ChatPlatform, Door
from bot.channels.conversation import Gateway
from bot.channels.slack.app import bolt_app
from bot.channels.slack.background import Background
from bot.channels.slack.courier import SlackCourier
from bot.channels.slack.home import Home, Whose
from bot.channels.slack.members import Members
from bot.channels.slack.reception import Desk, Reception
from bot.channels.slack.socket_mode import connected
from bot.channels.slack.threads import CHANNEL
from bot.channels.slack.voice import Voice
from bot.channels.slack.webhook import webhook
from bot.ledger import Ledger
from bot.settings import Settings

_CALL_SECONDS = 10


def slack_door(settings: Settings, ledger: Ledger, gateway: Gateway) -> Door | None:
    """None without a bot token."""
    if settings.slack_bot_token is None:
        return None
    client, patient = (
        AsyncWebClient(settings.slack_bot_token, base_url=settings.slack_base_url) for _ in range(2)
    )
    patient.retry_handlers.append(AsyncRateLimitErrorRetryHandler(max_retry_count=2))
    background, members = Background(), Members(client)
    platform, page = ChatPlatform(CHANNEL, ledger, gateway), settings.public_url
    home = Home(patient, ledger, gateway, background, Whose(members, platform, page))
    reception = Reception(Desk(ledger, gateway, members, Voice(patient), home, background, platform, page))
    app = bolt_app(AsyncWebClient(base_url=settings.slack_base_url), members, reception)

    @asynccontextmanager
    async def run() -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_CALL_SECONDS))
            client.session = patient.session = await stack.enter_async_context(session)
            stack.push_async_callback(background.end)
            stack.enter_context(gateway.listeners.watching(home))
            await stack.enter_async_context(platform.running())
            if settings.slack_app_token is not None:
                await stack.enter_async_context(connected(app, settings.slack_app_token))
            yield

    secret = settings.slack_signing_secret
    routes = webhook(app, secret) if secret else None
    return Door(SlackCourier(client, home), run, routes, forget_people=platform.forget_people)
