"""Paying with a new card: the link, the card that was saved behind it, and the page that ran out."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from bot.marketplace.client import MarketplaceClient
from bot.worker.card_watch import CardWatch
from tests.actions.conftest import Talk

NEW_CARD = {"name": "Ana Ruiz", "number": "4111 1111 1111 1111", "exp": "08/29", "csc": "123"}
ORDER = "10 business basic mensual para la espiga, sin complementos"


@pytest.fixture(autouse=True)
def _looks_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.ledger.card_pages.SOON", timedelta(0))


@pytest.fixture
async def browser(marketplace: MarketplaceClient) -> AsyncIterator[httpx.AsyncClient]:
    assert marketplace.transport is not None
    async with httpx.AsyncClient(transport=marketplace.transport) as opened:
        yield opened


async def at_payment(talk: Talk) -> None:
    await talk.hears(ORDER, "order", number="10", term="month")
    assert talk.state["awaiting"] == "payment"


def link_of(talk: Talk) -> str:
    (url,) = [button["url"] for said in talk.said for button in said.get("buttons", []) if "url" in button]
    return str(url)


async def worker_looks(talk: Talk, marketplace: MarketplaceClient) -> list[str]:
    """What the outbox is to say after the worker has looked at the pages that are due."""

    async def marketplace_for(actor: str, subject: str) -> MarketplaceClient:
        return marketplace

    await CardWatch(talk.ledger, marketplace_for).look()
    return [delivery.payload["payload"] for delivery in await talk.ledger.outbox.due()]


async def hears_by_itself(talk: Talk, action: str, intent: str, **entities: Any) -> list[str]:
    """A turn that nobody asked for: the action of the rule, then the form if the action wants it."""
    talk.said.clear()
    talk._person_says(f"/{intent}", intent, entities)
    events = await talk.runs(action)
    talk.events.append({"event": "action", "name": action})
    if any(event.get("event") == "followup" and event["name"] == "order_form" for event in events):
        await talk.runs("validate_order_form")
        await talk.runs(f"action_ask_{talk.slots['requested_slot']}")
    return talk.names()


async def goes_on(talk: Talk, payload: str) -> list[str]:
    intent, _, entities = payload.removeprefix("/").partition("{")
    action = {"card_saved": "action_take_card", "card_page_ended": "action_renew_card_page"}[intent]
    return await hears_by_itself(talk, action, intent, **json.loads("{" + entities if entities else "{}"))


async def test_the_question_brings_a_link_beside_the_saved_cards(talk, browser):
    await at_payment(talk)
    assert talk.names() == ["ask_payment"]
    page = await browser.get(link_of(talk))
    assert 'autocomplete="cc-number"' in page.text


async def test_a_card_saved_at_the_page_leads_to_the_review_by_itself(talk, marketplace, browser):
    await at_payment(talk)
    assert (await browser.post(link_of(talk), data=NEW_CARD)).status_code == 200
    (payload,) = await worker_looks(talk, marketplace)
    assert await goes_on(talk, payload) == ["card_saved", "review"]
    assert talk.state["awaiting"] == "confirm"
    assert talk.state["order"]["payment"]["last4"] == "1111"
    assert await worker_looks(talk, marketplace) == []


async def test_the_same_link_is_shown_while_it_is_good(talk):
    await at_payment(talk)
    first = link_of(talk)
    await talk.asks("action_answer_total", "¿cuánto llevo?", "ask_total")
    assert link_of(talk) == first


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("otra tarjeta", "ask_payment"),
        ("con otra", "inform"),
        ("quiero pagar con otra", "nlu_fallback"),
        ("new card", "ask_payment"),
        ("quero usar um cartão novo", "inform"),
    ],
)
async def test_words_ask_for_a_new_card_too(talk, text, intent):
    await at_payment(talk)
    assert await talk.hears(text, intent) == ["card_new"]
    assert link_of(talk).startswith("http")
    assert len(talk.said[0]["buttons"]) == 3


async def test_at_the_review_another_card_may_be_asked_for(talk):
    await at_payment(talk)
    await talk.hears("la visa")
    assert talk.state["awaiting"] == "confirm"
    assert await talk.hears("no, con otra tarjeta", "deny") == ["card_new"]
    assert talk.state["awaiting"] == "payment"
    assert await talk.hears("bueno, la mastercard") == ["review_changed_same", "review_again"]


async def test_a_card_chosen_by_words_meanwhile_wins(talk, marketplace, browser):
    await at_payment(talk)
    url = link_of(talk)
    await talk.hears("la mastercard")
    await browser.post(url, data=NEW_CARD)
    assert await worker_looks(talk, marketplace) == []
    chosen = talk.slots["payment"]
    shop = await marketplace.payment_methods()
    new = next(card.id for card in shop if card.last4 == "1111")
    before = dict(talk.slots)
    assert await hears_by_itself(talk, "action_take_card", "card_saved", id=new) == ["card_saved_kept"]
    assert talk.slots == before
    assert talk.slots["payment"] == chosen


async def test_a_page_that_ran_out_is_said_once_with_a_fresh_link(talk, marketplace, browser, monkeypatch):
    await at_payment(talk)
    await talk.hears("otra tarjeta", "ask_payment")
    first = link_of(talk)
    page = await talk.ledger.card_pages.running("talk")
    await talk.ledger.card_pages.ended(page.id)
    (delivery,) = await talk.ledger.outbox.due()
    assert await goes_on(talk, delivery.payload["payload"]) == ["card_page_ended", "card_new"]
    assert link_of(talk) != first
    second = await talk.ledger.card_pages.running("talk")
    await talk.ledger.card_pages.ended(second.id)
    assert await talk.ledger.outbox.due() == []


async def test_a_page_that_ran_out_when_nobody_waits_is_not_mentioned(talk):
    await at_payment(talk)
    await talk.hears("la visa")
    assert await hears_by_itself(talk, "action_renew_card_page", "card_page_ended") == []
    assert talk.slots["requested_slot"] == "confirm"


async def test_a_card_saved_after_the_order_was_given_up_is_for_the_next_one(talk, marketplace, browser):
    await at_payment(talk)
    await browser.post(link_of(talk), data=NEW_CARD)
    (payload,) = await worker_looks(talk, marketplace)
    talk.slots["requested_slot"] = None
    assert await goes_on(talk, payload) == ["card_saved_for_later"]


async def test_without_hosted_pages_the_person_is_told_where_to_save_a_card(talk, marketplace):
    async def none() -> None:
        return None

    marketplace.open_card_page = none
    await at_payment(talk)
    assert talk.names() == ["ask_payment"]
    assert await talk.hears("otra tarjeta", "ask_payment") == ["card_new_elsewhere"]


async def test_with_no_saved_card_the_question_itself_brings_the_link(talk, marketplace, browser):
    async def nothing() -> list[object]:
        return []

    known, marketplace.payment_methods = marketplace.payment_methods, nothing
    await at_payment(talk)
    assert talk.names() == ["ask_payment_none"]
    url = link_of(talk)
    marketplace.payment_methods = known
    await browser.post(url, data=NEW_CARD)
    (payload,) = await worker_looks(talk, marketplace)
    assert await goes_on(talk, payload) == ["card_saved", "review"]


@pytest.mark.parametrize("text", ["otra tarjeta", "con la amex", "la que termina en 0005", "no", "asdf"])
async def test_with_no_saved_card_nobody_is_told_to_pick_one(talk, marketplace, text):
    async def nothing() -> list[object]:
        return []

    marketplace.payment_methods = nothing
    await at_payment(talk)
    talk.said.clear()
    assert await talk.hears(text) == ["ask_payment_none"]
    assert link_of(talk).startswith("http")


async def test_where_nobody_chooses_a_card_the_order_goes_on_the_account(talk, marketplace):
    async def not_told() -> None:
        return None

    marketplace.payment_methods = not_told
    await talk.hears("10 business basic mensual", "order", number="10", term="month")
    assert talk.state["awaiting"] == "add_ons"
    await talk.hears(ORDER, "order", number="10", term="month")
    assert talk.names() == ["review"]
    assert talk.said[0]["card"].startswith("por tu cuenta")
    assert (await talk.ledger.intents.get(talk.slots["quote"]["id"])).request.payment_method is None
    assert await talk.hears("otra tarjeta", "ask_payment") == ["pays_on_account", "review_brief"]
    await talk.hears("dale", "affirm")
    assert talk.slots["confirm"] is True
