from datetime import UTC, datetime, timedelta

import pytest

from bot.marketplace.errors import ContractBroken, Unavailable
from bot.ordering.order import CardPage, CardPageLook, CardPageState, SentMail
from tests.marketplace.fakes import FakeMarketplace, complains, page, says

MAIL = {"id": "1", "orderId": "7", "to": "yo@nube.example", "language": "es"}


async def test_a_page_for_a_new_card_is_opened(market: FakeMarketplace) -> None:
    market.on(
        "POST /ext/card-pages", says({"id": "p-1", "url": "https://m.example/cards/p-1", "expiresIn": 900})
    )
    opened = await market.client().open_card_page()
    assert opened == CardPage("p-1", "https://m.example/cards/p-1", timedelta(minutes=15))


async def test_a_marketplace_without_such_pages_has_none(market: FakeMarketplace) -> None:
    assert await market.client().open_card_page() is None
    assert await market.client().card_page("p-1") == CardPageLook(CardPageState.EXPIRED)
    assert await market.client().confirmation_mail("7") is None


async def test_a_link_that_no_browser_should_open_is_not_shown(market: FakeMarketplace) -> None:
    market.on("POST /ext/card-pages", says({"id": "p-1", "url": "javascript:alert(1)", "expiresIn": 900}))
    with pytest.raises(ContractBroken):
        await market.client().open_card_page()


async def test_trouble_is_not_taken_for_a_marketplace_without_pages(market: FakeMarketplace) -> None:
    market.on("POST /ext/card-pages", complains(503))
    with pytest.raises(Unavailable):
        await market.client().open_card_page()


@pytest.mark.parametrize(
    ("answer", "look"),
    [
        ({"state": "open", "paymentMethod": None}, CardPageLook(CardPageState.OPEN)),
        ({"state": "expired", "paymentMethod": None}, CardPageLook(CardPageState.EXPIRED)),
        ({"state": "saved", "paymentMethod": "card-9"}, CardPageLook(CardPageState.SAVED, "card-9")),
    ],
)
async def test_a_page_is_open_saved_or_expired(
    market: FakeMarketplace, answer: dict[str, str | None], look: CardPageLook
) -> None:
    market.on("GET /ext/card-pages/p%2F1", says(answer)).on("GET /ext/card-pages/p/1", says(answer))
    assert await market.client().card_page("p/1") == look


async def test_the_mail_about_an_order_is_found_by_its_order(market: FakeMarketplace) -> None:
    market.on("GET /ext/mail", page(MAIL | {"sentAt": "2026-11-22T10:00:03Z"}))
    sent = datetime(2026, 11, 22, 10, 0, 3, tzinfo=UTC)
    assert await market.client().confirmation_mail("7") == SentMail("yo@nube.example", "es", sent)
    assert market.asked("GET /ext/mail")[0].url.params["orderId"] == "7"


async def test_a_mail_on_its_way_has_not_been_sent(market: FakeMarketplace) -> None:
    market.on("GET /ext/mail", page(MAIL | {"sentAt": None}))
    mail = await market.client().confirmation_mail("7")
    assert mail == SentMail("yo@nube.example", "es", None)
