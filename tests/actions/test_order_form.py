"""The form as a person meets it: what is asked next, what is kept, what only a clear yes can do."""

from bot.ordering.intent import IntentState
from tests.actions.conftest import Talk

EVERYTHING = "25 Business Premium por un año para Ferretería El Tornillo, con la Visa"


async def reviewed(talk: Talk) -> list[str]:
    return await talk.hears(EVERYTHING, "order", number="25", term="year")


async def test_everything_in_one_sentence_leads_to_the_review(talk):
    assert await reviewed(talk) == ["review"]
    assert talk.state["awaiting"] == "confirm"
    assert talk.state["order"]["total"] == {"amount": "7656.00", "currency": "USD"}


async def test_the_review_is_in_the_ledger_before_it_is_confirmed(talk):
    await reviewed(talk)
    intent = await talk.ledger.intents.get(talk.slots["quote"]["id"])
    assert intent.state is IntentState.QUOTED
    assert str(intent.quote.total.amount) == "7656.00"


async def test_a_plain_yes_confirms_what_was_shown(talk):
    await reviewed(talk)
    await talk.hears("dale", "affirm")
    assert talk.slots["confirm"] is True
    assert (await talk.ledger.intents.get(talk.slots["quote"]["id"])).state is IntentState.CONFIRMED


async def test_a_yes_with_a_doubt_in_it_confirms_nothing(talk):
    await reviewed(talk)
    for text in ("si pero espera", "sí?", "ok, cuanto era?", "no"):
        await talk.hears(text, "affirm")
        assert talk.slots.get("confirm") is None, text


async def test_a_yes_with_a_change_is_a_change(talk):
    await reviewed(talk)
    assert await talk.hears("sí, 30", "affirm", number="30") == ["review_changed", "review_again"]
    assert talk.slots["quantity"] == 30
    assert talk.slots.get("confirm") is None


async def test_no_add_ons_is_understood_in_the_review_too(talk):
    await reviewed(talk)
    assert await talk.hears("sin complementos", "no_more") == ["review_brief"]
    assert talk.slots["add_ons"] == []


async def test_the_button_of_an_older_review_confirms_nothing(talk):
    await reviewed(talk)
    old = talk.slots["quote"]
    await talk.hears("mejor 30", number="30")
    assert await talk.hears("/confirm", "confirm", id=old["id"], version=old["version"]) == [
        "review_outdated",
        "review",
    ]
    assert talk.slots.get("confirm") is None


async def test_the_button_of_the_current_review_confirms(talk):
    await reviewed(talk)
    shown = talk.slots["quote"]
    await talk.hears("/confirm", "confirm", id=shown["id"], version=shown["version"])
    assert talk.slots["confirm"] is True


async def test_a_change_of_mind_makes_the_next_version_of_the_same_intent(talk):
    await reviewed(talk)
    first = talk.slots["quote"]
    await talk.hears("no, mensual", term="month")
    assert talk.slots["quote"] == {"id": first["id"], "version": first["version"] + 1}


async def test_asking_again_without_a_change_shows_the_same_version(talk):
    await reviewed(talk)
    first = talk.slots["quote"]
    await talk.asks("action_answer_total", "¿cuánto llevo?", "ask_total")
    assert talk.names() == ["total", "review_brief"]
    assert talk.slots["quote"] == first


async def test_the_guided_order_asks_step_by_step(talk):
    steps = [
        ("quiero business basic", "order", {}, "quantity"),
        ("10", "inform", {"number": "10"}, "domain"),
        ("después", "skip", {}, "term"),
        ("mensual", "inform", {"term": "month"}, "add_ons"),
        ("ninguno", "no_more", {}, "customer"),
        ("la espiga", "inform", {}, "payment"),
        ("mastercard", "inform", {}, "confirm"),
    ]
    for text, intent, entities, awaited in steps:
        await talk.hears(text, intent, **entities)
        assert talk.state["awaiting"] == awaited, text


async def test_bad_input_is_answered_and_loses_nothing(talk):
    await talk.hears("quiero business basic", "order")
    for text, reason in (
        ("0", "quantity_too_small"),
        ("-3", "quantity_too_small"),
        ("1.5", "quantity_not_whole"),
        ("10000", "quantity_too_big"),
    ):
        assert await talk.hears(text, number=text) == [reason]
        assert talk.slots["plan"] == "M365-BB"
    assert await talk.hears("muchas", "inform") == ["quantity_unknown"]


async def test_a_free_domain_enters_the_order_and_a_taken_one_does_not(talk):
    await talk.hears("10 google workspace starter", "order", number="10")
    assert (await talk.hears("ejemplo.com", domain="ejemplo.com"))[0] == "domain_taken"
    assert talk.slots.get("domain") is None
    await talk.hears("eltornillo.mx", domain="eltornillo.mx")
    assert talk.slots["domain"]["name"] == "eltornillo.mx"


async def test_a_change_of_plan_tells_which_add_on_had_to_go(talk):
    await talk.hears(
        "10 business basic con archivado, anual, la espiga, visa", "order", number="10", term="year"
    )
    assert [extra["mpn"] for extra in talk.slots["add_ons"]] == ["M365-ARC"]
    assert await talk.hears("mejor business premium") == ["add_on_dropped", "review_changed", "review_again"]


async def test_an_unsigned_message_reads_nothing_and_spends_nothing(talk):
    await reviewed(talk)
    talk._metadata = lambda: {"actor": "demo", "subject": "demo", "signature": "forged"}
    assert await talk.hears("dale", "affirm") == ["not_signed_in", "not_signed_in"]
    assert talk.slots.get("confirm") is None


async def test_a_silent_marketplace_is_told_and_the_step_stays(talk, marketplace):
    await talk.hears("10 google workspace starter", "order", number="10")

    async def gone(*_: object) -> None:
        raise ConnectionError("pulled the plug")

    marketplace.check_domain = gone
    assert (await talk.hears("eltornillo.mx", domain="eltornillo.mx"))[0] == "sorry"
    assert talk.slots["requested_slot"] == "domain"
    assert talk.slots["plan"] == "GWS-BST"


async def test_what_was_said_besides_the_answer_is_noted(talk):
    await talk.hears("hola", "greet")
    assert await talk.hears("25", number="25") == ["noted", "ask_plan"]
    assert await talk.hears("anual", term="year") == ["noted", "ask_plan"]
    assert await talk.hears("business premium") == ["ask_add_ons"]


async def test_a_price_asked_of_several_plans_asks_which(talk):
    await talk.hears("hola", "greet")
    said = await talk.asks("action_answer_price", "cuánto cuesta business standard?", "ask_price")
    assert said == ["prices", "plan_unclear"]


async def test_a_complaint_about_an_add_on_ends_when_the_talk_moves_on(talk):
    await talk.hears("10 business basic anual", "order", number="10", term="year")
    assert await talk.hears("google vault") == ["add_on_not_for_plan"]
    assert await talk.hears("es para la espiga") == ["ask_payment"]


async def test_a_card_that_ends_otherwise_is_not_the_one_of_that_brand(talk):
    await talk.hears("10 business basic anual para la espiga", "order", number="10", term="year")
    assert (await talk.hears("visa 9999"))[0] == "card_unknown"
    assert talk.slots.get("payment") is None


async def test_later_at_the_review_keeps_the_order_and_sends_nothing(talk):
    await reviewed(talk)
    assert await talk.hears("luego", "skip") == ["kept_for_later", "review_brief"]
    assert talk.slots.get("confirm") is None


async def test_a_yes_to_what_shall_i_change_is_no_yes_to_the_order(talk):
    await reviewed(talk)
    assert await talk.hears("no", "deny") == ["what_to_change"]
    assert await talk.hears("si", "affirm") == ["review"]
    assert talk.slots.get("confirm") is None
    await talk.hears("si", "affirm")
    assert talk.slots["confirm"] is True


async def test_an_open_order_is_not_replaced_by_a_repeated_one(talk):
    await reviewed(talk)
    await talk.hears("dale", "affirm")
    talk.slots = {}
    await talk.hears("3 business basic", "order", number="3")
    said = await talk.asks("action_repeat_order", "la de siempre", "repeat_order")
    assert said[0] == "repeat_not_now"
    assert talk.slots["plan"] == "M365-BB"


async def test_a_button_pressed_twice_tells_the_order_and_orders_nothing_new(talk):
    await reviewed(talk)
    shown = talk.slots["quote"]
    await talk.hears("dale", "affirm")
    talk.slots = {}
    assert (await talk.hears("/confirm", "confirm", **shown))[0] == "already_ordered"


async def test_a_side_question_comes_back_with_one_line_and_the_same_button(talk):
    await reviewed(talk)
    button = talk.said[-1]["buttons"]
    await talk.asks("action_answer_customers", "¿qué clientes tengo?", "ask_customers")
    assert talk.names() == ["customers", "review_brief"]
    assert talk.said[-1]["total"] == "USD 7,656.00"
    assert talk.said[-1]["buttons"] == button[:1]
    assert await talk.hears("mejor 30", number="30") == ["review_changed", "review_again"]


async def test_the_whole_review_is_shown_again_in_another_language(talk):
    await reviewed(talk)
    talk.slots["language"] = "en"
    await talk.asks("action_answer_customers", "which customers do I have?", "ask_customers")
    assert talk.names() == ["customers", "review"]


async def test_a_question_about_the_other_term_keeps_the_order_and_offers_to_change_it(talk):
    await reviewed(talk)
    assert await talk.hears("¿y mensual?", term="month") == ["terms_compared", "review_brief"]
    assert talk.slots["term"] == "year"
    assert talk.said[0]["month"] == "USD 660.00"
    confirm, switch = talk.said[1]["buttons"]
    assert "confirm" in confirm["payload"]
    assert '"month"' in switch["payload"]
    assert await talk.hears("/choose", "choose", slot="term", value="month") == [
        "review_changed",
        "review_again",
    ]
    assert talk.slots["term"] == "month"


async def test_what_is_said_beside_a_greeting_is_read(talk):
    talk.said.clear()
    talk._person_says("hola business basic", "greet", {})
    talk.events.append({"event": "action", "name": "utter_greet"})
    await talk.runs("validate_order_form")
    assert talk.slots["plan"] == "M365-BB"
    assert talk.slots["requested_slot"] == "quantity"


async def test_who_changes_the_language_and_answers_has_answered(talk):
    await talk.hears("14 business standard La Espiga, sin dominio", "order", number="14")
    text = "can we do this in english? paying annually w/ the visa"
    await talk.asks("utter_language_changed", text, "change_language", term="year")
    assert talk.slots["term"] == "year"
    assert talk.slots["payment"]


async def test_who_only_changes_the_language_is_asked_again_and_not_misunderstood(talk):
    await talk.hears("14 business standard La Espiga, sin dominio", "order", number="14")
    assert "term_unclear" not in await talk.asks("utter_language_changed", "in english", "change_language")
    assert talk.slots.get("misunderstood") in (None, 0)


async def test_a_price_asked_beside_a_wait_is_told(talk):
    await talk.hears("quiero 5 business standard", "order", number="5")
    assert "price" in " ".join(await talk.hears("espera, cuánto es?", "wait"))
    assert talk.slots["quantity"] == 5


async def test_a_wait_alone_is_left_to_its_rule(talk):
    await talk.hears("quiero 5 business standard", "order", number="5")
    for text in ("espera un momento", "espera, cuánto sería lo pienso"):
        assert not any("price" in said for said in await talk.hears(text, "wait"))
