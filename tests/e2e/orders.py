"""A whole order by chat, whatever the bot asks first, and what must then stand in the books."""

import time
from collections.abc import Mapping
from typing import Any

from tests.e2e.chat import Books, Chat

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
