"""Forgetting what people said: after a while by itself, or at once for one person. Money is never forgotten.

Intents, attempts and the audit stay: what was ordered, for whom, at what price, and who said yes.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, or_, select, update

from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.links import end as end_links
from bot.ledger.outbox import put
from bot.ledger.sessions import end as end_sessions
from bot.ledger.tables import (
    buttons,
    calls,
    card_pages,
    conversations,
    inbox,
    links,
    messages,
    outbox,
    secrets,
    sessions,
)

FORGET = "/forget"
_NOTHING_OPEN = {"awaiting": None, "order": None}


class Forgetting:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def words_before(self, moment: datetime) -> int:
        """Forget what was said before ``moment``, and the drafts nobody went on with; how many messages."""
        old_events = inbox.c.received_at < moment
        async with self._database.writing() as connection:
            gone = await connection.execute(delete(messages).where(messages.c.at < moment))
            talked = select(messages.c.receipt).where(messages.c.receipt.is_not(None))
            await connection.execute(delete(inbox).where(old_events, inbox.c.id.not_in(talked)))
            await connection.execute(delete(buttons).where(buttons.c.made_at < moment))
            is_done = (outbox.c.next_at.is_(None), outbox.c.added_at < moment)
            await connection.execute(delete(outbox).where(*is_done))
            is_over = (card_pages.c.next_at.is_(None), card_pages.c.ends_at < moment)
            await connection.execute(delete(card_pages).where(*is_over))
            await connection.execute(delete(calls).where(calls.c.expires_at < moment))
            rests = (
                conversations.c.opened_at < moment,
                conversations.c.id.not_in(select(messages.c.conversation)),
                or_(conversations.c.awaiting.is_not(None), conversations.c.order.is_not(None)),
            )
            await connection.execute(update(conversations).where(*rests).values(_NOTHING_OPEN))
        return gone.rowcount

    async def conversations_of(self, login: str) -> int:
        """Forget everything that ``login`` said or was told, and who they are in chats and on the phone; sign
        them out. How many conversations.

        A conversation's id lives on for the money records, under a name that nobody speaks in again. The
        engine is told by the outbox.
        """
        now = self._clock()
        async with self._database.writing() as connection:
            mine = select(conversations.c.id).where(
                conversations.c.actor == login, conversations.c.name.not_like("erased %")
            )
            ids = list((await connection.execute(mine)).scalars())
            unlinked = await end_links(connection, now, links.c.actor == login)
            of_links = [row.id for row in unlinked]
            for table in (messages, inbox, buttons, secrets, card_pages, outbox):
                await connection.execute(delete(table).where(table.c.conversation.in_([*ids, *of_links])))
            await end_sessions(connection, now, sessions.c.actor == login)
            # Who called whom, and who was told the code, is in the audit; no order refers to the call itself.
            called = or_(calls.c.agent == login, calls.c.reseller == login)
            await connection.execute(delete(calls).where(called))
            for each in ids:
                unnamed = {**_NOTHING_OPEN, "name": f"erased {each}", "place": None}
                renamed = update(conversations).where(conversations.c.id == each)
                await connection.execute(renamed.values(unnamed))
                await put(connection, "say", each, {"payload": FORGET}, now)
        await self._database.compact()
        return len(ids)
