"""The intents table: reading a row as an ``Intent``, and one checked step from state to state."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ledger.audit import note
from bot.ledger.records import Intent
from bot.ledger.snapshot import (
    fingerprint,
    quote_from_json,
    quote_to_json,
    request_from_json,
    request_to_json,
)
from bot.ledger.tables import intents
from bot.ordering.intent import IntentState, may_follow
from bot.ordering.order import AUTH_CODE, OrderStatus, PlacedOrder

FREE = {"lease": None, "lease_until": None}


class LeaseLost(RuntimeError):
    """The intent moved on, or another worker holds it now: what was about to be written is out of date."""


async def read(connection: AsyncConnection, intent_id: str) -> Intent | None:
    row = (await connection.execute(select(intents).where(intents.c.id == intent_id))).first()
    return None if row is None else as_intent(row)


async def read_locked(connection: AsyncConnection, intent_id: str) -> Intent | None:
    """For a decision in the same transaction: nobody else changes it meanwhile."""
    query = select(intents).where(intents.c.id == intent_id).with_for_update()
    row = (await connection.execute(query)).first()
    return None if row is None else as_intent(row)


async def change(connection: AsyncConnection, intent: Intent, **changes: Any) -> Intent:
    """Compare-and-set columns; raises ``LeaseLost`` when the intent is not as ``intent`` says any more."""
    unchanged = (
        intents.c.id == intent.id,
        intents.c.state == intent.state.value,
        intents.c.version == intent.version,
        intents.c.lease.is_not_distinct_from(intent.lease),
    )
    query = update(intents).where(*unchanged).values(changes).returning(intents)
    row = (await connection.execute(query)).first()
    if row is None:
        raise LeaseLost(f"intent {intent.id} is not {intent.state} any more, or is held by another worker")
    return as_intent(row)


async def step(
    connection: AsyncConnection, intent: Intent, then: IntentState, now: datetime, **changes: Any
) -> Intent:
    """``change`` to the state ``then``, audited; a step the states do not allow is a ``ValueError``."""
    if not may_follow(intent.state, then):
        raise ValueError(f"intent {intent.id}: {intent.state} may not become {then}")
    moved = await change(connection, intent, state=then.value, **changes)
    # Back to confirmed is no second yes of the person: the request never left.
    event = "not_sent" if then is IntentState.CONFIRMED else then.value
    facts = shown_facts if then is IntentState.QUOTED else audit_facts
    await note(connection, moved, event, now, facts(moved, intent.state))
    return moved


def audit_facts(intent: Intent, before: IntentState | None) -> dict[str, Any]:
    """What an audit row says about an intent: what was shown (as a hash), for how much, what came of it."""
    known = {
        "from": before and before.value,
        "shown_sha256": shown_sha256(intent),
        "total": str(intent.quote.total.amount),
        "currency": intent.quote.total.currency,
        "attempt": intent.attempts or None,
        "customer_id": intent.customer_id,
        "order_id": intent.order_id,
        "order_status": intent.order_status and intent.order_status.value,
        "reason": intent.reason,
    }
    return {name: value for name, value in known.items() if value is not None}


def shown_facts(intent: Intent, before: IntentState | None) -> dict[str, Any]:
    """The facts with everything the person saw: each line, tax and total, for whom, and where.

    Without a new customer's contacts, which must be erasable, and without references to auth codes.
    """
    request = intent.request
    shown = quote_to_json(intent.quote)
    for line in shown["lines"]:
        line["parameters"] = [pair for pair in line["parameters"] if pair[0] != AUTH_CODE]
    whom = {"new_customer": True} if request.new_customer else {"customer_id": request.customer_id}
    shown |= {**whom, "payment_method": request.payment_method, "conversation": intent.conversation}
    return {**audit_facts(intent, before), "shown": shown}


def order_columns(order: PlacedOrder) -> dict[str, Any]:
    return {"order_id": order.id, "order_number": order.number, "order_status": order.status.value}


def shown_sha256(intent: Intent) -> str:
    return fingerprint({"request": request_to_json(intent.request), "quote": quote_to_json(intent.quote)})


def as_intent(row: Row[Any]) -> Intent:
    facts = row._mapping
    return Intent(
        id=facts["id"],
        version=facts["version"],
        state=IntentState(facts["state"]),
        conversation=facts["conversation"],
        actor=facts["actor"],
        subject=facts["subject"],
        channel=facts["channel"],
        request=request_from_json(facts["request"]),
        quote=quote_from_json(facts["quote"]),
        draft=facts["draft"],
        created_at=facts["created_at"],
        expires_at=facts["expires_at"],
        confirmed_at=facts["confirmed_at"],
        sent_at=facts["sent_at"],
        unknown_since=facts["unknown_since"],
        order_id=facts["order_id"],
        order_number=facts["order_number"],
        order_status=None if facts["order_status"] is None else OrderStatus(facts["order_status"]),
        reason=facts["reason"],
        detail=facts["detail"],
        attempts=facts["attempts"],
        looks=facts["looks"],
        lease=facts["lease"],
        customer_id=facts["customer_id"],
        customer_sent_at=facts["customer_sent_at"],
    )
