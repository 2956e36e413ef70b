"""What short sentences do to an order that waits for its yes."""

import re

import pytest

from tests.actions.conftest import Talk
from tests.actions.test_order_form import reviewed


def state(talk: Talk) -> tuple[object, ...]:
    return tuple(
        talk.slots.get(name) for name in ("plan", "quantity", "term", "customer", "payment", "confirm")
    )


@pytest.mark.parametrize("text", ["no lo canceles", "don't cancel it", "nao cancela"])
async def test_a_negated_cancel_changes_nothing(talk: Talk, text: str) -> None:
    await reviewed(talk)
    before = state(talk)
    assert await talk.hears(text, "cancel") == ["not_cancelled", "review_brief"]
    assert state(talk) == before


@pytest.mark.parametrize("text", ["olvídalo", "forget it", "deixa pra lá"])
async def test_what_may_be_a_cancel_is_asked_and_a_yes_to_that_orders_nothing(talk: Talk, text: str) -> None:
    await reviewed(talk)
    assert await talk.hears(text, "cancel") == ["cancel_sure"]
    assert talk.state["awaiting"] == "confirm"
    assert await talk.hears("sí", "affirm") == ["cancelled"]
    assert state(talk) == (None,) * 6
    assert talk.slots["requested_slot"] is None
    assert talk.events[-1] == {"event": "followup", "timestamp": None, "name": "action_listen"}


@pytest.mark.parametrize(("text", "intent"), [("no", "deny"), ("/deny", "deny")])
async def test_a_no_to_cancelling_keeps_the_order(talk: Talk, text: str, intent: str) -> None:
    await reviewed(talk)
    before = state(talk)
    await talk.hears("olvídalo", "cancel")
    assert await talk.hears(text, intent) == ["not_cancelled", "review_brief"]
    assert state(talk) == before
    await talk.hears("sí", "affirm")
    assert talk.slots["confirm"] is True


async def test_whoever_asks_something_instead_has_not_cancelled(talk: Talk) -> None:
    await reviewed(talk)
    await talk.hears("olvídalo", "cancel")
    assert await talk.asks("action_answer_customers", "¿qué clientes tengo?", "ask_customers") == [
        "customers",
        "review_brief",
    ]


async def test_an_order_that_was_sent_leaves_the_open_one(talk: Talk) -> None:
    await reviewed(talk)
    before = state(talk)
    assert await talk.hears("cancela o pedido SO000005", "cancel", number="5") == [
        "cancel_sent",
        "review_brief",
    ]
    assert state(talk) == before


@pytest.mark.parametrize("text", ["olvida el dominio", "forget the domain", "esquece o dominio"])
async def test_a_part_that_is_cancelled_leaves_the_rest(talk: Talk, text: str) -> None:
    await reviewed(talk)
    before = state(talk)
    assert "cancelled" not in await talk.hears(text, "cancel")
    assert state(talk) == before


@pytest.mark.parametrize(("text", "intent"), [("ok, gracias", "thank"), ("ok thanks", "affirm")])
async def test_thanks_are_no_yes(talk: Talk, text: str, intent: str) -> None:
    await reviewed(talk)
    assert await talk.hears(text, intent) == ["confirm_plainly", "review_brief"]
    assert talk.slots.get("confirm") is None
    assert "confirm" in talk.said[-1]["buttons"][0]["payload"]


@pytest.mark.parametrize("text", ["yep go for it", "si x favor", "blz pode fechar", "yes, thats fine"])
async def test_a_plain_yes_is_one_whatever_the_engine_thinks(talk: Talk, text: str) -> None:
    await reviewed(talk)
    await talk.hears(text, "nlu_fallback")
    assert talk.slots["confirm"] is True


@pytest.mark.parametrize("text", ["yes but after lunch", "sim, depois que meu chefe aprovar"])
async def test_a_yes_with_more_in_it_is_asked_for_plainly(talk: Talk, text: str) -> None:
    await reviewed(talk)
    assert await talk.hears(text, "affirm") == ["confirm_plainly", "review_brief"]
    assert talk.slots.get("confirm") is None


@pytest.mark.parametrize("text", ["a 6 meses se puede?", "3 years?", "2 anos"])
async def test_a_term_that_is_not_offered_leaves_the_one_that_was_chosen(talk: Talk, text: str) -> None:
    await reviewed(talk)
    assert await talk.hears(text, term="other") == ["term_kept", "review_brief"]
    assert talk.slots["term"] == "year"


async def test_a_term_that_is_not_offered_is_asked_where_none_is_chosen(talk: Talk) -> None:
    await talk.hears("25 business premium", "order", number="25")
    await talk.hears("despues", "skip")
    assert await talk.hears("3 años?", term="other") == ["term_not_offered"]


@pytest.mark.parametrize("text", ["me faz 10% de desconto", "hay descuento?", "10% off", "2 free months"])
async def test_there_are_no_discounts_but_for_the_year(talk: Talk, text: str) -> None:
    await reviewed(talk)
    said = await talk.asks("action_answer_savings", text, "ask_savings", number=re.findall(r"\d+", text))
    assert said == ["no_discount", "terms_compared", "review_brief"]
    assert talk.slots["quantity"] == 25


async def test_a_discount_where_only_a_number_is_known(talk: Talk) -> None:
    talk.slots |= {"requested_slot": "plan", "quantity": 10}
    said = await talk.asks("action_answer_savings", "poe 10% de desconto", "ask_savings", number="10")
    assert said == ["no_discount", "ask_plan"]


async def test_a_share_is_no_number_of_licenses(talk: Talk) -> None:
    await reviewed(talk)
    await talk.hears("ponle 10% menos", number="10")
    assert talk.slots["quantity"] == 25


@pytest.mark.parametrize("text", ["pix", "boleto", "con paypal", "in cash"])
async def test_what_is_no_card_does_not_take_the_cards_place(talk: Talk, text: str) -> None:
    await reviewed(talk)
    before = state(talk)
    assert await talk.hears(text, "ask_payment") == ["means_not_taken_kept", "review_brief"]
    assert state(talk) == before


async def test_what_is_no_card_is_refused_where_a_card_is_asked_for(talk: Talk) -> None:
    await talk.hears("25 business premium anual para la espiga sin complementos", number="25", term="year")
    assert talk.state["awaiting"] == "payment"
    assert await talk.hears("por transferencia", "inform") == ["means_not_taken"]
    assert await talk.asks("action_answer_payment", "can I pay by transfer?", "ask_payment") == [
        "cards_only",
        "cards",
        "means_not_taken",
    ]
    await talk.hears("visa")
    assert talk.slots["payment"]


async def test_the_tax_alone_the_price_of_one_and_the_currency_are_answered(talk: Talk) -> None:
    await reviewed(talk)
    said = await talk.asks("action_answer_price", "how much is the tax alone?", "ask_price")
    assert said == ["tax_alone", "review_brief"]
    assert talk.said[0]["tax"] == "USD 1,056.00"
    await talk.asks("action_answer_price", "cuánto sale por usuario?", "ask_price")
    assert talk.said[0]["lines"] == "• Microsoft 365 Business Premium: USD 264.00 al año cada uno"
    assert await talk.asks("action_answer_total", "em reais?", "ask_total") == [
        "only_currency",
        "review_brief",
    ]
    assert talk.said[0]["currency"] == "USD"


async def test_plans_are_described_in_the_language_that_is_spoken(talk: Talk) -> None:
    await talk.hears("oi", "greet")
    talk.slots["language"] = "pt"
    await talk.asks("action_answer_plans", "quais planos da microsoft", "ask_plans")
    assert "Caixa de 50 GB" in talk.said[0]["lines"]


async def test_who_wants_a_moment_is_not_asked_again_and_can_still_say_yes(talk: Talk) -> None:
    await reviewed(talk)
    assert await talk.asks("utter_take_your_time", "espera", "wait") == []
    await talk.hears("sí", "affirm")
    assert talk.slots["confirm"] is True


async def test_a_yes_after_a_moment_is_to_what_was_asked_before_it(talk: Talk) -> None:
    await reviewed(talk)
    await talk.hears("olvídalo", "cancel")
    assert await talk.asks("utter_take_your_time", "espera", "wait") == []
    assert await talk.hears("sí", "affirm") == ["cancelled"]
    assert talk.slots.get("confirm") is None


async def test_a_cancel_that_no_form_heard_first_is_looked_at_all_the_same(talk: Talk) -> None:
    await reviewed(talk)
    before = state(talk)
    talk._person_says("no lo canceles", "cancel", {})
    (followup,) = await talk.runs("action_cancel_order")
    assert followup["name"] == "order_form"
    talk.events.append({"event": "action", "name": "action_cancel_order"})
    await talk.runs("validate_order_form")
    assert talk.names()[-1] == "not_cancelled"
    assert state(talk) == before


async def test_an_order_of_which_nothing_is_known_is_cancelled_without_a_question(talk: Talk) -> None:
    await talk.hears("hola", "greet")
    talk._person_says("olvídalo", "cancel", {})
    talk.said.clear()
    await talk.runs("action_cancel_order")
    assert talk.names() == ["cancelled"]


async def test_who_wants_to_change_something_twice_is_asked_what_twice(talk: Talk) -> None:
    await reviewed(talk)
    assert await talk.hears("edita el pedido", "deny") == ["what_to_change"]
    assert await talk.hears("cambia el pedido", "deny") == ["what_to_change"]


async def test_a_plan_is_asked_for_where_just_any_is_wanted(talk: Talk) -> None:
    await talk.hears("oi", "greet")
    assert await talk.hears("quero um plano", "order") == ["ask_plan"]


async def test_the_question_whether_to_discard_offers_nothing_else(talk: Talk) -> None:
    await talk.hears("25 licencias", "order", number="25")
    assert talk.state["awaiting"] == "plan"
    assert await talk.hears("olvídalo", "cancel") == ["cancel_sure"]
    assert not talk.said[-1]["buttons"]


@pytest.mark.parametrize(
    "text",
    ["what do you have for backing up computers?", "o que vocês têm pra backup?", "¿qué tienen de respaldo?"],
)
async def test_plans_for_what_is_needed_are_those_of_its_solution(talk: Talk, text: str) -> None:
    await talk.hears("hola", "greet")
    await talk.asks("action_answer_plans", text, "ask_plans")
    assert "Acronis Backup Standard" in talk.said[0]["lines"]
    assert "Business Basic" not in talk.said[0]["lines"]
