from __future__ import annotations

from datetime import timedelta

from bot.ledger import AwaitedCard, Ledger
from bot.ordering.order import CardPage
from tests.ledger.examples import FakeClock


async def a_page(ledger: Ledger, name: str = "page-1", conversation: str = "talk-1") -> AwaitedCard:
    page = CardPage(name, f"https://market.example/cards/{name}", timedelta(minutes=15))
    return await ledger.card_pages.opened(page, conversation, "ana", "ana")


async def told(ledger: Ledger) -> list[str]:
    return [delivery.payload["payload"] for delivery in await ledger.outbox.due()]


async def test_a_page_is_looked_at_often_at_first_and_rarely_in_the_end(
    ledger: Ledger, clock: FakeClock
) -> None:
    await a_page(ledger)
    looks = []
    for second in range(15 * 60):
        if await ledger.card_pages.due():
            looks.append(second)
        clock.pass_time(1)
    early = [look for look in looks if look < 180]
    assert 60 <= len(early) <= 90
    assert len(looks) < 180


async def test_a_saved_card_is_told_once_although_two_looked(ledger: Ledger, clock: FakeClock) -> None:
    page = await a_page(ledger)
    for _ in range(2):
        await ledger.card_pages.saved(page.id, "card-7")
    assert await told(ledger) == ['/card_saved{"id": "card-7"}']
    clock.pass_time(60)
    assert await ledger.card_pages.due() == []


async def test_the_end_of_a_page_is_told_only_where_an_order_waits_for_it(ledger: Ledger) -> None:
    offered, awaited = await a_page(ledger), await a_page(ledger, "page-2", "talk-2")
    await ledger.card_pages.await_card(awaited.id)
    for page in (offered, awaited):
        await ledger.card_pages.ended(page.id)
    (delivery,) = await ledger.outbox.due()
    assert (delivery.conversation, delivery.payload["payload"]) == ("talk-2", "/card_page_ended")


async def test_whoever_lets_one_page_after_the_other_run_out_hears_of_it_once(
    ledger: Ledger, clock: FakeClock
) -> None:
    for name in ("page-1", "page-2", "page-3"):
        page = await a_page(ledger, name)
        await ledger.card_pages.await_card(page.id)
        clock.pass_time(15 * 60)
        await ledger.card_pages.ended(page.id)
    assert await told(ledger) == ["/card_page_ended"]


async def test_a_link_is_shown_again_while_there_is_time_to_type_a_card(
    ledger: Ledger, clock: FakeClock
) -> None:
    page = await a_page(ledger)
    clock.pass_time(11 * 60)
    running = await ledger.card_pages.running("talk-1")
    assert running is not None
    assert running.url == page.url
    assert await ledger.card_pages.running("talk-2") is None
    clock.pass_time(2 * 60)
    assert await ledger.card_pages.running("talk-1") is None


async def test_nobody_looks_at_a_page_that_nobody_waits_for(ledger: Ledger, clock: FakeClock) -> None:
    page = await a_page(ledger)
    await ledger.card_pages.close("talk-1")
    clock.pass_time(60)
    assert await ledger.card_pages.due() == []
    await ledger.card_pages.saved(page.id, "card-7")
    assert await told(ledger) == []


async def test_two_workers_share_the_pages(ledger: Ledger, clock: FakeClock) -> None:
    await a_page(ledger)
    clock.pass_time(2)
    assert [len(await ledger.card_pages.due()), len(await ledger.card_pages.due())] == [1, 0]
