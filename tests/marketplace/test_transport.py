import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import stamina
import structlog

from bot.marketplace.errors import ContractBroken, Refused, Unavailable
from bot.marketplace.outcome import Kind
from bot.marketplace.transport import Call, Transport
from tests.marketplace.fakes import BASE, FakeMarketplace, complains, fails, says, says_text

READ = Call("GET", "/things")
CHECK = Call("POST", "/things", Kind.CHECK, body={"secret": "EPP-1"})
ORDER = Call("POST", "/things", Kind.ORDER)
HARMLESS = [READ, CHECK]


def transport(market: FakeMarketplace) -> Transport:
    return Transport(BASE, "key-1", httpx.MockTransport(market))


@pytest.mark.parametrize("call", HARMLESS, ids=["read", "check"])
@pytest.mark.parametrize(
    "trouble",
    [
        fails(httpx.ReadTimeout("slow")),
        fails(httpx.ConnectError("down")),
        says_text("<html>", 504),
        complains(429),
    ],
    ids=["timeout", "refused", "504", "429"],
)
async def test_a_question_is_asked_again_until_it_is_answered(market, call, trouble):
    market.on(f"{call.method} /things", trouble, trouble, says({"id": "1"}))
    answer = await transport(market).call(call, "Bearer t")
    assert answer.text("id") == "1"
    assert len(market.requests) == 3


async def test_a_question_is_given_up_after_four_tries(market):
    market.on("GET /things", fails(httpx.ReadTimeout("slow")))
    with pytest.raises(Unavailable) as caught:
        await transport(market).call(READ, "Bearer t")
    assert caught.value.can_retry
    assert len(market.requests) == 4


@pytest.mark.parametrize("answer", [complains(400, "No."), complains(409, "No."), says_text("<html>")])
async def test_a_clear_answer_is_not_asked_for_again(market, answer):
    market.on("GET /things", answer)
    with pytest.raises((Refused, ContractBroken)):
        await transport(market).call(READ, "Bearer t")
    assert len(market.requests) == 1


@pytest.mark.parametrize(
    "trouble",
    [
        fails(httpx.ConnectError("down")),
        fails(httpx.ReadTimeout("slow")),
        complains(429),
        complains(500, "Unexpected."),
        says_text("<html>", 504),
    ],
)
async def test_an_order_is_sent_once_whatever_happens(market, trouble):
    market.on("POST /things", trouble)
    with pytest.raises(Unavailable):
        await transport(market).call(ORDER, "Bearer t")
    assert len(market.requests) == 1


async def test_a_short_retry_after_is_waited_for(market):
    market.on("GET /things", says({}, 429, Retry_After="1"), says({"id": "1"}))
    with stamina.set_testing(False):
        started = time.monotonic()
        await transport(market).call(READ, "Bearer t")
    assert time.monotonic() - started >= 1


async def test_a_long_retry_after_is_left_to_the_caller(market):
    market.on("GET /things", says({}, 503, Retry_After="60"))
    with pytest.raises(Unavailable) as caught:
        await transport(market).call(READ, "Bearer t")
    assert caught.value.retry_after == 60
    assert len(market.requests) == 1


async def test_a_redirect_is_not_followed(market):
    market.on("GET /things", says_text("", 302, Location=f"{BASE}/elsewhere"))
    with pytest.raises(ContractBroken):
        await transport(market).call(READ, "Bearer t")
    assert len(market.requests) == 1


async def test_every_request_carries_key_token_and_the_turn_s_request_id(market):
    market.on("GET /things", says({}))
    with structlog.contextvars.bound_contextvars(request_id="r-42"):
        await transport(market).call(Call("GET", "/things", query={"offset": 100}), "Bearer t")
    request = market.requests[0]
    assert str(request.url) == f"{BASE}/things?offset=100"
    assert request.headers["X-Subscription-Key"] == "key-1"
    assert request.headers["Authorization"] == "Bearer t"
    assert request.headers["X-Request-ID"] == "r-42"


async def test_outside_a_turn_no_request_id_is_sent(market):
    market.on("GET /things", says({}))
    await transport(market).call(READ, "Bearer t")
    assert "X-Request-ID" not in market.requests[0].headers


async def test_each_try_is_one_log_line_with_the_correlation_id_and_no_secrets(market):
    market.on("POST /things", fails(httpx.ReadError("cut")), says({"id": "1"}, X_Correlation_ID="c-1"))
    with structlog.testing.capture_logs() as lines:
        await transport(market).call(CHECK, "Bearer t-secret")
    ours = [line for line in lines if line["event"].startswith("marketplace_")]
    assert [(line["event"], line["correlation_id"]) for line in ours] == [
        ("marketplace_silent", None),
        ("marketplace_answered", "c-1"),
    ]
    assert "EPP-1" not in str(lines) + repr(CHECK)
    assert "t-secret" not in str(lines)


@asynccontextmanager
async def counting_server() -> AsyncIterator[tuple[str, list[object]]]:
    """A real HTTP server that keeps connections alive and counts them."""
    connections: list[object] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)
        while head := await reader.readuntil(b"\r\n\r\n") if not reader.at_eof() else b"":
            length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
            await reader.readexactly(int(length[0].split(b":")[1]) if length else 0)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
            await writer.drain()

    server = await asyncio.start_server(_quiet(serve), "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", connections
    finally:
        for writer in connections:
            writer.close()  # type: ignore[attr-defined]
        server.close()
        await server.wait_closed()


def _quiet(serve):
    async def until_closed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await serve(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    return until_closed


@pytest.mark.parametrize(("call", "opened"), [(READ, 1), (ORDER, 3)], ids=["reads share", "orders do not"])
async def test_only_orders_open_a_connection_each(call, opened):
    async with counting_server() as (url, connections):
        real = Transport(url, "key-1")
        for _ in range(3):
            await real.call(call, "Bearer t")
        await real.aclose()
        assert len(connections) == opened
