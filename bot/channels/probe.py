"""Whether the engine can answer a message. That its port is served says little: its model may be missing."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from ulid import ULID

from bot.channels.engine import Engine, EngineError, Utterance
from bot.channels.health import Check
from bot.turn import Turn, sign

PING = "/ping"  # an intent that only this can say, answered by a rule without asking anybody else
CONVERSATION = "health-probe"


class Probe:
    """A check for ``Health``: a real turn until one was answered, from then on only whether it is there.

    People's turns count too, so that an engine that stops answering is asked again. A probe leaves a few
    rows with the engine; there is one for each time that it came up.
    """

    def __init__(self, engine: Engine, is_served: Check, secret: bytes) -> None:
        self._engine = engine
        self._is_served = is_served
        self._secret = secret
        self._asking: asyncio.Task[None] | None = None

    async def __call__(self) -> None:
        """Raises when a message could not be answered."""
        try:
            await self._is_served()
        except Exception:
            self._engine.answers = False
            raise
        if not self._engine.answers:
            # The first turn takes longer than a health check may: whoever asks next waits for the same one.
            if self._asking is None or self._asking.done():
                self._asking = asyncio.create_task(self._ask())
                self._asking.add_done_callback(_note)
            await asyncio.shield(self._asking)

    async def _ask(self) -> None:
        turn = Turn(
            actor="health",
            subject="health",
            role="health",
            channel="health",
            conversation=CONVERSATION,
            language=None,
            request_id=str(ULID()),
            issued_at=datetime.now(UTC),
        )
        items = await self._engine.ask(Utterance(CONVERSATION, PING, "health", sign(turn, self._secret)))
        if not any(item.get("text") for item in items):
            raise EngineError("the engine has nothing to say: it may have no model")


def _note(asking: asyncio.Task[None]) -> None:
    """Nobody may be waiting any more: a failure is still looked at."""
    if not asking.cancelled():
        asking.exception()
