"""Where no order is open: small talk is answered, and an order said in the same breath is not lost."""

import pytest

from tests.actions.conftest import Talk


async def says(talk: Talk, text: str, intent: str, **entities: str) -> list[str]:
    """The names of what is said, and the action that is to follow."""
    talk.said.clear()
    talk._person_says(text, intent, entities)
    events = await talk.runs("action_small_talk")
    return [*talk.names(), *(event["name"] for event in events if event["event"] == "followup")]


async def test_small_talk_is_answered(talk):
    assert await says(talk, "gracias", "thank") == ["welcome"]
    assert await says(talk, "quien eres?", "ask_identity") == ["identity"]


async def test_an_order_beside_it_is_heard_by_the_form(talk):
    assert await says(talk, "ya les dije, quiero 10 business basic", "frustrated", number="10") == [
        "order_form"
    ]
    talk.events.append({"event": "action", "name": "action_small_talk"})
    await talk.runs("validate_order_form")
    assert (talk.slots["plan"], talk.slots["quantity"]) == ("M365-BB", 10)


async def test_three_times_something_else_altogether_offers_a_person(talk):
    for _ in range(2):
        assert await says(talk, "que tiempo hace en lima", "out_of_scope") == ["out_of_scope"]
    assert await says(talk, "que tiempo hace en lima", "out_of_scope") == ["out_of_scope", "offer_person"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("con la visa x favor, sn gabriel, bussines basic son 33, sin nada extra", "no_more"),
        ("espera, ya lo tengo: business basic para san gabriel, son 33", "wait"),
        ("nada del otro mundo: 33 business basic", "deny"),
        ("ya no me llames, 33 business basic con la visa", "cancel"),
    ],
)
async def test_an_order_that_sounds_like_a_no_to_nothing_is_heard(talk: Talk, text: str, intent: str):
    assert await says(talk, text, intent, number="33") == ["order_form"]


@pytest.mark.parametrize(
    ("text", "intent", "answer"),
    [
        ("cancela mi pedido de 33 business basic", "cancel", "nothing_open"),
        ("no, gracias", "deny", "nothing_open"),
        ("espera", "wait", "take_your_time"),
        ("hasta luego", "goodbye", "goodbye"),
    ],
)
async def test_a_no_to_nothing_stays_one(talk: Talk, text: str, intent: str, answer: str):
    assert await says(talk, text, intent, number="33") == [answer]


@pytest.mark.parametrize(("text", "customer"), [("pedido", None), ("pedido para la espiga", "1000005")])
async def test_an_order_that_is_announced_begins_one(talk: Talk, text: str, customer: str | None) -> None:
    assert await talk.asks("action_answer_orders", text, "ask_orders") == ["ask_plan"]
    assert talk.slots.get("customer") == customer


async def test_who_asks_for_their_orders_is_shown_them(talk: Talk) -> None:
    assert "orders_none" in await talk.asks("action_answer_orders", "mis pedidos", "ask_orders")
