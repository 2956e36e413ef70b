"""The audit trail: append-only rows, written in the transaction of what they tell, chained per reseller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ledger.database import Database
from bot.ledger.records import AuditRow, Intent
from bot.ledger.snapshot import fingerprint
from bot.ledger.tables import audit

GENESIS = ""


async def note(
    connection: AsyncConnection, intent: Intent, event: str, now: datetime, facts: Mapping[str, Any]
) -> None:
    """Append one row about ``intent``; ``facts`` is JSON and holds no secrets and no words of a person."""
    if connection.dialect.name == "postgresql":  # one at a time per chain; SQLite has one writer anyway
        await connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(intent.subject))))
    last = select(audit.c.hash).where(audit.c.subject == intent.subject).order_by(audit.c.seq.desc()).limit(1)
    row: dict[str, Any] = {
        "at": now.astimezone(UTC),
        "event": event,
        "intent": intent.id,
        "version": intent.version,
        "actor": intent.actor,
        "subject": intent.subject,
        "channel": intent.channel,
        "facts": dict(facts),
        "previous_hash": (await connection.execute(last)).scalar() or GENESIS,
    }
    await connection.execute(insert(audit).values(**row, hash=_hash(row)))


class Audit:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, intent_id: str) -> list[AuditRow]:
        """Everything that happened to one intent, oldest first."""
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
