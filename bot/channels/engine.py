"""The engine's REST door: one message in, everything the bot says to it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

_CONNECT_SECONDS = 2.0
# Longer than the slowest turn there is: a confirmation that waits for the marketplace.
_ANSWER_SECONDS = 30.0


class EngineError(Exception):
    """The engine gave no usable answer; whether it did anything is not known."""


@dataclass(frozen=True)
class Utterance:
    """One message to the engine. ``metadata`` is a signed turn; ``text`` a sentence or a payload."""

    conversation: str
    text: str
    channel: str
    metadata: dict[str, Any]


class Engine:
    """Talks to Rasa's ``rest`` channel. ``transport`` is swapped in tests.

    ``answers``: whether it had something to say when it was asked last.
    """

    def __init__(self, base_url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        timeout = httpx.Timeout(_ANSWER_SECONDS, connect=_CONNECT_SECONDS)
        self._http = httpx.AsyncClient(base_url=base_url, timeout=timeout, transport=transport)
        self.answers = False

    async def ask(self, utterance: Utterance) -> list[dict[str, Any]]:
        """The engine's answer: items of ``text``, ``buttons`` and ``custom``. Raises ``EngineError``."""
        body = {
            "sender": utterance.conversation,
            "message": utterance.text,
            "input_channel": utterance.channel,
            "metadata": utterance.metadata,
        }
        try:
            answer = await self._http.post("/webhooks/rest/webhook", json=body)
            items = answer.raise_for_status().json()
        except (httpx.HTTPError, ValueError) as trouble:
            self.answers = False
            raise EngineError(type(trouble).__name__) from trouble
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise EngineError("the answer is not a list of messages")
        self.answers = bool(items)
        return items

    async def close(self) -> None:
        await self._http.aclose()
