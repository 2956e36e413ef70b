"""The gateway's HTTP API, as one who chats uses it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import httpx

# A turn may wait for the marketplace; the gateway itself gives up earlier, with a sentence.
_ANSWER_SECONDS = 60.0


class TalkError(Exception):
    """Something the person should read; ``is_final``: there is no point in going on."""

    def __init__(self, sentence: str, is_final: bool = False) -> None:
        super().__init__(sentence)
        self.is_final = is_final


@dataclass(frozen=True)
class News:
    """What was said since the last look (author, text, buttons), and how things stand after it."""

    messages: list[dict[str, Any]]
    awaiting: str | None
    order: dict[str, Any] | None


class Api:
    """One signed-in conversation. ``transport`` replaces the network in tests."""

    def __init__(self, url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._url = url
        self._http = httpx.AsyncClient(base_url=url, timeout=_ANSWER_SECONDS, transport=transport)
        self._seq = 0

    async def sign_in(self, login: str, password: str) -> None:
        session = await self._call("POST", "/api/session", {"login": login, "password": password})
        self._http.headers["Authorization"] = f"Bearer {session['token']}"

    async def say(self, text: str) -> None:
        await self._call("POST", "/api/messages", {"text": text, "client_msg_id": uuid.uuid4().hex})

    async def press(self, button: str) -> None:
        await self._call("POST", "/api/messages", {"button": button, "client_msg_id": uuid.uuid4().hex})

    async def news(self) -> News:
        """Both sides, in order; the first time: the whole history."""
        said = await self._call("GET", f"/api/messages?after={self._seq}")
        messages: list[dict[str, Any]] = said["messages"]
        if messages:
            self._seq = messages[-1]["seq"]
        return News(messages, said["awaiting"], said["order"])

    async def close(self) -> None:
        await self._http.aclose()

    async def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        try:
            answer = await self._http.request(method, path, json=body)
        except httpx.ConnectError as trouble:
            raise TalkError(
                f"Nothing answers at {self._url}. Is Pedido running? Start it: make run"
            ) from trouble
        except httpx.HTTPError as trouble:
            raise TalkError(f"No answer from {self._url} ({type(trouble).__name__}).") from trouble
        try:
            content: dict[str, Any] = answer.json()
        except ValueError as trouble:
            raise TalkError(f"What answers at {self._url} is not Pedido.", is_final=True) from trouble
        if answer.is_error:
            is_final = answer.status_code == HTTPStatus.UNAUTHORIZED
            raise TalkError(content.get("error", f"status {answer.status_code}"), is_final)
        return content
