"""What goes on by itself: a card saved at the hosted page, an order that completes, its mail."""

from collections.abc import Callable

import pytest

from tests.e2e.chat import Books, Chat
from tests.e2e.orders import confirm, goes_on_once_a_card_is_saved, only_new_order

pytestmark = pytest.mark.e2e


def test_a_reseller_without_cards_saves_one_and_the_order_goes_on_by_itself(
    sit_down: Callable[[str], Chat], open_books: Callable[[str], Books]
) -> None:
    goes_on_once_a_card_is_saved(sit_down("nuvem"), open_books("nuvem"))


def test_news_of_an_order_leaves_the_next_one_as_it_is(chat: Chat, books: Books) -> None:
    before = books.order_ids()
    chat.say("2 business basic mensual para la espiga con la visa, sin complementos")
    confirm(chat)
    open_one = chat.say("quiero 5 business standard para ferreteria el tornillo")
    news = chat.hear_by_itself()
    order = only_new_order(books, before)
    assert order["orderNumber"] in news.text
    assert (news.awaiting, news.order) == (open_one.awaiting, open_one.order)
