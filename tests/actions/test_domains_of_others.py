"""Domains that are somebody's already, that are given up, and what domains cost, against the real sandbox."""

import pytest

from tests.actions.test_domains import buttons, chosen, contested, order_of_mail

TLDS = [
    f".{tld}"
    for tld in [
        "com",
        "net",
        "org",
        "info",
        "co",
        "mx",
        "com.mx",
        "es",
        "com.ar",
        "com.co",
        "cl",
        "com.br",
        "io",
    ]
]


async def test_what_they_have_already_is_not_registered_before_its_price_is_agreed_to(talk):
    await order_of_mail(talk)
    assert await talk.hears("ya tienen tornillo.mx", domain="tornillo.mx") == ["domain_free_instead"]
    assert (talk.said[0]["amount"], buttons(talk)) == ("USD 45.00", ["tornillo.mx · USD 45.00"])
    assert talk.slots.get("domain") is None
    assert await talk.hears("sí", "affirm") == ["domain_added", "review"]


async def test_what_they_have_already_and_is_registered_may_be_transferred_at_its_price(talk):
    await order_of_mail(talk)
    assert await talk.hears("ya es de ellos: ejemplo.com", domain="ejemplo.com") == ["domain_theirs"]
    assert (talk.said[0]["amount"], buttons(talk)) == ("USD 12.99", ["Transferirlo · USD 12.99"])
    assert await talk.hears("no", "deny") == ["domain_postponed", "review"]


async def test_a_yes_after_it_is_theirs_orders_nothing_that_was_taken_out(talk):
    await order_of_mail(talk)
    await talk.hears("tornillo.mx", domain="tornillo.mx")
    assert await talk.hears("no, ya es de ellos", "inform") == ["domain_free_instead"]
    assert chosen(talk, name=None)


@pytest.mark.parametrize(
    ("text", "intent"), [("olvida el dominio", "cancel"), ("¿puede ir sin dominio?", "ask_domain")]
)
async def test_the_domain_goes_and_the_order_stays(talk, text, intent):
    await order_of_mail(talk)
    await talk.hears("tornillo.mx", domain="tornillo.mx")
    assert await talk.hears(text, intent) == ["domain_removed", "review_changed", "review_again"]
    assert chosen(talk, name=None)


async def test_the_order_is_cancelled_by_a_rule_even_if_a_domain_is_in_it(talk):
    await order_of_mail(talk)
    await talk.hears("tornillo.mx", domain="tornillo.mx")
    talk.said.clear()
    talk._person_says("cancela el pedido", "cancel", {})
    assert await talk.runs("validate_order_form") == []


async def test_what_domains_cost_is_answered_for_all_one_or_the_one_in_question(talk):
    await order_of_mail(talk)
    for question, found in (("¿cuánto cuesta un .mx?", [".mx"]), ("¿cuánto cuesta un dominio?", TLDS)):
        said = await talk.asks("action_answer_price", question, "ask_price")
        assert said == ["domain_prices", "ask_domain"]
        assert [price.partition(" ")[0] for price in talk.said[0]["prices"].split(", ")] == found
    await talk.hears("ejemplo.com", domain="ejemplo.com")
    said = await talk.asks("action_answer_price", "¿cuánto cuesta transferirlo?", "ask_price")
    assert (said, talk.said[0]["prices"]) == (["domain_prices", "domain_taken"], ".com · USD 12.99")


async def test_forget_it_gives_up_the_question_and_not_the_order(talk):
    await contested(talk)
    assert await talk.hears("olvídalo", "cancel") == ["domain_postponed", "review"]
    await talk.hears("tornillo.mx", domain="tornillo.mx")
    await talk.hears("otro dominio")
    assert await talk.hears("olvídalo", "cancel") == ["review_brief"]


@pytest.mark.parametrize(
    "text",
    [
        "tá, claro que não dá rs. usa tornillo-nuevo.mx",
        "claro, no se puede jaja. usa tornillo-nuevo.mx",
        "bueno, no importa, pon tornillo-nuevo.mx",
        "ok obviously not lol. use tornillo-nuevo.mx",
        "sem problema, não dá mesmo, bota tornillo-nuevo.mx",
    ],
)
async def test_a_new_name_with_a_verb_of_use_is_chosen_whatever_doubt_is_said_beside_it(talk, text):
    await contested(talk)
    assert await talk.hears(text, "ask_domain", domain="tornillo-nuevo.mx") == ["domain_added", "review"]
    assert chosen(talk, name="tornillo-nuevo.mx")


@pytest.mark.parametrize(
    "text",
    ["what if not, can we use tornillo-nuevo.mx?", "¿y si no, tornillo-nuevo.mx está libre?"],
)
async def test_a_question_about_a_new_name_chooses_nothing(talk, text):
    await contested(talk)
    await talk.asks("action_answer_domain", text, "ask_domain", domain="tornillo-nuevo.mx")
    assert talk.slots.get("domain") is None


async def test_a_name_instead_of_another_is_no_question_though_it_sounds_like_one(talk):
    await order_of_mail(talk)
    await talk.hears("tornillo.mx", domain="tornillo.mx")
    text = "It should end with .org, it is a foundation. So tornillo-abuja.org and not the .mx"
    said = await talk.hears(text, "ask_domain", domain="tornillo-abuja.org")
    assert said[:2] == ["domain_removed", "domain_added"]
    assert chosen(talk, name="tornillo-abuja.org")
    assert not talk.slots.get("extra_domains")
