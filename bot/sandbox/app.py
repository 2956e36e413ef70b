"""The sandbox put together: SimpleAPI 1.15 below /marketplace/{code}, /ext there and at the root, pages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from fastapi import FastAPI

from bot.sandbox import (
    auth,
    card_pages,
    errors,
    ext,
    faults,
    orders,
    pages,
    people,
    products,
    reports,
    subscriptions,
    validation,
)
from bot.sandbox.auth import World
from bot.sandbox.catalog import load_catalog
from bot.sandbox.database import open_database, sessions_of
from bot.sandbox.gateway import Correlation, SubscriptionKey
from bot.sandbox.postman import Postman

SUBSCRIPTION_KEY = "sandbox"
API = (auth, people, products, orders, subscriptions, reports, validation)


def utc_now() -> datetime:
    return datetime.now(UTC)


def create_app(
    database: str,
    *,
    with_faults: bool = False,
    public_url: str | None = None,
    smtp: tuple[str, int] | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> FastAPI:
    """An ASGI app over the SQLite file ``database`` (``sqlite:///path``), made and seeded if it is new.

    ``public_url`` is where people's browsers reach this process, if that is not the address callers use;
    ``smtp`` the host and port of the server that mail goes to: without one it is kept to be read only.
    It serves without its lifespan too (behind an in-process transport), which only closes the database.
    """
    catalog = load_catalog()
    engine = open_database(database, catalog)
    sessions = sessions_of(engine)
    postman = Postman(sessions, *smtp, clock) if smtp else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        posting = asyncio.create_task(postman.run()) if postman else None
        yield
        if posting:
            posting.cancel()
        await engine.dispose()

    app = FastAPI(title="Sandbox marketplace", openapi_url=None, lifespan=lifespan)
    app.state.world = World(catalog, sessions, clock, public_url, postman=postman)
    prefix = f"/marketplace/{catalog.code}"
    for module in API:
        app.include_router(module.router, prefix=prefix)
    extensions = [ext.router, card_pages.api, *([faults.router] if with_faults else [])]
    for router in extensions:
        app.include_router(router, prefix=prefix)
        app.include_router(router)
    app.include_router(card_pages.public)
    app.include_router(pages.public)
    errors.install(app)
    app.add_middleware(SubscriptionKey, key=SUBSCRIPTION_KEY)
    if with_faults:
        app.state.faults = faults.FaultQueue()
        app.add_middleware(faults.Faults, queue=app.state.faults, prefix=prefix)
    app.add_middleware(Correlation)
    return app
