"""Looks whether a card was saved at the hosted pages that conversations wait for."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from bot.ledger import AwaitedCard, Ledger, UnknownAccount
from bot.ledger.clock import Clock, utc_now
from bot.marketplace.errors import MarketplaceError
from bot.ordering.order import CardPageState
from bot.worker.loop import TROUBLE_SECONDS, sleep
from bot.worker.placing import MarketplaceFor

LOOK_SECONDS = 0.5
# A page that is never called expired, or that cannot be asked about, is let go this long after its end.
PATIENCE = timedelta(minutes=2)

log = structlog.get_logger(__name__)


class CardWatch:
    """``marketplace_for``: the marketplace as an actor sees it on behalf of a subject."""

    def __init__(self, ledger: Ledger, marketplace_for: MarketplaceFor, clock: Clock = utc_now) -> None:
        self._pages = ledger.card_pages
        self._marketplace_for = marketplace_for
        self._clock = clock

    async def run(self, stop: asyncio.Event) -> None:
        """Until ``stop`` is set; trouble with the database only makes it wait."""
        while not stop.is_set():
            try:
                await self.look()
                pause = LOOK_SECONDS
            except Exception:  # the database may be away; it will be back
                log.exception("card_pages_unreadable")
                pause = TROUBLE_SECONDS
            await sleep(stop, pause)

    async def look(self) -> None:
        """Look at every page that is due, all at once."""
        await asyncio.gather(*(self._look_at(page) for page in await self._pages.due()))

    async def _look_at(self, page: AwaitedCard) -> None:
        try:
            marketplace = await self._marketplace_for(page.actor, page.subject)
            found = await marketplace.card_page(page.id)
        except (MarketplaceError, UnknownAccount) as error:
            log.warning("card_page_unreadable", error=str(error))
            found = None
        if found and found.payment_method:
            await self._pages.saved(page.id, found.payment_method)
            log.info("card_saved", conversation=page.conversation)
        elif (found and found.state is CardPageState.EXPIRED) or self._clock() > page.ends_at + PATIENCE:
            await self._pages.ended(page.id)
