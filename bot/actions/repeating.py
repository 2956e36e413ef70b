"""An order once more: "the same for La Espiga", "igual, pero 10", "Blue Fern as well, 4 of them"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event
from bot.actions.domains import check_wishes
from bot.actions.former import RECENT, last_here
from bot.actions.hearing import hear
from bot.actions.offers import TOLD_BY_REVIEW
from bot.ordering.deciding import Message, decide
from bot.ordering.draft import Draft
from bot.ordering.heard import Heard
from bot.ordering.meaning import SURE
from bot.ordering.outcome import Outcome
from bot.ordering.repeating import draft_of, of_a_copy, wants_again
from bot.ordering.shop import Shop
from bot.ordering.text import words
from bot.ordering.vocabulary import says_any, vocabulary
from bot.wiring import ledger

if TYPE_CHECKING:
    from bot.ledger import Intent
    from bot.ordering.order import Customer


class RepeatOrder(SpokenAction):
    """Takes over an order with what the sentence changes; says which."""

    def name(self) -> str:
        return "action_repeat_order"

    async def act(self, chat: Chat) -> list[Event]:
        shop = await chat.shop()
        if slots.read_draft(chat.tracker, shop).plan is not None:
            chat.say("repeat_not_now")  # "the usual card" may sound like it, too
            return []
        if sounds_like_one(chat, shop):
            return []  # the form reads it
        outcome = await repeated(chat, shop)
        if outcome is None:
            chat.say("repeat_none")
            return []
        for note in outcome.notes:
            if note.reason not in TOLD_BY_REVIEW:
                chat.say(note.reason, **note.data)
        events = slots.draft_events(outcome.draft, chat.tracker)
        return [*events, slots.questions_event(outcome.questions)]


def sounds_like_one(chat: Chat, shop: Shop) -> bool:
    """A new order, or what the engine is not sure of and no word of which says "again": "I have Harbor Dental
    on the other line".
    """
    heard = hear(chat, Draft(), None, shop)
    return heard.is_new_order() or (
        chat.confidence < SURE and not (heard.again or wants_again(heard, chat.text))
    )


async def repeated_now(chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> Outcome | None:
    """Where an order begins with what is to be as in the one before, whatever its intent."""
    if draft.plan or not wants_again(heard, chat.text) or await last_here(chat) is None:
        return None
    return await repeated(chat, shop)


async def repeated(chat: Chat, shop: Shop) -> Outcome | None:
    """The order meant, with what the message changes; None when there is none."""
    recent = await ledger().intents.recent(chat.turn.subject, RECENT)
    if not recent:
        return None
    named = hear(chat, Draft(), None, shop).customers
    buyer = shop.customer_by_id[named[0]] if len(named) == 1 else None
    last = which_again(recent, chat, buyer)
    how = "" if buyer is None else "_of" if last.placeable.customer_id == buyer.id else "_for"
    chat.say(f"repeated{how}", number=last.order_number or "", buyer=buyer.name if buyer else "")
    draft = draft_of(last.placeable, shop)
    # Any name that is said is the new order's customer, however little of it: nobody is chosen yet.
    heard = of_a_copy(hear(chat, replace(draft, customer=None), None, shop), chat.text)
    if heard.unknown_customer:
        draft = replace(draft, customer=None)
    outcome = decide(Message(heard, "inform", chat.text, None), draft, {}, shop)
    await check_wishes(chat, outcome, shop)
    return outcome


def which_again(recent: Sequence[Intent], chat: Chat, buyer: Customer | None) -> Intent:
    """The last order of whom is named, else of this conversation; "the same for Espiga", just after an order
    for somebody else, is that one, unless it is to be as it was last time."""
    theirs = [known for known in recent if buyer and known.placeable.customer_id == buyer.id]
    here = [known for known in recent if known.conversation == chat.turn.conversation]
    said = words(chat.text)
    cues = vocabulary().cues
    # "Same as the last one, but for Espiga": the last was somebody else's.
    is_other = any(a.text in cues["however"] and b.text in cues["customer"] for a, b in pairwise(said))
    last_time = says_any("last_time", said) and not (is_other or says_any("also", said))
    ranked: list[Intent] = [*(theirs if last_time else ()), *here, *theirs, *recent]
    return ranked[0]
