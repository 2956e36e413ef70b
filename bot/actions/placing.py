"""After the yes: wait briefly for the worker, tell what became of the order, begin a new page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rasa_sdk.events import FollowupAction, SessionStarted, SlotSet

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event
from bot.actions.domains import recheck_domains
from bot.ordering.intent import IntentState
from bot.ordering.outcome import Outcome
from bot.wiring import ledger

if TYPE_CHECKING:
    from bot.ledger import Intent

PATIENCE_SECONDS = 8.0


class PlaceOrder(SpokenAction):
    """Runs when the form is complete, i.e. when the ledger holds a confirmed intent."""

    def name(self) -> str:
        return "action_place_order"

    async def act(self, chat: Chat) -> list[Event]:
        known = slots.read_quote(chat.tracker)
        if known is None:
            chat.say("sorry")
            return []
        intent = await ledger().intents.settled(known.id, PATIENCE_SECONDS)
        if intent.state is IntentState.REJECTED and (again := await reopened(chat)):
            return again
        tell(chat, intent)
        return new_page(chat)

    async def after_failure(self, chat: Chat) -> list[Event]:
        """The confirmed order is safe in the ledger: the worker places it and the outbox tells."""
        return new_page(chat)


async def reopened(chat: Chat) -> list[Event]:
    """If a domain was the reason for a refusal: the same order again, with that domain in question."""
    shop = await chat.shop()
    draft = slots.read_draft(chat.tracker, shop)
    outcome = Outcome(draft)
    if await recheck_domains(chat, outcome, shop):
        return []
    for note in outcome.notes:
        chat.say(note.reason, **note.data)
    events = [*slots.draft_events(outcome.draft, chat.tracker), slots.questions_event(outcome.questions)]
    return [*events, *slots.unconfirmed_events(), FollowupAction("order_form")]


def new_page(chat: Chat) -> list[Event]:
    """A new session in the same conversation: Rasa's turn time grows with what it has to carry along."""
    return [SessionStarted(), SlotSet("language", chat.language), FollowupAction("action_listen")]


class TellOrder(SpokenAction):
    """Said by the bot itself, when an order settles late, completes or fails (an outbox row asks for it)."""

    def name(self) -> str:
        return "action_tell_order"

    async def act(self, chat: Chat) -> list[Event]:
        intent = await ledger().intents.get(str(chat.entity("id")))
        if intent is not None and intent.subject == chat.turn.subject:
            tell(chat, intent, chat.tracker.get_slot("requested_slot"))
        return [SlotSet("questions", chat.tracker.get_slot("questions"))]


def tell(chat: Chat, intent: Intent, awaiting: str | None = None) -> None:
    """One sentence for the state that the order is in, and the ticket with its number."""
    if intent.request.new_customer is not None:
        chat.forget_shop()  # the customer can be found by name from now on
    status = intent.order_status.value if intent.order_status else None
    reason = {
        IntentState.PLACED: "order_completed" if status == "completed" else "order_placed",
        IntentState.REJECTED: "order_rejected",
        IntentState.NEEDS_HUMAN: "order_needs_human",
    }.get(intent.state, "order_being_checked")
    if intent.state is IntentState.PLACED and status in ("error", "cancelled"):
        reason = f"order_{status}"
    facts = intent.draft.get("customer") or {}
    chat.say(reason, number=intent.order_number or "", total=intent.quote.total, buyer=facts.get("name", ""))
    if awaiting is None:
        chat.report(None, placed_ticket(intent))


def placed_ticket(intent: Intent) -> dict[str, Any]:
    return {
        **intent.draft,
        "status": intent.state.value,
        "number": intent.order_number,
        "id": intent.order_id,
        "reference": intent.id,
    }
