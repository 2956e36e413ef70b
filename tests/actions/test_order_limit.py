"""An order beyond what a reseller may order within an hour: one yes is not enough, and it is said why."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.ledger import Ledger
from tests.actions.conftest import Talk

ORDER = "10 business basic mensual con reposado.com para la espiga, con la visa, sin complementos"


async def test_a_yes_beyond_the_limit_counts_after_the_approval(
    talk: Talk, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.actions.confirming.order_limit", lambda: Decimal(1))
    await talk.hears(ORDER, "order", number="10", term="month", domain="reposado.com")
    assert await talk.hears("dale", "affirm") == ["approval_needed", "review_brief"]
    assert talk.slots.get("confirm") is None
    (button,) = talk.said[0]["buttons"]
    await ledger.approvals.give(button["url"].rpartition("/approve/")[2])
    await talk.hears("dale", "affirm")
    assert talk.slots["confirm"] is True


async def test_the_limit_as_it_is_is_met_by_nobody_who_orders_now_and_then(talk: Talk) -> None:
    await talk.hears(ORDER, "order", number="10", term="month", domain="reposado.com")
    await talk.hears("dale", "affirm")
    assert talk.slots["confirm"] is True
