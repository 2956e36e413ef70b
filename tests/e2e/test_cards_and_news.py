"""What goes on by itself: a card saved at the hosted page, an order that completes, its mail."""

from collections.abc import Callable

import httpx
import pytest

from tests.e2e.chat import Books, Chat
from tests.e2e.orders import confirm, only_new_order

pytestmark = pytest.mark.e2e

CARD = {"name": "Ana Lima", "number": "5555 5555 5555 4444", "exp": "11/31", "csc": "321"}


def save_card(url: str) -> None:
    page = httpx.get(url)
    for name in ("cc-name", "cc-number", "cc-exp", "cc-csc"):
        assert f'autocomplete="{name}"' in page.text
    assert httpx.post(url, data=CARD).status_code == 200


def test_a_reseller_without_cards_saves_one_and_the_order_goes_on_by_itself(
    sit_down: Callable[[str], Chat], open_books: Callable[[str], Books]
) -> None:
    chat, books = sit_down("nuvem"), open_books("nuvem")
    before = books.order_ids()
    chat.say("quero 10 workspace starter mensal para padaria do bairro, sem domínio, sem complementos")
    assert chat.last.awaiting == "payment"
    (url,) = chat.last.links.values()
    save_card(url)
    review = chat.hear_by_itself()
    assert review.awaiting == "confirm"
    assert "Mastercard •••• 4444" in review.text
    chat.replies.append(review)
    confirm(chat)
    news = chat.hear_by_itself()
    order = only_new_order(books, before)
    assert order["attributes"]["paymentMethod"] == books.card_ending("4444")
    assert order["orderNumber"] in news.text
    assert "pedidos@nuvemsul.example" in news.text
    (mail,) = books.get("/ext/mail", orderId=order["id"])["data"]
    assert (mail["to"], mail["language"]) == ("pedidos@nuvemsul.example", "pt")
    assert order["orderNumber"] in mail["text"]


def test_news_of_an_order_leaves_the_next_one_as_it_is(chat: Chat, books: Books) -> None:
    before = books.order_ids()
    chat.say("2 business basic mensual para la espiga con la visa, sin complementos")
    confirm(chat)
    open_one = chat.say("quiero 5 business standard para ferreteria el tornillo")
    news = chat.hear_by_itself()
    order = only_new_order(books, before)
    assert order["orderNumber"] in news.text
    assert (news.awaiting, news.order) == (open_one.awaiting, open_one.order)
