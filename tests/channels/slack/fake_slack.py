"""Slack on this machine: its Web API and Socket Mode over HTTP, as strict with a call as the real one.

Faults are set by method: the next calls of it are answered by them instead.
"""

import asyncio
import itertools
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.channels.slack.block_kit import faults as block_faults

BOT_TOKEN, APP_TOKEN, TEAM, BOT = "xoxb-pedido", "xapp-pedido", "T1", "UPEDIDO"


@dataclass
class Call:
    method: str
    args: dict[str, Any]


@dataclass
class Fault:
    """``status`` 429 has a ``retry_after``; ``error`` is an ``ok: false``; ``seconds`` of silence before."""

    status: int = 200
    error: str | None = None
    retry_after: int | None = None
    seconds: float = 0


@dataclass
class FakeSlack:
    calls: list[Call] = field(default_factory=list)
    messages: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)  # by channel and ts
    homes: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    users: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: defaultdict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))
    refused: list[str] = field(default_factory=list)
    acks: dict[str, dict[str, Any]] = field(default_factory=dict)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    refusing: int = 0  # so many connections are turned away, their tickets used up
    url: str = ""
    _clock: Any = field(default_factory=lambda: itertools.count(1_900_000_000))
    _tickets: set[str] = field(default_factory=set)

    def join(self, user: str, name: str, **facts: Any) -> None:
        person = {"id": user, "name": name, "team_id": TEAM, "real_name": name.title(), "locale": "es-LA"}
        self.users[user] = {**person, "is_bot": False, "is_restricted": False, **facts}

    def sent(self, method: str) -> list[dict[str, Any]]:
        return [call.args for call in self.calls if call.method == method]

    def posted(self, channel: str) -> list[dict[str, Any]]:
        """What stands in a channel now, in its order."""
        return [message for (place, _), message in self.messages.items() if place == channel]

    async def start(self) -> web.AppRunner:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._answer)
        app.router.add_get("/socket", self._socket)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.url = f"http://{host}:{port}/api"
        return runner

    async def push(self, envelope: str, kind: str, payload: dict[str, Any]) -> None:
        """Deliver something through Socket Mode."""
        frame = {"envelope_id": envelope, "type": kind, "payload": payload, "accepts_response_payload": True}
        await self.sockets[-1].send_json(frame)

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        args = await _arguments(request)
        expected = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if request.headers.get("Authorization") != f"Bearer {expected}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        if self.faults[method]:
            fault = self.faults[method].pop(0)
            await asyncio.sleep(fault.seconds)
            if fault.status != 200:
                wait = {"Retry-After": str(fault.retry_after)} if fault.retry_after is not None else {}
                return web.json_response(
                    {"ok": False, "error": "ratelimited"}, status=fault.status, headers=wait
                )
            if fault.error:
                return web.json_response({"ok": False, "error": fault.error})
        self.calls.append(Call(method, args))
        answer = METHODS.get(method, _unknown)(self, args)
        if not answer["ok"]:
            self.refused.append(f"{method}: {answer}")
        return web.json_response(answer)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            raise web.HTTPForbidden
        self._tickets.discard(ticket)
        if self.refusing:
            self.refusing -= 1
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1})
        self.sockets.append(socket)
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                ack = json.loads(message.data)
                self.acks[ack["envelope_id"]] = ack
        self.sockets.remove(socket)
        return socket

    def auth_test(self, _: dict[str, Any]) -> dict[str, Any]:
        return {"ok": True, "user_id": BOT, "user": "pedido", "bot_id": "BPEDIDO", "team_id": TEAM}

    def users_info(self, args: dict[str, Any]) -> dict[str, Any]:
        user = self.users.get(args["user"])
        return {"ok": True, "user": user} if user else {"ok": False, "error": "user_not_found"}

    def post(self, args: dict[str, Any]) -> dict[str, Any]:
        wrong = _message_faults(args)
        thread = args.get("thread_ts")
        if args.get("reply_broadcast") and not thread:
            wrong.append("reply_broadcast outside of a thread")
        if wrong:
            return {"ok": False, "error": "invalid_blocks", "errors": wrong}
        ts = f"{next(self._clock)}.000100"
        message = {"ts": ts, "text": args["text"], "blocks": args.get("blocks", []), "thread_ts": thread}
        self.messages[args["channel"], ts] = message | {"broadcast": bool(args.get("reply_broadcast"))}
        return {"ok": True, "channel": args["channel"], "ts": ts, "message": message}

    def update(self, args: dict[str, Any]) -> dict[str, Any]:
        known = self.messages.get((args["channel"], args["ts"]))
        if known is None:
            return {"ok": False, "error": "message_not_found"}
        if wrong := _message_faults(args):
            return {"ok": False, "error": "invalid_blocks", "errors": wrong}
        known.update(text=args["text"], blocks=args["blocks"])
        return {"ok": True, "channel": args["channel"], "ts": args["ts"]}

    def whisper(self, args: dict[str, Any]) -> dict[str, Any]:
        wrong = _message_faults(args) or ([] if args.get("user") else ["nobody to whisper to"])
        return {"ok": not wrong, **({"error": "invalid_blocks", "errors": wrong} if wrong else {})}

    def publish(self, args: dict[str, Any]) -> dict[str, Any]:
        view = args["view"]
        wrong = block_faults(view["blocks"], "home") if view.get("type") == "home" else ["no home"]
        if wrong:
            return {"ok": False, "error": "invalid_arguments", "errors": wrong}
        self.homes[args["user_id"]] = view["blocks"]
        return {"ok": True, "view": view}

    def connect(self, _: dict[str, Any]) -> dict[str, Any]:
        ticket = f"ticket-{next(self._clock)}"
        self._tickets.add(ticket)
        return {
            "ok": True,
            "url": self.url.replace("http", "ws", 1).replace("/api", f"/socket?ticket={ticket}"),
        }


def _message_faults(args: dict[str, Any]) -> list[str]:
    text = args.get("text", "")
    found = block_faults(args["blocks"]) if args.get("blocks") else []
    return found + ([] if 1 <= len(text) <= 40_000 else [f"a text of {len(text)} characters"])


def _unknown(_: FakeSlack, args: dict[str, Any]) -> dict[str, Any]:
    return {"ok": False, "error": "unknown_method"}


METHODS = {
    "auth.test": FakeSlack.auth_test,
    "users.info": FakeSlack.users_info,
    "chat.postMessage": FakeSlack.post,
    "chat.postEphemeral": FakeSlack.whisper,
    "chat.update": FakeSlack.update,
    "views.publish": FakeSlack.publish,
    "apps.connections.open": FakeSlack.connect,
}


async def _arguments(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    return {**request.query, **await request.post()}
