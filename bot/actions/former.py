"""The order before, as far as a sentence speaks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.actions.chat import Chat
from bot.ordering.draft import Draft, Step
from bot.ordering.former import means_former, with_former, with_only_card
from bot.ordering.heard import Heard
from bot.ordering.kept_card import with_kept_card
from bot.ordering.shop import Shop
from bot.wiring import ledger

if TYPE_CHECKING:
    from bot.ledger import Intent

RECENT = 20  # orders among which that of the same conversation is looked for


async def last_here(chat: Chat) -> Intent | None:
    """The last order that was confirmed in this conversation."""
    recent = await ledger().intents.recent(chat.turn.subject, RECENT)
    return next((intent for intent in recent if intent.conversation == chat.turn.conversation), None)


async def heard_with_former(chat: Chat, heard: Heard, draft: Draft, step: Step | None, shop: Shop) -> Heard:
    heard = with_kept_card(with_only_card(heard, chat.text, step, shop), chat.text, draft, step, shop)
    meant = means_former(heard, chat.text, draft, step)
    if not meant:
        return heard
    last = await last_here(chat)
    if last is None and Step.CUSTOMER not in meant:  # with which card the reseller pays is no talk's own
        last = next(iter(await ledger().intents.recent(chat.turn.subject, 1)), None)
    return with_former(heard, meant, last.placeable if last else None, shop)
