"""The same conversation over a WebSocket, so that the bot can also speak first.

The first frame is a ``Hello``, answered by ``{"ready": true}``. Then frames as of ``POST /api/messages`` are
answered by the same JSON with their ``client_msg_id`` and what was ``heard``: the text as it is kept, its
secrets masked. What else is said, by the bot itself
or in another window, arrives as ``GET /api/messages`` gives it.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from json import JSONDecodeError
from typing import Any
from urllib.parse import urlsplit

import structlog
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError

from bot.channels.conversation import Person, Reply
from bot.channels.rates import TooFast
from bot.channels.sentences import DEFAULT_LANGUAGE, sentence
from bot.channels.web.errors import validation_detail
from bot.channels.web.parts import Parts, address_of, parts_of
from bot.channels.web.speaker import SignedOut
from bot.channels.web.wire import Hello, MessageBody, history_json, reply_json
from bot.ledger import Conversation

SIGNED_OUT, BAD_FRAME, TRY_LATER = 4401, 4400, 4429
_HELLO_SECONDS = 10
# A session that was closed or ran out ends its sockets within this time.
_RECHECK_SECONDS = 30

log = structlog.get_logger(__name__)
router = APIRouter()


@router.websocket("/api/socket")
async def socket(websocket: WebSocket) -> None:
    if not _is_from_our_page(websocket):
        await websocket.close()  # before it is accepted: the browser gets a 403
        return
    await websocket.accept()
    try:
        parts_of(websocket).rates.address.take(address_of(websocket))
        async with asyncio.timeout(_HELLO_SECONDS):
            hello = Hello.model_validate(await websocket.receive_json())
        await _Window(websocket, hello).run()
    except* SignedOut:
        await websocket.close(SIGNED_OUT)
    except* (ValidationError, JSONDecodeError, TimeoutError, KeyError):
        await websocket.close(BAD_FRAME)
    except* TooFast:
        await websocket.close(TRY_LATER)
    except* WebSocketDisconnect:
        log.debug("socket_closed")


def _is_from_our_page(websocket: WebSocket) -> bool:
    """A browser always says whose page asks; our pages are where it reached us, or where we are published."""
    origin = websocket.headers.get("Origin")
    ours = (websocket.headers.get("Host"), urlsplit(parts_of(websocket).origins.own).netloc)
    return origin is None or urlsplit(origin).netloc in ours


class _Window:
    """One open window on one conversation."""

    def __init__(self, websocket: WebSocket, hello: Hello) -> None:
        self._websocket = websocket
        self._hello = hello
        self._parts: Parts = parts_of(websocket)
        self._seq = 0
        # Receipts of what was written in this window, which shows it, and its answers, without news of it.
        self._mine: set[str] = set()
        # News and answers leave one at a time: a state that was read before an answer never arrives after it.
        self._talking = asyncio.Lock()

    async def run(self) -> None:
        """Raises ``SignedOut`` when the session ends, ``WebSocketDisconnect`` when the window closes."""
        person = await self._parts.speakers.behind(self._hello.token)
        conversation = await self._parts.gateway.open(person, self._hello.conversation)
        with self._parts.gateway.listeners.listening(conversation.id) as bell:
            said = await self._parts.ledger.conversations.since(conversation.id, 0)
            self._seq = said[-1].seq if said else 0
            await self._websocket.send_json({"ready": True})
            async with asyncio.TaskGroup() as duties:
                duties.create_task(self._listen(conversation, bell))
                duties.create_task(self._pass_news_on(conversation, bell))
                duties.create_task(self._watch_session())

    async def _listen(self, conversation: Conversation, bell: asyncio.Event) -> None:
        while True:
            frame = await self._websocket.receive_json()
            # Who speaks is read again for every message: a session may have ended since the last.
            person = await self._parts.speakers.behind(self._hello.token)
            try:
                self._parts.rates.session.take(self._hello.token)
                body = MessageBody.model_validate(frame)
            except (ValidationError, TooFast) as mistake:
                await self._websocket.send_json(_refusal(frame, mistake, person))
                continue
            async with self._talking:
                accepted = await self._parts.gateway.accept(person, conversation, body.event())
                self._mine.add(accepted.receipt.id)
            reply = await self._parts.gateway.answer(accepted, asker=bell)
            asked = {"client_msg_id": body.client_msg_id, "heard": accepted.heard.text}
            await self._answer(conversation, asked, reply)

    async def _answer(self, conversation: Conversation, asked: dict[str, str], reply: Reply) -> None:
        async with self._talking:
            if reply.messages and self._seq > reply.messages[-1].seq:  # the window knows a newer state
                awaiting, order = await self._parts.ledger.conversations.state(conversation.id)
                reply = replace(reply, awaiting=awaiting, order=order)
            await self._websocket.send_json(asked | reply_json(reply))

    async def _pass_news_on(self, conversation: Conversation, bell: asyncio.Event) -> None:
        while await bell.wait():
            bell.clear()
            async with self._talking:
                said = await self._parts.ledger.conversations.since(conversation.id, self._seq)
                self._seq = max([self._seq, *(message.seq for message in said)])
                news = [message for message in said if message.receipt not in self._mine]
                if news:
                    state = await self._parts.ledger.conversations.state(conversation.id)
                    await self._websocket.send_json(history_json(news, *state))

    async def _watch_session(self) -> None:
        while True:
            await asyncio.sleep(_RECHECK_SECONDS)
            await self._parts.speakers.behind(self._hello.token)


def _refusal(frame: Any, mistake: ValidationError | TooFast, person: Person) -> dict[str, Any]:
    language = person.language or DEFAULT_LANGUAGE
    if isinstance(mistake, TooFast):
        error = sentence("too_fast", language, seconds=mistake.wait)
    else:
        error = sentence("bad_request", language, detail=validation_detail(mistake))
    known = frame.get("client_msg_id") if isinstance(frame, dict) else None
    return {"error": error, "client_msg_id": known}
