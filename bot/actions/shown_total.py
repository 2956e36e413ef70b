"""A yes that says the total of the review again."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from bot.actions import slots
from bot.actions.chat import Chat
from bot.ordering.draft import Step
from bot.ordering.shown_total import without_total
from bot.ordering.warm_yes import agrees
from bot.wiring import ledger


async def without_shown_total(chat: Chat) -> Chat:
    """The conversation as if the person had not said it again; another amount stays, and is no yes."""
    known = slots.read_quote(chat.tracker)
    if known is None or slots.requested_step(chat.tracker) is not Step.CONFIRM:
        return chat
    intent = await ledger().intents.get(known.id)
    text = without_total(chat.text, intent.quote.total) if intent else chat.text
    if text == chat.text or not agrees(text, repeats=True):
        return chat
    kept = [each for each in chat.entities if text[each.get("start", 0) : each.get("end", 0)].strip()]
    tracker = copy(chat.tracker)
    tracker.latest_message = {**tracker.latest_message, "text": text, "entities": kept}
    return replace(chat, tracker=tracker)
