import asyncio
import json
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import uvicorn
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin

from bot.channels.outbox import Outbox
from bot.channels.web.app import create_app
from bot.channels.web.parts import Origins, Parts
from tests.channels.fakes import FakeEngine, FakeMarketplace


@pytest.fixture
async def address(parts: Parts) -> AsyncIterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    app = create_app(replace(parts, origins=Origins(own="https://pedido.example")))
    config = uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server.serve([listening]))
    yield f"ws://127.0.0.1:{listening.getsockname()[1]}/api/socket"
    server.should_exit = True
    await serving
    listening.close()


@pytest.fixture
async def token(parts: Parts) -> str:
    await parts.ledger.accounts.save(FakeMarketplace.accounts["demo"], "demo")
    token, _ = await parts.ledger.sessions.open("demo", "demo", "reseller")
    return token


async def send(window: ClientConnection, **frame: object) -> None:
    await window.send(json.dumps(frame))


async def receive(window: ClientConnection) -> dict[str, Any]:
    async with asyncio.timeout(5):
        frame: dict[str, Any] = json.loads(await window.recv())
    return frame


async def opened(window: ClientConnection, token: str) -> None:
    await send(window, token=token)
    assert await receive(window) == {"ready": True}


async def test_a_message_is_answered_as_over_http_with_its_id(address: str, token: str) -> None:
    async with connect(address) as window:
        await opened(window, token)
        await send(window, text="hola", client_msg_id="c-1")
        assert await receive(window) == {
            "client_msg_id": "c-1",
            "heard": "hola",
            "messages": [{"text": "heard hola", "buttons": []}],
            "awaiting": None,
            "order": None,
        }


async def test_messages_sent_together_are_answered_in_order(
    address: str, token: str, fake_engine: FakeEngine
) -> None:
    async with connect(address) as window:
        await opened(window, token)
        for n in range(5):
            await send(window, text=f"m{n}", client_msg_id=f"c-{n}")
        assert [(await receive(window))["client_msg_id"] for _ in range(5)] == [f"c-{n}" for n in range(5)]
    assert fake_engine.texts == [f"m{n}" for n in range(5)]


async def test_what_the_bot_says_by_itself_arrives(address: str, token: str, parts: Parts) -> None:
    async with connect(address) as window:
        await opened(window, token)
        conversation = await parts.ledger.conversations.find_or_open("demo", "demo", "main", "web")
        await parts.ledger.outbox.add("say", conversation.id, {"payload": "/tell_order"})
        await Outbox(parts.ledger, parts.gateway).deliver_due()
        (message,) = (await receive(window))["messages"]
        assert (message["seq"], message["author"], message["text"]) == (1, "bot", "heard /tell_order")


async def test_another_window_sees_both_sides(address: str, token: str) -> None:
    async with connect(address) as one, connect(address) as other:
        await opened(one, token)
        await opened(other, token)
        await send(one, text="hola")
        said = (await receive(other))["messages"]
        assert [(each["author"], each["text"]) for each in said] == [
            ("person", "hola"),
            ("bot", "heard hola"),
        ]


async def test_news_that_was_read_before_an_answer_does_not_arrive_after_it(
    address: str, token: str, parts: Parts, fake_engine: FakeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_engine.answers["hola"] = [{"text": "¿Qué plan?"}, {"custom": {"awaiting": "plan", "order": None}}]
    conversations = parts.ledger.conversations
    read_state = conversations.state

    async def slowly(conversation: str) -> tuple[str | None, dict[str, object] | None]:
        state = await read_state(conversation)
        await asyncio.sleep(0.5)  # meanwhile the turn ends
        return state

    async with connect(address) as window:
        await opened(window, token)
        conversation = await conversations.find_or_open("demo", "demo", "main", "web")
        await parts.ledger.outbox.add("say", conversation.id, {"payload": "/tell_order"})
        monkeypatch.setattr(conversations, "state", slowly)
        await Outbox(parts.ledger, parts.gateway).deliver_due()
        await send(window, text="hola", client_msg_id="c-1")
        frames = [await receive(window), await receive(window)]
    assert [frame["messages"][0]["text"] for frame in frames] == ["heard /tell_order", "¿Qué plan?"]
    assert frames[-1]["awaiting"] == "plan"


async def test_what_another_window_wrote_meanwhile_is_not_missed(
    address: str, token: str, fake_engine: FakeEngine
) -> None:
    fake_engine.slow["uno"] = 0.3
    async with connect(address) as one, connect(address) as other:
        await opened(one, token)
        await opened(other, token)
        await send(one, text="uno", client_msg_id="c-1")
        await asyncio.sleep(0.1)
        await send(other, text="dos", client_msg_id="c-2")
        assert (await receive(one))["messages"][0]["text"] == "heard uno"
        assert [each["text"] for each in (await receive(one))["messages"]] == ["dos", "heard dos"]


async def test_a_bad_frame_is_answered_and_the_window_stays_open(address: str, token: str) -> None:
    async with connect(address) as window:
        await opened(window, token)
        await send(window, words="hola", client_msg_id="c-1")
        answer = await receive(window)
        assert answer["client_msg_id"] == "c-1"
        assert answer["error"].startswith("No entiendo")
        await send(window, text="hola")
        assert (await receive(window))["messages"][0]["text"] == "heard hola"


@pytest.mark.parametrize(("hello", "code"), [('{"token": "x"}', 4401), ("{}", 4400), ("{", 4400)])
async def test_a_window_without_a_session_is_closed_with_its_reason(
    address: str, hello: str, code: int
) -> None:
    async with connect(address) as window:
        await window.send(hello)
        with pytest.raises(ConnectionClosed) as closed:
            await receive(window)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == code


async def test_signing_out_ends_the_window_at_the_next_message(
    address: str, token: str, parts: Parts
) -> None:
    async with connect(address) as window:
        await opened(window, token)
        await parts.speakers.sign_out(token)
        await send(window, text="hola")
        with pytest.raises(ConnectionClosed) as closed:
            await receive(window)
    assert closed.value.rcvd
    assert closed.value.rcvd.code == 4401


async def test_an_answer_says_how_the_message_is_kept(address: str, token: str) -> None:
    async with connect(address) as window:
        await opened(window, token)
        await send(window, text="mi tarjeta es 4242 4242 4242 4242")
        assert "4242 4242" not in (await receive(window))["heard"]


async def test_the_page_of_another_site_gets_no_socket(address: str) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        await connect(address, origin=Origin("https://shop.example"))
    assert refusal.value.response.status_code == 403


async def test_our_page_gets_a_socket_where_it_was_reached_and_where_it_is_published(
    address: str, token: str
) -> None:
    reached = address.removesuffix("/api/socket").replace("ws:", "http:")
    for origin in (reached, "https://pedido.example"):
        async with connect(address, origin=Origin(origin)) as window:
            await opened(window, token)
