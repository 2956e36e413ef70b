"""After the yes: wait briefly for the worker, tell what became of the order, begin a new page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rasa_sdk.events import FollowupAction, SessionStarted, SlotSet

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event, button
from bot.actions.domains import recheck_domains
from bot.actions.telling import placed_ticket, tell, tell_what_was_pressed
from bot.ordering.draft import Draft
from bot.ordering.intent import IntentState
from bot.ordering.outcome import Outcome
from bot.ordering.repeating import restored
from bot.wiring import ledger

if TYPE_CHECKING:
    from bot.ledger import Intent

PATIENCE_SECONDS = 8.0
# Nothing that the person could change about the order would help.
HOPELESS = frozenset(("not_signed_in", "account_on_hold"))


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
        if can_be_mended(intent):
            return await offer_again(chat, intent)
        await tell(chat, intent)
        chat.report(None, placed_ticket(intent))
        return [*new_page(chat)[:-1], *await offer_second(chat), FollowupAction("action_listen")]

    async def after_failure(self, chat: Chat) -> list[Event]:
        """The confirmed order is safe in the ledger: the worker places it and the outbox tells."""
        return new_page(chat)


class TellOrder(SpokenAction):
    """Said by the bot itself, when an order settles late, completes or fails (an outbox row asks for it).

    An order that is being talked about meanwhile keeps its question and its ticket.
    """

    def name(self) -> str:
        return "action_tell_order"

    async def act(self, chat: Chat) -> list[Event]:
        intent = await ledger().intents.get(str(chat.entity("id")))
        if intent is None or intent.subject != chat.turn.subject:
            return [FollowupAction("action_listen")]
        is_busy = slots.requested_step(chat.tracker) is not None
        if can_be_mended(intent) and not is_busy:
            return await offer_again(chat, intent)
        await tell(chat, intent)
        if can_be_mended(intent):
            again = button(chat.phrase("button_take_up"), "retry_order", id=intent.id)
            chat.say("order_can_be_taken_up", [again])
        elif not is_busy:
            chat.report(None, placed_ticket(intent))
        return [FollowupAction("action_listen")]


class TellPressed(SpokenAction):
    """A confirm button when no order is open: pressed twice, or of a review that has gone."""

    def name(self) -> str:
        return "action_tell_pressed"

    async def act(self, chat: Chat) -> list[Event]:
        if not await tell_what_was_pressed(chat):
            chat.say("review_gone")
        return []


class RetryOrder(SpokenAction):
    """The button under the news of an order that was not sent: the same again, unless one is open."""

    def name(self) -> str:
        return "action_retry_order"

    async def act(self, chat: Chat) -> list[Event]:
        intent = await ledger().intents.get(str(chat.entity("id")))
        if intent is None or intent.subject != chat.turn.subject or not can_be_mended(intent):
            chat.say("repeat_none")
            return [FollowupAction("order_form")]
        if slots.requested_step(chat.tracker) is not None:
            chat.say("finish_this_order_first")
            return [FollowupAction("order_form")]
        draft = await draft_again(chat, intent)
        return [*slots.draft_events(draft, chat.tracker), FollowupAction("order_form")]


async def offer_second(chat: Chat) -> list[Event]:
    """The second order that was spoken of while this was made is taken along to the new page."""
    second = slots.read_second(chat.tracker)
    if second is None:
        return []
    begin = button(chat.phrase("button_second_begin"), "affirm")
    chat.say("second_order_next", [begin], second=second.name(await chat.shop()))
    return [slots.second_event(second)]


def can_be_mended(intent: Intent) -> bool:
    """Whether the same order, looked at once more, may go through."""
    return intent.state is IntentState.REJECTED and intent.reason not in HOPELESS


async def draft_again(chat: Chat, intent: Intent) -> Draft:
    """The order that was not sent; a new customer who was made for it already is not made twice."""
    if intent.customer_id is not None:
        chat.forget_shop()
    draft = restored(intent.placeable, await chat.shop())
    return replace(draft, payment=None) if intent.reason == "card_refused" else draft


async def offer_again(chat: Chat, intent: Intent) -> list[Event]:
    """Say why the order was not sent, and go on with it where it can be mended: with a review, or before."""
    outcome = Outcome(await draft_again(chat, intent))
    if await recheck_domains(chat, outcome, await chat.shop()):
        await tell(chat, intent)
    for note in outcome.notes:
        chat.say(note.reason, **note.data)
    events = [*slots.draft_events(outcome.draft, chat.tracker), slots.questions_event(outcome.questions)]
    return [*events, *slots.unconfirmed_events(), FollowupAction("order_form")]


def new_page(chat: Chat) -> list[Event]:
    """A new session in the same conversation: Rasa's turn time grows with what it has to carry along."""
    return [SessionStarted(), SlotSet("language", chat.language), FollowupAction("action_listen")]
