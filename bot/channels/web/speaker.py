"""Who is behind a bearer token."""

from __future__ import annotations

from bot.channels.conversation import Person, person_of
from bot.channels.memory import Memory
from bot.ledger import Ledger

WEB, DESK = "web", "desk"
# A session that was closed elsewhere may speak for this long; one that is closed here, not at all.
_REMEMBERED_SECONDS = 20.0
_REMEMBERED_TOKENS = 10_000


class SignedOut(Exception):  # noqa: N818  # says what is the matter
    """The token is missing, unknown or over its time."""


def bearer(authorization: str) -> str:
    """The token of an ``Authorization: Bearer …`` header; raises ``SignedOut``."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise SignedOut
    return token.strip()


class Speakers:
    """The people who are signed in."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: Memory[Person] = Memory(_REMEMBERED_TOKENS, _REMEMBERED_SECONDS)

    async def behind(self, token: str) -> Person:
        """Who speaks, in the language of their own account; raises ``SignedOut``."""
        return self._known.get(token) or self._known.keep(token, await self._read(token))

    async def sign_out(self, token: str) -> None:
        self._known.forget(token)
        await self._ledger.sessions.close(token)
        self._known.forget(token)  # a message may have come in between

    def forget_all(self) -> None:
        """Some sessions were revoked: who speaks is read again for everybody."""
        self._known.clear()

    async def _read(self, token: str) -> Person:
        session = await self._ledger.sessions.read(token)
        if session is None:
            raise SignedOut
        channel = WEB if session.actor == session.subject else DESK
        return await person_of(self._ledger, session.actor, session.subject, channel)
