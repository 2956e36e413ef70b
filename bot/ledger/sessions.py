"""Sessions of web chat and desk: bearer tokens, stored as hashes, with an idle and an absolute limit.

One that is ended from elsewhere is noted in its owner's audit trail.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from ulid import ULID

from bot.ledger.audit import OwnDoing, note
from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.records import OpenSession, Session
from bot.ledger.tables import sessions

TOUCH_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Limits:
    idle: timedelta
    absolute: timedelta


RESELLER = Limits(idle=timedelta(minutes=30), absolute=timedelta(hours=12))
SUPPORT = Limits(idle=timedelta(minutes=15), absolute=timedelta(hours=8))


@dataclass(frozen=True)
class Origin:
    """Where a session was opened: the network address, and the browser in a few words."""

    address: str = ""
    device: str = ""


NOWHERE = Origin()


def limits_of(role: str) -> Limits:
    return SUPPORT if role == "support" else RESELLER


class Sessions:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def open(self, actor: str, subject: str, role: str, origin: Origin = NOWHERE) -> tuple[str, int]:
        """A new token, and for how many seconds it lasts without being used."""
        token = secrets.token_urlsafe(32)
        now = self._clock()
        limits = limits_of(role)
        row = {
            "token_hash": _hash(token),
            "id": str(ULID()),
            "actor": actor,
            "subject": subject,
            "role": role,
            "address": origin.address,
            "device": origin.device,
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
        if row is None or not _is_alive(row, now):
            return None
        if now - row.seen_at >= TOUCH_EVERY:
            async with self._database.writing() as connection:
                await connection.execute(update(sessions).where(mine).values(seen_at=now))
        return Session(actor=row.actor, subject=row.subject, role=row.role, id=row.id)

    async def of(self, actor: str) -> list[OpenSession]:
        """Everything the actor has open, the one used last first."""
        query = select(sessions).where(sessions.c.actor == actor).order_by(sessions.c.seen_at.desc())
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        now = self._clock()
        return [_open_session(row) for row in rows if _is_alive(row, now)]

    async def close(self, token: str) -> None:
        """Sign out; an unknown token is no error."""
        async with self._database.writing() as connection:
            await connection.execute(delete(sessions).where(sessions.c.token_hash == _hash(token)))

    async def revoke(self, session_id: str, actor: str) -> bool:
        """End one session of the actor; False when there is no such session of theirs."""
        return await self._revoke(sessions.c.id == session_id, sessions.c.actor == actor) > 0

    async def revoke_others(self, but: str, actor: str) -> int:
        """End every session of the actor except one; how many there were."""
        return await self._revoke(sessions.c.id != but, sessions.c.actor == actor)

    async def _revoke(self, *which: Any) -> int:
        async with self._database.writing() as connection:
            return await end(connection, self._clock(), *which)


async def end(connection: AsyncConnection, now: datetime, *which: Any) -> int:
    """End sessions in a transaction that is open; how many there were."""
    ended = (await connection.execute(delete(sessions).where(*which).returning(sessions))).all()
    for row in ended:
        is_own = row.actor == row.subject
        facts = {} if is_own else {"acted_for": row.subject}
        doing = OwnDoing(row.id, row.actor, "web" if is_own else "desk")
        await note(connection, doing, "session_revoked", now, facts)
    return len(ended)


def _is_alive(row: Row[Any], now: datetime) -> bool:
    idle: timedelta = now - row.seen_at
    return bool(now < row.ends_at and idle < limits_of(row.role).idle)


def _open_session(row: Row[Any]) -> OpenSession:
    ends_at = min(row.ends_at, row.seen_at + limits_of(row.role).idle)
    origin = (row.address, row.device)
    return OpenSession(row.id, row.actor, row.subject, row.role, *origin, row.opened_at, row.seen_at, ends_at)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
