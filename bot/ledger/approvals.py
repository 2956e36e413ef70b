"""Approvals of orders beyond the limit of an hour: asked for in the talk, given with the password."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.records import Approval, Intent
from bot.ledger.tables import approvals, intents

LIFE = timedelta(minutes=30)
WINDOW = timedelta(hours=1)


class Approvals:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def ask(self, intent: Intent) -> str:
        """A reference that nobody guesses, for exactly what was shown."""
        ref = secrets.token_urlsafe(24)
        row = {"ref": ref, "intent": intent.id, "version": intent.version, "actor": intent.actor}
        async with self._database.writing() as connection:
            await connection.execute(insert(approvals).values(**row, asked_at=self._clock()))
        return ref

    async def asked(self, ref: str) -> Approval | None:
        """What is to be approved; None when it was never asked, or too long ago."""
        query = select(approvals).where(
            approvals.c.ref == ref,
            approvals.c.asked_at > self._clock() - LIFE,
            approvals.c.given_at.is_(None),
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else Approval(row.ref, row.intent, row.actor)

    async def give(self, ref: str) -> None:
        """The actor has proved who they are; the yes itself is still to be said."""
        mine = update(approvals).where(approvals.c.ref == ref, approvals.c.given_at.is_(None))
        async with self._database.writing() as connection:
            await connection.execute(mine.values(given_at=self._clock()))


async def may_confirm(connection: AsyncConnection, intent: Intent, limit: Decimal, now: datetime) -> bool:
    """Whether the reseller's hour with this order stays within ``limit``, or this very quote is approved."""
    if connection.dialect.name == "postgresql":  # two at once must not both just fit; SQLite has one writer
        await connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(f"limit {intent.subject}"))))
    lately = select(intents.c.total).where(
        intents.c.subject == intent.subject,
        intents.c.currency == intent.quote.total.currency,
        intents.c.confirmed_at > now - WINDOW,
    )
    spent = sum(map(Decimal, (await connection.execute(lately)).scalars()), Decimal(0))
    if spent + intent.quote.total.amount <= limit:
        return True
    given = select(approvals.c.ref).where(
        approvals.c.intent == intent.id,
        approvals.c.version == intent.version,
        approvals.c.given_at > now - LIFE,
    )
    return (await connection.execute(given)).first() is not None
