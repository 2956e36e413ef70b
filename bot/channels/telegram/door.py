"""Telegram's door: open when there is a token; long polling, or a webhook when there is a secret for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import stamina
import structlog
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.channels.chat_platform import ChatPlatform, Door
from bot.channels.conversation import Gateway
from bot.channels.hearing import COMMANDS
from bot.channels.sentences import DEFAULT_LANGUAGE, LANGUAGES, sentence
from bot.channels.telegram.courier import CHANNEL, TelegramCourier
from bot.channels.telegram.parsing import UpdatesRequest
from bot.channels.telegram.polling import HOLD_SECONDS, poll
from bot.channels.telegram.reading import KINDS
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.sending import attempt
from bot.channels.telegram.webhook import PATH, webhook_routes
from bot.ledger import Ledger
from bot.settings import Settings

_CONNECTIONS = 64
_PATIENCE_SECONDS = 10.0

log = structlog.get_logger(__name__)


def telegram_door(settings: Settings, ledger: Ledger, gateway: Gateway) -> Door | None:
    if settings.telegram_token is None:
        return None
    bot = make_bot(settings.telegram_token, settings.telegram_base_url)
    platform = ChatPlatform(CHANNEL, ledger, gateway)
    reception = Reception(bot, platform, ledger, gateway, settings.public_url)
    secret = settings.telegram_webhook_secret
    line = _Line(reception, f"{settings.public_url}{PATH}", secret)
    routes = webhook_routes(bot, secret, reception.take) if secret else None
    return Door(TelegramCourier(bot), line.open, routes, line.invitation, platform.forget_people)


def make_bot(token: str, base_url: str) -> Bot:
    return Bot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=HTTPXRequest(_CONNECTIONS, read_timeout=_PATIENCE_SECONDS, pool_timeout=_PATIENCE_SECONDS),
        get_updates_request=UpdatesRequest(1, read_timeout=HOLD_SECONDS + _PATIENCE_SECONDS),
    )


@dataclass
class _Line:
    """The connection to Telegram while the gateway runs."""

    reception: Reception
    webhook_url: str
    secret: str | None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        bot = self.reception.bot
        async with self.reception.platform.running():
            listening = asyncio.create_task(self._listen(bot))
            try:
                yield
            finally:
                listening.cancel()
                with suppress(asyncio.CancelledError):
                    await listening
        await self.reception.close()
        await bot.shutdown()

    def invitation(self, token: str) -> str | None:
        """A deep link to the bot that brings the token along; None until Telegram has said the bot's name."""
        with suppress(RuntimeError):  # what the library raises until then
            return f"https://t.me/{self.reception.bot.username}?start={token}"
        return None

    async def _listen(self, bot: Bot) -> None:
        """Telegram may be out of reach when the gateway starts: the page works meanwhile."""
        async for trial in stamina.retry_context(on=_log_trouble, attempts=None, timeout=None, wait_max=30):
            with trial:
                await bot.initialize()
        await set_menu(bot)
        if self.secret is not None:
            url, secret = self.webhook_url, self.secret
            await attempt(
                "setWebhook", lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=KINDS)
            )
            log.info("telegram_connected", bot=bot.username, webhook=url)
            return
        await attempt("deleteWebhook", bot.delete_webhook)
        log.info("telegram_connected", bot=bot.username, webhook=None)
        await poll(bot, self.reception.take)


def _log_trouble(error: Exception) -> bool:
    if isinstance(error, TelegramError):
        log.warning("telegram_unreachable", trouble=type(error).__name__)
    return isinstance(error, TelegramError)


async def set_menu(bot: Bot) -> None:
    """The commands in the menu of private chats; who has none of our languages sees the default one."""
    scope = BotCommandScopeAllPrivateChats()
    for code in (None, *LANGUAGES):
        language = code or DEFAULT_LANGUAGE
        menu = [BotCommand(name, sentence(f"command_{name}", language)) for name in COMMANDS]
        await attempt(
            "setMyCommands",
            lambda menu=menu, code=code: bot.set_my_commands(menu, scope, language_code=code),  # type: ignore[misc]
        )
