"""Catalogue, customers, cards and terms of each reseller, kept for a minute: a turn does not refetch them."""

from __future__ import annotations

import asyncio
import time

from bot.ordering.order import Terms
from bot.ordering.shop import Shop
from bot.wiring import marketplace_for

FRESH_SECONDS = 60.0


class Shops:
    """One ``Shop`` per (actor, subject, language). Two turns at once fetch it once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, str], tuple[float, Shop]] = {}
        self._locks: dict[tuple[str, str, str], asyncio.Lock] = {}
        self._terms: dict[tuple[str, str, str], tuple[float, Terms | None]] = {}

    async def of(self, actor: str, subject: str, language: str) -> Shop:
        """Raises the marketplace's errors when it cannot be read and nothing fresh is known."""
        key = (actor, subject, language)
        async with self._locks.setdefault(key, asyncio.Lock()):
            known = self._known.get(key)
            if known and time.monotonic() - known[0] < FRESH_SECONDS:
                return known[1]
            shop = await self._fetch(actor, subject, language)
            self._known[key] = (time.monotonic(), shop)
            return shop

    async def terms(self, actor: str, subject: str, language: str) -> Terms | None:
        """What the reseller agrees to by ordering; None where the marketplace does not tell."""
        key = (actor, subject, language)
        known = self._terms.get(key)
        if known and time.monotonic() - known[0] < FRESH_SECONDS:
            return known[1]
        terms = await (await marketplace_for(actor, subject)).terms(language)
        self._terms[key] = (time.monotonic(), terms)
        return terms

    def forget(self, subject: str) -> None:
        """What this reseller can choose from has changed: whoever asks next reads it anew."""
        for key in [key for key in self._known if key[1] == subject]:
            del self._known[key]

    async def _fetch(self, actor: str, subject: str, language: str) -> Shop:
        marketplace = await marketplace_for(actor, subject)
        account, catalog, customers, cards = await asyncio.gather(
            marketplace.account(),
            marketplace.catalog(language),
            marketplace.customers(),
            marketplace.payment_methods(),
        )
        return Shop(account, catalog, tuple(customers), tuple(cards or ()), pays_on_account=cards is None)
