"""A conversation that rests for days: on return the price and the domains are looked at once more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.ordering.order import DomainCheck, DomainState
from tests.actions.conftest import Talk
from tests.actions.test_telling import dearer

ORDER = "10 business basic mensual con reposado.com para la espiga, con la visa, sin complementos"


@pytest.fixture(autouse=True)
def _quotes_expire_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.actions.confirming.QUOTE_LIFE", timedelta(0))


async def rested(talk: Talk) -> None:
    """A review that was shown, and the days since."""
    await talk.hears(ORDER, "order", number="10", term="month", domain="reposado.com")
    assert talk.names()[-1] == "review"


async def test_a_yes_after_days_confirms_nothing_and_shows_the_price_afresh(talk):
    await rested(talk)
    first = talk.slots["quote"]
    assert await talk.hears("dale", "affirm") == ["quote_expired", "review"]
    assert talk.slots.get("confirm") is None
    assert talk.slots["quote"] == {"id": first["id"], "version": first["version"] + 1}


async def test_a_price_that_changed_meanwhile_is_said_with_both_amounts(talk, marketplace):
    await rested(talk)
    shown = talk.said[-1]["total"]
    dearer(marketplace)
    said = await talk.asks("action_answer_customers", "¿qué clientes tengo?", "ask_customers")
    assert said == ["customers", "price_changed", "review"]
    assert talk.said[1]["before"] == shown
    assert talk.said[1]["now"] == talk.said[2]["total"] != shown


async def test_a_domain_that_was_taken_meanwhile_is_said_and_asked_about(talk, marketplace):
    await rested(talk)

    async def taken(name: str, auth_code: str | None = None) -> DomainCheck:
        return DomainCheck(name, DomainState.TAKEN, alternatives=("reposado.net",))

    marketplace.check_domain = taken
    said = await talk.asks("action_answer_total", "¿cuánto llevo?", "ask_total")
    assert "domain_gone" in said
    assert talk.state["awaiting"] != "confirm"
    assert talk.slots["customer"] is not None


async def test_what_holds_still_is_not_asked_again(talk):
    await rested(talk)
    assert await talk.hears("mejor 12", number="12") == ["review"]
    assert talk.slots["domain"]["name"] == "reposado.com"


async def test_a_fresh_review_asks_the_marketplace_about_no_domain(talk, marketplace, monkeypatch):
    monkeypatch.setattr("bot.actions.confirming.QUOTE_LIFE", timedelta(minutes=30))
    await rested(talk)

    async def unexpected(name: str, auth_code: str | None = None) -> DomainCheck:
        raise AssertionError("asked although the review is fresh")

    marketplace.check_domain = unexpected
    assert await talk.asks("action_answer_total", "¿cuánto llevo?", "ask_total") == ["total", "review_brief"]
