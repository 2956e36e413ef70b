"""The Slack door as the gateway opens it, with the outbox, in a workspace that is a fake."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any, Self

import httpx
from fastapi import FastAPI

from bot.channels.chat_platform import Door
from bot.channels.conversation import Gateway
from bot.channels.outbox import Outbox
from bot.channels.slack.door import slack_door
from bot.ledger import Ledger
from bot.settings import Settings
from tests.channels.slack.deliveries import press, signed
from tests.channels.slack.fake_slack import FakeSlack

PATH = "/slack/events"


@dataclass
class Workspace:
    slack: FakeSlack
    ledger: Ledger
    http: httpx.AsyncClient
    door: Door

    @classmethod
    @asynccontextmanager
    async def opened(
        cls, slack: FakeSlack, settings: Settings, ledger: Ledger, gateway: Gateway
    ) -> AsyncIterator[Self]:
        door, app = slack_door(settings, ledger, gateway), FastAPI()
        assert door is not None
        if door.routes is not None:
            app.include_router(door.routes)
        async with AsyncExitStack() as stack:
            transport = httpx.ASGITransport(app, raise_app_exceptions=False)
            http = httpx.AsyncClient(transport=transport, base_url="http://gateway")
            await stack.enter_async_context(http)
            outbox = asyncio.create_task(Outbox(ledger, gateway, [door.courier]).run())
            stack.push_async_callback(_ended, outbox)
            await stack.enter_async_context(door.run())
            yield cls(slack, ledger, http, door)

    async def deliver(self, payload: dict[str, Any], **changes: Any) -> int:
        body, headers = signed(payload, **changes)
        return (await self.http.post(PATH, content=body, headers=headers)).status_code

    async def press(self, shown: dict[str, Any], button: dict[str, Any], **facts: Any) -> int:
        return await self.deliver(press(shown, button, **facts))

    async def posts(self, count: int, channel: str = "D1", seconds: float = 5) -> list[dict[str, Any]]:
        """The messages of a channel, when there are as many as that."""
        await until(lambda: len(self.slack.posted(channel)) >= count, seconds)
        return self.slack.posted(channel)

    async def calls(self, method: str, count: int = 1, seconds: float = 5) -> list[dict[str, Any]]:
        await until(lambda: len(self.slack.sent(method)) >= count, seconds)
        return self.slack.sent(method)

    async def heard(self) -> list[str]:
        """What of the person's stands in the ledger."""
        talk = await self.ledger.conversations.find_or_open("demo", "demo", "main", "slack")
        said = await self.ledger.conversations.since(talk.id, 0)
        return [message.text for message in said if message.author == "person"]


async def until(is_so: Callable[[], bool], seconds: float = 5) -> None:
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110  # the fake rings no bell
            await asyncio.sleep(0.01)


async def _ended(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
