"""What was asked is answered: no guess of the engine may throw the answer, or the order, away."""

import pytest

from tests.actions.conftest import Talk


@pytest.mark.parametrize("text", ["não quero mais nada não", "no quiero nada más", "I don't want any"])
async def test_none_where_add_ons_are_asked_for_never_cancels(talk: Talk, text: str) -> None:
    await talk.hears("10 business basic anual", "order", number="10", term="year")
    assert await talk.hears(text, "cancel") == ["ask_customer"]
    assert talk.slots["add_ons"] == []


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("tempting, but no, let's leave it at that", "cancel"),
        ("lol no, they already fainted at the price", "ask_price"),
        ("igual que la vez pasada: sin complementos", "repeat_order"),
        ("tal cual, sin agregados, gracias", "wait"),
        ("bah, deixa sem, já tá caro que chega", "frustrated"),
    ],
)
async def test_none_where_add_ons_are_asked_for_is_none_whatever_it_sounds_like(
    talk: Talk, text: str, intent: str
) -> None:
    await talk.hears("10 business basic anual", "order", number="10", term="year")
    assert await talk.hears(text, intent) == ["ask_customer"]
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


async def reviewed(talk: Talk, text: str = "20 business premium mensual para la espiga con visa") -> None:
    await talk.hears(text, "order", number="20", term="month")
    assert talk.slots["requested_slot"] == "confirm"


@pytest.mark.parametrize(
    ("language", "question", "term", "slot"),
    [
        ("es", "¿y en anual cuánto sería?", "year", ("term", "year")),
        ("es", "¿y si fueran 30?", None, ("quantity", 30)),
        ("en", "how much would the basic be?", None, ("plan", "M365-BB")),
        ("en", "what if we add copilot?", None, ("add_ons", [{"mpn": "M365-COP", "quantity": None}])),
        ("pt", "quanto ficaria no anual?", "year", ("term", "year")),
    ],
)
@pytest.mark.parametrize("rule", [True, False])
async def test_a_yes_that_points_to_what_was_priced_makes_the_change_and_shows_it(
    talk: Talk, language: str, question: str, term: str | None, slot: tuple[str, object], rule: bool
) -> None:
    talk.language = language
    await reviewed(talk)
    found = {"number": "30"} if "30" in question else {"term": term} if term else {}
    if rule:
        await talk.asks("action_answer_price", question, "ask_price", **found)
    else:
        await talk.hears(question, "inform", **found)
    yes = {"es": "dale, hazlo así", "en": "ok do that", "pt": "isso, faz assim"}[language]
    assert await talk.hears(yes, "affirm") == ["review_changed", "review_again"]
    assert talk.slots[slot[0]] == slot[1]
    assert not talk.slots.get("confirm")
    await talk.hears("sí", "affirm")
    assert talk.slots["confirm"] is True


@pytest.mark.parametrize("yes", ["hazlo", "do it", "isso mesmo", "that works"])
async def test_a_yes_that_may_mean_both_is_asked_about(talk: Talk, yes: str) -> None:
    await reviewed(talk)
    await talk.asks("action_answer_price", "¿cuánto sería anual?", "ask_price", term="year")
    assert await talk.hears(yes, "affirm") == ["confirm_plainly", "review_brief"]
    assert ["term" in each["payload"] for each in talk.said[-1]["buttons"]] == [False, True]
    assert not talk.slots.get("confirm")
    await talk.hears("ese", "inform")
    assert talk.slots["term"] == "year"


@pytest.mark.parametrize(
    "yes", ["sí", "sí, confirmo", "yes, place it as it is", "dale, confírmalo", "isso, pode confirmar"]
)
async def test_a_yes_to_the_order_as_it_is_shown_places_that(talk: Talk, yes: str) -> None:
    await reviewed(talk)
    await talk.asks("action_answer_price", "¿cuánto sería anual?", "ask_price", term="year")
    await talk.hears(yes, "affirm")
    assert (talk.slots["term"], talk.slots.get("confirm")) == ("month", True)


async def test_what_was_priced_is_still_pointed_to_after_small_talk_and_not_after_an_answer(
    talk: Talk,
) -> None:
    await reviewed(talk)
    await talk.asks("action_answer_savings", "¿cuánto ahorro en anual?", "ask_savings", term="year")
    await talk.asks("utter_identity", "¿quién eres?", "ask_identity")
    await talk.hears("ok, ese", "affirm")
    assert talk.slots["term"] == "year"
    assert not isinstance(talk.slots["priced"], dict)


async def test_what_was_priced_is_taken_with_what_else_is_said(talk: Talk) -> None:
    await reviewed(talk)
    await talk.asks("action_answer_price", "¿cuánto sería anual?", "ask_price", term="year")
    await talk.hears("ok, do that, and with the mastercard", "inform")
    assert talk.slots["term"] == "year"
    assert talk.slots["payment"] != "card-v"
    assert not talk.slots.get("confirm")


async def test_a_price_asked_while_plans_are_offered_settles_which_is_meant(talk: Talk) -> None:
    await talk.asks("action_answer_plans", "¿qué planes de google tienes?", "ask_plans")
    assert talk.names()[-1] == "plan_unclear"
    said = ("action_answer_price", "¿cuánto sale standard para 8?", "ask_price")
    assert (await talk.asks(*said, number="8"))[-1] == "ask_domain"
    await talk.hears("anual para san gabriel, dominio después, sin add-ons", "order", term="year")
    assert (talk.slots["plan"], talk.names()[-1]) == ("GWS-BSD", "ask_payment")


async def test_an_add_on_that_was_asked_about_is_what_the_talk_is_of(talk: Talk) -> None:
    await talk.hears("6 acronis backup advanced anual para la espiga", "order", number="6", term="year")
    await talk.asks("action_answer_price", "¿cuánto sale disaster recovery?", "ask_price")
    said = await talk.asks("action_answer_price", "¿y cuánto queda con eso?", "ask_price")
    assert said[0] == "supposed_year"
    await talk.hears("ponle 2", number="2")
    assert talk.slots["quantity"] == 6


async def test_of_the_plans_that_are_offered_each_is_priced(talk: Talk) -> None:
    await talk.hears("necesito dropbox", "order")
    assert (await talk.asks("action_answer_price", "¿cuánto sale cada uno?", "ask_price"))[0] == "prices"
    assert (await talk.asks("action_answer_plans", "¿cuál es mejor?", "ask_plans"))[0] == "prices"


async def test_which_card_is_asked_and_not_taken(talk: Talk) -> None:
    await talk.hears(
        "3 dropbox advanced mensual para la espiga con mastercard", "order", number="3", term="month"
    )
    card = talk.slots["payment"]
    await talk.hears("¿cuál termina en 4242?", "inform")
    assert talk.slots["payment"] == card


@pytest.mark.parametrize("text", ["coloca 2", "ponle 2", "quero 2"])
async def test_a_number_behind_a_question_about_an_add_on_may_be_its_own(talk: Talk, text: str) -> None:
    await talk.hears("9 business basic anual para La Espiga, visa", "order", number="9", term="year")
    await talk.hears("o que é o archiving?", "ask_difference")
    await talk.hears(text, "inform", number="2")
    assert talk.slots["quantity"] == 9


@pytest.mark.parametrize("text", ["¿qué incluye linux hosting pro?", "what's included in linux hosting pro?"])
async def test_who_asks_what_a_plan_includes_may_order_that_one(talk, text):
    assert (await talk.asks("action_answer_difference", text, "ask_difference"))[0] == "prices"
    assert "Linux Hosting Basic" not in talk.said[0]["lines"]
    await talk.hears("ok, ese para san rafael", "order")
    assert talk.slots["plan"] == "WEB-LNX-P"
    assert talk.slots["customer"] is not None


async def test_who_compares_a_plan_has_not_chosen_it(talk):
    await talk.asks(
        "action_answer_difference", "¿en qué se diferencia el linux hosting pro?", "ask_difference"
    )
    assert talk.slots.get("plan") is None
