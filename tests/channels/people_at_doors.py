"""Six people at each of four doors, all of whom want something of the reseller demo.

The owner is demo. ``support`` has no caller on the line, ``call`` has demo's code. A stranger is nobody we
know. A guest is let in by somebody else: without a sign-in on the web, in a group in Telegram, in Slack as a
restricted member (who was linked once).
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import httpx
from fastapi import FastAPI

from bot.channels.outbox import Outbox
from bot.channels.telegram.door import telegram_door
from bot.channels.web.parts import Parts
from bot.settings import read_settings
from tests.channels.fakes import FakeEngine, FakeMarketplace
from tests.channels.slack.deliveries import SIGNING_SECRET, message, press
from tests.channels.slack.fake_slack import BOT_TOKEN, TEAM, FakeSlack
from tests.channels.slack.workspace import Workspace, until
from tests.channels.telegram.conftest import settings_for
from tests.channels.telegram.fake_bot_api import FakeBotApi
from tests.channels.telegram.phone import Phone
from tests.channels.telegram.updates import group, person, pressed, said
from tests.channels.test_outbox import working
from tests.channels.web.test_desk import ring

ACTORS = ("owner", "other", "support", "call", "stranger", "guest")
LOGINS = {"owner": "demo", "other": "cloudpeak", "support": "soporte", "call": "soporte"}
MADE_UP = "Bearer nobody-ever-got-this-token"


@dataclass
class World:
    """What stands behind every door."""

    parts: Parts
    app: FastAPI
    marketplace: FakeMarketplace
    engine: FakeEngine


class Door(Protocol):
    async def says(self, actor: str, text: str) -> None: ...
    async def presses(self, actor: str, button: str) -> None: ...
    async def wants(self, actor: str, method: str, path: str) -> None:
        """Something of the account page. In a chat there is no way but to write it."""

    async def sees(self, actor: str) -> str:
        """Everything that this person is shown."""
        ...


@dataclass
class Pages:
    """The page, or the desk: what each person has in their ``Authorization`` header."""

    http: httpx.AsyncClient
    tokens: dict[str, str]

    async def says(self, actor: str, text: str) -> None:
        await self._ask(actor, "POST", "/api/messages", {"text": text})

    async def presses(self, actor: str, button: str) -> None:
        await self._ask(actor, "POST", "/api/messages", {"button": button})

    async def wants(self, actor: str, method: str, path: str) -> None:
        await self._ask(actor, method, path)

    async def sees(self, actor: str) -> str:
        paths = ("/api/messages", "/api/desk/orders", "/api/desk/read-back", "/api/links", "/api/sessions")
        return "\n".join([(await self._ask(actor, "GET", path)).text for path in paths])

    async def _ask(self, actor: str, method: str, path: str, body: Any = None) -> httpx.Response:
        headers = {"Authorization": token} if (token := self.tokens[actor]) else {}
        return await self.http.request(method, path, json=body, headers=headers)


@asynccontextmanager
async def on_the_page(world: World) -> AsyncIterator[Door]:
    async with _client(world) as http:
        tokens = {actor: await _signed_in(http, login) for actor, login in LOGINS.items()}
        yield Pages(http, tokens | {"stranger": MADE_UP, "guest": ""})


@asynccontextmanager
async def at_the_desk(world: World) -> AsyncIterator[Door]:
    """Whoever may not take a call has what they had before, or nothing."""
    async with _client(world) as http:
        tokens = {actor: await _signed_in(http, login) for actor, login in LOGINS.items()}
        for actor in ("owner", "other"):
            http.headers["Authorization"] = tokens[actor]
            assert (await http.post("/api/desk/calls", json={"reseller": "demo"})).status_code == 403
            tokens[actor] = ""
        http.headers["Authorization"] = tokens["call"]
        call, code = await ring(http, world.parts, world.marketplace)
        wrong = {"code": f"{(int(code) + 1) % 10_000:04}"}
        assert (await http.post(f"/api/desk/calls/{call}/check", json=wrong)).status_code == 422
        answer = await http.post(f"/api/desk/calls/{call}/check", json={"code": code})
        tokens["call"] = f"Bearer {answer.json()['token']}"
        del http.headers["Authorization"]
        yield Pages(http, tokens | {"stranger": MADE_UP, "guest": ""})


@dataclass
class Telegram:
    world: World
    phones: dict[str, Phone]

    async def says(self, actor: str, text: str) -> None:
        phone = self.phones[actor]
        place = group() if actor == "guest" else None
        await self._does(actor, said(phone.telegram.next_id(), phone.user, text, place))

    async def presses(self, actor: str, button: str) -> None:
        phone = self.phones[actor]
        under = {
            "message_id": 1,
            "date": 1,
            "chat": self._chat(actor),
            "from": phone.telegram.me,
            "text": "?",
        }
        await self._does(actor, pressed(phone.telegram.next_id(), phone.user, button, under))

    async def wants(self, actor: str, method: str, path: str) -> None:
        await self.says(actor, f"{method} {path}")

    async def sees(self, actor: str) -> str:
        await asyncio.sleep(0.3)  # what is on its way arrives
        return str(self._screen(actor))

    async def _does(self, actor: str, update: dict[str, Any]) -> None:
        api = self.phones[actor].telegram
        api.deliver(update)
        await until(lambda: api.is_taken(update["update_id"]))
        await answered(self.world, "telegram")

    def _chat(self, actor: str) -> dict[str, Any]:
        return group() if actor == "guest" else {"id": self.phones[actor].user["id"], "type": "private"}

    def _screen(self, actor: str) -> list[dict[str, Any]]:
        return self.phones[actor].telegram.screens[self._chat(actor)["id"]]


@asynccontextmanager
async def in_telegram(world: World) -> AsyncIterator[Door]:
    ledger, gateway = world.parts.ledger, world.parts.gateway
    with FakeBotApi().running() as api:
        phones = {actor: Phone(api, person(100 + n, actor, actor)) for n, actor in enumerate(ACTORS)}
        for actor, login in (LOGINS | {"guest": "demo"}).items():
            await _link(world, "telegram", login, str(phones[actor].user["id"]))
        door = telegram_door(settings_for(api), ledger, gateway)
        assert door is not None
        async with working(Outbox(ledger, gateway, [door.courier])), door.run():
            yield Telegram(world, phones)


@dataclass
class Slack:
    world: World
    workspace: Workspace
    users: dict[str, str] = field(default_factory=dict)

    async def says(self, actor: str, text: str) -> None:
        user = self.users[actor]
        await self._does(message(text, user=user, channel=_direct(user)))

    async def presses(self, actor: str, button: str) -> None:
        user, shown = self.users[actor], {"ts": "1.1", "text": "?", "blocks": []}
        await self._does(press(shown, _element(button), user=user, channel=_direct(user)))

    async def wants(self, actor: str, method: str, path: str) -> None:
        await self.says(actor, f"{method} {path}")

    async def sees(self, actor: str) -> str:
        await asyncio.sleep(0.3)  # what is on its way arrives
        user = self.users[actor]
        return str([self.workspace.slack.posted(_direct(user)), self.workspace.slack.homes.get(user)])

    async def _does(self, payload: dict[str, Any]) -> None:
        assert await self.workspace.deliver(payload) == 200
        await answered(self.world, "slack")


@asynccontextmanager
async def in_slack(world: World) -> AsyncIterator[Door]:
    slack = FakeSlack()
    users = {actor: f"U{100 + n}" for n, actor in enumerate(ACTORS)}
    for actor, user in users.items():
        slack.join(user, actor, is_restricted=actor == "guest")
    for actor, login in (LOGINS | {"guest": "demo"}).items():
        await _link(world, "slack", login, f"{TEAM}/{users[actor]}")
    async with AsyncExitStack() as stack:
        runner = await slack.start()
        stack.push_async_callback(runner.cleanup)
        settings = {"PEDIDO_SLACK_BOT_TOKEN": BOT_TOKEN, "PEDIDO_SLACK_SIGNING_SECRET": SIGNING_SECRET}
        opened = Workspace.opened(
            slack,
            read_settings(settings | {"PEDIDO_SLACK_BASE_URL": slack.url}),
            world.parts.ledger,
            world.parts.gateway,
        )
        yield Slack(world, await stack.enter_async_context(opened), users)


async def answered(world: World, channel: str) -> None:
    """Until every turn that was taken there has been had."""
    async with asyncio.timeout(10):
        while await world.parts.ledger.conversations.unanswered(channel):  # noqa: ASYNC110  # it rings no bell
            await asyncio.sleep(0.01)


DOORS = {"web": on_the_page, "telegram": in_telegram, "slack": in_slack, "desk": at_the_desk}


def _client(world: World) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(world.app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://gateway")


async def _signed_in(http: httpx.AsyncClient, login: str) -> str:
    answer = await http.post("/api/session", json={"login": login, "password": "demo"})
    return f"Bearer {answer.json()['token']}"


async def _link(world: World, channel: str, login: str, user: str) -> None:
    ledger = world.parts.ledger
    await ledger.accounts.save(world.marketplace.accounts[login], "demo")
    link, token = await ledger.links.offer(login, channel)
    await ledger.links.claim(channel, token, user, f"@{login}")
    await ledger.links.approve(link.id, login)


def _direct(user: str) -> str:
    return user.replace("U", "D")


def _element(button: str) -> dict[str, Any]:
    words = {"type": "plain_text", "text": "Sí", "emoji": False}
    return {"type": "button", "action_id": "press:0", "text": words, "value": button}
