"""Nonsense through the real processes, at every question: always an answer, soon, and never an order."""

import random
import re
import time
from collections.abc import Callable

import pytest

from bot.channels.web.guard import MAX_BODY_BYTES
from tests.channels.nonsense import nonsense
from tests.e2e.chat import Books, Chat
from tests.e2e.house import House

pytestmark = pytest.mark.e2e

INTERNAL = re.compile(r"Traceback|utter_\w*|action_\w*|{\w+}")
# One after the other, so that the messages meet every question; the last waits for a yes.
BEGINNINGS = [
    "hola",
    "quiero business premium",
    "quiero 25 business premium y el dominio elpinar.com",
    "25 business premium anual, sin dominio",
    "25 business premium anual sin dominio para un cliente nuevo",
    "25 business premium anual para ferretería el tornillo, sin dominio, sin complementos",
    "25 business premium anual para ferretería el tornillo con la visa, sin dominio, sin complementos",
]


@pytest.mark.parametrize("count", [210, pytest.param(5000, marks=pytest.mark.faults)])
def test_every_message_is_answered_and_nothing_is_ordered(
    count: int, house: House, sit_down: Callable[[str], Chat], books: Books
) -> None:
    draw, took, orders = random.Random(count), [], books.order_ids()
    chat, quotable = sit_down("demo"), set[str]()
    for place, written in enumerate(nonsense(draw, count)):
        if place % 10 == 0:
            chat.say("empezar de nuevo")
            chat.say(BEGINNINGS[place // 10 % len(BEGINNINGS)])
        began = time.monotonic()
        answer = chat._http.post(
            "/api/messages", json={"text": written, "conversation": chat.conversation}, timeout=30
        )
        took.append(time.monotonic() - began)
        if len(written.encode()) > MAX_BODY_BYTES / 2:
            assert answer.status_code in (200, 413)
            continue
        assert answer.status_code == 200, repr(written)
        said = [message["text"] for message in answer.json()["messages"]]
        assert any(said), repr(written)
        quotable.update(INTERNAL.findall(written))  # "I don't know “{total}”": a person's own words
        assert quotable.issuperset(INTERNAL.findall(" ".join(said))), repr(written)
    assert books.order_ids() == orders
    assert "action_failed" not in house.log.read_text(errors="replace")
    assert sorted(took)[int(count * 0.99)] < 3, sorted(took)[-5:]
