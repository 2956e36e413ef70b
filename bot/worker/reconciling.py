"""Two books compared both ways: our placed orders with the marketplace's, and back. Told, never mended.

order_missing      placed here, and the marketplace does not have it
order_unrecorded   the marketplace has it under our reference, and here it is not placed
order_unknown      it carries a reference that looks like ours, and there is no such order here
order_twice        two orders under one reference
order_differs      another total or another customer than was shown and confirmed
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from ulid import ULID

from bot.ledger import Intent, Ledger, UnknownAccount
from bot.ledger.clock import Clock, utc_now
from bot.marketplace.errors import MarketplaceError, Refused
from bot.marketplace.port import Marketplace
from bot.ordering.intent import IntentState
from bot.ordering.order import PlacedOrder
from bot.worker.loop import sleep
from bot.worker.placing import MarketplaceFor

WINDOW = timedelta(days=7)
# What is younger may still be on its way.
SETTLES_WITHIN = timedelta(minutes=10)
# Night in all of the Americas: 02:00 in Mexico City, 05:00 in São Paulo.
HOUR_UTC = 8

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Discrepancy:
    kind: str
    subject: str
    reference: str
    order_id: str | None


class Reconciling:
    def __init__(self, ledger: Ledger, marketplace_for: MarketplaceFor, clock: Clock = utc_now) -> None:
        self._ledger = ledger
        self._marketplace_for = marketplace_for
        self._clock = clock

    async def run(self, stop: asyncio.Event) -> None:
        """Every night until ``stop`` is set."""
        while not stop.is_set():
            await sleep(stop, seconds_until_night(self._clock()))
            if not stop.is_set():
                try:
                    await self.compare_all()
                except Exception:  # the database may be away; the next night sees the same days
                    log.exception("books_not_compared")

    async def compare_all(self) -> list[Discrepancy]:
        """Each reseller who confirmed an order in the last days; what is found is logged and audited."""
        until = self._clock() - SETTLES_WITHIN
        by_subject: dict[str, list[Intent]] = {}
        for intent in await self._ledger.intents.confirmed_between(until - WINDOW, until):
            by_subject.setdefault(intent.subject, []).append(intent)
        found: list[Discrepancy] = []
        for subject, intents in by_subject.items():
            try:
                found += await self._compare(subject, intents, until)
            except (MarketplaceError, UnknownAccount) as error:
                log.error("books_not_compared", subject=subject, error=str(error))
                found.append(Discrepancy("not_compared", subject, "", None))
        log.info("books_compared", resellers=len(by_subject), discrepancies=len(found))
        return found

    async def _compare(self, subject: str, intents: list[Intent], until: datetime) -> list[Discrepancy]:
        # The reseller's own hands if there are any: support staff may have lost theirs.
        actor = min((intent.actor for intent in intents), key=lambda actor: actor != subject)
        marketplace = await self._marketplace_for(actor, subject)
        listed = await marketplace.orders_since(until - WINDOW)
        orders = [order for order in listed if order.created <= until]
        known = {intent.id: intent for intent in intents}
        for order in orders:  # the yes may be older than the window
            if order.reference not in known and (older := await self._ledger.intents.get(order.reference)):
                known[older.id] = older
        found = [*there(subject, orders, known), *await here(marketplace, intents, listed)]
        for one in found:
            log.error("books_differ", kind=one.kind, intent=one.reference, order=one.order_id)
            await self._ledger.audit.found(one.subject, one.kind, one.reference, {"order_id": one.order_id})
        return found


def there(subject: str, orders: Iterable[PlacedOrder], known: dict[str, Intent]) -> list[Discrepancy]:
    """The marketplace's orders that ours do not account for."""
    orders = [order for order in orders if order.reference in known or _looks_like_ours(order.reference)]
    times = Counter(order.reference for order in orders)
    found = []
    for order in orders:
        kind = "order_twice" if times[order.reference] > 1 else _judge(order, known.get(order.reference))
        if kind:
            found.append(Discrepancy(kind, subject, order.reference, order.id))
    return found


async def here(
    marketplace: Marketplace, intents: Iterable[Intent], listed: Iterable[PlacedOrder]
) -> list[Discrepancy]:
    """Our placed orders that the marketplace does not have: neither in its list nor by their id."""
    listed_ids = {order.id for order in listed}
    found = []
    for intent in intents:
        if intent.state is not IntentState.PLACED or intent.order_id in listed_ids:
            continue
        try:
            await marketplace.order(intent.order_id or "")
        except Refused:
            found.append(Discrepancy("order_missing", intent.subject, intent.id, intent.order_id))
    return found


def _judge(order: PlacedOrder, intent: Intent | None) -> str | None:
    if intent is None:
        return "order_unknown"
    if intent.state is not IntentState.PLACED or intent.order_id != order.id:
        return "order_unrecorded"
    as_shown = (intent.quote.total, intent.placeable.customer_id) == (order.total, order.customer_id)
    return None if as_shown else "order_differs"


def _looks_like_ours(reference: str) -> bool:
    try:
        ULID.from_str(reference)
    except ValueError:  # other ways to order at the marketplace have references of their own, or none
        return False
    return True


def seconds_until_night(now: datetime) -> float:
    night = now.replace(hour=HOUR_UTC, minute=0, second=0, microsecond=0)
    return ((night if night > now else night + timedelta(days=1)) - now).total_seconds()
