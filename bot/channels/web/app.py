"""The gateway's ASGI app: the page, the HTTP API, the WebSocket, and what the bot says by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress

from fastapi import FastAPI

from bot import wiring
from bot.channels.chat_platform import OpenDoor
from bot.channels.elsewhere import hear_of_others
from bot.channels.outbox import Outbox
from bot.channels.web import account, api, approval, desk, socket
from bot.channels.web.errors import add_error_answers
from bot.channels.web.guard import Guard
from bot.channels.web.pages import add_pages
from bot.channels.web.parts import Parts, built


def create_app(parts: Parts | None = None, doors: Sequence[OpenDoor] = ()) -> FastAPI:
    """The app; ``parts`` are built from the settings when it starts, unless they are given.

    ``doors`` of chat platforms are opened with it, those that the settings name.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            made = app.state.parts = await stack.enter_async_context(built())
            opened = app.state.doors = [
                door for each in doors if (door := each(wiring.settings(), made.ledger, made.gateway))
            ]
            outbox = Outbox(made.ledger, made.gateway, [door.courier for door in opened], made.desk.notices)
            for duty in (outbox.run(), hear_of_others(made.ledger, made.gateway.listeners)):
                await stack.enter_async_context(_in_the_background(duty))
            for door in opened:
                if door.routes is not None:
                    app.include_router(door.routes)
                await stack.enter_async_context(door.run())
            yield

    # No generated API pages: they would load scripts from elsewhere.
    app = FastAPI(title="Pedido", openapi_url=None, lifespan=None if parts else lifespan)
    app.state.doors = []
    if parts:
        app.state.parts = parts
    app.add_middleware(Guard)
    add_error_answers(app)
    for each in (api, account, approval, desk, socket):
        app.include_router(each.router)
    add_pages(app)
    return app


@asynccontextmanager
async def _in_the_background(duty: Coroutine[None, None, None]) -> AsyncIterator[None]:
    task = asyncio.create_task(duty)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
