"""What is understood, seen from the conversation: with the real sandbox, client and ledger."""

import pytest

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
    assert await talk.hears("ninguno", "no_more") == ["customer_needed"]


async def test_two_numbers_are_asked_back_with_a_button_for_each(talk: Talk) -> None:
    await talk.hears("quiero business basic", "order")
    assert await talk.hears("20 o 25", number=["20", "25"]) == ["quantity_which"]
    assert [each["title"] for each in talk.said[-1]["buttons"]] == ["20", "25"]
    await talk.hears("/choose", "choose", slot="quantity", value="25")
    assert talk.slots["quantity"] == 25


async def test_two_more_right_after_an_add_on_are_of_that_one(talk: Talk) -> None:
    await talk.hears("20 business premium anual para la espiga con visa", "order", number="20", term="year")
    await talk.hears("agrega 3 copilot", number="3")
    await talk.asks("action_answer_customers", "¿qué clientes tengo?", "ask_customers")
    await talk.hears("2 más", number="2")
    assert talk.slots["quantity"] == 20
    assert talk.slots["add_ons"] == [{"mpn": "M365-COP", "quantity": 5}]


async def test_two_more_of_an_add_on_for_everybody_are_asked_back(talk: Talk) -> None:
    await talk.hears("20 business premium anual para la espiga con visa", "order", number="20", term="year")
    await talk.hears("agrega copilot")
    assert await talk.hears("2 más", number="2") == ["count_of_what"]
    titles = [each["title"] for each in talk.said[-1]["buttons"]]
    assert titles == ["22 × Microsoft 365 Business Premium", "22 × Microsoft 365 Copilot"]
    await talk.hears("/choose", "choose", slot="quantity", value="M365-COP=22")
    assert talk.slots["quantity"] == 20
    assert talk.slots["add_ons"] == [{"mpn": "M365-COP", "quantity": 22}]
    await talk.hears("mejor 25", number="25")
    assert talk.slots["quantity"] == 25


async def test_two_more_after_the_number_was_corrected_are_of_the_plan(talk: Talk) -> None:
    await talk.hears("20 business premium anual para la espiga con visa", "order", number="20", term="year")
    await talk.hears("agrega 3 copilot", number="3")
    await talk.hears("mejor mensual", term="month")
    await talk.hears("2 más", number="2")
    assert talk.slots["quantity"] == 22


async def test_the_price_of_two_numbers_is_told_for_both_and_none_is_taken_over(talk: Talk) -> None:
    said = await talk.asks(
        "action_answer_price", "cuánto cuestan 20 o 25 business basic", "ask_price", number=["20", "25"]
    )
    assert said == ["price_for", "price_for", "ask_quantity"]
    assert [each["count"] for each in talk.said[:2]] == ["20", "25"]
    assert talk.slots.get("quantity") is None


async def test_noise_where_a_customer_is_asked_for_creates_none_and_soon_offers_a_person(talk: Talk) -> None:
    await talk.hears("25 business premium anual", "order", number="25", term="year")
    await talk.hears("ninguno", "no_more")
    assert await talk.hears("asdkjh", "nlu_fallback") == ["customer_needed"]
    await talk.asks("utter_help", "no entiendo nada", "help")
    assert await talk.hears("hmm") == ["offer_person", "customer_needed"]
    titles = [each["title"] for each in talk.said[-1]["buttons"]]
    assert titles[-1] == "Cliente nuevo"
    assert talk.slots["plan"] == "M365-BP"


async def test_small_talk_between_misunderstandings_does_not_begin_the_counting_again(talk: Talk) -> None:
    await talk.hears("25 business premium anual", "order", number="25", term="year")
    await talk.hears("ninguno", "no_more")
    await talk.hears("asdkjh", "nlu_fallback")
    await talk.hears("hmm")
    await talk.asks("utter_chitchat", "jaja", "chitchat")
    assert "offer_person" in await talk.hears("mmm")


async def test_a_plan_that_is_not_sold_is_said_with_the_nearest_and_nothing_is_lost(talk: Talk) -> None:
    assert await talk.hears("10 office 365 e3 para la espiga", "order", number="10") == ["plan_not_sold"]
    assert talk.said[-1]["said"] == "office 365 e3"
    assert [each["title"].partition(" ·")[0] for each in talk.said[-1]["buttons"]][:1] == [
        "Microsoft 365 Business Basic"
    ]
    assert (talk.slots.get("plan"), talk.slots["quantity"]) == (None, 10)
    await talk.hears("el basic")
    assert talk.slots["plan"] == "M365-BB"


async def test_what_is_not_sold_at_all_brings_the_solutions(talk: Talk) -> None:
    talk.slots["requested_slot"] = "plan"
    assert await talk.hears("quiero zoho", "out_of_scope") == ["plan_not_sold_at_all"]
    assert [each["title"] for each in talk.said[-1]["buttons"]][:2] == ["Microsoft 365", "Google Workspace"]


async def test_the_price_of_what_is_not_sold_is_no_neighbours_price(talk: Talk) -> None:
    said = await talk.asks("action_answer_price", "cuánto cuesta dropbox plus", "ask_price")
    assert said == ["not_sold", "prices", "ask_plan"]
    assert talk.slots.get("plan") is None


async def test_a_plan_that_is_not_sold_leaves_the_order_as_it_is(talk: Talk) -> None:
    await talk.hears("20 business premium anual para la espiga con visa", "order", number="20", term="year")
    assert await talk.hears("mejor office 365 e3") == ["plan_not_sold_kept", "review_brief"]
    assert talk.slots["plan"] == "M365-BP"


async def test_a_comparison_takes_no_plan_that_was_not_named(talk: Talk) -> None:
    await talk.hears("oi", "greet")
    await talk.asks(
        "action_answer_difference", "qual a diferença do dropbox standard pro advanced?", "ask_difference"
    )
    assert "Dropbox Business Standard" in talk.said[0]["lines"]
    assert "Dropbox Business Advanced" in talk.said[0]["lines"]
    assert "Linux" not in talk.said[0]["lines"]


@pytest.mark.parametrize(
    "action",
    ["action_answer_price", "action_answer_savings", "action_answer_total", "action_answer_add_ons"],
)
async def test_a_question_about_an_order_whose_plan_is_not_clear_yet_breaks_nothing(
    talk: Talk, action: str
) -> None:
    said = await talk.hears("12 business standard mensual para la espiga", "order", number="12", term="month")
    assert said[-1] == "plan_unclear"
    answer = await talk.asks(action, "¿y si fuera anual?", "ask_savings", term="year")
    assert "sorry" not in answer
    assert answer[-1] == "plan_unclear"
    assert talk.slots["quantity"] == 12


@pytest.mark.parametrize("text", ["el primero", "the first one", "o primeiro", "la primera"])
async def test_the_first_after_a_list_of_customers_is_a_customer(talk: Talk, text: str) -> None:
    await talk.hears("10 business basic microsoft anual", "order", number="10", term="year")
    assert talk.state["awaiting"] == "add_ons"
    await talk.asks("action_answer_customers", "que clientes tengo?", "ask_customers")
    await talk.hears(text)
    assert (talk.slots["customer"], talk.slots.get("add_ons") or []) == ("1000005", [])
    await talk.hears("nada mas", "no_more")
    await talk.asks("action_answer_payment", "que tarjetas tengo?", "ask_payment")
    await talk.hears("la segunda")
    assert talk.state["awaiting"] == "confirm"


async def test_the_first_after_the_add_ons_is_an_add_on(talk: Talk) -> None:
    await talk.hears("10 business basic microsoft anual", "order", number="10", term="year")
    await talk.asks("action_answer_customers", "que clientes tengo?", "ask_customers")
    await talk.hears("hmm", "nlu_fallback")
    await talk.hears("el primero")
    assert [each["mpn"] for each in talk.slots["add_ons"]] == ["M365-DEF"]


async def test_whom_it_is_for_is_kept_when_it_is_said_before_a_price_is_asked(talk: Talk) -> None:
    await talk.asks(
        "action_answer_price",
        "5 dropbox business advanced, cliente La Espiga, con la Visa. ¿Cuánto sale por mes y cuánto por año?",
        "ask_price",
        number="5",
    )
    assert talk.slots["customer"]
    assert talk.slots["payment"]


async def test_a_difference_is_told_within_the_solution_that_was_asked_about(talk: Talk) -> None:
    await talk.hears("backup acronis", "order")
    await talk.asks(
        "action_answer_difference", "¿qué diferencia hay del standard al advanced?", "ask_difference"
    )
    assert "Acronis" in talk.said[0]["lines"]
    assert "Dropbox" not in talk.said[0]["lines"]


async def test_whom_a_comparison_is_for_is_kept(talk: Talk) -> None:
    await talk.hears("hola", "greet")
    await talk.asks(
        "action_answer_difference", "business basic o standard para la panadería la espiga?", "ask_difference"
    )
    assert talk.slots["customer"]
    assert not talk.slots.get("plan")


@pytest.mark.parametrize(
    "text",
    ["whats copilot a year per head?", "that's steep. what about audio conferencing", "¿y el copilot?"],
)
async def test_an_add_on_that_is_asked_about_is_told_with_its_price(talk: Talk, text: str) -> None:
    await talk.hears("21 business standard anual para la espiga", "order", number="21", term="year")
    said = await talk.asks("action_answer_difference", text, "ask_difference")
    assert said[0] == "prices" or said[0].startswith("price")
    assert "Basic" not in str(talk.said[0])


@pytest.mark.parametrize(
    "text",
    [
        "they need the desktop apps so business standard (the microsoft one)",
        "necesitan las apps de escritorio, business standard de microsoft",
        "precisam dos apps no desktop, então o business standard da microsoft",
    ],
)
async def test_a_name_said_in_one_piece_is_the_plan_whatever_words_stand_around_it(
    talk: Talk, text: str
) -> None:
    await talk.hears(text, "order")
    assert talk.slots["plan"] == "M365-BS"


async def test_its_own_name_in_one_piece_is_apps_for_business(talk: Talk) -> None:
    await talk.hears("solo las apps for business de microsoft, no business standard", "order")
    assert talk.slots["plan"] == "M365-AB"
