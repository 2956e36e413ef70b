"""The audit trail: append-only rows, written in the transaction of what they tell, chained per reseller."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.records import AuditRow
from bot.ledger.snapshot import fingerprint
from bot.ledger.tables import audit

GENESIS = ""


class Noted(Protocol):
    """What a row may be about: an intent, a call at the phone desk, something of an account's own."""

    @property
    def id(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def actor(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def channel(self) -> str: ...


@dataclass(frozen=True)
class OwnDoing:
    """A link or a session of ``actor``: noted in their own chain, whoever they act for."""

    id: str
    actor: str
    channel: str
    version: int = 0

    @property
    def subject(self) -> str:
        return self.actor


async def note(
    connection: AsyncConnection, intent: Noted, event: str, now: datetime, facts: Mapping[str, Any]
) -> None:
    """Append one row about ``intent``; ``facts`` is JSON and holds no secrets and no words of a person."""
    await _append(
        connection,
        {
            "at": now.astimezone(UTC),
            "event": event,
            "intent": intent.id,
            "version": intent.version,
            "actor": intent.actor,
            "subject": intent.subject,
            "channel": intent.channel,
            "facts": dict(facts),
        },
    )


async def _append(connection: AsyncConnection, row: dict[str, Any]) -> None:
    await _lock(connection, row["subject"])
    last = select(audit.c.hash).where(audit.c.subject == row["subject"]).order_by(audit.c.seq.desc()).limit(1)
    row["previous_hash"] = (await connection.execute(last)).scalar() or GENESIS
    await connection.execute(insert(audit).values(**row, hash=_hash(row)))


async def _lock(connection: AsyncConnection, subject: str) -> None:
    """One at a time per chain; SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(subject))))


class Audit:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def found(self, subject: str, kind: str, reference: str, facts: Mapping[str, Any]) -> None:
        """Note what the comparison of the books found, once: the next night finds the same."""
        row = {"event": f"found_{kind}", "intent": reference, "subject": subject, "facts": dict(facts)}
        same = select(audit.c.seq).where(audit.c.event == row["event"], audit.c.intent == reference)
        async with self._database.writing() as connection:
            await _lock(connection, subject)
            if (await connection.execute(same.limit(1))).first() is None:
                who = {"version": 0, "actor": "worker", "channel": "worker"}
                await _append(connection, {**row, **who, "at": self._clock().astimezone(UTC)})

    async def export(
        self, subject: str | None, start: datetime | None, end: datetime | None
    ) -> AsyncIterator[AuditRow]:
        """The trail of one reseller, or of all, from ``start`` until before ``end``, in its order."""
        query = select(audit).order_by(audit.c.seq)
        if subject is not None:
            query = query.where(audit.c.subject == subject)
        if start is not None:
            query = query.where(audit.c.at >= start)
        if end is not None:
            query = query.where(audit.c.at < end)
        async with self._database.reading() as connection:
            for row in await connection.execute(query):
                yield AuditRow(**row._mapping)

    async def of(self, intent_id: str) -> list[AuditRow]:
        """Everything that happened to one intent (call, link, session), oldest first."""
        query = select(audit).where(audit.c.intent == intent_id).order_by(audit.c.seq)
        async with self._database.reading() as connection:
            return [AuditRow(**row._mapping) for row in (await connection.execute(query)).all()]

    async def broken(self) -> list[int]:
        """The ``seq`` of every row whose hash or link to its predecessor is wrong; empty when all is well."""
        last: dict[str, str] = {}
        wrong = []
        async with self._database.reading() as connection:
            for row in await connection.execute(select(audit).order_by(audit.c.seq)):
                entry = AuditRow(**row._mapping)
                linked = entry.previous_hash == last.get(entry.subject, GENESIS)
                if not linked or entry.hash != _hash(asdict(entry)):
                    wrong.append(entry.seq)
                last[entry.subject] = entry.hash
        return wrong


def _hash(row: Mapping[str, Any]) -> str:
    covered = {name: value for name, value in row.items() if name not in ("seq", "hash")}
    return fingerprint({**covered, "at": row["at"].isoformat()})
