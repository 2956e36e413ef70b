"""The order before once more, whatever the sentence sounds like."""

import pytest

from tests.actions.conftest import Talk
from tests.actions.test_two_orders import FIRST, both_ordered, ordered


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("a la espiga también, pero 3", "inform"),
        ("otro igual para la espiga, 3 y sin defender", "remove"),
        ("¿puedes repetir? son 3 para la espiga", "nlu_fallback"),
    ],
)
async def test_an_order_that_names_no_plan_is_as_the_one_before(talk: Talk, text: str, intent: str) -> None:
    await ordered(talk, FIRST, number="25", term="year")
    said = await talk.hears(text, intent, number="3")
    assert (said[0], said[-1]) == ("repeated_for", "review")
    assert (talk.slots["plan"], talk.slots["quantity"]) == ("M365-BP", 3)


async def test_with_no_order_before_the_plan_is_asked_for(talk: Talk) -> None:
    assert (await talk.hears("a la espiga también, pero 3", number="3"))[-1] == "ask_plan"


async def test_the_last_one_but_for_somebody_is_the_last_one(talk: Talk) -> None:
    await both_ordered(talk)
    await talk.asks("action_repeat_order", "lo mismo que el ultimo, pero para la espiga", "repeat_order")
    assert (talk.slots["plan"], talk.slots["customer"]) == ("M365-BP", "1000005")


@pytest.mark.parametrize(
    "text",
    ["I have La Espiga on the other line", "tengo a La Espiga en la línea", "tô com La Espiga na linha"],
)
async def test_what_only_sounds_like_a_repeat_begins_an_order_for_whom_it_names(
    talk: Talk, text: str
) -> None:
    await both_ordered(talk)
    talk.confidence = 0.4
    assert (await talk.asks("action_repeat_order", text, "repeat_order"))[-1] == "ask_plan"
    assert talk.slots["customer"] == "1000005"


async def test_who_says_the_same_is_believed_however_unsure_the_engine_is(talk: Talk) -> None:
    await both_ordered(talk)
    talk.confidence = 0.4
    said = await talk.asks("action_repeat_order", "o mesmo pra la espiga", "repeat_order")
    assert said[-1] == "review"
