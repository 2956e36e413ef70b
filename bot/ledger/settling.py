"""Orders that only a person can settle: nobody could find out whether the marketplace has them.

Support staff look the order up at the marketplace by its poNumber (the intent's id) and say what they found.
Whoever calls these verbs has checked that ``by`` may act for the intent's subject.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ledger.audit import note
from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.outbox import say_order, tell_reseller
from bot.ledger.records import Intent, Settlement
from bot.ledger.rows import as_intent, audit_facts, change, order_columns, read_locked
from bot.ledger.tables import intents
from bot.ordering.intent import IntentState
from bot.ordering.order import PlacedOrder

WAITING = IntentState.NEEDS_HUMAN


class Settling:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def waiting(self, subjects: Collection[str] | None = None) -> list[Intent]:
        """What a person has to settle, the longest waiting first; of these resellers only, or of all."""
        query = select(intents).where(intents.c.state == WAITING.value).order_by(intents.c.settled_at)
        if subjects is not None:
            query = query.where(intents.c.subject.in_(subjects))
        async with self._database.reading() as connection:
            return [as_intent(row) for row in (await connection.execute(query)).all()]

    async def as_placed(self, intent_id: str, order: PlacedOrder, by: str) -> Settlement:
        """``by`` found this order at the marketplace; from now on it is followed like any other."""
        try:
            async with self._database.writing() as connection:
                intent = await read_locked(connection, intent_id)
                if intent is None or intent.state is not WAITING:
                    return Settlement.NOT_WAITING
                if order.reference not in ("", intent.id):
                    return Settlement.OTHER_ORDER
                now = self._clock()
                reason = None if order.total == intent.quote.total else "total_differs"
                found = {**order_columns(order), "reason": reason, "next_at": now, "looks": 0}
                await _settle(connection, intent, by, now, state=IntentState.PLACED.value, **found)
        except IntegrityError:  # this order already belongs to another intent
            return Settlement.OTHER_ORDER
        return Settlement.SETTLED

    async def as_never_made(self, intent_id: str, by: str) -> Settlement:
        """``by`` made sure that the marketplace has no such order, and never will."""
        async with self._database.writing() as connection:
            intent = await read_locked(connection, intent_id)
            if intent is None or intent.state is not WAITING:
                return Settlement.NOT_WAITING
            ended = {"state": IntentState.REJECTED.value, "reason": "never_made"}
            await _settle(connection, intent, by, self._clock(), **ended)
        return Settlement.SETTLED


async def _settle(
    connection: AsyncConnection, intent: Intent, by: str, now: datetime, **changes: Any
) -> None:
    """Change it, note who did, and let the reseller know."""
    settled = await change(connection, intent, settled_at=now, **changes)
    hand = replace(settled, actor=by, channel="desk")
    await note(connection, hand, f"settled_{settled.state}", now, audit_facts(settled, intent.state))
    await say_order(connection, settled, now)
    if settled.state is IntentState.PLACED:
        await tell_reseller(connection, settled, now)
