"""Delivers what the bot is to say by itself (an order completed, a card saved): turns nobody asked for."""

from __future__ import annotations

import asyncio

import structlog

from bot.channels.conversation import Gateway, Person
from bot.channels.engine import EngineError
from bot.channels.sentences import DEFAULT_LANGUAGE
from bot.ledger import Delivery, Ledger

SAY = "say"
_PAUSE_SECONDS = 0.5

log = structlog.get_logger(__name__)


async def deliver_forever(ledger: Ledger, gateway: Gateway) -> None:
    """Look for due deliveries until cancelled; trouble with the database only makes it wait."""
    while True:
        try:
            await deliver_due(ledger, gateway)
        except Exception:
            log.exception("outbox_unreadable")
        await asyncio.sleep(_PAUSE_SECONDS)


async def deliver_due(ledger: Ledger, gateway: Gateway) -> None:
    """Deliver what is due now, conversations side by side, each in its order."""
    due = await ledger.outbox.due()
    by_conversation: dict[str, list[Delivery]] = {}
    for delivery in due:
        by_conversation.setdefault(delivery.conversation, []).append(delivery)
    await asyncio.gather(*(_deliver_all(ledger, gateway, each) for each in by_conversation.values()))


async def _deliver_all(ledger: Ledger, gateway: Gateway, deliveries: list[Delivery]) -> None:
    is_up = True
    for delivery in deliveries:
        try:
            # After one failed, the later ones wait with it: news stays in its order.
            if is_up:
                await _deliver(ledger, gateway, delivery)
        except EngineError as trouble:
            log.warning("delivery_postponed", delivery=delivery.id, trouble=str(trouble))
            is_up = False
        await (ledger.outbox.done(delivery.id) if is_up else ledger.outbox.failed(delivery.id))


async def _deliver(ledger: Ledger, gateway: Gateway, delivery: Delivery) -> None:
    conversation = await ledger.conversations.get(delivery.conversation)
    if delivery.kind != SAY or conversation is None:
        log.error("delivery_impossible", delivery=delivery.id, kind=delivery.kind)
        return
    account = await ledger.accounts.get(conversation.actor)
    person = Person(
        actor=conversation.actor,
        subject=conversation.subject,
        role=account.role if account else "",
        channel=conversation.channel,
        language=account.language if account else DEFAULT_LANGUAGE,
    )
    await gateway.tell(person, conversation, delivery.payload["payload"])
