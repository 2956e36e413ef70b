"""The sandbox as a process of its own, over TCP: what one process alone cannot show."""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.sandbox.mail_server import FakeMailServer

TOP = Path(__file__).parents[2]


class Process:
    def __init__(self, database: Path, *options: str) -> None:
        self.options = options
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.database = database
        self.http = httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{self.port}/marketplace/mx", headers={"X-Subscription-Key": "sandbox"}
        )

    async def start(self) -> None:
        self.running = await asyncio.create_subprocess_exec(
            sys.executable,
            *(
                "-m",
                "bot.sandbox",
                "--port",
                str(self.port),
                "--database",
                f"sqlite:///{self.database}",
                "--faults",
                *self.options,
            ),
            cwd=TOP,
            stderr=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(30):
            while True:
                try:
                    await self.sign_in("demo")
                    return
                except httpx.ConnectError:
                    await asyncio.sleep(0.1)

    async def kill(self) -> None:
        self.running.kill()
        await self.running.wait()

    async def sign_in(self, login: str) -> dict[str, str]:
        answer = await self.http.post("/token", auth=(login, "demo"))
        return {"Authorization": f"Bearer {answer.json()['token']}"}

    async def order(self, caller: dict[str, str], *lines: dict[str, Any]) -> httpx.Response:
        customers = await self.http.get("/customers", headers=caller)
        body = {"type": "sales", "customerId": customers.json()["data"][0]["id"], "products": list(lines)}
        return await self.http.post("/orders", json=body, headers=caller)

    async def orders(self, caller: dict[str, str]) -> int:
        total: int = (await self.http.get("/orders", headers=caller)).json()["pagination"]["total"]
        return total


@pytest.fixture
async def process(tmp_path: Path) -> AsyncIterator[Process]:
    running = Process(tmp_path / "new" / "sandbox.db")
    await running.start()
    yield running
    await running.http.aclose()
    await running.kill()


async def test_an_order_outlives_the_process_and_a_reset_is_a_real_one(process: Process, a_line: Any) -> None:
    demo = await process.sign_in("demo")
    assert (await process.order(demo, a_line("M365-BB", 5))).status_code == 200
    fault = {"fault": "reset-after", "method": "POST", "path": "/orders"}
    await process.http.post("/ext/faults", json={"next": [fault]})
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        await process.order(demo, a_line("M365-BB", 5))
    await process.kill()
    await process.start()
    assert await process.orders(demo) == 2


async def test_of_many_who_want_one_domain_at_once_one_gets_it(process: Process, a_line: Any) -> None:
    line = a_line("DOM-COM", domain="deseado.com", action="register")
    callers = [await process.sign_in(login) for login in ("demo", "cloudpeak", "nuvem") * 4]
    answers = await asyncio.gather(*(process.order(caller, line) for caller in callers))
    assert sorted(answer.status_code for answer in answers) == [200] + [500] * 11
    assert {answer.json().get("code") for answer in answers} == {None, "DOMAIN_TAKEN"}


async def test_a_completed_order_is_mailed_by_the_process_itself(
    tmp_path: Path, mail_server: FakeMailServer, a_line: Any
) -> None:
    process = Process(tmp_path / "sandbox.db", "--smtp", f"127.0.0.1:{mail_server.port}")
    await process.start()
    demo = await process.sign_in("demo")
    assert (await process.order(demo, a_line("M365-BB", 5))).status_code == 200
    async with asyncio.timeout(15):
        while not mail_server.received:
            await process.orders(demo)  # nothing completes before somebody looks
            await asyncio.sleep(0.2)
    await process.http.aclose()
    await process.kill()
    assert mail_server.received[0]["To"] == "pedidos@nubenorte.example"
