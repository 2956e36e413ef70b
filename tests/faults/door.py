"""The ways into the faulty marketplace: real TCP, where connections can be refused, reset and cut short, or
none at all, for thousands of short stories in one process.
"""

from __future__ import annotations

import asyncio
import json
import socket
import struct
import threading
from collections.abc import Callable
from types import TracebackType

import httpx

from tests.faults.shop import BASE, Asked, Reply, Shop, read_asked

_LET_IN = 0.01  # seconds from the door to who serves


class Door:
    """Serves a ``Shop`` on a port of 127.0.0.1, in a thread. ``real``: the story's seconds in real ones."""

    def __init__(self, shop: Shop, real: Callable[[float], float]) -> None:
        self.shop = shop
        self._real = real
        self._loop = asyncio.new_event_loop()
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._shutting: set[asyncio.Task[None]] = set()
        self.port = 0
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Door:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result()
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{BASE}"

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port, reuse_address=True)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        if self._server:
            await self._stop(self._server)
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.sleep(_LET_IN)  # for their tasks to notice

    async def _stop(self, server: asyncio.Server) -> None:
        """Nobody else is let in; whoever was let in already gets inside before the server closes, as asyncio
        leaves their socket open otherwise.
        """
        for listening in server.sockets:
            self._loop.remove_reader(listening)
        await asyncio.sleep(_LET_IN)
        server.close()

    async def _shut(self, seconds: float) -> None:
        """Whoever connects now is refused; who is inside already may stay."""
        if self._server is None:
            return
        server, self._server = self._server, None
        await self._stop(server)
        await asyncio.sleep(self._real(seconds))
        await self._open()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while await self._exchange(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the caller went away, or was killed
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; whether the connection stays."""
        asked = await _read(reader)
        if asked is None:
            return False
        reply = self.shop.answer(asked)
        if reply.delay:
            await asyncio.sleep(self._real(reply.delay))
        if reply.end == "reset":
            _reset(writer)
            return False
        if reply.shut:
            self._shutting.add(asyncio.create_task(self._shut(reply.shut)))
        await _write(writer, reply)
        return reply.end == "keep"


class NoDoor(httpx.AsyncBaseTransport):
    """The shop without a network: a cut connection is the error that httpx would have raised."""

    def __init__(self, shop: Shop, pass_time: Callable[[float], None]) -> None:
        self.shop = shop
        self._pass_time = pass_time
        self._shut = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self._shut and request.method == "POST":
            self._shut = False
            raise httpx.ConnectError("refused", request=request)
        target = request.url.raw_path.decode()
        request_id = request.headers.get("X-Request-ID", "")
        reply = self.shop.answer(read_asked(request.method, target, request_id, await request.aread()))
        self._pass_time(reply.delay)
        self._shut = reply.shut > 0
        if reply.end != "keep":
            raise httpx.ReadError(reply.end, request=request)
        return httpx.Response(reply.status, headers=dict(reply.headers), content=_bytes(reply))


async def _read(reader: asyncio.StreamReader) -> Asked | None:
    head = await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b""
    if not head:
        return None
    first, *lines = head.decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    method, target, _ = first.split(" ", 2)
    return read_asked(method, target, headers.get("x-request-id", ""), body)


async def _write(writer: asyncio.StreamWriter, reply: Reply) -> None:
    body = _bytes(reply)
    kind = "text/html" if isinstance(reply.body, str) else "application/json"
    fields = {"Content-Type": kind, "Content-Length": str(len(body)), **reply.headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    writer.write(f"HTTP/1.1 {reply.status} .\r\n{head}\r\n".encode())
    writer.write(body[: len(body) // 2] if reply.end == "short" else body)
    await writer.drain()


def _bytes(reply: Reply) -> bytes:
    return reply.body.encode() if isinstance(reply.body, str) else json.dumps(reply.body).encode()


def _reset(writer: asyncio.StreamWriter) -> None:
    connection: socket.socket = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
