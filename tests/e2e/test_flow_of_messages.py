import statistics
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.e2e.chat import Chat
from tests.e2e.house import House
from tests.e2e.orders import answer_until_review, confirm

pytestmark = pytest.mark.e2e

SHORT_ORDER = {
    "domain": "después",
    "extra_domains": "no",
    "add_ons": "ninguno",
    "term": "mensual",
    "customer": "la espiga",
    "payment": "la visa",
}
LOCK_POLL_SECONDS = 1.0  # what Rasa sleeps when a conversation is busy


def test_five_messages_at_once_are_answered_in_order(chat: Chat) -> None:
    chat.say("hola")
    said = ["quiero business premium", "25", "después", "anual", "ninguno"]
    began = time.monotonic()
    with ThreadPoolExecutor(5) as people:
        for text in said:
            people.submit(chat.say, text)
            time.sleep(0.02)  # sent one after the other, none waits for an answer
    took = time.monotonic() - began
    heard = [message["text"] for message in chat.history() if message["author"] == "person"]
    assert heard[-5:] == said
    assert took < 5 * LOCK_POLL_SECONDS
    order = chat.say("resumen").order
    assert order is not None
    assert (order["plan"]["mpn"], order["quantity"], order["term"]) == ("M365-BP", 25, "year")


def test_the_twentieth_order_is_answered_as_fast_as_the_first(chat: Chat, house: House) -> None:
    medians = []
    for _ in range(20):
        turns = []
        for text in ("quiero 2 business basic mensual para la espiga con la visa", "después", "ninguno"):
            began = time.perf_counter()
            chat.say(text)
            turns.append(time.perf_counter() - began)
        medians.append(statistics.median(turns))
        answer_until_review(chat, SHORT_ORDER)
        confirm(chat)
    first, last = statistics.median(medians[:5]), statistics.median(medians[-5:])
    assert last < 1.5 * first + 0.02, f"first {first * 1000:.0f} ms, last {last * 1000:.0f} ms"
