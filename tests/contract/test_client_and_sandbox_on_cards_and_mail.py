"""The client against the sandbox where SimpleAPI is silent: hosted card pages and the mail of an order."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from fastapi import FastAPI

from bot.marketplace.port import Marketplace
from bot.ordering.order import CardPageState, OrderStatus
from bot.sandbox.app import create_app
from tests.contract.test_client_meets_sandbox import REFERENCE, an_order, signed_in

FORM = {"name": "Ana Ruiz", "number": "4111111111111111", "exp": "08/29", "csc": "123"}


class FakeClock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def sandbox(tmp_path, clock) -> AsyncIterator[FastAPI]:
    made = create_app(f"sqlite:///{tmp_path}/sandbox.db", clock=clock)
    yield made
    await made.state.world.sessions.kw["bind"].dispose()


@pytest.fixture
async def reseller(sandbox) -> AsyncIterator[Marketplace]:
    async with signed_in(sandbox) as client:
        yield client


async def test_a_card_is_saved_at_the_hosted_page_and_found_among_the_others(sandbox, reseller):
    page = await reseller.open_card_page()
    assert page is not None
    assert (await reseller.card_page(page.id)).state is CardPageState.OPEN
    async with httpx.AsyncClient(transport=httpx.ASGITransport(sandbox)) as browser:
        assert (await browser.post(page.url, data=FORM)).status_code == 200
    look = await reseller.card_page(page.id)
    assert look.state is CardPageState.SAVED
    assert look.payment_method in {card.id for card in await reseller.payment_methods()}


async def test_a_page_runs_out_when_its_life_is_over(reseller, clock):
    page = await reseller.open_card_page()
    assert page is not None
    clock.now += page.life
    assert (await reseller.card_page(page.id)).state is CardPageState.EXPIRED
    assert (await reseller.card_page("nowhere")).state is CardPageState.EXPIRED


async def test_the_mail_of_a_completed_order_is_found_by_its_order(reseller, clock):
    order = replace(await an_order(reseller), credentials_email="yo@nube.example")
    placed = await reseller.place(order, REFERENCE)
    assert await reseller.confirmation_mail(placed.id) is None
    clock.now += timedelta(seconds=2)
    assert (await reseller.order(placed.id)).status is OrderStatus.COMPLETED
    mail = await reseller.confirmation_mail(placed.id)
    assert mail is not None
    assert (mail.recipient, mail.language, mail.sent) == ("yo@nube.example", "es", clock.now)
