"""The gateway's ASGI app: the page, the HTTP API, the WebSocket, and what the bot says by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.staticfiles import StaticFiles

from bot.channels.outbox import deliver_forever
from bot.channels.web import api, socket
from bot.channels.web.errors import add_error_answers
from bot.channels.web.guard import Guard
from bot.channels.web.parts import Parts, built

STATIC = Path(__file__).with_name("static")


def create_app(parts: Parts | None = None) -> FastAPI:
    """The app; ``parts`` are built from the settings when it starts, unless they are given."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with built() as made:
            app.state.parts = made
            outbox = asyncio.create_task(deliver_forever(made.ledger, made.gateway))
            yield
            outbox.cancel()
            with suppress(asyncio.CancelledError):
                await outbox

    # No generated API pages: they would load scripts from elsewhere.
    app = FastAPI(title="Pedido", openapi_url=None, lifespan=None if parts else lifespan)
    if parts:
        app.state.parts = parts
    app.add_middleware(Guard)
    add_error_answers(app)
    app.include_router(api.router)
    app.include_router(socket.router)
    app.mount("/static", StaticFiles(directory=STATIC))
    app.get("/", include_in_schema=False)(_page)
    return app


async def _page() -> FileResponse:
    return FileResponse(STATIC / "index.html")
