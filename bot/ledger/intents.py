"""Order intents as the conversation sees them: quoted, confirmed once, waited for."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Unpack

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from ulid import ULID

from bot.ledger.approvals import may_confirm
from bot.ledger.audit import note
from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.records import Confirmation, Intent, Outcome, Proposal
from bot.ledger.rows import FREE, as_intent, read, read_locked, shown_facts, step
from bot.ledger.snapshot import quote_to_json, request_to_json
from bot.ledger.tables import intents
from bot.ordering.intent import IntentState

REPLACEABLE = (IntentState.QUOTED, IntentState.EXPIRED)
POLL_SECONDS = 0.05
REMIND_BEFORE = timedelta(minutes=5)
MOST_LISTED = 200


class Intents:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def quote(self, *, intent_id: str | None, **proposal: Unpack[Proposal]) -> Intent:
        """Record what is about to be shown, valid for ``ttl``.

        A quote of this conversation that is still open (or expired) is replaced: same id, next version.
        With any other ``intent_id`` a new intent begins.
        """
        now = self._clock()
        values = _columns(proposal, now)
        async with self._database.writing() as connection:
            open_one = await read_locked(connection, intent_id) if intent_id else None
            if open_one is not None and _replaces(proposal, open_one):
                version = open_one.version + 1
                return await step(connection, open_one, IntentState.QUOTED, now, version=version, **values)
            return await _begin(connection, values, now)

    async def confirm(
        self, intent_id: str, version: int, actor: str, subject: str, limit: Decimal | None = None
    ) -> Confirmation:
        """The person said yes to what ``version`` showed. Exactly one caller ever gets ``confirmed``.

        ``limit``: what a reseller may confirm within an hour without an approval.
        """
        now = self._clock()
        wanted = (
            intents.c.id == intent_id,
            intents.c.version == version,
            intents.c.state == IntentState.QUOTED.value,
            intents.c.expires_at > now,
            intents.c.actor == actor,
            intents.c.subject == subject,
        )
        changes = {"state": IntentState.CONFIRMED.value, "confirmed_at": now, "next_at": now, **FREE}
        async with self._database.writing() as connection:
            if limit is not None:
                open_one = (await connection.execute(select(intents).where(*wanted))).first()
                if open_one and not await may_confirm(connection, as_intent(open_one), limit, now):
                    return Confirmation(Outcome.BEYOND_LIMIT, as_intent(open_one))
            query = update(intents).where(*wanted).values(changes).returning(intents)
            row = (await connection.execute(query)).first()
            if row is not None:
                intent = as_intent(row)
                await note(connection, intent, "confirmed", now, shown_facts(intent, IntentState.QUOTED))
                return Confirmation(Outcome.CONFIRMED, intent)
            found = await read_locked(connection, intent_id)
            if found is None or (found.actor, found.subject) != (actor, subject):
                return Confirmation(Outcome.NOT_FOUND, None)
            return await self._not_confirmed(connection, found, version)

    async def cancel(self, intent_id: str, actor: str, subject: str) -> bool:
        """Withdraw one's own quote; False when there is none (unknown, confirmed or cancelled before)."""
        async with self._database.writing() as connection:
            intent = await read_locked(connection, intent_id)
            if intent is None or (intent.actor, intent.subject) != (actor, subject):
                return False
            if intent.state not in REPLACEABLE:
                return False
            now = self._clock()
            await step(connection, intent, IntentState.CANCELLED, now, settled_at=now, next_at=None, **FREE)
        return True

    async def get(self, intent_id: str) -> Intent | None:
        async with self._database.reading() as connection:
            return await read(connection, intent_id)

    async def settled(self, intent_id: str, timeout: float) -> Intent:  # noqa: ASYNC109  # no error when over
        """The intent once it is settled, or as it is after ``timeout`` seconds; ``KeyError`` if unknown."""
        gives_up = time.monotonic() + timeout
        while True:
            intent = await self.get(intent_id)
            if intent is None:
                raise KeyError(intent_id)
            if intent.state.is_settled or time.monotonic() >= gives_up:
                return intent
            await asyncio.sleep(POLL_SECONDS)

    async def confirmed_between(self, start: datetime, end: datetime) -> list[Intent]:
        """What was said yes to in this time, oldest first, whatever became of it."""
        query = (
            select(intents)
            .where(intents.c.confirmed_at >= start, intents.c.confirmed_at <= end)
            .order_by(intents.c.confirmed_at)
        )
        async with self._database.reading() as connection:
            return [as_intent(row) for row in (await connection.execute(query)).all()]

    async def recent(self, subject: str, limit: int) -> list[Intent]:
        """The reseller's last confirmed orders, newest first."""
        query = (
            select(intents)
            .where(intents.c.subject == subject, intents.c.confirmed_at.is_not(None))
            .order_by(intents.c.confirmed_at.desc())
            .limit(limit)
        )
        async with self._database.reading() as connection:
            return [as_intent(row) for row in (await connection.execute(query)).all()]

    async def at_the_desk(self, subjects: Sequence[str], since: datetime) -> list[Intent]:
        """What support staff confirmed for these resellers, newest first."""
        query = (
            select(intents)
            .where(intents.c.subject.in_(subjects), intents.c.actor != intents.c.subject)
            .where(intents.c.confirmed_at >= since)
            .order_by(intents.c.confirmed_at.desc())
            .limit(MOST_LISTED)
        )
        async with self._database.reading() as connection:
            return [as_intent(row) for row in (await connection.execute(query)).all()]

    async def _not_confirmed(self, connection: AsyncConnection, intent: Intent, version: int) -> Confirmation:
        now = self._clock()
        if intent.confirmed_at is not None:
            return Confirmation(Outcome.ALREADY, intent)
        if intent.version != version or intent.state is IntentState.CANCELLED or intent.expires_at > now:
            return Confirmation(Outcome.STALE, intent)
        if intent.state is IntentState.QUOTED:
            intent = await step(connection, intent, IntentState.EXPIRED, now, next_at=None, **FREE)
        return Confirmation(Outcome.EXPIRED, intent)


def _replaces(proposal: Proposal, intent: Intent) -> bool:
    same_talk = (proposal["conversation"], proposal["actor"], proposal["subject"]) == (
        intent.conversation,
        intent.actor,
        intent.subject,
    )
    return same_talk and intent.state in REPLACEABLE


def _columns(proposal: Proposal, now: datetime) -> dict[str, Any]:
    quote = proposal["quote"]
    return {
        "conversation": proposal["conversation"],
        "actor": proposal["actor"],
        "subject": proposal["subject"],
        "channel": proposal["channel"],
        "request": request_to_json(proposal["request"]),
        "quote": quote_to_json(quote),
        "total": str(quote.total.amount),
        "currency": quote.total.currency,
        "draft": dict(proposal["draft"]),
        "expires_at": now + proposal["ttl"],
        "next_at": _when_to_remind(now, proposal["ttl"]),
        **FREE,
    }


def _when_to_remind(now: datetime, life: timedelta) -> datetime | None:
    """Whoever has only just seen the price needs no reminder that it ends."""
    return now + life - REMIND_BEFORE if life >= 2 * REMIND_BEFORE else None


async def _begin(connection: AsyncConnection, values: dict[str, Any], now: datetime) -> Intent:
    born = {"id": str(ULID()), "version": 1, "state": IntentState.QUOTED.value, "created_at": now}
    counters = {"attempts": 0, "looks": 0}
    query = insert(intents).values(**values, **born, **counters).returning(intents)
    intent = as_intent((await connection.execute(query)).one())
    await note(connection, intent, "quoted", now, shown_facts(intent, None))
    return intent
