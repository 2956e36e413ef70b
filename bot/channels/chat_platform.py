"""What all chat platforms share: who is this, commit, acknowledge, then answer in the background.

A platform's folder does the rest: it verifies what comes in, turns it into an ``Event``, and carries the
answers (``Courier``).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace

import structlog
from fastapi import APIRouter

from bot.channels.conversation import Accepted, Gateway, Person, person_of
from bot.channels.courier import Courier
from bot.channels.hearing import Event, Heard
from bot.channels.memory import Memory
from bot.ledger import Ledger, Receipt, Unanswered
from bot.settings import Settings

MAIN = "main"
# An account that was unlinked, or lost its role, may speak for this long.
_REMEMBERED_SECONDS = 20.0
_REMEMBERED_USERS = 10_000

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Door:
    """A connected platform: its courier, the routes of its webhooks, and what runs while the gateway does."""

    courier: Courier
    run: Callable[[], AbstractAsyncContextManager[None]]
    routes: APIRouter | None = None
    # Where the person takes the token that links their account to the platform: an address, if there is one.
    invitation: Callable[[str], str | None] = lambda token: None
    # A link was approved or ended on the account page: who speaks is read again at once.
    forget_people: Callable[[], None] = lambda: None


# What a platform's folder offers: its door, or None where the settings do not name it.
OpenDoor = Callable[[Settings, Ledger, Gateway], Door | None]


class ChatPlatform:
    """``channel`` is the platform's name in the ledger: "telegram", "slack"."""

    def __init__(self, channel: str, ledger: Ledger, gateway: Gateway) -> None:
        self.channel = channel
        self._ledger = ledger
        self._gateway = gateway
        self._people: Memory[Person] = Memory(_REMEMBERED_USERS, _REMEMBERED_SECONDS)
        self._answering: set[asyncio.Task[None]] = set()

    async def person(self, user_id: str) -> Person | None:
        """Who speaks through this account of the platform; None unless it is linked."""
        known = self._people.get(user_id) or await self.look_up(user_id)
        return known and self._people.keep(user_id, known)

    async def look_up(self, user_id: str) -> Person | None:
        """As ``person``, but as it is now, not as it was some seconds ago."""
        link = await self._ledger.links.linked(self.channel, user_id)
        if link is None:
            return None
        person = await person_of(self._ledger, link.actor, link.actor, self.channel)
        return replace(person, account=user_id)

    def forget_people(self) -> None:
        self._people.clear()

    async def accept(self, person: Person, event: Event) -> Accepted:
        """Commit the event. Now the platform may be told that it was taken; then ``answer_later``."""
        conversation = await self._gateway.open(person, MAIN)
        # Whose chat it is: once it is unlinked, nothing is delivered there any more.
        place = {**(event.place or {}), "account": person.account}
        return await self._gateway.accept(person, conversation, replace(event, place=place))

    def answer_later(self, accepted: Accepted) -> asyncio.Task[None] | None:
        """Have the turn in the background; None if the event was here before."""
        if not accepted.receipt.is_new:
            return None
        task = asyncio.create_task(self._answer(accepted))
        self._answering.add(task)
        task.add_done_callback(self._answering.discard)
        return task

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """While the gateway runs: what it owed when it stopped is answered first."""
        for event in await self._ledger.conversations.unanswered(self.channel):
            self.answer_later(await self._taken_up(event))
        try:
            yield
        finally:
            if self._answering:  # what is not done in time is in the inbox, and answered at the next start
                await asyncio.wait(self._answering, timeout=2)
            for task in self._answering:
                task.cancel()

    async def _answer(self, accepted: Accepted) -> None:
        try:
            await self._gateway.answer(accepted)
        except Exception:
            log.exception("answer_failed", receipt=accepted.receipt.id)

    async def _taken_up(self, event: Unanswered) -> Accepted:
        talk, incoming = event.conversation, event.incoming
        person = await person_of(self._ledger, talk.actor, talk.subject, self.channel)
        heard = Heard(incoming.text, incoming.payload, incoming.problem, incoming.auth_code)
        return Accepted(person, talk, heard, Receipt(event.receipt, is_new=True))
