"""Hosted pages for a new card that conversations wait for: opened, looked at, over.

No leases: to take pages is to put off their next look, so that two workers share them; and what a look found
counts once, because only the first report finds the page still running.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Row, case, insert, literal, select, update

from bot.ledger.clock import Clock
from bot.ledger.columns import Moment
from bot.ledger.database import Database
from bot.ledger.outbox import put
from bot.ledger.records import AwaitedCard
from bot.ledger.tables import card_pages
from bot.ordering.order import CardPage

BATCH = 50
# Most people who open such a page are done within minutes; after that, looks become rare.
SOON, LATER, RARELY = timedelta(seconds=1.5), timedelta(seconds=5), timedelta(seconds=15)
IS_YOUNG, IS_OLD = timedelta(minutes=3), timedelta(minutes=6)
# A link is shown again while it has this long to live: enough to type a card.
STILL_USEFUL = timedelta(minutes=3)
# Whoever lets one page after the other run out hears of it once in this time.
TELL_EVERY = timedelta(days=1)


class CardPages:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def opened(self, page: CardPage, conversation: str, actor: str, subject: str) -> AwaitedCard:
        """A page whose link is about to be shown."""
        now = self._clock()
        row = {"id": page.id, "url": page.url, "conversation": conversation, "actor": actor}
        moments = {"opened_at": now, "ends_at": now + page.life, "next_at": now + SOON}
        query = insert(card_pages).values(**row, **moments, subject=subject, is_awaited=False)
        async with self._database.writing() as connection:
            return _page((await connection.execute(query.returning(card_pages))).one())

    async def running(self, conversation: str) -> AwaitedCard | None:
        """The page whose link can still be shown in this conversation."""
        query = (
            select(card_pages)
            .where(
                card_pages.c.conversation == conversation,
                card_pages.c.next_at.is_not(None),
                card_pages.c.ends_at > self._clock() + STILL_USEFUL,
            )
            .order_by(card_pages.c.ends_at.desc())
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else _page(row)

    async def await_card(self, page_id: str) -> None:
        """The order waits for this page: should it end unused, the person is told, but not every time."""
        others = card_pages.alias()
        told_lately = select(others.c.id).where(
            others.c.conversation == card_pages.c.conversation,
            others.c.id != card_pages.c.id,
            others.c.is_awaited,
            others.c.opened_at > self._clock() - TELL_EVERY,
        )
        mine = update(card_pages).where(card_pages.c.id == page_id, ~told_lately.exists())
        async with self._database.writing() as connection:
            await connection.execute(mine.values(is_awaited=True))

    async def close(self, conversation: str) -> None:
        """Nobody waits for a card in this conversation any more."""
        mine = (card_pages.c.conversation == conversation, card_pages.c.next_at.is_not(None))
        async with self._database.reading() as connection:
            if (await connection.execute(select(card_pages.c.id).where(*mine).limit(1))).first() is None:
                return
        async with self._database.writing() as connection:
            await connection.execute(update(card_pages).where(*mine).values(next_at=None))

    async def due(self) -> list[AwaitedCard]:
        """Take what is to be looked at now; a page that nobody reports on comes again by itself."""
        now = self._clock()
        due = select(card_pages.c.id).where(card_pages.c.next_at <= now)
        async with self._database.reading() as connection:
            if (await connection.execute(due.limit(1))).first() is None:
                return []
        some = due.order_by(card_pages.c.next_at).limit(BATCH).with_for_update(skip_locked=True)
        take = update(card_pages).where(card_pages.c.id.in_(some)).values(next_at=_next_look(now))
        async with self._database.writing() as connection:
            return [_page(row) for row in (await connection.execute(take.returning(card_pages))).all()]

    async def saved(self, page_id: str, payment: str) -> None:
        """A card was saved there; the conversation hears of it, once."""
        await self._end(page_id, "/card_saved" + json.dumps({"id": payment}), is_news=True)

    async def ended(self, page_id: str) -> None:
        """The page ran out, or is not there any more; said once, and only where an order waits for it."""
        await self._end(page_id, "/card_page_ended", is_news=False)

    async def _end(self, page_id: str, payload: str, *, is_news: bool) -> None:
        running = update(card_pages).where(card_pages.c.id == page_id, card_pages.c.next_at.is_not(None))
        async with self._database.writing() as connection:
            row = (await connection.execute(running.values(next_at=None).returning(card_pages))).first()
            if row is not None and (is_news or row.is_awaited):
                await put(connection, "say", row.conversation, {"payload": payload}, self._clock())


def _next_look(now: datetime) -> ColumnElement[datetime]:
    return case(
        (card_pages.c.opened_at > now - IS_YOUNG, literal(now + SOON, Moment)),
        (card_pages.c.opened_at > now - IS_OLD, literal(now + LATER, Moment)),
        else_=literal(now + RARELY, Moment),
    )


def _page(row: Row[tuple[object, ...]]) -> AwaitedCard:
    return AwaitedCard(row.id, row.conversation, row.actor, row.subject, row.url, row.is_awaited, row.ends_at)
