"""Domains in the talk, against the real sandbox: free, taken, transferred, additional, gone."""

from typing import Any

from bot.ledger import Finding
from bot.marketplace.client import MarketplaceClient
from bot.ordering.catalog import Term
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderLine, OrderRequest
from tests.actions.conftest import Talk

RIGHT = "EPP-9x!Ejemplo"


async def order_of_mail(talk: Talk) -> None:
    """Everything but the domain is known."""
    await talk.hears(
        "5 google workspace starter anual sin vault para la espiga con la visa",
        "order",
        number="5",
        term="year",
    )


async def contested(talk: Talk, name: str = "ejemplo.com") -> None:
    await order_of_mail(talk)
    await talk.hears(name, domain=name)


async def gives_code(talk: Talk, code: str) -> list[str]:
    """What the gateway makes of a code that is typed."""
    ref = await talk.ledger.secrets.keep("talk", code)
    return await talk.hears(f'/auth_code{{"ref":"{ref}"}}', "auth_code", ref=ref)


def chosen(talk: Talk, **wanted: Any) -> bool:
    return wanted.items() <= (talk.slots.get("domain") or {}).items()


def buttons(talk: Talk) -> list[str]:
    return [button["title"] for message in talk.said for button in message.get("buttons") or []]


def lines(talk: Talk) -> list[dict[str, Any]]:
    return list(talk.state["order"]["lines"])


async def test_a_free_domain_shows_its_price_and_is_in_the_review(talk):
    await order_of_mail(talk)
    assert await talk.hears("tornillo.mx", domain="tornillo.mx") == ["domain_added", "review"]
    assert talk.said[0]["amount"] == "USD 45.00"
    assert talk.state["order"]["domain"] == "tornillo.mx"
    assert lines(talk)[1]["name"] == "tornillo.mx"  # what the marketplace calls it is in English


async def test_a_taken_domain_may_be_transferred_or_replaced(talk):
    await contested(talk)
    assert talk.names() == ["domain_taken"]
    assert talk.state["awaiting"] == "domain_taken"
    assert buttons(talk)[:2] == ["Transferirlo · USD 12.99", "ejemplo.org · USD 13.49"]


async def test_an_alternative_is_taken_by_its_button_or_its_ending(talk):
    await contested(talk)
    await talk.hears("/choose", "choose", slot="domain_taken", value="ejemplo.org")
    assert chosen(talk, name="ejemplo.org", action="register")
    await talk.hears("mejor el .info")
    assert chosen(talk, name="ejemplo.info", action="register")


async def test_the_code_is_asked_for_checked_and_never_leaves_the_safe(talk):
    await contested(talk)
    assert await talk.hears("es de mi cliente") == ["ask_auth_code"]
    assert talk.state["awaiting"] == "auth_code"
    assert await gives_code(talk, "EPP-wrong1") == ["auth_code_wrong"]
    assert await gives_code(talk, RIGHT) == ["domain_transfer_added", "review"]
    assert chosen(talk, name="ejemplo.com", action="transfer")
    intent = await talk.ledger.intents.get(talk.slots["quote"]["id"])
    (ref,) = intent.request.auth_codes()
    assert await talk.ledger.secrets.reveal(ref, "talk") == RIGHT
    for place in (talk.slots, talk.events, talk.said, talk.state, intent):
        assert "9x!Ejemplo" not in repr(place)


async def test_three_wrong_codes_offer_the_other_ways(talk):
    await contested(talk)
    await talk.hears("transferirlo")
    said = [await gives_code(talk, f"EPP-wrong{n}") for n in range(3)]
    assert said == [["auth_code_wrong"], ["auth_code_wrong"], ["auth_code_given_up"]]
    assert talk.state["awaiting"] == "domain_taken"


async def test_a_code_in_the_same_sentence_makes_the_transfer_at_once(talk):
    await order_of_mail(talk)
    ref = await talk.ledger.secrets.keep("talk", RIGHT)
    signed = talk._metadata()
    talk._metadata = lambda: {**signed, "auth_code": ref}
    said = await talk.hears("transfiere ejemplo.com, el código es ••••••", "order", domain="ejemplo.com")
    assert said == ["domain_transfer_added", "review"]
    assert chosen(talk, name="ejemplo.com", auth_code=ref)


async def test_what_cannot_be_transferred_says_so_and_offers_the_rest(talk):
    await contested(talk, "ejemplo.net")
    assert talk.names() == ["domain_not_transferable"]
    assert buttons(talk)[0].startswith("ejemplo.com") is False
    assert any(title.startswith("ejemplo.org") for title in buttons(talk))


async def test_without_the_code_the_other_ways_are_offered(talk):
    await contested(talk)
    await talk.hears("transferirlo")
    assert await talk.hears("no lo tengo", "deny") == ["auth_code_missing"]
    assert await talk.hears("después", "skip") == ["domain_postponed", "review"]
    assert chosen(talk, name=None)


async def test_what_is_an_auth_code_is_explained_and_asked_again(talk):
    await contested(talk)
    await talk.hears("transferirlo")
    assert await talk.hears("¿qué es eso?", "ask_how") == ["auth_code", "ask_auth_code"]


async def test_back_leads_from_the_code_to_the_name(talk):
    await contested(talk)
    await talk.hears("transferirlo")
    assert await talk.asks("action_step_back", "atrás", "go_back") == ["domain_taken"]
    assert await talk.asks("action_step_back", "atrás", "go_back") == ["ask_another_domain"]


async def test_additional_domains_are_lines_of_their_own(talk):
    await order_of_mail(talk)
    names = ["a-tornillo.com", "b-tornillo.com", "ñandú.com.ar"]
    await talk.hears("con a-tornillo.com y también b-tornillo.com y ñandú.com.ar", "order", domain=names)
    assert talk.state["order"]["extra_domains"] == names[1:]
    assert [line["mpn"] for line in lines(talk)] == ["GWS-BST", "DOM-COM", "DOM-COM", "DOM-COM-AR"]
    await talk.hears("quita b-tornillo.com", "remove", domain="b-tornillo.com")
    assert talk.state["order"]["extra_domains"] == ["ñandú.com.ar"]
    intent = await talk.ledger.intents.get(talk.slots["quote"]["id"])
    assert ("domain", "xn--and-6ma2c.com.ar") in intent.request.lines[2].parameters


async def test_more_domains_are_asked_for_only_when_wanted(talk):
    await order_of_mail(talk)
    await talk.hears("tornillo.mx", domain="tornillo.mx")
    assert await talk.hears("agrega otro dominio") == ["ask_extra_domains"]
    assert talk.state["awaiting"] == "extra_domains"
    assert await talk.hears("ninguno", "no_more") == ["review_brief"]


async def test_is_it_free_is_answered_with_the_price_and_an_offer(talk):
    await talk.hears("5 google workspace starter", "order", number="5")
    question = "¿está libre tornillo.mx?"
    assert await talk.asks("action_answer_domain", question, "ask_domain", domain="tornillo.mx") == [
        "domain_offer"
    ]
    assert talk.said[0]["amount"] == "USD 45.00"
    await talk.hears("sí", "affirm")
    assert chosen(talk, name="tornillo.mx")


async def test_is_it_free_is_answered_even_while_the_plan_is_open(talk):
    await talk.hears("hola", "greet")
    said = await talk.asks(
        "action_answer_domain", "¿está libre tornillo.mx?", "ask_domain", domain="tornillo.mx"
    )
    assert said == ["domain_free", "ask_plan"]
    said = await talk.asks("action_answer_domain", "¿y ejemplo.com?", "ask_domain", domain="ejemplo.com")
    assert said == ["domain_is_taken", "ask_plan"]


async def test_one_more_domain_is_an_answer_even_if_it_sounds_like_a_question(talk):
    await order_of_mail(talk)
    assert await talk.hears("mi dominio será tornillo.mx", "ask_domain", domain="tornillo.mx") == [
        "domain_added",
        "review",
    ]
    assert await talk.hears("otro dominio más", "ask_domain") == ["ask_extra_domains"]


async def test_what_a_domain_is_for_needs_no_name(talk):
    await order_of_mail(talk)
    said = await talk.asks("action_answer_domain", "¿para qué es el dominio?", "ask_domain")
    assert said == ["domain_why", "ask_domain"]


async def taken_by_somebody(marketplace: MarketplaceClient, name: str) -> None:
    """Another order, placed meanwhile, takes the name."""
    (shop_customer, *_) = await marketplace.customers()
    line = OrderLine("DOM-COM", 1, Term.YEAR, (("domain", name), ("action", "register")))
    await marketplace.place(OrderRequest(shop_customer.id, (line,)), "somebody")


async def test_a_name_taken_meanwhile_is_said_at_the_yes_and_nothing_is_confirmed(talk, marketplace):
    await order_of_mail(talk)
    await talk.hears("tornillo-nuevo.com", domain="tornillo-nuevo.com")
    await taken_by_somebody(marketplace, "tornillo-nuevo.com")
    assert await talk.hears("sí", "affirm") == ["domain_gone", "domain_not_transferable"]
    assert talk.slots.get("confirm") is None
    assert talk.state["awaiting"] == "domain_taken"
    assert (await talk.ledger.intents.get(talk.slots["quote"]["id"])).state is IntentState.QUOTED
    await talk.hears("el .net")
    await talk.hears("sí", "affirm")
    assert talk.slots["confirm"] is True


async def test_a_name_refused_at_placing_comes_back_as_a_question(talk, marketplace):
    await order_of_mail(talk)
    await talk.hears("tornillo-nuevo.com", domain="tornillo-nuevo.com")
    await talk.hears("sí", "affirm")
    await taken_by_somebody(marketplace, "tornillo-nuevo.com")
    await rejected(talk)
    talk.said.clear()
    events = await talk.runs("action_place_order")
    assert (events[-1]["event"], events[-1]["name"]) == ("followup", "order_form")
    assert talk.names() == ["domain_gone"]
    assert talk.slots["confirm"] is None
    assert [question["step"] for question in talk.slots["questions"]] == ["domain_taken"]


async def test_a_refusal_for_another_reason_keeps_the_domain(talk):
    await order_of_mail(talk)
    await talk.hears("tornillo-nuevo.com", domain="tornillo-nuevo.com")
    await talk.hears("sí", "affirm")
    await rejected(talk)
    talk.said.clear()
    await talk.runs("action_place_order")
    assert talk.names() == ["rejected_order_refused"]
    assert talk.slots["domain"]["name"] == "tornillo-nuevo.com"


async def rejected(talk: Talk) -> None:
    """The worker was told no."""
    leased = await talk.ledger.work.lease(15)
    assert leased is not None
    await talk.ledger.work.move(leased, IntentState.REJECTED, Finding(reason="order_refused"))


async def test_another_name_answers_what_to_change(talk):
    await order_of_mail(talk)
    await talk.hears("tornilo.mx", domain="tornilo.mx")
    assert await talk.hears("no, lo escribí mal", "deny") == ["what_to_change"]
    assert await talk.hears("tornillo.mx", domain="tornillo.mx") == [
        "domain_added",
        "review_changed_same",
        "review_again",
    ]


async def test_of_names_in_turn_the_first_that_is_free_is_registered(talk):
    await order_of_mail(talk)
    said = await talk.hears(
        "ejemplo.com, y si está ocupado ejemplo.org", domain=["ejemplo.com", "ejemplo.org"]
    )
    assert said == ["domain_is_taken", "domain_added", "review"]
    assert chosen(talk, name="ejemplo.org", action="register")


async def test_names_in_turn_are_an_answer_whatever_it_sounds_like(talk):
    await order_of_mail(talk)
    names = ["ejemplo.com", "ejemplo.org"]
    text = "creo que ejemplo.com, ¿se puede? y si no, ejemplo.org"
    assert (await talk.hears(text, "wait", domain=names))[:2] == ["domain_is_taken", "domain_added"]


async def test_that_there_may_be_another_domain_is_said_once(talk):
    await order_of_mail(talk)
    await talk.hears("tornillo.mx y tor-nillo.mx", domain=["tornillo.mx", "tor-nillo.mx"])
    assert talk.names()[:2] == ["domain_added", "extra_domain_added"]


async def test_a_name_is_taken_whatever_the_remark_behind_it_sounds_like(talk):
    await order_of_mail(talk)
    text = "tornillo.mx, por el gato, que al parecer es quien manda"
    assert await talk.hears(text, "out_of_scope", domain="tornillo.mx") == ["domain_added", "review"]


async def test_who_hurries_because_somebody_may_back_out_goes_nowhere_back(talk):
    await order_of_mail(talk)
    text = "tornillo.mx. Regístralo antes de que se echen para atrás"
    assert await talk.hears(text, "go_back", domain="tornillo.mx") == ["domain_added", "review"]
