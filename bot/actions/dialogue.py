"""Moves that are not about the order's content: begin, back, the same again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rasa_sdk.events import ActionExecuted, FollowupAction, SessionStarted, SlotSet

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event
from bot.actions.domains import check_wishes
from bot.actions.former import RECENT, last_here
from bot.actions.order_form import TOLD_BY_REVIEW, hear, offer_person_in_time
from bot.ordering.cancelling import calls_off
from bot.ordering.deciding import Message, decide
from bot.ordering.deciding.back import one_back
from bot.ordering.draft import Draft
from bot.ordering.heard import Heard, Relation
from bot.ordering.repeating import draft_of
from bot.ordering.text import words
from bot.ordering.vocabulary import says_any, vocabulary
from bot.wiring import ledger

if TYPE_CHECKING:
    from bot.ledger import Intent
    from bot.ordering.order import Customer

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


class RepeatOrder(SpokenAction):
    """Takes over an order with what the sentence changes: "the same for La Espiga", "but 10"; says which."""

    def name(self) -> str:
        return "action_repeat_order"

    async def act(self, chat: Chat) -> list[Event]:
        shop = await chat.shop()
        if slots.read_draft(chat.tracker, shop).plan is not None:
            chat.say("repeat_not_now")  # "the usual card" may sound like it, too
            return []
        first = hear(chat, Draft(), None, shop)
        if first.is_new_order():
            return []  # a new order that sounds like one: the form reads it
        recent = await ledger().intents.recent(chat.turn.subject, RECENT)
        if not recent:
            chat.say("repeat_none")
            return []
        named = first.customers
        buyer = shop.customer_by_id[named[0]] if len(named) == 1 else None
        last = which_again(recent, chat, buyer)
        how = "" if buyer is None else "_of" if last.placeable.customer_id == buyer.id else "_for"
        chat.say(f"repeated{how}", number=last.order_number or "", buyer=buyer.name if buyer else "")
        draft = draft_of(last.placeable, shop)
        # Any name that is said is the new order's customer, however little of it: nobody is chosen yet.
        heard = hear(chat, replace(draft, customer=None), None, shop)
        if heard.relation is Relation.MORE and says_but(chat.text):
            heard = replace(heard, relation=Relation.EXACT)
        if heard.unknown_customer:
            draft = replace(draft, customer=None)
        outcome = decide(Message(heard, "inform", chat.text, None), draft, {}, shop)
        await check_wishes(chat, outcome, shop)
        for note in outcome.notes:
            if note.reason not in TOLD_BY_REVIEW:
                chat.say(note.reason, **note.data)
        events = slots.draft_events(outcome.draft, chat.tracker)
        return [*events, slots.questions_event(outcome.questions)]


class NextOrder(SpokenAction):
    """A yes after an order: to the second one that was spoken of meanwhile, with the data of the first."""

    def name(self) -> str:
        return "action_next_order"

    async def act(self, chat: Chat) -> list[Event]:
        second = slots.read_second(chat.tracker)
        first = await last_here(chat)
        if second is None or first is None:
            chat.say("nothing_open")
            return [FollowupAction("action_listen")]
        shop = await chat.shop()
        draft = second.draft(draft_of(first.placeable, shop), shop)
        events = slots.draft_events(draft, chat.tracker)
        return [*events, slots.second_event(None), FollowupAction("order_form")]


def which_again(recent: Sequence[Intent], chat: Chat, buyer: Customer | None) -> Intent:
    """The last order of whom is named, else of this conversation; "the same for Espiga", just after an order
    for somebody else, is that one, unless it is to be as it was last time."""
    theirs = [known for known in recent if buyer and known.placeable.customer_id == buyer.id]
    here = [known for known in recent if known.conversation == chat.turn.conversation]
    said = words(chat.text)
    last_time = any(word.text in vocabulary().cues["last_time"] for word in said) and not says_any(
        "also", said
    )
    ranked: list[Intent] = [*(theirs if last_time else ()), *here, *theirs, *recent]
    return ranked[0]


def says_but(text: str) -> bool:
    """ "Igual ao anterior, mas 10": beside "the same" no Spanish "more"."""
    but = vocabulary().cues["but"]
    return any(word in but for word in text.lower().replace(",", " ").split())


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
