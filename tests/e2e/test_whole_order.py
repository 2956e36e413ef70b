from collections.abc import Callable

import pytest

from tests.e2e.chat import Books, Chat
from tests.e2e.orders import answer_until_review, confirm, lines, only_new_order, parameters

pytestmark = pytest.mark.e2e

SPANISH = {
    "plan": "microsoft 365 business premium",
    "quantity": "25",
    "domain": "tornillo-guiado.com",
    "extra_domains": "no",
    "term": "anual",
    "add_ons": "audio conferencing",
    "customer": "ferreteria el tornillo",
    "payment": "la visa",
}
ENGLISH = {
    "plan": "google workspace business starter",
    "quantity": "7",
    "domain": "harbordental-guided.com",
    "extra_domains": "no",
    "term": "monthly",
    "add_ons": "none",
    "customer": "harbor dental",
    "payment": "the amex",
}


def test_a_guided_order_in_spanish_is_placed_as_it_was_reviewed(chat: Chat, books: Books) -> None:
    before = books.order_ids()
    chat.say("hola")
    assert chat.last.awaiting == "plan"
    answer_until_review(chat, SPANISH)
    review = chat.last
    confirm(chat)
    order = only_new_order(books, before)
    assert {("M365-BP", 25, "year"), ("M365-AUD", 25, "year")} <= lines(order)
    assert parameters(order, "M365-BP")["domain"] == "tornillo-guiado.com"
    assert parameters(order, "DOM-COM") == {"domain": "tornillo-guiado.com", "action": "register"}
    assert order["customerId"] == books.customer_named("Ferretería El Tornillo")["id"]
    assert order["attributes"]["paymentMethod"] == books.card_ending("4242")
    assert review.order is not None
    assert order["total"] == review.order["total"]
    assert order["orderNumber"] in chat.last.text


def test_a_guided_order_in_english_is_placed_as_it_was_reviewed(
    sit_down: Callable[[str], Chat], open_books: Callable[[str], Books]
) -> None:
    chat, books = sit_down("cloudpeak"), open_books("cloudpeak")
    before = books.order_ids()
    chat.say("hello")
    assert chat.last.awaiting == "plan"
    answer_until_review(chat, ENGLISH)
    review = chat.last
    confirm(chat)
    order = only_new_order(books, before)
    assert ("GWS-BST", 7, "month") in lines(order)
    assert parameters(order, "GWS-BST")["domain"] == "harbordental-guided.com"
    assert order["customerId"] == books.customer_named("Harbor Dental Group")["id"]
    assert review.order is not None
    assert order["total"] == review.order["total"]
    assert order["orderNumber"] in chat.last.text


@pytest.mark.parametrize(
    ("login", "sentence", "answers", "line", "customer"),
    [
        pytest.param(
            "demo",
            "quiero 25 business premium por un año para ferreteria el tornillo con la visa, sin complementos",
            {"domain": "después", "extra_domains": "no", "add_ons": "ninguno"},
            ("M365-BP", 25, "year"),
            "Ferretería El Tornillo",
            id="es",
        ),
        pytest.param(
            "cloudpeak",
            "I need 12 business standard licenses, monthly, for harbor dental, with the amex, no add-ons",
            {
                "plan": "microsoft 365 business standard",
                "domain": "later",
                "extra_domains": "no",
                "add_ons": "none",
            },
            ("M365-BS", 12, "month"),
            "Harbor Dental Group",
            id="en",
        ),
    ],
)
def test_everything_in_the_first_sentence_leaves_little_to_ask(
    login: str,
    sentence: str,
    answers: dict[str, str],
    line: tuple[str, int, str],
    customer: str,
    sit_down: Callable[[str], Chat],
    open_books: Callable[[str], Books],
) -> None:
    chat, books = sit_down(login), open_books(login)
    before = books.order_ids()
    chat.say(sentence)
    answer_until_review(chat, answers)
    review = chat.last
    assert len(chat.replies) <= 4
    confirm(chat)
    order = only_new_order(books, before)
    assert lines(order) == {line}
    assert order["customerId"] == books.customer_named(customer)["id"]
    assert review.order is not None
    assert order["total"] == review.order["total"]


def test_pressing_confirm_twice_orders_once(chat: Chat, books: Books) -> None:
    before = books.order_ids()
    chat.say("quiero 3 business basic mensual para la espiga con la visa")
    answer_until_review(chat, SPANISH | {"domain": "después", "add_ons": "ninguno"})
    review = chat.last
    confirm(chat)
    chat.replies.append(review)
    confirm(chat)
    assert lines(only_new_order(books, before)) == {("M365-BB", 3, "month")}
