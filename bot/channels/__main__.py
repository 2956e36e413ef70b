"""``python -m bot.channels``: serves the gateway and says when the first message can be answered."""

from __future__ import annotations

import asyncio
import sys

import uvicorn

from bot import wiring
from bot.channels.chat_platform import OpenDoor
from bot.channels.health import UP
from bot.channels.slack.door import slack_door
from bot.channels.telegram.door import telegram_door
from bot.channels.web.app import create_app
from bot.channels.web.parts import Parts
from bot.logs import configure_logs

# The chat platforms; one is opened when its settings are there.
DOORS: tuple[OpenDoor, ...] = (telegram_door, slack_door)
_MAX_FRAME_BYTES = 64 * 1024
_LOOK_EVERY_SECONDS = 0.25


async def main() -> int:
    settings = wiring.settings()
    configure_logs("gateway", settings.log_level)
    app = create_app(doors=DOORS)
    config = uvicorn.Config(
        app,
        host="0.0.0.0",
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        ws_max_size=_MAX_FRAME_BYTES,
        timeout_graceful_shutdown=3,
    )
    server = uvicorn.Server(config)
    announcement = asyncio.create_task(_announce(server, settings.port))
    await server.serve()
    announcement.cancel()
    return 0 if server.started else 1


async def _announce(server: uvicorn.Server, port: int) -> None:
    """The one line on stdout; everything else that this process says is a log line on stderr."""
    while True:
        if server.started and await _is_healthy(server):
            break
        await asyncio.sleep(_LOOK_EVERY_SECONDS)
    sys.stdout.write(f"Pedido is ready: http://localhost:{port}\n")
    sys.stdout.flush()


async def _is_healthy(server: uvicorn.Server) -> bool:
    parts: Parts = server.config.app.state.parts  # type: ignore[union-attr]  # our own app, not a name of one
    return all(state == UP for state in (await parts.health()).values())


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
