"""The second order, once the first is placed: with the data of that one, unless other is said."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import slots
from bot.actions.chat import Chat
from bot.actions.former import last_here
from bot.ordering.draft import Draft
from bot.ordering.heard import Heard
from bot.ordering.repeating import draft_of
from bot.ordering.shop import Shop


async def second_draft(chat: Chat, shop: Shop) -> Draft | None:
    second, first = slots.read_second(chat.tracker), await last_here(chat)
    return second.draft(draft_of(first.placeable, shop), shop) if second and first else None


def takes_it_up(heard: Heard, draft: Draft) -> bool:
    """ "Ok now the Microsoft ones", "ahora los 10 basic": little more is said than which plan it has."""
    little = replace(heard, plans=(), quantity=None, factors=None)
    return draft.plan in heard.plans and little.is_empty() and not heard.asks
