"""A sandbox of its own for every test, in one process, with a clock that the test moves."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from bot.sandbox.app import create_app
from bot.sandbox.auth import World
from bot.sandbox.catalog import load_catalog
from bot.sandbox.database import open_database, sessions_of
from tests.sandbox.mail_server import FakeMailServer

KEY = {"X-Subscription-Key": "sandbox"}
ROOT = "http://sandbox.test"


class FakeClock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


class Caller:
    """Somebody with a token; paths are relative to the marketplace."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def get(self, path: str, **query: Any) -> Any:
        return self._read(await self.http.get(path, params=query))

    async def post(self, path: str, body: Any = None) -> Any:
        return self._read(await self.http.post(path, json=body))

    async def patch(self, path: str, body: Any) -> Any:
        return self._read(await self.http.patch(path, json=body))

    async def refusal(self, method: str, path: str, body: Any = None) -> tuple[int, str | None]:
        """The status and the reason of an answer that is expected to be an error."""
        answer = await self.http.request(method, path, json=body)
        assert answer.status_code >= 400, answer.text
        told = answer.json()
        assert set(told) - {"code"} == {"timestamp", "status", "error", "message", "path", "correlationId"}
        assert told["status"] == answer.status_code
        assert told["correlationId"] == answer.headers["X-Correlation-ID"]
        return answer.status_code, told.get("code")

    @staticmethod
    def _read(answer: httpx.Response) -> Any:
        assert answer.status_code == 200, answer.text
        assert answer.headers["X-Correlation-ID"]
        return answer.json()


class Market:
    """The running sandbox: sign somebody in, move the clock, restart it."""

    def __init__(self, app: FastAPI, database: str) -> None:
        self.app = app
        self.database = database
        self.clock = FakeClock()
        self.open: list[httpx.AsyncClient] = []
        self.engine = open_database(database, load_catalog())
        app.state.world = World(load_catalog(), sessions_of(self.engine), self.clock, None)
        app.state.faults.waiting = []

    def http(self, base: str = f"{ROOT}/marketplace/mx", **headers: str) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(self.app)
        client = httpx.AsyncClient(transport=transport, base_url=base, headers={**KEY, **headers})
        self.open.append(client)
        return client

    async def token(self, login: str, password: str = "demo") -> str:
        answer = await self.http().post("/token", auth=(login, password))
        token: str = answer.json()["token"]
        return token

    async def signed_in(self, login: str = "demo") -> Caller:
        return self.bearing(await self.token(login))

    def bearing(self, token: str) -> Caller:
        return Caller(self.http(Authorization=f"Bearer {token}"))

    async def restart(self) -> None:
        await self.stop()
        self.app = create_app(self.database, with_faults=True, clock=self.clock)
        self.engine = self.app.state.world.sessions.kw["bind"]

    async def stop(self) -> None:
        for client in self.open:
            await client.aclose()
        await self.engine.dispose()


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as a first start leaves it, to be copied: hashing the seed's passwords takes its time."""
    return tmp_path_factory.mktemp("sandbox") / "seeded.db"


@pytest.fixture(scope="session")
def app(seeded: Path) -> FastAPI:
    """One app for all tests, because building its routes takes longer than a test; each swaps its world."""
    return create_app(f"sqlite:///{seeded}", with_faults=True)


@pytest.fixture
async def market(app: FastAPI, seeded: Path, tmp_path: Path) -> AsyncIterator[Market]:
    shutil.copy(seeded, tmp_path / "sandbox.db")
    running = Market(app, f"sqlite:///{tmp_path}/sandbox.db")
    yield running
    await running.stop()


@pytest.fixture
async def demo(market: Market) -> Caller:
    """The reseller named demo."""
    return await market.signed_in("demo")


@pytest.fixture
async def tornillo(demo: Caller) -> str:
    """The id of a commercial customer of demo."""
    found = await demo.get("/customers", name="tornillo")
    customer: str = found["data"][0]["id"]
    return customer


@pytest.fixture
def a_line() -> Any:
    """Makes an order line: ``a_line("M365-BP", 25, "year", domain="x.com")``."""

    def make(mpn: str, quantity: float = 1, period: str = "year", **parameters: str) -> dict[str, Any]:
        return {
            "mpn": mpn,
            "quantity": quantity,
            "subscriptionPeriod": {"type": period, "duration": 1},
            "parameters": [{"name": name, "value": value} for name, value in parameters.items()],
        }

    return make


@pytest.fixture
def an_order(tornillo: str) -> Any:
    """Makes an order for El Tornillo: ``an_order(line, line, poNumber="x")``."""

    def make(*lines: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"type": "sales", "customerId": tornillo, "products": list(lines), **more}

    return make


@pytest.fixture
def a_customer() -> dict[str, Any]:
    contact = {
        "type": "admin",
        "firstName": "Ana",
        "lastName": "Ruiz",
        "email": "Ana@Ruiz.example",
        "phoneNumber": "+525512345678",
    }
    return {
        "name": "Café Ñandú",
        "externalId": "intent-1",
        "language": "es",
        "attributes": {"accountType": "personal"},
        "address": {
            "streetAddress": "Calle 1",
            "city": "Puebla",
            "postalCode": "72000",
            "countryCode": "mx",
        },
        "contactPersons": [{**contact, "login": "ana.ruiz", "password": "Secr3t!x"}],
    }


@pytest.fixture
def mail_server() -> Iterator[FakeMailServer]:
    server = FakeMailServer()
    server.controller.start()
    yield server
    server.controller.stop()
