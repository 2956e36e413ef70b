import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.channels.callers import Callers
from bot.channels.conversation import Gateway, Person
from bot.channels.engine import Engine
from bot.channels.health import Health
from bot.channels.notices import Notices
from bot.channels.sign_in import SignIn
from bot.channels.web.app import create_app
from bot.channels.web.parts import Desk, Parts
from bot.channels.web.speaker import Speakers
from bot.ledger import Ledger
from bot.ledger.migrate import upgrade
from tests.channels.fakes import FakeEngine, FakeMarketplace

SECRET = b"a secret of the tests, long enough"


@pytest.fixture(autouse=True)
def logs() -> Iterator[list[EventDict]]:
    with capture_logs() as entries:
        yield entries


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "empty.db"
    upgrade(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture
def database(empty_database: Path, tmp_path: Path) -> str:
    copy = shutil.copy(empty_database, tmp_path / "ledger.db")
    return f"sqlite+aiosqlite:///{copy}"


@pytest.fixture
async def ledger(database: str) -> AsyncIterator[Ledger]:
    ledger = Ledger(database, SECRET)
    yield ledger
    await ledger.close()


@pytest.fixture
def fake_engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def fake_marketplace() -> FakeMarketplace:
    return FakeMarketplace()


@pytest.fixture
async def gateway(ledger: Ledger, fake_engine: FakeEngine) -> AsyncIterator[Gateway]:
    engine = Engine("http://engine", fake_engine.transport())
    yield Gateway(ledger, engine, SECRET)
    await engine.close()


@pytest.fixture
def person() -> Person:
    return Person("demo", "demo", "reseller", "web", "es")


@pytest.fixture
def parts(ledger: Ledger, gateway: Gateway, fake_marketplace: FakeMarketplace) -> Parts:
    sign_in, health = SignIn(ledger, fake_marketplace.open), Health({"ledger": ledger.check})
    notices = Notices(ledger, gateway, fake_marketplace.for_)
    desk = Desk(Callers(ledger, notices, fake_marketplace.for_), notices, fake_marketplace.for_)
    return Parts(ledger, gateway, sign_in, health, Speakers(ledger), desk)


@pytest.fixture
def app(parts: Parts) -> FastAPI:
    return create_app(parts)


@pytest.fixture
async def http(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as http:
        yield http


@pytest.fixture
async def signed_in(http: httpx.AsyncClient) -> httpx.AsyncClient:
    answer = await http.post("/api/session", json={"login": "demo", "password": "demo"})
    http.headers["Authorization"] = f"Bearer {answer.json()['token']}"
    return http


@pytest.fixture
async def sign_in(parts: Parts) -> AsyncIterator[Callable[..., Awaitable[httpx.AsyncClient]]]:
    """Sign in as many people as a test needs, each on a device of their own."""
    async with AsyncExitStack() as stack:

        async def sign_in(login: str, device: str = "") -> httpx.AsyncClient:
            transport = httpx.ASGITransport(create_app(parts), raise_app_exceptions=False)
            http = await stack.enter_async_context(
                httpx.AsyncClient(
                    transport=transport, base_url="http://gateway", headers={"User-Agent": device}
                )
            )
            answer = await http.post("/api/session", json={"login": login, "password": "demo"})
            http.headers["Authorization"] = f"Bearer {answer.json()['token']}"
            return http

        yield sign_in
