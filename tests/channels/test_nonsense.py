"""Whatever anybody writes is heard, read and decided upon in no time, and nothing of it becomes a command."""

import random
import time

import pytest

from bot.channels.hearing import AUTH_CODE, CARD_NUMBER, hear_text
from bot.channels.plain_text import MAX_CHARACTERS
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import AddOnChoice, Draft, Step
from tests.channels.nonsense import nonsense
from tests.ordering.shops import hear, shop

DRAFTS = [
    Draft(),
    Draft(plan="BS", quantity=20),
    Draft(plan="BP", quantity=5, add_ons=(AddOnChoice("COP", 5),)),
]
INTENTS = ["inform", "nlu_fallback", "remove", "go_back", "ask_price", "affirm"]
STEPS: list[Step | None] = [None, *Step]


@pytest.mark.parametrize("count", [4000, pytest.param(50_000, marks=pytest.mark.faults)])
def test_it_is_heard_and_read_without_a_crash(count: int) -> None:
    draw, took = random.Random(count), []
    for written in nonsense(draw, count):
        began = time.perf_counter()
        step = draw.choice(STEPS)
        heard, _ = hear_text(written, step and step.value)
        assert heard.text
        assert len(heard.text) <= 18 * MAX_CHARACTERS  # one character may be eighteen in NFKC
        assert not heard.text.strip().startswith("/")
        assert heard.payload in (None, CARD_NUMBER, AUTH_CODE)
        if heard.problem is None and heard.payload is None:
            read(heard.text, step, draw)
        took.append(time.perf_counter() - began)
    assert sorted(took)[int(len(took) * 0.99)] < 0.5


def read(text: str, step: Step | None, draw: random.Random) -> None:
    draft, intent = draw.choice(DRAFTS), draw.choice(INTENTS)
    decide(Message(hear(text, step, draft, intent), intent, text, step), draft, {}, shop())
