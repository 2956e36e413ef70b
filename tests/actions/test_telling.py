"""What the bot says by itself about an order, and what it offers when the order was not sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.ledger import Finding
from bot.marketplace.errors import Unavailable
from bot.ordering.intent import IntentState
from bot.ordering.money import Money
from bot.ordering.order import OrderStatus, PlacedOrder, SentMail
from tests.actions.conftest import Talk
from tests.actions.test_cards import hears_by_itself

ORDER = "10 business basic mensual para la espiga, con la visa, sin complementos"
PLACED = PlacedOrder(
    "1000001",
    "SO000001",
    "ref",
    OrderStatus.SUBMITTED,
    "cus",
    Money(Decimal("83.52"), "USD"),
    datetime.now(UTC),
)
COMPLETED = replace(PLACED, status=OrderStatus.COMPLETED)


async def confirmed(talk: Talk) -> str:
    """The id of an order that has just been confirmed."""
    await talk.hears(ORDER, "order", number="10", term="month")
    assert talk.state["awaiting"] == "confirm"
    await talk.hears("dale", "affirm")
    return str(talk.slots["quote"]["id"])


async def moved(talk: Talk, intent_id: str, then: IntentState, finding: Finding) -> None:
    """What the worker found."""
    leased = await talk.ledger.work.lease(15)
    assert leased is not None
    assert leased.id == intent_id
    if then is not IntentState.REJECTED:
        leased = await talk.ledger.work.send(leased)
    await talk.ledger.work.move(leased, then, finding)


async def rejected(talk: Talk, reason: str) -> str:
    intent_id = await confirmed(talk)
    await moved(talk, intent_id, IntentState.REJECTED, Finding(reason=reason))
    return intent_id


async def placed(talk: Talk, **finding: object) -> str:
    intent_id = await confirmed(talk)
    await moved(talk, intent_id, IntentState.PLACED, Finding(order=PLACED, **finding))
    return intent_id


async def told(talk: Talk, intent_id: str) -> list[str]:
    return await hears_by_itself(talk, "action_tell_order", "tell_order", id=intent_id)


def new_page(talk: Talk) -> None:
    for slot in talk.slots:
        talk.slots[slot] = None


async def test_a_complete_order_says_when_and_where_to_its_mail_went(talk, marketplace):
    async def mail(order_id: str) -> SentMail:
        return SentMail("yo@nube.example", "es", datetime.now(UTC) - timedelta(seconds=3))

    marketplace.confirmation_mail = mail
    intent_id = await placed(talk)
    leased = await talk.ledger.intents.get(intent_id)
    await talk.ledger.work.follow(leased, Finding(order=COMPLETED))
    new_page(talk)
    assert await told(talk, intent_id) == ["order_completed_mail_sent"]
    facts = talk.said[0]
    assert facts["address"] == "yo@nube.example"
    assert facts["when"].startswith("hace ")
    assert facts["number"] == "SO000001"
    assert talk.state["awaiting"] is None


@pytest.mark.parametrize(
    ("mail", "said"),
    [
        (SentMail("yo@nube.example", "es", None), "order_completed_mail_soon"),
        (None, "order_completed"),
        (Unavailable("down"), "order_completed"),
    ],
)
async def test_a_mail_that_has_not_left_or_is_not_known_is_not_claimed(talk, marketplace, mail, said):
    async def found(order_id: str) -> SentMail | None:
        if isinstance(mail, Exception):
            raise mail
        return mail

    marketplace.confirmation_mail = found
    intent_id = await placed(talk)
    leased = await talk.ledger.intents.get(intent_id)
    await talk.ledger.work.follow(leased, Finding(order=COMPLETED))
    new_page(talk)
    assert await told(talk, intent_id) == [said]


async def test_news_of_another_order_leaves_the_open_question_and_its_ticket(talk):
    intent_id = await placed(talk)
    new_page(talk)
    await talk.hears("quiero business basic", "order")
    slots, state = dict(talk.slots), dict(talk.state)
    assert await told(talk, intent_id) == ["order_placed"]
    assert (talk.slots, talk.state) == (slots, state)


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("order_refused", "rejected_order_refused"),
        ("customer_refused", "rejected_customer_refused"),
        ("marketplace_unavailable", "rejected_marketplace_unavailable"),
        ("never_made", "rejected_never_made"),
    ],
)
async def test_an_order_that_was_not_sent_says_why_and_is_reviewed_again(talk, reason, said):
    intent_id = await rejected(talk, reason)
    new_page(talk)
    assert await told(talk, intent_id) == [said, "review"]
    assert talk.slots["quantity"] == 10
    assert talk.slots["quote"]["id"] != intent_id
    await talk.hears("dale", "affirm")
    assert talk.slots["confirm"] is True


@pytest.mark.parametrize("reason", ["not_signed_in", "account_on_hold"])
async def test_what_the_person_cannot_mend_is_not_offered_again(talk, reason):
    intent_id = await rejected(talk, reason)
    new_page(talk)
    assert await told(talk, intent_id) == [f"rejected_{reason}"]
    assert talk.slots["requested_slot"] is None


async def test_a_card_that_was_refused_is_asked_for_again(talk):
    intent_id = await rejected(talk, "card_refused")
    new_page(talk)
    assert await told(talk, intent_id) == ["rejected_card_refused", "ask_payment"]


async def test_after_a_price_change_the_same_order_is_offered_at_the_new_price(talk, marketplace):
    intent_id = await rejected(talk, "price_changed")
    dearer(marketplace)
    events = await hears_by_itself(talk, "action_place_order", "affirm")
    assert events == ["rejected_price_changed", "review"]
    assert talk.said[0]["total"] == "USD 83.52"
    assert talk.said[0]["now"] == talk.said[1]["total"] != "USD 83.52"
    assert talk.slots["confirm"] is None
    assert talk.slots["quote"]["id"] != intent_id


async def test_a_price_that_is_back_where_it_was_is_told_as_such(talk):
    await rejected(talk, "price_changed")
    said = await hears_by_itself(talk, "action_place_order", "affirm")
    assert said == ["rejected_price_moved", "review"]


async def test_while_another_order_is_open_the_one_not_sent_waits_behind_a_button(talk):
    intent_id = await rejected(talk, "order_refused")
    new_page(talk)
    await talk.hears("quiero business basic", "order")
    slots, state = dict(talk.slots), dict(talk.state)
    assert await told(talk, intent_id) == ["rejected_order_refused", "order_can_be_taken_up"]
    assert (talk.slots, talk.state) == (slots, state)
    assert talk.said[1]["buttons"][0]["payload"] == f'/retry_order{{"id": "{intent_id}"}}'
    said = await hears_by_itself(talk, "action_retry_order", "retry_order", id=intent_id)
    assert said[0] == "finish_this_order_first"
    new_page(talk)
    assert await hears_by_itself(talk, "action_retry_order", "retry_order", id=intent_id) == ["review"]


async def test_another_total_than_shown_is_admitted(talk):
    intent_id = await placed(talk, reason="total_differs")
    new_page(talk)
    assert await told(talk, intent_id) == ["order_total_differs"]


async def test_an_order_of_another_reseller_is_not_told(talk):
    intent_id = await placed(talk)
    new_page(talk)
    talk.subject = "cloudpeak"
    assert await told(talk, intent_id) == []


def dearer(marketplace) -> None:
    """From now on everything costs a tenth more."""
    known = marketplace.estimate

    async def estimate(order):
        quote = await known(order)
        more = Money(quote.total.amount * Decimal("0.1"), quote.total.currency)
        return replace(quote, total=quote.total + more)

    marketplace.estimate = estimate
