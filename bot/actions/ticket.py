"""The live ticket: what is known of the order so far and what it would cost, as the channels show it."""

from __future__ import annotations

import time
from typing import Any

from bot.actions.chat import Chat
from bot.marketplace.errors import MarketplaceError
from bot.ordering.domains import shown
from bot.ordering.draft import Draft
from bot.ordering.money import Money
from bot.ordering.order import OrderRequest, Quote, QuotedLine
from bot.ordering.shop import Shop

FRESH_SECONDS = 30.0
MAX_KEPT = 5_000
_estimates: dict[tuple[str, str, OrderRequest], tuple[float, Quote]] = {}


async def estimate(chat: Chat, request: OrderRequest) -> Quote:
    """The marketplace's price of ``request``, at most half a minute old. Never used to place an order."""
    key = (chat.turn.actor, chat.turn.subject, request)
    known = _estimates.get(key)
    if known and time.monotonic() - known[0] < FRESH_SECONDS:
        return known[1]
    quote = await (await chat.marketplace()).estimate(request)
    if len(_estimates) >= MAX_KEPT:
        _estimates.clear()
    _estimates[key] = (time.monotonic(), quote)
    return quote


async def ticket(chat: Chat, draft: Draft, shop: Shop, status: str = "draft") -> dict[str, Any]:
    """JSON of the ticket. Without an answer from the marketplace it has no lines and no total."""
    request = draft.request(shop.catalog, shop.account.id)
    quote = None
    if request is not None:
        try:
            quote = await estimate(chat, request)
        except MarketplaceError:
            quote = None  # the ticket is a comfort: the review itself insists on a price
    return {**known_facts(draft, shop), **amounts(quote), "status": status, "number": None, "id": None}


def known_facts(draft: Draft, shop: Shop) -> dict[str, Any]:
    plan, card = shop.catalog.plan(draft.plan), shop.card_by_id.get(draft.payment or "")
    solution = shop.catalog.solution_of(draft.plan)
    default = draft.quantity if solution and solution.per_seat else 1
    extras = [(choice, shop.catalog.add_on(choice.mpn)) for choice in draft.add_ons or ()]
    return {
        "plan": {"mpn": plan.mpn, "name": plan.name} if plan else None,
        "quantity": draft.quantity,
        "term": draft.term.value if draft.term else None,
        "domain": shown(draft.domain.name) if draft.domain and draft.domain.name else None,
        "extra_domains": [shown(str(choice.name)) for choice in draft.extra_domains],
        "add_ons": [
            {"mpn": extra.mpn, "name": extra.name, "quantity": choice.quantity or default}
            for choice, extra in extras
            if extra
        ],
        "customer": _buyer(draft),
        "payment": {"id": card.id, "brand": card.brand, "last4": card.last4} if card else None,
    }


def _buyer(draft: Draft) -> dict[str, str | None] | None:
    """The customer's name; no contact of theirs, for the ticket is shown and stored with every turn."""
    if draft.new_customer is not None:
        return {"id": None, "name": draft.new_customer.name} if draft.new_customer.name else None
    return {"id": draft.customer.id, "name": draft.customer.name} if draft.customer else None


def amounts(quote: Quote | None) -> dict[str, Any]:
    if quote is None:
        return {"lines": [], "subtotal": None, "tax": None, "total": None}
    return {
        "lines": [_line(line) for line in quote.lines],
        "subtotal": _money(quote.subtotal),
        "tax": _money(quote.tax),
        "total": _money(quote.total),
    }


def _line(line: QuotedLine) -> dict[str, Any]:
    domain = dict(line.parameters).get("domain") if line.mpn.startswith("DOM-") else None
    return {
        "mpn": line.mpn,
        "name": shown(domain) if domain else line.name,
        "quantity": line.quantity,
        "term": line.term.value,
        **_money(line.amount),
    }


def _money(money: Money) -> dict[str, str]:
    return {"amount": str(money.rounded().amount), "currency": money.currency}
