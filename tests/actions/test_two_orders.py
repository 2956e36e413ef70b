"""A second plan said at the review waits for its turn, and is offered when the first order is placed."""

import pytest

from bot.ordering.intent import IntentState
from tests.actions.conftest import Talk

FIRST = "25 Business Premium por un año para Ferretería El Tornillo, con la Visa"


async def test_a_second_plan_waits_until_the_first_order_is_placed(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.actions.placing.PATIENCE_SECONDS", 0.0)
    await talk.hears(FIRST, "order", number="25", term="year")
    assert "one_order_at_a_time" in await talk.hears("y tambien 5 business basic", number="5")
    assert talk.slots["plan"] == "M365-BP"
    await talk.hears("dale", "affirm")
    await talk.runs("action_place_order")
    assert "second_order_next" in talk.names()
    assert talk.slots["second_order"]["plan"] == "M365-BB"


async def test_it_may_take_the_place_of_the_first(talk: Talk) -> None:
    await talk.hears(FIRST, "order", number="25", term="year")
    await talk.hears("y tambien 5 business basic", number="5")
    await talk.hears("/choose", "choose", slot="second_order", value="M365-BB")
    assert (talk.slots["plan"], talk.slots["quantity"]) == ("M365-BB", 5)
    assert talk.slots["second_order"] is None


async def test_a_yes_with_nothing_open_begins_nothing(talk: Talk) -> None:
    assert await talk.asks("action_next_order", "si", "affirm") == ["nothing_open", "ask_plan"]
    assert IntentState.QUOTED not in {i.state for i in await talk.ledger.intents.recent("demo", 5)}


async def test_the_button_that_changes_to_it_has_the_name_that_people_know(talk: Talk) -> None:
    await talk.hears("10 business premium para la espiga", "order", number="10")
    await talk.hears("y tambien 5 business basic", number="5")
    titles = [each["title"] for said in talk.said for each in said.get("buttons") or []]
    assert [title for title in titles if "M365" in title] == []
    assert "Cambiarlo a 5 × Microsoft 365 Business Basic" in titles


async def ordered(talk: Talk, text: str, **entities: str) -> None:
    await talk.hears(text, "order", **entities)
    await talk.hears("dale", "affirm")
    talk.slots = {}


async def both_ordered(talk: Talk) -> None:
    await ordered(talk, "10 business basic mensual para la espiga con la visa", number="10", term="month")
    await ordered(talk, FIRST, number="25", term="year")


@pytest.mark.parametrize(
    "text",
    [
        "manda o mesmo da ultima vez pra espiga",
        "lo de siempre para la espiga",
        "repite el ultimo de la espiga",
        "the same as last time for espiga",
    ],
)
async def test_who_is_named_gets_what_they_had_last_time(talk: Talk, text: str) -> None:
    await both_ordered(talk)
    said = await talk.asks("action_repeat_order", text, "repeat_order")
    assert said[0] == "repeated_of"
    assert (talk.slots["plan"], talk.slots["quantity"], talk.slots["term"]) == ("M365-BB", 10, "month")
    assert talk.said[0]["buyer"] == "Panadería La Espiga"


@pytest.mark.parametrize(
    "text", ["lo mismo para la espiga", "the same for espiga", "o mesmo pra clinica san rafael"]
)
async def test_the_same_for_somebody_is_what_was_just_ordered(talk: Talk, text: str) -> None:
    await both_ordered(talk)
    said = await talk.asks("action_repeat_order", text, "repeat_order")
    assert said[0] == "repeated_for"
    assert (talk.slots["plan"], talk.slots["quantity"]) == ("M365-BP", 25)
    assert talk.slots["customer"] != "1000006"


async def test_who_never_had_anything_gets_the_last_order_and_it_is_said(talk: Talk) -> None:
    await both_ordered(talk)
    said = await talk.asks("action_repeat_order", "lo de siempre para san rafael", "repeat_order")
    assert said[0] == "repeated_for"
    assert (talk.slots["plan"], talk.said[0]["buyer"]) == ("M365-BP", "Clínica San Rafael")


async def test_in_another_conversation_who_is_named_gets_their_own(talk: Talk) -> None:
    await both_ordered(talk)
    talk.conversation = "another"
    assert (await talk.asks("action_repeat_order", "lo mismo para la espiga", "repeat_order"))[
        0
    ] == "repeated_of"
    assert talk.slots["plan"] == "M365-BB"


async def test_for_the_same_customer_and_on_the_same_card(talk: Talk) -> None:
    await ordered(talk, FIRST, number="25", term="year")
    await talk.hears(
        "ahora 3 dropbox standard anual para ellos, misma tarjeta", "order", number="3", term="year"
    )
    assert talk.names()[-1] == "review"
    assert talk.state["order"]["customer"]["name"] == "Ferretería El Tornillo"


async def test_the_same_one_where_the_customer_is_asked_for(talk: Talk) -> None:
    await ordered(talk, FIRST, number="25", term="year")
    await talk.hears("3 dropbox standard anual sin complementos", "order", number="3", term="year")
    assert talk.names()[-1] == "ask_customer"
    await talk.hears("el mismo", "repeat_order")
    assert talk.names()[-1].startswith("ask_payment")
    await talk.hears("la misma", "repeat_order")
    assert talk.names()[-1] == "review"


@pytest.mark.parametrize(
    "text",
    ["aff, me ligaram de novo, é pra La Espiga mesmo", "todo igual pero para la espiga"],
)
async def test_at_the_review_what_sounds_like_a_repeat_changes_the_order(talk: Talk, text: str) -> None:
    await talk.hears(FIRST, "order", number="25", term="year")
    await talk.hears(text, "repeat_order")
    assert talk.slots["customer"] == "1000005"


async def test_the_same_for_somebody_else_is_another_order(talk: Talk) -> None:
    await talk.hears(FIRST, "order", number="25", term="year")
    before = dict(talk.slots)
    await talk.hears("lo mismo para la espiga", "repeat_order")
    assert talk.slots["customer"] == before["customer"]


async def test_the_same_with_a_domain_of_its_own(talk: Talk) -> None:
    await ordered(talk, FIRST, number="25", term="year")
    text = "lo mismo para la espiga con espiga-dos-9.com"
    await talk.asks("action_repeat_order", text, "repeat_order", domain="espiga-dos-9.com")
    assert talk.slots["domain"]["name"] == "espiga-dos-9.com"
    assert talk.names()[:2] == ["repeated_for", "domain_added"]


@pytest.mark.parametrize("text", ["la de siempre", "the usual card", "a mesma"])
async def test_the_usual_card_is_asked_for_where_no_order_says_which_and_is_known_afterwards(
    talk: Talk, text: str
) -> None:
    ask = "10 business basic mensual para la espiga"
    await talk.hears(ask, "order", number="10", term="month")
    assert "repeat_not_now" not in await talk.hears(text, "repeat_order")
    assert talk.state["awaiting"] == "payment"
    await talk.hears("mastercard")
    await talk.hears("dale", "affirm")
    card, talk.slots, talk.conversation = talk.slots["payment"], {}, "another"
    await talk.hears(ask, "order", number="10", term="month")
    await talk.hears(text, "repeat_order")
    assert (talk.state["awaiting"], talk.slots["payment"]) == ("confirm", card)


async def test_a_new_order_that_sounds_like_a_repeat_is_read(talk: Talk) -> None:
    text = "quer backup: business basic, 4 licenças, pagando o ano inteiro, naquele visa mesmo"
    said = await talk.asks("action_repeat_order", text, "repeat_order", number="4", term="year")
    assert "repeat_none" not in said
    assert (talk.slots["plan"], talk.slots["quantity"]) == ("M365-BB", 4)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [("ok ahora los de microsoft", 5), ("ahora el basic", 5), ("now 7 m365 basic", 7)],
)
async def test_it_may_be_taken_up_by_its_name(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, text: str, quantity: int
) -> None:
    monkeypatch.setattr("bot.actions.placing.PATIENCE_SECONDS", 0.0)
    await talk.hears(FIRST, "order", number="25", term="year")
    await talk.hears("y tambien 5 business basic", number="5")
    await talk.hears("dale", "affirm")
    await talk.runs("action_place_order")
    talk.slots = {"second_order": talk.slots["second_order"]}  # the page is new
    await talk.hears(text, "order", **({"number": "7"} if "7" in text else {}))
    assert (talk.slots["plan"], talk.slots["quantity"]) == ("M365-BB", quantity)
    assert talk.state["awaiting"] == "confirm"
