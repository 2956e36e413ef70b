"""The review and the yes: a price is frozen when it is shown, and only that price can be confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.actions import slots
from bot.actions.buyer import buyer_facts, buyer_name
from bot.actions.chat import Button, Chat, Event, button, link
from bot.actions.ticket import amounts, known_facts
from bot.ordering.credentials import credentials_address
from bot.ordering.domains import shown
from bot.ordering.draft import Draft
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderRequest, Quote, QuotedLine
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop
from bot.wiring import approval_page, ledger, order_limit

if TYPE_CHECKING:
    from bot.ledger import Intent

OPEN = (IntentState.QUOTED, IntentState.EXPIRED)
QUOTE_LIFE = timedelta(minutes=30)
SHOW_ALL = "show_all"  # the question that stands where the whole review is wanted again


async def quoted(chat: Chat, draft: Draft, shop: Shop) -> Intent:
    """The intent to show: the one shown before if nothing changed, else a new version with a fresh price."""
    request = complete_request(draft, shop)
    quote = await (await chat.marketplace()).estimate(request)
    known = slots.read_quote(chat.tracker)
    before = await ledger().intents.get(known.id) if known else None
    if before and known and before.version == known.version and _still_holds(before, request, quote):
        return before
    if before and before.request == request:
        tell_what_changed(chat, before, quote)
    return await ledger().intents.quote(
        intent_id=known.id if known else None,
        conversation=chat.turn.conversation,
        actor=chat.turn.actor,
        subject=chat.turn.subject,
        channel=chat.turn.channel,
        request=request,
        quote=quote,
        draft={**known_facts(draft, shop), **amounts(quote)},
        ttl=QUOTE_LIFE,
    )


def tell_what_changed(chat: Chat, before: Intent, quote: Quote) -> None:
    """The same order is about to be shown at a fresh price: why, and whether it is another one."""
    if before.quote.total != quote.total:
        chat.say("price_changed", before=before.quote.total, now=quote.total)
    elif before.state in OPEN and before.expires_at <= datetime.now(UTC):
        chat.say("quote_expired")


async def has_rested(chat: Chat) -> bool:
    """Whether a review was shown so long ago that its price, and its domains, may not hold any more."""
    known = slots.read_quote(chat.tracker)
    intent = await ledger().intents.get(known.id) if known else None
    return intent is not None and intent.state in OPEN and intent.expires_at <= datetime.now(UTC)


def is_open(intent: Intent) -> bool:
    """Whether what was shown can still be confirmed."""
    return intent.state is IntentState.QUOTED and intent.expires_at > datetime.now(UTC)


def _still_holds(intent: Intent, request: OrderRequest, quote: Quote) -> bool:
    same = (intent.request, intent.quote) == (request, quote)
    return same and is_open(intent)


async def accept_confirmation(chat: Chat, outcome: Outcome, shop: Shop) -> list[Event]:
    """Make the yes count, once, for exactly what was shown; otherwise say why and show it anew."""
    known = slots.read_quote(chat.tracker)
    if known is None:
        return []
    intent = await ledger().intents.get(known.id)
    request = complete_request(outcome.draft, shop)
    if intent is None or intent.request != request:
        return []
    fresh = await (await chat.marketplace()).estimate(request)
    if fresh.total != intent.quote.total:
        return []  # the review says so
    who = (chat.turn.actor, chat.turn.subject)
    answer = await ledger().intents.confirm(known.id, known.version, *who, limit=order_limit())
    if answer.outcome in ("confirmed", "already"):
        return [slots.confirmed_event()]
    if answer.outcome == "beyond_limit":
        page = approval_page(await ledger().approvals.ask(intent))
        chat.say("approval_needed", [link(chat.phrase("button_approve"), page)])
    elif answer.outcome != "expired":  # else the review says so
        chat.say("review_outdated")
    return []


def is_outdated(chat: Chat) -> bool:
    """Whether a pressed confirm button belongs to a review that is no longer the current one."""
    known = slots.read_quote(chat.tracker)
    pressed = (str(chat.entity("id")), str(chat.entity("version")))
    return known is None or pressed != (known.id, str(known.version))


def complete_request(draft: Draft, shop: Shop) -> OrderRequest:
    request = draft.request(shop.catalog, shop.account.id)
    new = draft.new_customer
    if request is None or draft.payment is None or not (draft.customer or (new and new.is_complete())):
        raise ValueError("the draft is not complete")
    credentials = credentials_address(draft, shop)
    return replace(request, new_customer=new, credentials_email=credentials)


def review_facts(chat: Chat, draft: Draft, shop: Shop, quote: Quote) -> dict[str, object]:
    """What ``utter_review`` needs; ``lines`` is one sentence per line of the order."""
    card = shop.card_by_id.get(draft.payment or "")
    return {
        "lines": "\n".join(line_phrase(chat, line) for line in quote.lines),
        "subtotal": quote.subtotal,
        "tax": quote.tax,
        "total": quote.total,
        "buyer": buyer_name(draft),
        "buyer_facts": buyer_facts(chat, draft, shop),
        "card": f"{card.brand} •••• {card.last4}" if card else chat.phrase("on_account"),
    }


def line_phrase(chat: Chat, line: QuotedLine) -> str:
    parameters = dict(line.parameters)
    domain = parameters.get("domain") if line.mpn.startswith("DOM-") else None
    facts = {"quantity": line.quantity, "name": line.name, "amount": line.amount, "unit": line.unit_price}
    if domain:
        phrase = "line_transfer" if parameters.get("action") == "transfer" else "line_domain"
        return chat.phrase(phrase, domain=shown(domain), **facts)
    return chat.phrase(f"line_{line.term.value}", **facts)


def confirm_button(chat: Chat, intent: Intent) -> Button:
    return button(chat.phrase("button_confirm"), "confirm", id=intent.id, version=intent.version)
