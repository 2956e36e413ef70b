"""One example of everything the ledger keeps, and a clock that stands still until it is told to move."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from bot.ledger import Intent, Ledger
from bot.ordering.catalog import Term
from bot.ordering.money import Money
from bot.ordering.order import Account, OrderLine, OrderRequest, Quote, QuotedLine


class FakeClock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


def usd(amount: str) -> Money:
    return Money(Decimal(amount), "USD")


ANA = Account("RES-1", "ana", "Nube Norte", "reseller", "ana@nubenorte.example", "es", "MX")
REQUEST = OrderRequest(
    "CUST-1",
    (OrderLine("M365-BB", 25, Term.YEAR, (("domain", "ferreteria.com"),)),),
    "CARD-1",
)
QUOTE = Quote(
    (QuotedLine("M365-BB", "Business Basic", 25, Term.YEAR, usd("26.40"), usd("660.00")),),
    usd("660.00"),
    usd("105.60"),
    usd("765.60"),
)


async def shown(ledger: Ledger, intent_id: str | None = None, **changes: Any) -> Intent:
    """An intent that has just been shown to Ana for five minutes."""
    proposal: dict[str, Any] = {
        "conversation": "talk-1",
        "actor": "ana",
        "subject": "ana",
        "channel": "web",
        "request": REQUEST,
        "quote": QUOTE,
        "draft": {"plan": "M365-BB"},
        "ttl": timedelta(minutes=5),
        **changes,
    }
    return await ledger.intents.quote(intent_id=intent_id, **proposal)


async def confirmed(ledger: Ledger) -> Intent:
    intent = await shown(ledger)
    answer = await ledger.intents.confirm(intent.id, intent.version, "ana", "ana")
    assert answer.intent is not None
    return answer.intent
