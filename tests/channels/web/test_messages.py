import asyncio
import sqlite3
from contextlib import closing

import httpx
import pytest
from structlog.typing import EventDict

from bot.channels.web.guard import MAX_BODY_BYTES
from tests.channels.fakes import FakeEngine

ASK_PLAN = [
    {
        "text": "¿Qué plan?",
        "buttons": [
            {"title": "Basic", "payload": '/choose{"slot":"plan","value":"M365-BB"}'},
            {"title": "Términos", "url": "https://terms.example/"},
        ],
    },
    {"custom": {"awaiting": "plan", "order": None}},
]


async def test_a_message_is_answered_in_the_published_shape(
    signed_in: httpx.AsyncClient, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    body = (await signed_in.post("/api/messages", json={"text": "hola"})).json()
    (message,) = body["messages"]
    opaque = message["buttons"][0]["button"]
    assert body == {
        "messages": [
            {
                "text": "¿Qué plan?",
                "buttons": [
                    {"title": "Basic", "button": opaque},
                    {"title": "Términos", "url": "https://terms.example/"},
                ],
            }
        ],
        "awaiting": "plan",
        "order": None,
    }


async def test_a_pressed_button_is_its_payload(signed_in: httpx.AsyncClient, fake_engine: FakeEngine) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    body = (await signed_in.post("/api/messages", json={"text": "hola"})).json()
    button = body["messages"][0]["buttons"][0]["button"]
    await signed_in.post("/api/messages", json={"button": button})
    assert fake_engine.texts[-1] == '/choose{"slot":"plan","value":"M365-BB"}'


async def test_the_same_client_msg_id_gets_the_same_answer(
    signed_in: httpx.AsyncClient, fake_engine: FakeEngine
) -> None:
    fake_engine.answers["hola"] = ASK_PLAN
    once = {"text": "hola", "client_msg_id": "c-1"}
    first, second = [await signed_in.post("/api/messages", json=once) for _ in range(2)]
    assert first.json() == second.json()
    assert fake_engine.texts == ["hola"]


async def test_five_messages_at_once_are_answered_in_the_order_of_arrival(
    signed_in: httpx.AsyncClient, fake_engine: FakeEngine
) -> None:
    fake_engine.slow = {"m0": 0.05, "m2": 0.02}
    answers = await asyncio.gather(
        *(signed_in.post("/api/messages", json={"text": f"m{n}"}) for n in range(5))
    )
    assert fake_engine.texts == ["m0", "m1", "m2", "m3", "m4"]
    assert [answer.json()["messages"][0]["text"] for answer in answers] == [f"heard m{n}" for n in range(5)]
    assert fake_engine.most_at_once == 1


@pytest.mark.parametrize("after", ["-1", "x", str(2**31), str(2**63), "9" * 30])
async def test_a_place_that_no_message_can_have_is_refused(signed_in: httpx.AsyncClient, after: str) -> None:
    answer = await signed_in.get("/api/messages", params={"after": after})
    assert answer.status_code == 400
    assert answer.json()["error"]


async def test_history_holds_both_sides_and_continues_after_a_seq(signed_in: httpx.AsyncClient) -> None:
    for text in ("uno", "dos"):
        await signed_in.post("/api/messages", json={"text": text})
    said = (await signed_in.get("/api/messages")).json()["messages"]
    assert [(each["author"], each["text"]) for each in said] == [
        ("person", "uno"),
        ("bot", "heard uno"),
        ("person", "dos"),
        ("bot", "heard dos"),
    ]
    later = (await signed_in.get("/api/messages", params={"after": said[1]["seq"]})).json()["messages"]
    assert later == said[2:]


async def test_conversations_of_other_names_are_apart(
    signed_in: httpx.AsyncClient, fake_engine: FakeEngine
) -> None:
    await signed_in.post("/api/messages", json={"text": "hola", "conversation": "a"})
    await signed_in.post("/api/messages", json={"text": "hola", "conversation": "b"})
    assert len({body["sender"] for body in fake_engine.heard}) == 2
    said = (await signed_in.get("/api/messages", params={"conversation": "a"})).json()["messages"]
    assert len(said) == 2


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '"hola"',
        "{}",
        '{"text": 5}',
        '{"text": "a", "button": "b"}',
        '{"text": "a", "client_msg_id": ""}',
        '{"text": "a", "conversation": "../x"}',
        '{"text": "a", "client_msg_id": "' + "x" * 65 + '"}',
    ],
)
async def test_what_is_no_message_is_a_bad_request(signed_in: httpx.AsyncClient, content: str) -> None:
    answer = await signed_in.post(
        "/api/messages", content=content, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("No entiendo")


async def test_a_huge_body_is_not_read(signed_in: httpx.AsyncClient, fake_engine: FakeEngine) -> None:
    huge = {"text": "x" * MAX_BODY_BYTES}
    assert (await signed_in.post("/api/messages", json=huge)).status_code == 413
    assert not fake_engine.heard


async def test_a_text_that_is_too_long_gets_a_kind_answer(
    signed_in: httpx.AsyncClient, fake_engine: FakeEngine
) -> None:
    answer = await signed_in.post("/api/messages", json={"text": "a" * 5000})
    assert answer.status_code == 200
    assert "partes" in answer.json()["messages"][0]["text"]
    assert not fake_engine.heard


async def test_trouble_of_our_own_is_admitted_with_the_reference_that_the_log_has(
    signed_in: httpx.AsyncClient, database: str, logs: list[EventDict]
) -> None:
    with closing(sqlite3.connect(database.removeprefix("sqlite+aiosqlite:///"))) as ledger:
        ledger.execute("DROP TABLE buttons")
    answer = await signed_in.post("/api/messages", json={"button": "x"})
    assert answer.status_code == 500
    (failure,) = [entry for entry in logs if entry["event"] == "request_failed"]
    assert failure["reference"] in answer.json()["error"]


async def test_what_people_write_is_not_logged(signed_in: httpx.AsyncClient, logs: list[EventDict]) -> None:
    await signed_in.post("/api/messages", json={"text": "ferretería el tornillo"})
    assert [entry["event"] for entry in logs] == ["turn"]
    assert "tornillo" not in str(logs)
