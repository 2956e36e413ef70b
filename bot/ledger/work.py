"""The worker's side of the intents: take one, say that it is being sent, say what came of it.

Every verb is one short transaction; between two of them the worker may talk to the marketplace for as long as
its lease lasts. A worker that lost its lease gets ``LeaseLost`` instead of overwriting the next one's work.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from ulid import ULID

from bot.ledger.audit import note
from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.outbox import inform, say_order, tell_reseller
from bot.ledger.records import Intent
from bot.ledger.rows import FREE, LeaseLost, as_intent, audit_facts, change, order_columns, step
from bot.ledger.tables import attempts, intents
from bot.ordering.intent import IntentState
from bot.ordering.order import PlacedOrder


@dataclass(frozen=True)
class Finding:
    """What a step found out.

    ``reason`` is a name for why, ``detail`` the marketplace's own sentence. ``again``: look at the intent
    once more after this time (None: never). ``say``: tell the person, who is not waiting any more.
    """

    reason: str | None = None
    detail: str | None = None
    order: PlacedOrder | None = None
    correlation_id: str | None = None
    again: timedelta | None = None
    say: bool = False


class Work:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def lease(self, seconds: float) -> Intent | None:
        """Take an intent that is due for at most ``seconds``, or None. Two workers never hold the same one.

        A ``sending`` one is due when the lease of the worker that sent it ran out: it died on the way.
        """
        now = self._clock()
        due = (
            select(intents.c.id)
            .where(intents.c.next_at <= now, or_(intents.c.lease.is_(None), intents.c.lease_until <= now))
            .order_by(intents.c.next_at)
            .limit(1)
        )
        async with self._database.reading() as connection:  # cheap, and mostly there is nothing to do
            if (await connection.execute(due)).first() is None:
                return None
        take = (
            update(intents)
            .where(intents.c.id == due.with_for_update(skip_locked=True).scalar_subquery())
            .values(lease=str(ULID()), lease_until=now + timedelta(seconds=seconds))
            .returning(intents)
        )
        async with self._database.writing() as connection:
            row = (await connection.execute(take)).first()
        return None if row is None else as_intent(row)

    async def customer_sent(self, intent: Intent) -> Intent:
        """Commit that the marketplace is about to be asked to make the order's customer."""
        async with self._database.writing() as connection:
            return await change(connection, intent, customer_sent_at=self._clock())

    async def customer_not_sent(self, intent: Intent) -> Intent:
        """That request provably never left: nobody needs to wait for its customer to show up."""
        async with self._database.writing() as connection:
            return await change(connection, intent, customer_sent_at=None)

    async def customer_made(self, intent: Intent, customer_id: str) -> Intent:
        """The order's customer exists; every later attempt uses this one."""
        now = self._clock()
        async with self._database.writing() as connection:
            made = await change(connection, intent, customer_id=customer_id)
            await note(connection, made, "customer_made", now, audit_facts(made, intent.state))
        return made

    async def send(self, intent: Intent) -> Intent:
        """Commit that an attempt is about to leave. Only after this may the order be posted."""
        now = self._clock()
        attempt = {"intent": intent.id, "n": intent.attempts + 1, "sent_at": now}
        async with self._database.writing() as connection:
            sending = await step(
                connection, intent, IntentState.SENDING, now, attempts=attempt["n"], sent_at=now, looks=0
            )
            await connection.execute(insert(attempts).values(attempt))
        return sending

    async def move(self, intent: Intent, then: IntentState, finding: Finding) -> Intent:
        """Take the intent to its next state and let go of it."""
        now = self._clock()
        changes: dict[str, Any] = {"looks": 0, "next_at": _next(now, finding), **FREE}
        changes |= {"reason": finding.reason, "detail": finding.detail}
        if finding.order is not None:
            changes |= order_columns(finding.order)
        if then is IntentState.UNKNOWN:
            changes["unknown_since"] = now
        if then.is_settled:
            changes["settled_at"] = now
        async with self._database.writing() as connection:
            moved = await step(connection, intent, then, now, **changes)
            if intent.state is IntentState.SENDING:
                await _end_attempt(connection, intent, then, finding, now)
            await _say(connection, moved, finding, now)
            if then is IntentState.PLACED:
                await tell_reseller(connection, moved, now)
        return moved

    async def remind(self, intent: Intent) -> None:
        """The quote that was shown ends soon, and nobody has answered it: said once."""
        now = self._clock()
        async with self._database.writing() as connection:
            await change(connection, intent, next_at=None, **FREE)
            if intent.expires_at > now:
                await inform(connection, intent.conversation, "quote_ending", _shown(intent, now), now)

    async def renew(self, intent: Intent, seconds: float) -> None:
        """Hold the intent for ``seconds`` from now; raises ``LeaseLost`` when it is not ours any more."""
        until = self._clock() + timedelta(seconds=seconds)
        mine = update(intents).where(intents.c.id == intent.id, intents.c.lease == intent.lease)
        async with self._database.writing() as connection:
            row = (await connection.execute(mine.values(lease_until=until).returning(intents.c.id))).first()
        if row is None:
            raise LeaseLost(f"intent {intent.id} is not held by this worker any more")

    async def postpone(self, intent: Intent, again: timedelta) -> None:
        """Nothing new: let go of the intent and look again after ``again``."""
        async with self._database.writing() as connection:
            next_at = self._clock() + again
            await change(connection, intent, next_at=next_at, looks=intent.looks + 1, **FREE)

    async def follow(self, intent: Intent, finding: Finding) -> Intent:
        """Note how a placed order is doing; audited when its status changed."""
        now = self._clock()
        changes: dict[str, Any] = {"next_at": _next(now, finding), "looks": intent.looks + 1, **FREE}
        if finding.order is not None:
            changes |= order_columns(finding.order)
        async with self._database.writing() as connection:
            followed = await change(connection, intent, **changes)
            if followed.order_status is not intent.order_status:
                event = f"order_{followed.order_status}"
                await note(connection, followed, event, now, audit_facts(followed, intent.state))
            await _say(connection, followed, finding, now)
        return followed


def _next(now: datetime, finding: Finding) -> datetime | None:
    return None if finding.again is None else now + finding.again


async def _end_attempt(
    connection: AsyncConnection, intent: Intent, then: IntentState, finding: Finding, now: datetime
) -> None:
    mine = (attempts.c.intent == intent.id, attempts.c.n == intent.attempts)
    ended = {"outcome": then.value, "detail": finding.detail, "correlation_id": finding.correlation_id}
    await connection.execute(update(attempts).where(*mine).values(**ended, ended_at=now))


def _shown(intent: Intent, now: datetime) -> dict[str, Any]:
    total = {"amount": str(intent.quote.total.amount), "currency": intent.quote.total.currency}
    return {"total": total, "minutes": max(1, round((intent.expires_at - now) / timedelta(minutes=1)))}


async def _say(connection: AsyncConnection, intent: Intent, finding: Finding, now: datetime) -> None:
    if finding.say:
        await say_order(connection, intent, now)
