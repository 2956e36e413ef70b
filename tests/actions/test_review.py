"""The review as a person meets it: what changed is told in a line, and the yes is the first button."""

import pytest

from tests.actions.test_order_form import reviewed


async def test_a_correction_is_told_in_one_line_with_both_totals(talk):
    await reviewed(talk)
    assert await talk.hears("mejor 30 y mensual", number="30", term="month") == [
        "review_changed",
        "review_again",
    ]
    line, again = talk.said
    assert line["changes"] == "30 licencias (antes 25); mensual (antes anual)"
    assert (line["total"], line["before"]) == ("USD 918.72", "USD 7,656.00")
    assert again["total"] == "USD 918.72"
    assert "30 × Microsoft 365 Business Premium" in again["lines"]
    assert "confirm" in again["buttons"][0]["payload"]


async def test_add_ons_cards_and_plans_are_told_as_changed(talk):
    await reviewed(talk)
    for text, changes in (
        ("agrega copilot", "se agrega 25 × Microsoft 365 Copilot"),
        ("copilot solo para 5", "5 × Microsoft 365 Copilot (antes 25)"),
        ("sin copilot", "se quita Microsoft 365 Copilot"),
        ("con la mastercard", "Mastercard •••• 4444 (antes Visa •••• 4242)"),
        ("mejor business basic", "Microsoft 365 Business Basic (antes Microsoft 365 Business Premium)"),
    ):
        number = {"number": "5"} if "5" in text else {}
        said = await talk.hears(text, **number)
        assert (said[0].removesuffix("_same"), said[1]) == ("review_changed", "review_again")
        assert talk.said[0]["changes"] == changes


async def test_another_customer_is_shown_with_everything(talk):
    await reviewed(talk)
    assert await talk.hears("no, es para la espiga") == ["review_changed_same", "review"]


async def test_a_number_that_follows_the_plans_is_not_told_twice(talk):
    await reviewed(talk)
    await talk.hears("agrega copilot")
    await talk.hears("business premium, mejor 30", number="30")
    assert talk.said[0]["changes"] == "30 licencias (antes 25)"


async def test_what_if_at_the_review_leaves_the_yes_first(talk):
    await reviewed(talk)
    await talk.asks("action_answer_price", "¿cuánto sería mensual?", "ask_price", term="month")
    assert talk.names() == ["terms_compared", "review_brief"]
    assert not talk.said[0]["buttons"]
    first, second = talk.said[1]["buttons"]
    assert "confirm" in first["payload"]
    assert (second["title"], '"month"' in second["payload"]) == ("Cambiarlo a mensual", True)
    await talk.asks("action_answer_customers", "¿qué clientes tengo?", "ask_customers")
    assert len(talk.said[-1]["buttons"]) == 1


async def test_what_if_before_the_review_says_on_its_button_what_it_does(talk):
    await talk.hears("25 business premium anual para la espiga", number="25", term="year")
    assert await talk.hears("¿y si fueran 30?", number="30") == ["supposed_year", "ask_payment"]
    assert [each["title"] for each in talk.said[0]["buttons"]] == ["Cambiarlo a 30"]


async def test_a_person_offered_at_the_review_comes_after_the_yes(talk):
    await reviewed(talk)
    for _ in range(2):
        await talk.hears("asdf qwer", "nlu_fallback")
    assert await talk.hears("asdf qwer", "nlu_fallback") == [
        "offer_person",
        "confirm_unclear",
        "review_brief",
    ]
    assert not talk.said[0]["buttons"]
    assert ["confirm" in each["payload"] for each in talk.said[-1]["buttons"]] == [True, False]


async def test_a_yes_with_thanks_is_a_yes_whatever_it_sounds_like(talk):
    await reviewed(talk)
    await talk.hears("si, adelante, gracias", "thank")
    assert talk.slots["confirm"] is True


async def test_taking_out_what_is_not_in_the_order_is_said(talk):
    await talk.hears("25 business premium anual para la espiga", number="25", term="year")
    assert await talk.hears("quita el copilot", "remove") == ["add_on_not_there", "ask_payment"]


async def test_without_an_add_on_in_a_new_order_is_no_news(talk):
    said = await talk.hears("25 business premium anual sin copilot para la espiga", number="25", term="year")
    assert said == ["ask_payment"]


@pytest.mark.parametrize("text", ["no, nada más", "no, nothing else", "não, mais nada", "nada más por ahora"])
async def test_nothing_else_at_the_review_changes_nothing_and_confirms_nothing(talk, text):
    await reviewed(talk)
    assert await talk.hears(text, "no_more") == ["order_as_it_was", "review_brief"]
    assert talk.state["awaiting"] == "confirm"


@pytest.mark.parametrize(
    ("text", "intent", "step"),
    [
        ("la tarjeta está mal", "frustrated", "payment"),
        ("es para otro cliente", "inform", "customer"),
        ("me equivoqué en la cantidad", "go_back", "quantity"),
        ("no, cambia el plazo", "ask_terms", "term"),
    ],
)
async def test_a_part_that_is_wrong_is_asked_again_and_nothing_is_lost(talk, text, intent, step):
    await reviewed(talk)
    before = {name: talk.slots[name] for name in ("plan", "quantity", "term", "customer", "payment")}
    assert await talk.hears(text, intent) == [f"ask_{step}"]
    assert {name: talk.slots[name] for name in before} == before
    await talk.hears("no, déjalo así", "deny")
    assert (talk.slots["requested_slot"], talk.slots.get("confirm")) == ("confirm", None)


async def test_after_what_shall_i_change_the_bare_name_of_a_part_will_do(talk):
    await reviewed(talk)
    assert await talk.hears("quiero cambiar algo", "deny") == ["what_to_change"]
    assert await talk.hears("la tarjeta", "ask_payment") == ["ask_payment"]
    await talk.hears("la mastercard", "inform")
    assert talk.slots["requested_slot"] == "confirm"


@pytest.mark.parametrize(
    "text",
    [
        "y sabes que? pasalos a Business Basic, todo lo demas igual",
        "make it business basic, everything else the same",
        "business basic, o resto igual",
    ],
)
async def test_all_else_the_same_beside_a_change_repeats_no_order(talk, text):
    await reviewed(talk)
    assert (await talk.hears(text, "repeat_order"))[0].startswith("review_changed")
    assert talk.slots["plan"] == "M365-BB"


async def test_another_order_instead_of_a_yes_to_discarding_begins_that_one(talk):
    await reviewed(talk)
    assert await talk.hears("nvm cancel this order, they changed their mind", "cancel") == ["cancel_sure"]
    said = await talk.hears("otro: 5 business basic mensual para la espiga", number="5", term="month")
    assert said[0] == "started_over"
    assert (talk.slots["plan"], talk.slots["quantity"], talk.slots["term"]) == ("M365-BB", 5, "month")
    assert (talk.slots["payment"], talk.slots["quote"]) == (None, None)


async def test_a_correction_instead_of_a_yes_to_discarding_keeps_the_order(talk):
    await reviewed(talk)
    await talk.hears("nvm cancel this order, they changed their mind", "cancel")
    await talk.hears("no, que sean 5", "inform", number="5")
    assert (talk.slots["plan"], talk.slots["quantity"]) == ("M365-BP", 5)


@pytest.mark.parametrize("text", ["va tambien", "si, confirmá de una vez", "pode visse", "pode também"])
async def test_a_yes_in_slang_is_a_yes_whatever_it_sounds_like(talk, text):
    for intent in ("chitchat", "ask_add_ons", "frustrated", "affirm"):
        await reviewed(talk)
        await talk.hears(text, intent)
        assert talk.slots["confirm"]
        talk.slots = {}


@pytest.mark.parametrize(
    ("text", "number", "placed"),
    [
        ("sí, 7,656.00 con la visa, dale", "7,656.00", True),
        ("sim, USD 7.656,00, pode", "7.656,00", True),
        ("sí, 7,655.00, dale", "7,655.00", False),
        ("¿son 7,656.00?", "7,656.00", False),
        ("sí, 7656", "7656", False),
    ],
)
async def test_a_yes_may_say_the_total_again_and_no_other(talk, text, number, placed):
    await reviewed(talk)
    await talk.hears(text, "affirm", number=number)
    assert bool(talk.slots.get("confirm")) is placed


async def test_proceed_with_the_same_repeats_no_former_order(talk):
    await reviewed(talk)
    await talk.hears("yes annual, kindly proceed with the same", "repeat_order", term="year")
    assert talk.slots["confirm"]


async def test_a_yes_that_only_says_again_what_is_shown_is_no_question(talk):
    names = ["una-prueba-9.com", "otra-prueba-9.com"]
    text = f"linux hosting pro anual, el tornillo, visa, {names[0]} y {names[1]}"
    assert (await talk.hears(text, "order", domain=names, term="year"))[-1] == "review"
    await talk.hears("sí, ambos dominios, mándalo", "ask_domain")
    assert talk.slots["confirm"] is True
