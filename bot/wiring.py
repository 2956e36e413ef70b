"""The one place that builds things from the settings. Everything is made on first use and kept."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from bot.ledger import Ledger
from bot.marketplace.client import MarketplaceClient
from bot.marketplace.port import Marketplace
from bot.settings import Settings, read_secret, read_settings
from bot.turn import Turn, verify

_clients: dict[tuple[str, str], tuple[tuple[str, str], MarketplaceClient]] = {}


@cache
def settings() -> Settings:
    """The settings of this process; raises ``SettingsError`` if one is bad."""
    return read_settings()


@cache
def secret() -> bytes:
    """The secret that the gateway signs turns with and that seals stored passwords."""
    return read_secret(settings())


@cache
def ledger() -> Ledger:
    """The ledger of this process. It connects when first asked something."""
    return Ledger(settings().database_url, secret())


async def marketplace_for(actor: str, subject: str) -> Marketplace:
    """The marketplace as ``actor`` sees it on behalf of ``subject``; one client per pair is kept.

    Support staff (actor other than subject) work by delegation. Raises ``UnknownAccount`` when the actor
    never signed in here.
    """
    credentials = await ledger().accounts.credentials(actor)
    known = _clients.get((actor, subject))
    if known is not None and known[0] == credentials:
        return known[1]
    client = marketplace_with(credentials, acts_for=None if actor == subject else subject)
    _clients[actor, subject] = credentials, client  # replaces one with a password that is out of date
    return client


def marketplace_with(credentials: tuple[str, str], acts_for: str | None = None) -> MarketplaceClient:
    """A new client for somebody who is signing in; the caller closes it."""
    chosen = settings()
    return MarketplaceClient(
        chosen.marketplace_url,
        chosen.marketplace_key,
        chosen.marketplace_code,
        credentials,
        acts_for=acts_for,
    )


def order_limit() -> Decimal:
    """What a reseller may confirm within an hour without an approval, in each currency."""
    return settings().order_limit


def approval_page(ref: str) -> str:
    """Where an order beyond that is approved."""
    return f"{settings().public_url}/approve/{ref}"


async def close() -> None:
    """Let go of every connection, before the process ends."""
    for _, client in _clients.values():
        await client.aclose()
    _clients.clear()
    if ledger.cache_info().currsize:
        await ledger().close()


def turn_of(metadata: Mapping[str, object] | None) -> Turn:
    """Who is speaking, from a message's metadata; raises ``TurnRefused`` unless the gateway signed it."""
    return verify(metadata, secret())
