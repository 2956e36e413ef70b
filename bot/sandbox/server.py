"""Serves the sandbox with uvicorn; with faults on, a connection can really be reset."""

from __future__ import annotations

import asyncio
import socket
import struct

import uvicorn
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.sandbox.faults import ABORT


class ResettableProtocol(H11Protocol):
    """HTTP/1.1 whose requests carry a way to cut their connection with a TCP reset."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        super().connection_made(transport)
        serve = self.app

        async def with_abort(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("extensions", {})[ABORT] = lambda: _reset(transport)
            await serve(scope, receive, send)

        self.app = with_abort


def serve(app: FastAPI, host: str, port: int, *, with_faults: bool) -> None:
    """Runs until it is told to stop."""
    uvicorn.run(
        app,
        host=host,
        port=port,
        http=ResettableProtocol if with_faults else "auto",
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
    )


def _reset(transport: asyncio.Transport) -> None:
    connection = transport.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
