"""An order is thrown away: cancelled, or begun anew."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from rasa_sdk.events import FollowupAction

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event
from bot.actions.hearing import hear
from bot.ordering.cancelling import (
    CANCEL,
    CANCEL_SURE,
    KEEP,
    UNSURE,
    begins_another,
    cancelling,
    is_kept,
    is_plain_cancel,
)
from bot.ordering.consent import consents
from bot.ordering.draft import NONE_IS_AN_ANSWER, Draft
from bot.ordering.heard import Heard
from bot.ordering.meaning import ANSWERS, SURE
from bot.ordering.shop import Shop
from bot.wiring import ledger


class CancelOrder(SpokenAction):
    def name(self) -> str:
        return "action_cancel_order"

    async def act(self, chat: Chat) -> list[Event]:
        # After a goodbye the form does not hear first: what is no plain cancel is its to hear.
        if cancel_meant(chat, Heard()) != CANCEL:
            return [FollowupAction("order_form")]
        return await throw_away(chat)


class StartOver(SpokenAction):
    def name(self) -> str:
        return "action_start_over"

    async def act(self, chat: Chat) -> list[Event]:
        await withdraw(chat)
        chat.say("started_over")
        return slots.fresh_slots()


async def throw_away(chat: Chat) -> list[Event]:
    await withdraw(chat)
    chat.say("cancelled")
    chat.report(None, None)
    return slots.fresh_slots()


async def withdraw(chat: Chat) -> None:
    """The quote that was shown can no longer be confirmed."""
    known = slots.read_quote(chat.tracker)
    if known:
        await ledger().intents.cancel(known.id, chat.turn.actor, chat.turn.subject)


def agrees_to_cancel(chat: Chat) -> bool:
    """A yes to "shall I discard it?", which is none to the order."""
    return _is_asked(chat) and (consents(chat.text) or is_plain_cancel(chat.text))


async def begun_anew(chat: Chat, shop: Shop) -> Chat | None:
    """Who goes on with another order instead of saying whether the open one is to be discarded has said so:
    the conversation without that one."""
    if not _is_asked(chat):
        return None
    tracker = copy(chat.tracker)
    tracker.slots = {**tracker.slots, **{event["name"]: event["value"] for event in slots.fresh_slots()}}
    tracker.slots["requested_slot"] = None
    tracker.latest_message = {**tracker.latest_message, "intent": {"name": "order", "confidence": 1.0}}
    fresh = replace(chat, tracker=tracker)
    if not begins_another(chat.text, hear(fresh, Draft(), None, shop)):
        return None
    await withdraw(chat)
    chat.say("started_over")
    return fresh


def cancel_wanted(chat: Chat, intent: str, heard: Heard) -> str:
    """The intent to act on, where a cancel may be none, or a no be one to it."""
    if _is_asked(chat) and intent in ("deny", "no_more"):
        return KEEP
    if heard.plain == intent and slots.requested_step(chat.tracker) in NONE_IS_AN_ANSWER:
        return intent  # "no quiero nada más", of add-ons
    is_cancel = chat.intent == CANCEL and chat.confidence >= SURE
    if chat.intent == "deny" and is_kept(chat.text):
        return KEEP
    meant = cancel_meant(chat, heard) if is_cancel else intent
    return intent if meant == "remove" and intent in ANSWERS else meant


def cancel_meant(chat: Chat, heard: Heard) -> str:
    """An order of which nothing is known is not worth a question."""
    meant = cancelling(chat.text, heard)
    return CANCEL if meant == UNSURE and slots.is_blank(chat.tracker) else meant


def _is_asked(chat: Chat) -> bool:
    """Whether the last question was if the order is to be thrown away."""
    asked = slots.read_questions(chat.tracker).values()
    return any(question.reason == CANCEL_SURE for question in asked)
