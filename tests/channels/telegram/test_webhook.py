import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from sqlalchemy import func, select

from bot.channels.web.app import create_app
from bot.channels.web.guard import MAX_BODY_BYTES
from bot.channels.web.parts import Parts
from bot.ledger import Ledger
from bot.ledger.tables import conversations, inbox, messages, outbox
from tests.channels.fakes import FakeEngine
from tests.channels.telegram.conftest import SECRET, Open
from tests.channels.telegram.fake_bot_api import SECRET_HEADER, FakeBotApi
from tests.channels.telegram.phone import Phone
from tests.channels.telegram.updates import said

PATH = "/telegram/webhook"


@pytest.fixture
async def http(open_door: Open, parts: Parts) -> AsyncIterator[httpx.AsyncClient]:
    async with open_door(PEDIDO_TELEGRAM_WEBHOOK_SECRET=SECRET) as door:
        app = create_app(parts)
        assert door.routes is not None
        app.include_router(door.routes)
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as http:
            yield http


async def rows(ledger: Ledger) -> int:
    total = 0
    for table in (conversations, inbox, messages, outbox):
        async with ledger._database.reading() as connection:
            total += (await connection.execute(select(func.count()).select_from(table))).scalar_one()
    return total


async def test_telegram_is_told_where_to_post_and_with_which_secret(
    http: httpx.AsyncClient, telegram: FakeBotApi
) -> None:
    await asyncio.to_thread(telegram.wait_until, lambda: telegram.webhook)
    assert telegram.webhook["url"] == "https://pedido.example/telegram/webhook"
    assert telegram.webhook["secret_token"] == SECRET
    assert not telegram.named("getUpdates")


async def test_an_update_is_committed_when_it_is_acknowledged(
    http: httpx.AsyncClient, linked: Phone, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    fake_engine.slow["hola"] = 1.0
    answer = await http.post(PATH, json=said(1, linked.user, "hola"), headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 200
    assert await rows(ledger) == 3  # a conversation, an event, what the person said
    await linked.hears("heard hola")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {SECRET_HEADER: ""},
        {SECRET_HEADER: "wrong"},
        {SECRET_HEADER: SECRET[:-1]},
        {SECRET_HEADER: SECRET.upper()},
        {"Authorization": SECRET},
        {SECRET_HEADER.encode(): "ñ".encode()},
    ],
)
async def test_a_forged_request_leaves_nothing(
    http: httpx.AsyncClient, linked: Phone, ledger: Ledger, fake_engine: FakeEngine, headers: dict[str, str]
) -> None:
    answer = await http.post(PATH, json=said(1, linked.user, "25 licencias"), headers=headers)
    assert (answer.status_code, answer.content) == (403, b"")
    assert await rows(ledger) == 0
    assert fake_engine.heard == []


async def test_a_request_that_comes_twice_is_answered_once(
    http: httpx.AsyncClient, linked: Phone, ledger: Ledger, fake_engine: FakeEngine
) -> None:
    update = said(1, linked.user, "hola", date=1_800_000_000)
    together = [http.post(PATH, json=update, headers={SECRET_HEADER: SECRET}) for _ in range(5)]
    assert {each.status_code for each in await asyncio.gather(*together)} == {200}
    await linked.hears("heard hola")
    await asyncio.sleep(0.3)
    assert fake_engine.texts == ["hola"]
    assert len(linked.heard()) == 1


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"{}", b'"x"', b"\xff", b'{"update_id": "x"}'])
async def test_what_can_never_be_read_is_not_asked_for_again(
    http: httpx.AsyncClient, ledger: Ledger, body: bytes
) -> None:
    answer = await http.post(PATH, content=body, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 200
    assert await rows(ledger) == 0


async def test_what_could_not_be_committed_is_asked_for_again(
    http: httpx.AsyncClient, linked: Phone, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OSError("the disk is full")

    update, headers = said(1, linked.user, "hola", date=1_800_000_000), {SECRET_HEADER: SECRET}
    with monkeypatch.context() as patch:
        patch.setattr(ledger.conversations, "receive", fail)
        assert (await http.post(PATH, json=update, headers=headers)).status_code == 500
    assert (await http.post(PATH, json=update, headers=headers)).status_code == 200
    await linked.hears("heard hola")


async def test_a_request_that_is_too_large_is_refused(http: httpx.AsyncClient) -> None:
    answer = await http.post(PATH, content=b"x" * (MAX_BODY_BYTES + 1), headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 413


async def test_without_a_secret_there_is_no_webhook_to_forge(open_door: Open) -> None:
    async with open_door() as door:
        assert door.routes is None
