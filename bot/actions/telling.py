"""What is said about an order that was confirmed: one honest sentence for each way it can end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import structlog
from babel.dates import format_datetime, format_timedelta

from bot.actions.chat import LOCALES, Chat
from bot.marketplace.errors import MarketplaceError
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderStatus, SentMail
from bot.wiring import ledger

if TYPE_CHECKING:
    from bot.ledger import Intent

# Why an order was not sent, as the worker names it -> the sentence; what is not here is said in general.
REJECTED = {
    "order_refused": "rejected_order_refused",
    "card_refused": "rejected_card_refused",
    "account_on_hold": "rejected_account_on_hold",
    "customer_refused": "rejected_customer_refused",
    "auth_code_lost": "rejected_auth_code_lost",
    "marketplace_unavailable": "rejected_marketplace_unavailable",
    "never_made": "rejected_never_made",
    "not_signed_in": "rejected_not_signed_in",
}

log = structlog.get_logger()


async def tell(chat: Chat, intent: Intent) -> None:
    """Say what became of the order; the conversation's state is left as it is."""
    if intent.request.new_customer is not None:
        chat.forget_shop()  # the customer can be found by name from now on
    facts: dict[str, Any] = {
        "number": intent.order_number or "",
        "total": intent.quote.total,
        "buyer": (intent.draft.get("customer") or {}).get("name", ""),
    }
    if intent.state is IntentState.REJECTED:
        await _tell_rejected(chat, intent, facts)
    elif intent.state is not IntentState.PLACED:
        is_lost = intent.state is IntentState.NEEDS_HUMAN
        chat.say("order_needs_human" if is_lost else "order_being_checked", **facts)
    elif intent.order_status is OrderStatus.COMPLETED:
        await _tell_completed(chat, intent, facts)
    elif intent.order_status in (OrderStatus.ERROR, OrderStatus.CANCELLED):
        chat.say("order_error" if intent.order_status is OrderStatus.ERROR else "order_cancelled", **facts)
    else:
        chat.say("order_total_differs" if intent.reason == "total_differs" else "order_placed", **facts)


async def tell_what_was_pressed(chat: Chat) -> bool:
    """For a confirm button of an order that was confirmed before: say so. False when it never was."""
    intent = await ledger().intents.get(str(chat.entity("id")))
    if intent is None or intent.confirmed_at is None or intent.subject != chat.turn.subject:
        return False
    chat.say("already_ordered")
    await tell(chat, intent)
    return True


async def _tell_rejected(chat: Chat, intent: Intent, facts: dict[str, Any]) -> None:
    if intent.reason == "price_changed":
        fresh = await (await chat.marketplace()).estimate(intent.placeable)
        if fresh.total == intent.quote.total:
            chat.say("rejected_price_moved", **facts)
        else:
            chat.say("rejected_price_changed", now=fresh.total, **facts)
    else:
        chat.say(REJECTED.get(intent.reason or "", "order_rejected"), **facts)


async def _tell_completed(chat: Chat, intent: Intent, facts: dict[str, Any]) -> None:
    mail = await _mail_of(chat, intent)
    if mail is None:
        chat.say("order_completed", **facts)
    elif mail.sent is None:
        chat.say("order_completed_mail_soon", address=mail.recipient, **facts)
    else:
        chat.say("order_completed_mail_sent", address=mail.recipient, when=when(mail.sent, chat), **facts)


async def _mail_of(chat: Chat, intent: Intent) -> SentMail | None:
    """The news of the order does not wait for news of its mail."""
    try:
        return await (await chat.marketplace()).confirmation_mail(intent.order_id or "")
    except MarketplaceError as error:
        log.warning("mail_unknown", error=str(error))
        return None


def when(moment: datetime, chat: Chat) -> str:
    """ "hace 2 segundos (17:42 UTC)": where the person's clock stands is not known here."""
    locale = LOCALES[chat.language]
    ago = format_timedelta(moment - datetime.now(UTC), add_direction=True, locale=locale)
    return f"{ago} ({format_datetime(moment, 'HH:mm', tzinfo=UTC, locale=locale)} UTC)"


def placed_ticket(intent: Intent) -> dict[str, Any]:
    return {
        **intent.draft,
        "status": intent.state.value,
        "number": intent.order_number,
        "id": intent.order_id,
        "reference": intent.id,
    }
