import httpx
import pytest

from bot.channels.engine import Engine, EngineError, Utterance
from tests.channels.fakes import FakeEngine

HELLO = Utterance("01CONVERSATION", "hola", "web", {"actor": "demo", "signature": "s"})


async def ask_through(handler: httpx.MockTransport) -> list[dict[str, object]]:
    engine = Engine("http://engine", handler)
    try:
        return await engine.ask(HELLO)
    finally:
        await engine.close()


async def test_the_engine_gets_sender_text_channel_and_metadata(fake_engine: FakeEngine) -> None:
    engine = Engine("http://engine", fake_engine.transport())
    await engine.ask(HELLO)
    await engine.close()
    assert fake_engine.heard == [
        {
            "sender": "01CONVERSATION",
            "message": "hola",
            "input_channel": "web",
            "metadata": {"actor": "demo", "signature": "s"},
        }
    ]


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500, text="Internal Server Error"),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json={"status": "failure"}),
        httpx.Response(200, json=["hola"]),
    ],
)
async def test_what_is_no_list_of_messages_is_trouble(answer: httpx.Response) -> None:
    with pytest.raises(EngineError):
        await ask_through(httpx.MockTransport(lambda _: answer))


async def test_an_engine_that_cannot_be_reached_is_trouble() -> None:
    def refuse(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("connection refused")

    with pytest.raises(EngineError):
        await ask_through(httpx.MockTransport(refuse))
