"""What was asked is answered: no guess of the engine may throw the answer, or the order, away."""

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize("text", ["não quero mais nada não", "no quiero nada más", "I don't want any"])
async def test_none_where_add_ons_are_asked_for_never_cancels(talk: Talk, text: str) -> None:
    await talk.hears("10 business basic anual", "order", number="10", term="year")
    assert await talk.hears(text, "cancel") == ["ask_customer"]
    assert talk.slots["add_ons"] == []


async def test_a_contract_for_a_year_is_a_year_and_a_question_about_it_none(talk: Talk) -> None:
    await talk.hears("10 business basic", "order", number="10")
    await talk.hears("después", "skip")
    asked = ("action_answer_savings", "qto economizo se pagar anual?", "ask_savings")
    await talk.hears(asked[1], asked[2], term="year")
    assert talk.slots.get("term") is None
    assert "ask_term" in await talk.asks(*asked, term="year")
    await talk.hears("contrato anual", "ask_terms", term="year")
    assert talk.slots["term"] == "year"


async def test_what_an_add_on_is_and_how_tax_works_is_said_before_there_is_an_order(talk: Talk) -> None:
    await talk.hears("hola", "greet")
    said = await talk.asks("action_answer_add_ons", "que es un complemento?", "ask_add_ons")
    assert said == ["add_ons_in_general", "ask_plan"]
    assert "Defender" in talk.said[0]["examples"]
    assert await talk.asks("action_answer_price", "how does the tax work?", "ask_price") == [
        "tax_on_top",
        "ask_plan",
    ]


async def test_what_is_known_is_listed_before_there_is_a_total(talk: Talk) -> None:
    await talk.hears("25 business premium para la espiga", "order", number="25")
    said = await talk.asks("action_answer_total", "qué llevas apuntado?", "ask_total")
    assert said[:2] == ["known_so_far", "total_not_yet"]
    assert talk.said[0]["facts"] == "Microsoft 365 Business Premium, 25, Panadería La Espiga"


async def test_prices_one_after_the_other_change_nothing(talk: Talk) -> None:
    await talk.asks("action_answer_price", "cuánto cuesta el copilot?", "ask_price")
    assert talk.said[0]["name"] == "Microsoft 365 Copilot"
    assert (await talk.hears("y el defender?"))[0] == "price_each"
    assert talk.slots.get("add_ons") is None
    await talk.hears("ponle defender")
    assert talk.slots["add_ons"] == [{"mpn": "M365-DEF", "quantity": None}]


async def test_a_price_asked_at_the_review_then_no_leaves_it_ready_for_a_yes(talk: Talk) -> None:
    await talk.hears("20 business premium anual para la espiga con visa", "order", number="20", term="year")
    asked = ("action_answer_price", "cuánto sería con copilot para todos?", "ask_price")
    assert await talk.asks(*asked) == ["supposed_year", "review_brief"]
    assert await talk.hears("no, déjalo como estaba", "no_more") == ["order_as_it_was", "review_brief"]
    assert talk.slots.get("add_ons") is None
    await talk.hears("sí", "affirm")
    assert talk.slots["confirm"] is True


async def test_who_asked_for_prices_may_take_another_plan_than_the_first(talk: Talk) -> None:
    await talk.asks("action_answer_price", "cuánto cuesta el business basic?", "ask_price")
    await talk.hears("y el premium?")
    assert talk.slots["plan"] == "M365-BB"
    await talk.hears("dame 5 premium", "order", number="5")
    assert (talk.slots["plan"], talk.slots["quantity"]) == ("M365-BP", 5)


async def test_the_total_a_month_of_a_monthly_order_is_its_total(talk: Talk) -> None:
    await talk.hears(
        "20 business premium mensual para la espiga con visa", "order", number="20", term="month"
    )
    asked = ("action_answer_total", "cuánto sale al mes en total?", "ask_total")
    assert await talk.asks(*asked, term="month") == ["total", "review_brief"]
    assert (await talk.asks("action_answer_total", "y en total al año?", "ask_total", term="year"))[0] == (
        "terms_compared"
    )
