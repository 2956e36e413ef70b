"""The worker's looks at hosted card pages: what is told, once, and when it stops."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ledger import UnknownAccount
from bot.marketplace.errors import Unavailable
from bot.marketplace.port import Marketplace
from bot.ordering.order import CardPage, CardPageLook, CardPageState
from bot.worker.card_watch import CardWatch
from tests.worker.conftest import Bench

OPEN, EXPIRED = CardPageLook(CardPageState.OPEN), CardPageLook(CardPageState.EXPIRED)
SAVED = CardPageLook(CardPageState.SAVED, "card-7")


class FakeCardPages:
    """A marketplace that only knows card pages; ``found`` is what a look finds, or the trouble it meets."""

    def __init__(self) -> None:
        self.found: CardPageLook | Exception = OPEN
        self.looks = 0

    async def card_page(self, page_id: str) -> CardPageLook:
        self.looks += 1
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


@pytest.fixture
def pages() -> FakeCardPages:
    return FakeCardPages()


@pytest.fixture
def watch(bench: Bench, pages: FakeCardPages) -> CardWatch:
    async def marketplace_for(actor: str, subject: str) -> Marketplace:
        return pages  # type: ignore[return-value]  # only what the watch asks is faked

    return CardWatch(bench.ledger, marketplace_for, bench.clock)


async def a_page(bench: Bench, *, is_awaited: bool = True) -> None:
    page = CardPage("page-1", "https://market.example/cards/page-1", timedelta(minutes=15))
    await bench.ledger.card_pages.opened(page, "talk-1", "ana", "ana")
    if is_awaited:
        await bench.ledger.card_pages.await_card("page-1")


async def passes(bench: Bench, watch: CardWatch, seconds: int) -> None:
    for _ in range(0, seconds, 5):
        await watch.look()
        bench.clock.pass_time(5)


async def told(bench: Bench) -> list[str]:
    return [delivery.payload["payload"] for delivery in await bench.told()]


async def test_a_saved_card_is_told_and_the_page_left_alone(
    bench: Bench, watch: CardWatch, pages: FakeCardPages
) -> None:
    await a_page(bench)
    await passes(bench, watch, 10)
    assert await told(bench) == []
    pages.found = SAVED
    await passes(bench, watch, 60)
    assert await told(bench) == ['/card_saved{"id": "card-7"}']
    assert pages.looks < 5


async def test_a_page_that_ran_out_is_told_where_the_order_waits_for_it(
    bench: Bench, watch: CardWatch, pages: FakeCardPages
) -> None:
    await a_page(bench)
    bench.clock.pass_time(15 * 60)
    pages.found = EXPIRED
    await passes(bench, watch, 30)
    assert await told(bench) == ["/card_page_ended"]


async def test_a_page_that_was_only_offered_runs_out_in_silence(
    bench: Bench, watch: CardWatch, pages: FakeCardPages
) -> None:
    await a_page(bench, is_awaited=False)
    pages.found = EXPIRED
    await passes(bench, watch, 30)
    assert await told(bench) == []
    assert pages.looks == 1


@pytest.mark.parametrize("trouble", [Unavailable("down"), UnknownAccount("ana")])
async def test_trouble_is_waited_out_until_long_after_the_page_has_ended(
    bench: Bench, watch: CardWatch, pages: FakeCardPages, trouble: Exception
) -> None:
    await a_page(bench)
    pages.found = trouble
    await passes(bench, watch, 60)
    assert await told(bench) == []
    pages.found = SAVED
    await passes(bench, watch, 10)
    assert await told(bench) == ['/card_saved{"id": "card-7"}']


async def test_a_page_that_is_never_called_expired_is_let_go(
    bench: Bench, watch: CardWatch, pages: FakeCardPages
) -> None:
    await a_page(bench)
    await passes(bench, watch, 20 * 60)
    assert await told(bench) == ["/card_page_ended"]
    looks = pages.looks
    await passes(bench, watch, 60)
    assert pages.looks == looks
