"""Who is behind a bearer token."""

from __future__ import annotations

from bot.channels.conversation import Person
from bot.channels.memory import Memory
from bot.channels.sentences import DEFAULT_LANGUAGE
from bot.ledger import Ledger

CHANNEL = "web"
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

    async def _read(self, token: str) -> Person:
        session = await self._ledger.sessions.read(token)
        if session is None:
            raise SignedOut
        account = await self._ledger.accounts.get(session.actor)
        return Person(
            actor=session.actor,
            subject=session.subject,
            role=session.role,
            channel=CHANNEL,
            language=account.language if account else DEFAULT_LANGUAGE,
        )
