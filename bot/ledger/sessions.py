"""Sessions of web chat and desk: bearer tokens, stored as hashes, with an idle and an absolute limit."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, insert, select, update

from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.records import Session
from bot.ledger.tables import sessions

TOUCH_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Limits:
    idle: timedelta
    absolute: timedelta


RESELLER = Limits(idle=timedelta(minutes=30), absolute=timedelta(hours=12))
SUPPORT = Limits(idle=timedelta(minutes=15), absolute=timedelta(hours=8))


def limits_of(role: str) -> Limits:
    return SUPPORT if role == "support" else RESELLER


class Sessions:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def open(self, actor: str, subject: str, role: str) -> tuple[str, int]:
        """A new token, and for how many seconds it lasts without being used."""
        token = secrets.token_urlsafe(32)
        now = self._clock()
        limits = limits_of(role)
        row = {
            "token_hash": _hash(token),
            "actor": actor,
            "subject": subject,
            "role": role,
            "opened_at": now,
            "seen_at": now,
            "ends_at": now + limits.absolute,
        }
        async with self._database.writing() as connection:
            await connection.execute(delete(sessions).where(sessions.c.ends_at < now))
            await connection.execute(insert(sessions).values(row))
        return token, int(limits.idle.total_seconds())

    async def read(self, token: str) -> Session | None:
        """Whose token it is, or None when it is unknown, closed, idle for too long or over its limit."""
        now = self._clock()
        mine = sessions.c.token_hash == _hash(token)
        async with self._database.reading() as connection:
            row = (await connection.execute(select(sessions).where(mine))).first()
        if row is None or now >= row.ends_at or now - row.seen_at >= limits_of(row.role).idle:
            return None
        if now - row.seen_at >= TOUCH_EVERY:
            async with self._database.writing() as connection:
                await connection.execute(update(sessions).where(mine).values(seen_at=now))
        return Session(actor=row.actor, subject=row.subject, role=row.role)

    async def close(self, token: str) -> None:
        """Sign out; an unknown token is no error."""
        async with self._database.writing() as connection:
            await connection.execute(delete(sessions).where(sessions.c.token_hash == _hash(token)))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
