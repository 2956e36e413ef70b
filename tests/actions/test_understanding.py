"""What is understood, seen from the conversation: with the real sandbox, client and ledger."""

from tests.actions.conftest import Talk


async def test_three_misunderstandings_in_a_row_offer_a_person_and_keep_the_order(talk: Talk) -> None:
    await talk.hears("25 business premium", "order", number="25")
    assert talk.state["awaiting"] == "domain"
    await talk.hears("despues", "skip")
    for noise in ("asdf qwer", "zxcv uiop"):
        assert "offer_person" not in await talk.hears(noise, "nlu_fallback")
    assert "offer_person" in await talk.hears("hjkl vbnm", "nlu_fallback")
    assert talk.slots["plan"] == "M365-BP"
    assert talk.slots["quantity"] == 25
    assert "offer_person" not in await talk.hears("asdf qwer", "nlu_fallback")


async def test_an_answer_in_between_begins_the_counting_again(talk: Talk) -> None:
    await talk.hears("business premium", "order")
    for noise in ("asdf qwer", "zxcv uiop"):
        await talk.hears(noise, "nlu_fallback")
    await talk.hears("25", "inform", number="25")
    assert "offer_person" not in await talk.hears("hjkl vbnm", "nlu_fallback")


async def test_two_orders_in_one_sentence_are_taken_one_after_the_other(talk: Talk) -> None:
    talk.slots["requested_slot"] = "plan"
    said = await talk.hears("20 business basic y 5 premium", "order", number=["20", "5"])
    assert "one_order_at_a_time" in said
    assert talk.slots["plan"] == "M365-BB"
    assert talk.slots["quantity"] == 20


async def test_who_compares_two_plans_has_chosen_none(talk: Talk) -> None:
    await talk.hears("hola", "greet")
    sentence = "que diferencia hay entre basic y premium"
    assert "prices" in await talk.asks("action_answer_difference", sentence, "ask_difference")
    assert talk.slots.get("plan") is None


async def test_none_where_a_customer_is_asked_for_gets_a_helpful_sentence(talk: Talk) -> None:
    await talk.hears("25 business premium anual", "order", number="25", term="year")
    await talk.hears("ninguno", "no_more")
    assert talk.state["awaiting"] == "customer"
    assert await talk.hears("ninguno", "no_more") == ["customer_unknown"]
