"""A whole order by chat, whatever the bot asks first, and what must then stand in the books."""

import time
from collections.abc import Mapping
from typing import Any

import httpx

from tests.e2e.chat import Books, Chat

CARD = {"name": "Ana Lima", "number": "5555 5555 5555 4444", "exp": "11/31", "csc": "321"}
MOST_TURNS = 20


def answer_until_review(chat: Chat, answers: Mapping[str, str]) -> None:
    """Answer each question of the bot until it shows the review."""
    for _ in range(MOST_TURNS):
        if chat.last.awaiting == "confirm":
            return
        assert chat.last.awaiting in answers, f"{chat.last.awaiting} was not expected after: {chat.last.text}"
        chat.say(answers[chat.last.awaiting])
    raise AssertionError(f"no review after {MOST_TURNS} answers; the last reply: {chat.last.text}")


def confirm(chat: Chat) -> None:
    """Press the first button of the review, which is the yes."""
    assert chat.last.awaiting == "confirm"
    chat.press(next(iter(chat.last.buttons)))


def goes_on_once_a_card_is_saved(chat: Chat, books: Books) -> None:
    """A reseller without a card orders in Portuguese, saves one on the hosted page, and hears of the end."""
    before = books.order_ids()
    chat.say("quero 10 workspace starter mensal para padaria do bairro, sem domínio, sem complementos")
    assert chat.last.awaiting == "payment"
    (url,) = chat.last.links.values()
    save_card(url)
    review = chat.hear_by_itself()
    assert review.awaiting == "confirm"
    assert "Mastercard •••• 4444" in review.text
    confirm(chat)
    news = chat.hear_by_itself()
    order = only_new_order(books, before)
    assert order["attributes"]["paymentMethod"] == books.card_ending("4444")
    assert order["orderNumber"] in news.text
    assert "pedidos@nuvemsul.example" in news.text
    (mail,) = books.get("/ext/mail", orderId=order["id"])["data"]
    assert (mail["to"], mail["language"]) == ("pedidos@nuvemsul.example", "pt")
    assert order["orderNumber"] in mail["text"]


def save_card(url: str) -> None:
    page = httpx.get(url)
    for name in ("cc-name", "cc-number", "cc-exp", "cc-csc"):
        assert f'autocomplete="{name}"' in page.text
    assert httpx.post(url, data=CARD).status_code == 200


def only_new_order(books: Books, before: set[str], patience: float = 15) -> dict[str, Any]:
    deadline = time.monotonic() + patience
    while not (new := books.order_ids() - before) and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(1)  # long enough for a second one to show itself
    new = books.order_ids() - before
    assert len(new) == 1, f"{len(new)} new orders instead of one"
    return books.order(new.pop())


def lines(order: Mapping[str, Any]) -> set[tuple[str, int, str]]:
    """Of an order in the books: product, quantity and period of each line."""
    return {
        (line["mpn"], int(line["quantity"]), line["subscriptionPeriod"]["type"]) for line in order["products"]
    }


def parameters(order: Mapping[str, Any], mpn: str) -> dict[str, str]:
    line = next(line for line in order["products"] if line["mpn"] == mpn)
    return {each["name"]: each["value"] for each in line.get("parameters", [])}
