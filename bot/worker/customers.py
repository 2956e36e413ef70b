"""The new customer of an order, made right before the order and never twice."""

from __future__ import annotations

from datetime import timedelta

import structlog

from bot.ledger import Intent
from bot.ledger.clock import Clock
from bot.ledger.work import Work
from bot.marketplace.errors import Unavailable
from bot.marketplace.port import Marketplace
from bot.ordering.order import Customer

log = structlog.get_logger(__name__)


class Customers:
    """``absent_after``: how long a customer may take to show up after the answer to their making was lost."""

    def __init__(self, work: Work, absent_after: timedelta, clock: Clock) -> None:
        self._work = work
        self._absent_after = absent_after
        self._clock = clock

    async def ready(self, intent: Intent, marketplace: Marketplace) -> Intent:
        """The intent whose customer exists: looked up by our reference first, made only if nobody is there.

        That the marketplace is asked to make one is committed before it is asked, as with orders. Raises
        its errors. For an intent that is ``looked_up``.
        """
        new = intent.request.new_customer
        if new is None or intent.customer_id is not None:
            return intent
        found = await marketplace.find_customer(intent.id)
        if found is None:
            intent = await self._work.customer_sent(intent)
            try:
                found = await marketplace.create_customer(new, reference=intent.id)
            except Unavailable as error:
                if not error.may_have_happened:
                    await self._work.customer_not_sent(intent)
                raise
        return await self._made(intent, found)

    async def looked_up(self, intent: Intent, marketplace: Marketplace) -> Intent:
        """The intent with the customer of a request in doubt, if they are found by now.

        Before anything else is decided: an order that is refused must know the customer it leaves behind.
        Raises ``Unavailable`` while the customer may still show up.
        """
        if intent.customer_sent_at is None or intent.customer_id is not None:
            return intent
        found = await marketplace.find_customer(intent.id)
        if found is not None:
            return await self._made(intent, found)
        if self.until_absent(intent) > timedelta(0):
            raise Unavailable("the customer was asked for and may still show up")
        return intent

    async def _made(self, intent: Intent, customer: Customer) -> Intent:
        log.info("customer_ready", customer=customer.id)
        return await self._work.customer_made(intent, customer.id)

    def until_absent(self, intent: Intent) -> timedelta:
        """How much longer a customer who was asked for may still show up."""
        if intent.customer_sent_at is None or intent.customer_id is not None:
            return timedelta(0)
        return max(timedelta(0), intent.customer_sent_at + self._absent_after - self._clock())
