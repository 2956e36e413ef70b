"""Telegram's Bot API for tests, over HTTP: what it answers, what it refuses, and how it fails.

It runs in a thread of its own, so the real library and the real processes can talk to it.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.channels.telegram import checks
from tests.channels.telegram.checks import Refusal, bad

Json = dict[str, Any]
TOKEN = "12345:AAfake-token_of-the-tests"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_TWO_DAYS = 48 * 3600


@dataclass
class Fault:
    """What goes wrong with ``times`` calls of ``method``, after ``spared`` ones; code 0 drops the connection.

    ``is_late``: the call is carried out before its answer is lost.
    """

    method: str
    code: int
    retry_after: int | None = None
    times: int = 1
    spared: int = 0
    is_late: bool = False

    def strikes(self, method: str) -> bool:
        if method != self.method or self.times < 1:
            return False
        if self.spared > 0:
            self.spared -= 1
            return False
        self.times -= 1
        return True

    def refusal(self) -> Refusal:
        if self.retry_after is not None:
            words = f"Too Many Requests: retry after {self.retry_after}"
            return Refusal(self.code, words, retry_after=self.retry_after)
        return Refusal(self.code, "Internal Server Error")


@dataclass
class FakeBotApi:
    """``calls``: everything that was asked for; ``screens``: what each chat shows now."""

    calls: list[tuple[str, Json]] = field(default_factory=list)
    screens: defaultdict[int, list[Json]] = field(default_factory=lambda: defaultdict(list))
    faults: list[Fault] = field(default_factory=list)
    blocked: set[int] = field(default_factory=set)
    webhook: Json = field(default_factory=dict)
    webhook_answers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.me = {"id": 12345, "is_bot": True, "first_name": "Pedido", "username": "PedidoBot"}
        self._ids = itertools.count(1)
        self._pending: list[Json] = []
        self._presses: set[str] = set()
        self._poll = self._confirmed = 0
        self._news = asyncio.Event()

    @contextmanager
    def running(self) -> Iterator[Self]:
        """The address is ``url`` while the block lasts."""
        started = threading.Event()
        thread = threading.Thread(target=lambda: asyncio.run(self._serve(started)), daemon=True)
        thread.start()
        assert started.wait(10)
        try:
            yield self
        finally:
            self._loop.call_soon_threadsafe(self._over.set)
            thread.join(10)

    async def _serve(self, started: threading.Event) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        app = web.Application()
        app.router.add_route("*", f"/bot{TOKEN}/{{method}}", self._answer)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        async with aiohttp.ClientSession() as self._http:
            started.set()
            await self._over.wait()
        await runner.cleanup()

    # What the test does.

    def next_id(self) -> int:
        return next(self._ids)

    def deliver(self, *updates: Json) -> None:
        """Hand over updates as they are: doubled, shuffled, whatever the test wants."""
        self._loop.call_soon_threadsafe(self._take_in, updates)

    def is_taken(self, update_id: int) -> bool:
        """Whether the bot that polls has acknowledged this update."""
        return update_id < self._confirmed

    def named(self, method: str) -> list[Json]:
        """The parameters of every call of ``method``."""
        return [params for name, params in list(self.calls) if name == method]

    def wait_until(self, is_so: Callable[[], Any], seconds: float = 10) -> Any:
        """What ``is_so`` gives once it gives something; blocks, for tests that have no loop."""
        deadline = time.monotonic() + seconds
        while not (found := is_so()):
            assert time.monotonic() < deadline, f"not in {seconds} s; calls: {self.calls[-10:]}"
            time.sleep(0.02)
        return found

    # What Telegram does.

    def _take_in(self, updates: tuple[Json, ...]) -> None:
        for update in updates:
            if "callback_query" in update:
                self._presses.add(update["callback_query"]["id"])
            if self.webhook.get("url"):
                self._loop.create_task(self._post(update))
            else:
                self._pending.append(update)
        self._news.set()

    async def _post(self, update: Json) -> None:
        """To the webhook, until it says 2xx or patience ends."""
        secret = self.webhook.get("secret_token")
        headers = {SECRET_HEADER: secret} if secret else {}
        for attempt in range(9):
            try:
                async with self._http.post(self.webhook["url"], json=update, headers=headers) as answer:
                    self.webhook_answers.append(answer.status)
                    if answer.ok:
                        return
            except aiohttp.ClientError:
                self.webhook_answers.append(0)
            await asyncio.sleep(0.1 * 2**attempt)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        is_json = request.content_type == "application/json"
        params: Json = await request.json() if is_json else dict(await request.post())
        self.calls.append((method, params))
        fault = next((each for each in self.faults if each.strikes(method)), None)
        try:
            if fault:
                if fault.is_late:
                    await self._run(method, params)
                raise fault.refusal()
            result = await self._run(method, params)
        except Refusal as refusal:
            return self._refuse(request, refusal)
        return web.json_response({"ok": True, "result": result})

    def _refuse(self, request: web.Request, refusal: Refusal) -> web.StreamResponse:
        if refusal.code == 0 and request.transport:
            request.transport.abort()
        body: Json = {"ok": False, "error_code": refusal.code, "description": refusal.description}
        if refusal.parameters:
            body["parameters"] = refusal.parameters
        return web.json_response(body, status=refusal.code or 500)

    async def _run(self, method: str, params: Json) -> Any:
        handler = getattr(self, f"_on_{method}", None)
        if handler is None:
            raise Refusal(404, "Not Found")
        result = handler(params)
        return await result if asyncio.iscoroutine(result) else result

    def _on_getMe(self, _: Json) -> Json:  # noqa: N802  # the methods are named as the Bot API names them
        return {**self.me, "can_join_groups": True, "can_read_all_group_messages": False}

    async def _on_getUpdates(self, params: Json) -> list[Json]:  # noqa: N802
        if self.webhook.get("url"):
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        self._poll = poll = self._poll + 1
        self._news.set()
        if "offset" in params:  # what lies under it is confirmed, and forgotten
            offset = self._confirmed = int(params["offset"])
            self._pending = [each for each in self._pending if each["update_id"] >= offset]
        deadline = time.monotonic() + float(params.get("timeout", 0))
        while not self._pending and (left := deadline - time.monotonic()) > 0:
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), left)
            except TimeoutError:
                break
            if self._poll != poll:
                raise Refusal(409, "Conflict: terminated by other getUpdates request")
        return self._pending[: int(params.get("limit", 100))]

    def _on_setWebhook(self, params: Json) -> bool:  # noqa: N802
        checks.check_webhook(params)
        self.webhook = params
        return True

    def _on_deleteWebhook(self, _: Json) -> bool:  # noqa: N802
        self.webhook = {}
        return True

    def _on_getWebhookInfo(self, _: Json) -> Json:  # noqa: N802
        return {
            "url": self.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self._pending),
        }

    def _on_sendMessage(self, params: Json) -> Json:  # noqa: N802
        chat = self._chat(params)
        text, keyboard = checks.check_text(params), checks.check_keyboard(params)
        shown: Json = {
            "message_id": 5000 + self.next_id(),
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup", "first_name": "x"},
            "from": self.me,
            "text": text,
            **({"reply_markup": keyboard} if keyboard else {}),
        }
        self.screens[chat].append(shown)
        return shown

    def _on_editMessageReplyMarkup(self, params: Json) -> Json:  # noqa: N802
        shown = self._message(params)
        keyboard = checks.check_keyboard(params)
        if keyboard == shown.get("reply_markup"):
            raise bad("message is not modified: specified new message content and reply markup are the same")
        shown.pop("reply_markup", None)
        if keyboard:
            shown["reply_markup"] = keyboard
        return shown

    def _on_answerCallbackQuery(self, params: Json) -> bool:  # noqa: N802
        if params["callback_query_id"] not in self._presses:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        if len(params.get("text", "")) > 200:
            raise bad("MESSAGE_TOO_LONG")
        self._presses.discard(params["callback_query_id"])
        return True

    def _on_sendChatAction(self, params: Json) -> bool:  # noqa: N802
        self._chat(params)
        if params.get("action") != "typing":
            raise bad("wrong parameter action in request")
        return True

    def _on_deleteMessage(self, params: Json) -> bool:  # noqa: N802
        shown = self._message(params)
        if time.time() - shown["date"] > _TWO_DAYS:
            raise bad("message can't be deleted")
        self.screens[self._chat(params)].remove(shown)
        return True

    def _on_setMyCommands(self, params: Json) -> bool:  # noqa: N802
        checks.check_commands(params)
        json.loads(params.get("scope", "{}"))
        return True

    def _chat(self, params: Json) -> int:
        chat = int(params["chat_id"])
        if chat in self.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if chat not in self.screens:
            raise bad("chat not found")
        return chat

    def _message(self, params: Json) -> Json:
        wanted = int(params["message_id"])
        found = [each for each in self.screens[self._chat(params)] if each["message_id"] == wanted]
        if not found:
            raise bad("message to edit not found")
        return found[0]
