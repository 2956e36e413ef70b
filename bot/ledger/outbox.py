"""The outbox: what is to be said later, delivered at least once, by whoever asks first."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from ulid import ULID

from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.records import Delivery, Intent
from bot.ledger.tables import outbox

# Whoever took a row and lives says so again in time (``hold``); one that died loses it after this long.
IN_HAND = timedelta(seconds=10)
BACK_OFF = tuple(timedelta(seconds=seconds) for seconds in (2, 5, 15, 60, 300))
BATCH = 20


async def put(
    connection: AsyncConnection, kind: str, conversation: str, payload: Mapping[str, Any], now: datetime
) -> None:
    """Add a row in a transaction that is already open, so that both happen or neither."""
    row = {"id": str(ULID()), "kind": kind, "conversation": conversation, "payload": dict(payload)}
    await connection.execute(insert(outbox).values(**row, added_at=now, next_at=now, tries=0))


async def say_order(connection: AsyncConnection, intent: Intent, now: datetime) -> None:
    """Let the person hear what became of an order."""
    payload = "/tell_order" + json.dumps({"id": intent.id})
    await put(connection, "say", intent.conversation, {"payload": payload}, now)


async def inform(
    connection: AsyncConnection, conversation: str, sentence: str, facts: Mapping[str, Any], now: datetime
) -> None:
    """The gateway's own ``sentence`` (sentences.toml) is put into a conversation, which stays as it is."""
    await put(connection, "inform", conversation, {"sentence": sentence, "facts": dict(facts)}, now)


async def tell_reseller(connection: AsyncConnection, intent: Intent, now: datetime) -> None:
    """The reseller for whom somebody else placed an order hears of it: a notice, see channels.notices."""
    if intent.actor == intent.subject:
        return
    facts = {
        "number": intent.order_number,
        "total": {"amount": str(intent.quote.total.amount), "currency": intent.quote.total.currency},
        "customer": (intent.draft.get("customer") or {}).get("name") or "",
    }
    notice = {"to": intent.subject, "by": intent.actor, "sentence": "order_notice", "facts": facts}
    await put(connection, "notice", intent.conversation, notice, now)


class Outbox:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def add(self, kind: str, conversation: str, payload: Mapping[str, Any]) -> None:
        """``payload`` is JSON."""
        async with self._database.writing() as connection:
            await put(connection, kind, conversation, payload, self._clock())

    async def due(self) -> list[Delivery]:
        """Take what is due. ``hold`` each until you report it with ``done`` or ``failed``, or it comes again.

        Of one kind in one conversation only the oldest is handed out: what was said first arrives first.
        """
        now = self._clock()
        before = outbox.alias()
        in_its_way = select(before.c.id).where(
            before.c.conversation == outbox.c.conversation,
            before.c.kind == outbox.c.kind,
            before.c.next_at.is_not(None),
            before.c.id < outbox.c.id,
        )
        due = (
            select(outbox.c.id)
            .where(outbox.c.next_at <= now, ~in_its_way.exists())
            .order_by(outbox.c.id)
            .limit(BATCH)
        )
        async with self._database.reading() as connection:
            if (await connection.execute(due.limit(1))).first() is None:
                return []
        take = (
            update(outbox)
            .where(outbox.c.id.in_(due.with_for_update(skip_locked=True)))
            .values(next_at=now + IN_HAND)
            .returning(outbox)
        )
        async with self._database.writing() as connection:
            rows = (await connection.execute(take)).all()
        rows = sorted(rows, key=lambda row: row.id)
        return [Delivery(row.id, row.kind, row.conversation, row.payload, row.tries) for row in rows]

    async def hold(self, delivery_ids: Collection[str]) -> None:
        """They are still being worked on. What was reported meanwhile stays as it was reported."""
        until = self._clock() + IN_HAND
        mine = update(outbox).where(outbox.c.id.in_(delivery_ids), outbox.c.next_at < until)
        async with self._database.writing() as connection:
            await connection.execute(mine.values(next_at=until))

    async def done(self, delivery_id: str) -> None:
        await self._set(delivery_id, next_at=None)

    async def failed(self, delivery_id: str, pause: timedelta | None = None) -> None:
        """Try again later: after ``pause``, or after one that grows to five minutes."""
        query = select(outbox.c.tries).where(outbox.c.id == delivery_id)
        async with self._database.reading() as connection:
            tries: int = (await connection.execute(query)).scalar_one()
        pause = pause or BACK_OFF[min(tries, len(BACK_OFF) - 1)]
        await self._set(delivery_id, next_at=self._clock() + pause, tries=tries + 1)

    async def _set(self, delivery_id: str, **values: Any) -> None:
        async with self._database.writing() as connection:
            await connection.execute(update(outbox).where(outbox.c.id == delivery_id).values(values))
