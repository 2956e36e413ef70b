"""Who is behind a bearer token."""

from __future__ import annotations

from bot.channels.conversation import Person
from bot.channels.sentences import DEFAULT_LANGUAGE
from bot.ledger import Ledger

CHANNEL = "web"


class SignedOut(Exception):  # noqa: N818  # says what is the matter
    """The token is missing, unknown or over its time."""


def bearer(authorization: str) -> str:
    """The token of an ``Authorization: Bearer …`` header; raises ``SignedOut``."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise SignedOut
    return token.strip()


async def speaker(ledger: Ledger, token: str) -> Person:
    """Who speaks, in the language of their own account; raises ``SignedOut``."""
    session = await ledger.sessions.read(token)
    if session is None:
        raise SignedOut
    account = await ledger.accounts.get(session.actor)
    return Person(
        actor=session.actor,
        subject=session.subject,
        role=session.role,
        channel=CHANNEL,
        language=account.language if account else DEFAULT_LANGUAGE,
    )
