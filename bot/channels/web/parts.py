"""What the web gateway is made of, built once from the settings."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
from starlette.requests import HTTPConnection

from bot import wiring
from bot.channels.callers import Callers
from bot.channels.conversation import Gateway
from bot.channels.engine import Engine
from bot.channels.health import Check, Health, answers
from bot.channels.notices import MarketplaceFor, Notices
from bot.channels.probe import Probe
from bot.channels.queues import Queues
from bot.channels.rates import Rates
from bot.channels.sign_in import SignIn
from bot.channels.web.speaker import Speakers
from bot.ledger import Ledger

# What a User-Agent says, the more special first: most name Safari and Chrome too, Android says Linux.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
)


@dataclass(frozen=True)
class Origins:
    """Whose pages a browser may show: our own, and the sites on which the widget is."""

    own: str = ""
    widget: tuple[str, ...] = ()


@dataclass(frozen=True)
class Desk:
    """What the phone desk needs besides the chat."""

    callers: Callers
    notices: Notices
    marketplace_for: MarketplaceFor


@dataclass(frozen=True)
class Parts:
    ledger: Ledger
    gateway: Gateway
    sign_in: SignIn
    health: Health
    speakers: Speakers
    desk: Desk
    origins: Origins = field(default_factory=Origins)
    arrivals: Queues = field(default_factory=Queues)
    rates: Rates = field(default_factory=Rates)


def parts_of(connection: HTTPConnection) -> Parts:
    """The parts behind a request or a WebSocket."""
    parts: Parts = connection.app.state.parts
    return parts


def address_of(connection: HTTPConnection) -> str:
    """Where a request comes from. Behind a proxy that is the proxy, unless uvicorn is told to trust it."""
    return connection.client.host if connection.client else ""


def device_of(connection: HTTPConnection) -> str:
    """The browser and the system in two words, as people know them; "" for what is none of these."""
    described = connection.headers.get("User-Agent", "")
    browser = next((name for mark, name in _BROWSERS if mark in described), "")
    system = next((name for mark, name in _SYSTEMS if mark in described), "")
    return ", ".join(filter(None, (browser, system)))


@asynccontextmanager
async def built() -> AsyncIterator[Parts]:
    """The parts as the settings want them; their connections end with the block."""
    settings, ledger = wiring.settings(), wiring.ledger()
    engine = Engine(settings.engine_url)
    async with httpx.AsyncClient() as http:
        checks: dict[str, Check] = {
            "engine": Probe(engine, answers(http, f"{settings.engine_url}/"), wiring.secret()),
            "actions": answers(http, f"{settings.actions_url}/health"),
            "ledger": ledger.check,
            "marketplace": answers(http, settings.marketplace_url),
        }
        gateway = Gateway(ledger, engine, wiring.secret())
        notices = Notices(ledger, gateway, wiring.marketplace_for)
        callers = Callers(ledger, notices, wiring.marketplace_for)
        try:
            yield Parts(
                ledger=ledger,
                gateway=gateway,
                sign_in=SignIn(ledger, wiring.marketplace_with),
                desk=Desk(callers, notices, wiring.marketplace_for),
                health=Health(checks),
                speakers=Speakers(ledger),
                origins=Origins(settings.public_url, settings.widget_origins),
            )
        finally:
            await engine.close()
            await ledger.close()
