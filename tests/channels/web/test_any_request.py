"""Requests that nobody thought of, made from what the API says of itself: each is answered."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace

import pytest
import schemathesis
from httpx import ASGITransport, AsyncClient, Response
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode

from bot.channels.rates import Rate, Rates
from bot.channels.web.app import create_app
from bot.channels.web.parts import Parts
from tests.channels.fakes import FakeMarketplace

APP = create_app()
OPERATIONS = [found.ok() for found in schemathesis.openapi.from_dict(APP.openapi()).get_all_operations()]
WHO = ("demo", "soporte", None)
EXAMPLES = 500  # for each operation


def asked() -> st.SearchStrategy[Case]:
    """Requests that keep to the schema, and some that break it."""
    return st.one_of(
        operation.as_strategy(generation_mode=mode)
        for operation in OPERATIONS
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    )


@pytest.mark.parametrize("count", [300, pytest.param(EXAMPLES * len(OPERATIONS), marks=pytest.mark.faults)])
async def test_every_request_is_answered(parts: Parts, count: int) -> None:
    APP.state.parts = replace(parts, rates=Rates(Rate(1e6, 10**6), Rate(1e6, 10**6)))
    for login in filter(None, WHO):
        await parts.ledger.accounts.save(FakeMarketplace.accounts[login], login)
    answered: Counter[int] = Counter()
    loop = asyncio.get_running_loop()

    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=asked(), login=st.sampled_from(WHO))
    def ask(case: Case, login: str | None) -> None:
        answer = asyncio.run_coroutine_threadsafe(_ask(parts, case, login), loop).result()
        answered[answer.status_code] += 1
        assert answer.status_code < 500, (case.as_curl_command(), answer.text)
        if answer.status_code >= 400:
            assert answer.json()["error"], case.as_curl_command()

    await asyncio.to_thread(ask)
    assert sum(answered.values()) >= count
    assert {200, 400, 401, 403} <= set(answered), answered


async def _ask(parts: Parts, case: Case, login: str | None) -> Response:
    headers = {}
    if login:
        token, _ = await parts.ledger.sessions.open(login, login, FakeMarketplace.accounts[login].role)
        headers = {"Authorization": f"Bearer {token}"}
    request = case.as_transport_kwargs(base_url="http://pedido.test", headers=headers)
    cookies, content = request.pop("cookies"), request.pop("data", None)
    async with AsyncClient(transport=ASGITransport(APP), cookies=cookies) as client:
        return await client.request(**request, content=content)
