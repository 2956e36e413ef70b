"""Where no order is open: small talk is answered, and an order said in the same breath is not lost."""

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
