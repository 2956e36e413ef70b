"""The page on which an order beyond the limit is approved."""

import httpx
import pytest

from bot.channels.web.parts import Parts
from tests.ledger.examples import shown


@pytest.fixture
async def ref(parts: Parts, signed_in: httpx.AsyncClient) -> str:
    return await parts.ledger.approvals.ask(await shown(parts.ledger, actor="demo", subject="demo"))


async def test_the_password_approves_and_a_wrong_one_does_not(
    http: httpx.AsyncClient, parts: Parts, ref: str
) -> None:
    asked = await http.get(f"/approve/{ref}")
    assert asked.status_code == 200
    assert 'type="password"' in asked.text
    assert "script-src 'self'" in asked.headers["Content-Security-Policy"]
    wrong = await http.post(f"/approve/{ref}", data={"password": "guess"})
    assert wrong.status_code == 401
    assert await parts.ledger.approvals.asked(ref) is not None
    right = await http.post(f"/approve/{ref}", data={"password": "demo"})
    assert "aprobado" in right.text
    assert await parts.ledger.approvals.asked(ref) is None


async def test_a_link_that_is_not_valid_says_so(http: httpx.AsyncClient) -> None:
    for answer in (await http.get("/approve/x"), await http.post("/approve/x", data={"password": "demo"})):
        assert answer.status_code == 404
        assert "ya no vale" in answer.text


async def test_guessing_is_slowed_down_here_too(http: httpx.AsyncClient, ref: str) -> None:
    answers = [await http.post(f"/approve/{ref}", data={"password": str(n)}) for n in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
