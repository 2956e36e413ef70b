"""What carries the bot's words to people on a chat platform: one courier per platform."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.ledger import Conversation, Message, Order, Place


@dataclass(frozen=True)
class Spoken:
    """One turn of the bot on its way to a platform. ``id`` is the same when it has to be carried again."""

    id: str
    conversation: Conversation
    place: Place
    messages: tuple[Message, ...]
    awaiting: str | None
    order: Order | None


@dataclass(eq=False)
class TryLater(Exception):  # noqa: N818  # says what is to be done
    """The platform did not take it now; ``after`` is the pause that it asked for, if it asked for one."""

    reason: str
    after: timedelta | None = None


class Undeliverable(Exception):  # noqa: N818  # says what is the matter
    """Nobody is there any more (the bot was blocked, the chat is gone): it is given up."""


class Courier(Protocol):
    """Carries to one platform. A turn that was delivered may come once more after a crash in between."""

    @property
    def channel(self) -> str: ...

    async def deliver(self, spoken: Spoken) -> None:
        """Raises ``TryLater`` or ``Undeliverable``; anything else is tried again later, too."""
