"""Too much is refused with a status, a moment to come back at, and a kind sentence; people never meet it."""

import asyncio
from dataclasses import replace

import httpx
import pytest

from bot.channels.rates import Rate, Rates
from bot.channels.web.app import create_app
from bot.channels.web.parts import Parts
from tests.channels.fakes import FakeEngine

DEMO = {"login": "demo", "password": "demo"}


@pytest.fixture
def parts(parts: Parts) -> Parts:
    return replace(parts, rates=Rates(session=Rate(0.5, 3), address=Rate(0.5, 12)))


@pytest.mark.parametrize(("language", "words"), [("es", "Espera"), ("en", "Wait"), ("pt-BR", "Espere")])
async def test_too_many_messages_of_a_session_are_put_off(
    signed_in: httpx.AsyncClient, fake_engine: FakeEngine, language: str, words: str
) -> None:
    signed_in.headers["Accept-Language"] = language
    answers = [await signed_in.post("/api/messages", json={"text": f"hola {n}"}) for n in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert int(answers[-1].headers["Retry-After"]) in (1, 2)
    assert words in answers[-1].json()["error"]
    assert fake_engine.texts == ["hola 0", "hola 1", "hola 2"]


async def test_an_address_that_asks_without_end_is_put_off_before_anything_is_looked_up(
    http: httpx.AsyncClient, parts: Parts
) -> None:
    answers = [await http.get("/api/session", headers={"Authorization": f"Bearer {n}"}) for n in range(20)]
    assert [answer.status_code for answer in answers].count(429) == 8
    assert "Retry-After" in answers[-1].headers


async def test_with_the_limits_as_they_are_200_sessions_of_one_address_are_all_answered(
    parts: Parts, fake_engine: FakeEngine
) -> None:
    transport = httpx.ASGITransport(create_app(replace(parts, rates=Rates())))
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as http:

        async def talk(n: int) -> list[int]:
            token = (await http.post("/api/session", json=DEMO)).json()["token"]
            headers = {"Authorization": f"Bearer {token}"}
            said = [{"text": f"hola {m}", "conversation": f"talk-{n}"} for m in range(5)]
            sent = (http.post("/api/messages", json=each, headers=headers) for each in said)
            return [answer.status_code for answer in await asyncio.gather(*sent)]

        statuses = [status for some in await asyncio.gather(*map(talk, range(200))) for status in some]
    assert statuses == [200] * 1000


async def test_one_address_cannot_guess_the_passwords_of_many(http: httpx.AsyncClient, parts: Parts) -> None:
    transport = httpx.ASGITransport(create_app(replace(parts, rates=Rates())))
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as http:
        wrong = [{"login": f"reseller{n}", "password": "guess"} for n in range(35)]
        statuses = [(await http.post("/api/session", json=each)).status_code for each in wrong]
    assert statuses == [401] * 30 + [429] * 5


async def test_signing_in_again_makes_a_new_token_and_the_old_one_can_be_ended(
    signed_in: httpx.AsyncClient,
) -> None:
    """No session fixation: nothing that somebody brings along becomes a session."""
    brought = {"Authorization": "Bearer chosen-by-somebody-else", "Cookie": "session=chosen"}
    answer = await signed_in.post("/api/session", json=DEMO, headers=brought)
    assert "chosen" not in answer.json()["token"]
    assert (await signed_in.get("/api/session", headers=brought)).status_code == 401
    assert "set-cookie" not in answer.headers


async def test_no_request_is_believed_for_its_cookie_or_where_it_comes_from(
    signed_in: httpx.AsyncClient,
) -> None:
    """No CSRF: the token stands in a header that no foreign page can set, and no other origin is let in."""
    token = signed_in.headers.pop("Authorization").removeprefix("Bearer ")
    cookie = {"Cookie": f"token={token}; session={token}; Authorization=Bearer {token}"}
    refused = await signed_in.post("/api/messages", json={"text": "hola"}, headers=cookie)
    assert refused.status_code == 401
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    preflight = await signed_in.options("/api/messages", headers=asked)
    assert preflight.status_code == 405
    assert not any(name.startswith("access-control") for name in preflight.headers)
