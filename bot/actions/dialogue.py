"""Moves that are not about the order's content: begin, back, on to the next order."""

from __future__ import annotations

from rasa_sdk.events import ActionExecuted, FollowupAction, SessionStarted, SlotSet

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event
from bot.actions.hearing import hear
from bot.actions.order_form import offer_person_in_time
from bot.actions.second_order import second_draft
from bot.ordering.cancelling import calls_off
from bot.ordering.deciding.back import one_back
from bot.ordering.draft import Draft
from bot.ordering.heard import Heard

# What is answered where no order is open, and the sentence for it.
SMALL_TALK = {
    "thank": "welcome",
    "ask_identity": "identity",
    "chitchat": "chitchat",
    "out_of_scope": "out_of_scope",
    "frustrated": "frustrated",
    "wait": "take_your_time",
    "goodbye": "goodbye",
}
TALKS = frozenset(SMALL_TALK) - {"goodbye"}  # a name alone is an answer, whatever it sounds like


class StartSession(SpokenAction):
    """The first thing in a conversation: the language is the account's until the person's is heard."""

    def name(self) -> str:
        return "action_session_start"

    async def act(self, chat: Chat) -> list[Event]:
        return [SessionStarted(), SlotSet("language", chat.language), ActionExecuted("action_listen")]

    async def after_failure(self, chat: Chat) -> list[Event]:
        return [SessionStarted(), ActionExecuted("action_listen")]


class Forget(SpokenAction):
    """The engine's store deletes the whole conversation when it sees the slot."""

    def name(self) -> str:
        return "action_forget"

    async def act(self, chat: Chat) -> list[Event]:
        chat.forget_shop()
        return [slots.forgotten_event(), FollowupAction("action_listen")]


class StepBack(SpokenAction):
    """Reopens the question before the one that is open."""

    def name(self) -> str:
        return "action_step_back"

    async def act(self, chat: Chat) -> list[Event]:
        shop, step = await chat.shop(), slots.requested_step(chat.tracker)
        draft = slots.read_draft(chat.tracker, shop)
        draft, questions = one_back(draft, slots.read_questions(chat.tracker), step)
        return [*slots.draft_events(draft, chat.tracker), slots.questions_event(questions)]


class NextOrder(SpokenAction):
    """A yes after an order: to the second one that was spoken of meanwhile, with the data of the first."""

    def name(self) -> str:
        return "action_next_order"

    async def act(self, chat: Chat) -> list[Event]:
        draft = await second_draft(chat, await chat.shop())
        if draft is None:
            chat.say("nothing_open")
            return [FollowupAction("action_listen")]
        events = slots.draft_events(draft, chat.tracker)
        return [*events, slots.second_event(None), FollowupAction("order_form")]


class SmallTalk(SpokenAction):
    """Answered, unless an order stands in the same sentence: then the form hears it. A "no" is to nothing."""

    def name(self) -> str:
        return "action_small_talk"

    async def act(self, chat: Chat) -> list[Event]:
        heard = hear(chat, Draft(), None, await chat.shop())
        if begins_order(chat, heard):
            return [FollowupAction("order_form")]
        chat.say(SMALL_TALK.get(chat.intent, "nothing_open"))
        if chat.intent != "out_of_scope":
            return []
        return [slots.misunderstood_event(offer_person_in_time(chat, None, await chat.shop()))]


def begins_order(chat: Chat, heard: Heard) -> bool:
    """Whether the form should hear what sounds like something else."""
    if heard.unsold and chat.intent in TALKS:
        return True
    named = chat.intent in TALKS and (heard.plans or heard.customers or heard.term)
    return not (heard.asks or calls_off(chat.text)) and bool(heard.is_order() or named)
