"""What changes at the marketplace between the review and the yes: nothing is charged that was not shown."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import uvicorn

from bot.sandbox.app import create_app
from bot.sandbox.catalog import Catalog, Product
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House, free_ports
from tests.e2e.orders import lines, only_new_order

pytestmark = pytest.mark.e2e
ORDER = "10 business basic mensual para La Espiga con la visa, sin dominio"


class Market:
    """The sandbox in a thread, whose prices and limits a test may change while everything runs."""

    def __init__(self, folder: Path, port: int) -> None:
        self.port = port
        self.app = create_app(f"sqlite:///{folder / 'market.db'}")
        self.usual: Catalog = self.app.state.world.catalog
        config = uvicorn.Config(
            self.app, host="127.0.0.1", port=port, log_level="warning", timeout_graceful_shutdown=5
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def __enter__(self) -> "Market":
        self._thread.start()
        while not self._server.started:
            time.sleep(0.05)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join()

    def sell(self, mpn: str, product: Product) -> None:
        """From now on it is sold like this."""
        world, usual = self.app.state.world, self.usual
        catalog = replace(usual, products={**usual.products, mpn: product})
        self.app.state.world = replace(world, catalog=catalog)

    def as_usual(self) -> None:
        self.app.state.world = replace(self.app.state.world, catalog=self.usual)


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Market]:
    with Market(tmp_path_factory.mktemp("market"), free_ports("marketplace")["marketplace"]) as market:
        yield market


@pytest.fixture(scope="module")
def dear_house(market: Market, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    extra = {"PEDIDO_MARKETPLACE_URL": f"http://127.0.0.1:{market.port}/marketplace"}
    house = House(tmp_path_factory.mktemp("dear"), extra=extra)
    house.ports["marketplace"] = market.port
    with house.running():
        yield house


@pytest.fixture
def chat(dear_house: House, market: Market, request: pytest.FixtureRequest) -> Iterator[Chat]:
    with Chat(dear_house.url, conversation=f"dear-{abs(hash(request.node.name))}") as chat:
        yield chat
    market.as_usual()


@pytest.fixture
def books(dear_house: House) -> Iterator[Books]:
    with Books(dear_house.marketplace_url, "demo") as books:
        yield books


def dearer(product: Product) -> Product:
    return replace(product, amounts={term: amount + 1 for term, amount in product.amounts.items()})


def test_a_price_that_rose_after_the_review_is_shown_before_anything_is_sent(
    market: Market, chat: Chat, books: Books
) -> None:
    before = books.order_ids()
    shown = chat.say(ORDER).order
    assert chat.last.awaiting == "confirm"
    assert shown is not None
    market.sell("M365-BB", dearer(market.usual.products["M365-BB"]))
    chat.say("dale")
    assert chat.last.awaiting == "confirm"
    assert books.order_ids() == before
    new = chat.last.order
    assert new is not None
    was, now = (Decimal(order["total"]["amount"]) for order in (shown, new))
    assert now > was
    assert f"{was:,.2f}" in chat.last.text
    assert f"{now:,.2f}" in chat.last.text
    chat.say("dale")
    order = only_new_order(books, before)
    assert order["total"] == new["total"]


def test_fewer_on_sale_than_reviewed_places_nothing_and_goes_on(
    market: Market, chat: Chat, books: Books
) -> None:
    before = books.order_ids()
    assert chat.say(ORDER).awaiting == "confirm"
    market.sell("M365-BB", replace(market.usual.products["M365-BB"], maximum=5))
    chat.say("dale")
    assert books.order_ids() == before
    assert chat.last.text
    market.as_usual()
    for _ in range(2):  # the review comes again, or is asked for with the next yes
        if books.order_ids() == before:
            chat.say("sí, confirmo")
    assert lines(only_new_order(books, before)) == {("M365-BB", 10, "month")}
