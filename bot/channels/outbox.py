"""Empties the outbox: turns that nobody asked for (an order completed), and words for chat platforms.

Only to chats that are linked: of what is said after somebody unlinked one, nothing arrives there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime

import structlog

from bot.channels.conversation import Gateway, person_of
from bot.channels.courier import Courier, Spoken, TryLater, Undeliverable
from bot.channels.engine import EngineError
from bot.channels.notices import INFORM, MAIL, MAIN, NOTICE, Notices
from bot.channels.sentences import sentence
from bot.ledger import Conversation, Delivery, Ledger, Message
from bot.ledger.links import APPROVED, TOLD

SAY, DELIVER = "say", "deliver"
_PAUSE_SECONDS = 0.5
# A few times within the ledger's IN_HAND.
_HOLD_SECONDS = 3.0

log = structlog.get_logger(__name__)


class Outbox:
    """``couriers``: those of the platforms that this gateway is connected to."""

    def __init__(
        self,
        ledger: Ledger,
        gateway: Gateway,
        couriers: Iterable[Courier] = (),
        notices: Notices | None = None,
    ) -> None:
        self._ledger = ledger
        self._gateway = gateway
        self._notices = notices
        self._couriers = {courier.channel: courier for courier in couriers}
        self._in_hand: set[str] = set()

    async def run(self) -> None:
        """Until cancelled; trouble with the database only makes it wait."""
        async with asyncio.TaskGroup() as under_way:
            under_way.create_task(self._hold())
            while True:
                self._gateway.outgoing.clear()
                try:
                    due = await self._ledger.outbox.due()
                except Exception:
                    log.exception("outbox_unreadable")
                    due = []
                for delivery in due:
                    under_way.create_task(self._take_care_of(delivery))
                if not due:
                    # Not wait_for, which may lose a cancellation that comes with the bell.
                    with suppress(TimeoutError):
                        async with asyncio.timeout(_PAUSE_SECONDS):
                            await self._gateway.outgoing.wait()

    async def deliver_due(self) -> None:
        """Deliver what is due now, side by side."""
        await asyncio.gather(*(self._take_care_of(each) for each in await self._ledger.outbox.due()))

    async def _take_care_of(self, delivery: Delivery) -> None:
        """Whatever happens to one delivery, the others go on."""
        self._in_hand.add(delivery.id)
        try:
            await self._attempt(delivery)
        except Exception:
            log.exception("delivery_failed", delivery=delivery.id)
        finally:
            self._in_hand.discard(delivery.id)
        self._gateway.outgoing.set()  # the next one of the same conversation may go now

    async def _hold(self) -> None:
        """A slow platform, or a turn that takes its time, is no reason for another gateway to say it too."""
        while True:
            await asyncio.sleep(_HOLD_SECONDS)
            if not self._in_hand:
                continue
            try:
                await self._ledger.outbox.hold(list(self._in_hand))
            except Exception:  # tried again in time, or somebody else takes over
                log.exception("outbox_not_held")

    async def _attempt(self, delivery: Delivery) -> None:
        outbox = self._ledger.outbox
        try:
            await self._deliver(delivery)
        except Undeliverable as reason:
            log.warning("delivery_given_up", delivery=delivery.id, reason=str(reason))
        except (EngineError, TryLater) as trouble:
            log.warning("delivery_postponed", delivery=delivery.id, trouble=str(trouble))
            await outbox.failed(delivery.id, getattr(trouble, "after", None))
            return
        except Exception:
            await outbox.failed(delivery.id)
            raise
        await outbox.done(delivery.id)

    async def _deliver(self, delivery: Delivery) -> None:
        if delivery.kind == TOLD:
            await self._tell_of_link(delivery)
            return
        conversation = await self._ledger.conversations.get(delivery.conversation)
        if conversation is None:
            raise Undeliverable("the conversation is gone")
        if delivery.kind == SAY:
            person = await person_of(
                self._ledger, conversation.actor, conversation.subject, conversation.channel
            )
            await self._gateway.tell(person, conversation, delivery.payload["payload"])
        elif delivery.kind == DELIVER:
            await self._carry(conversation, delivery)
        elif delivery.kind in (NOTICE, INFORM, MAIL) and self._notices:
            await self._notices.deliver(delivery, conversation)
        else:
            raise Undeliverable(f"nobody knows how to deliver {delivery.kind}")

    async def _carry(self, conversation: Conversation, delivery: Delivery) -> None:
        channel, place, first, last = (
            delivery.payload[name] for name in ("channel", "place", "first", "last")
        )
        courier = self._courier(channel)
        if not await self._is_linked(channel, place.get("account", ""), conversation.actor):
            raise Undeliverable("the chat is not linked any more")
        said = await self._ledger.conversations.since(conversation.id, first - 1)
        words = tuple(message for message in said if message.seq <= last)
        awaiting, order = await self._ledger.conversations.state(conversation.id)
        await courier.deliver(Spoken(delivery.id, conversation, place, words, awaiting, order))

    async def _tell_of_link(self, delivery: Delivery) -> None:
        """In the chat itself: its link was approved, or ended."""
        told = delivery.payload
        courier = self._courier(told["channel"])
        is_linked = await self._is_linked(told["channel"], told["account"], told["actor"])
        if is_linked != (told["sentence"] == APPROVED):
            raise Undeliverable("it is not so any more")
        person = await person_of(self._ledger, told["actor"], told["actor"], told["channel"])
        conversation = await self._gateway.open(person, MAIN)
        words = Message(0, "bot", sentence(told["sentence"], person.language), (), datetime.now(UTC))
        await courier.deliver(Spoken(delivery.id, conversation, told["place"], (words,), None, None))
        self._gateway.listeners.wake(conversation.id)

    async def _is_linked(self, channel: str, account: str, actor: str) -> bool:
        link = await self._ledger.links.linked(channel, account)
        return link is not None and link.actor == actor

    def _courier(self, channel: str) -> Courier:
        courier = self._couriers.get(channel)
        if courier is None:
            raise Undeliverable(f"this gateway is not connected to {channel}")
        return courier
