"""Which account of a chat platform speaks for whom: offered by a token, claimed with it, then approved.

Approvals and their ends are in the audit trail of the account, the platform's account as a hash: a name there
could never be erased. In the chat where it was claimed, both are told.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from ulid import ULID

from bot.ledger.audit import OwnDoing, note
from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.outbox import put
from bot.ledger.records import Link, Place
from bot.ledger.snapshot import fingerprint
from bot.ledger.tables import links

LIFE = timedelta(minutes=10)
TOLD = "link"  # the outbox's kind of row
# What happens to a link: in the audit, and as sentences for the chat.
APPROVED, REMOVED, REFUSED = "link_approved", "link_removed", "link_refused"
_LinkRow = Row[tuple[Any, ...]]


class Links:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def offer(self, actor: str, channel: str) -> tuple[Link, str]:
        """A new link and its token, which is shown once and kept as a hash."""
        now = self._clock()
        token = secrets.token_urlsafe(24)
        row = {
            "id": str(ULID()),
            "actor": actor,
            "channel": channel,
            "token_hash": _hash(token),
            "offered_at": now,
            "expires_at": now + LIFE,
        }
        async with self._database.writing() as connection:
            await connection.execute(
                delete(links).where(links.c.approved_at.is_(None), links.c.expires_at <= now)
            )
            added = await connection.execute(insert(links).values(row).returning(links))
            return _link(added.one()), token

    async def claim(
        self, channel: str, token: str, user_id: str, handle: str, place: Place | None = None
    ) -> Link | None:
        """Somebody on the platform shows the token: it is theirs from now on, until its owner approves it.

        ``place`` is where they did, and are told what becomes of it. None when the token is unknown, over its
        time, or was shown by somebody else before: whoever finds a token that is already used learns nothing,
        and the link that two people claim dies.
        """
        now = self._clock()
        offered = (links.c.channel == channel, links.c.token_hash == _hash(token))
        async with self._database.writing() as connection:
            row = (await connection.execute(select(links).where(*offered).with_for_update())).first()
            if row is None or (row.expires_at <= now and row.approved_at is None):
                return None
            if row.user_id not in (None, user_id):
                if row.approved_at is None:
                    await end(connection, now, links.c.id == row.id)
                return None
            if row.approved_at is not None:
                return _link(row)
            claimed = update(links).where(links.c.id == row.id)
            claimed = claimed.values(user_id=user_id, handle=handle, place=place, claimed_at=now)
            return _link((await connection.execute(claimed.returning(links))).one())

    async def approve(self, link_id: str, actor: str) -> Link | None:
        """The owner recognises the handle. None unless the link is theirs, claimed, and within its time.

        An account of the platform that was linked before, to whomever, is so no more.
        """
        now = self._clock()
        mine = (links.c.id == link_id, links.c.actor == actor, links.c.user_id.is_not(None))
        in_time = or_(links.c.expires_at > now, links.c.approved_at.is_not(None))
        async with self._database.writing() as connection:
            row = (await connection.execute(select(links).where(*mine, in_time).with_for_update())).first()
            if row is None or row.approved_at is not None:
                return None if row is None else _link(row)
            same = (links.c.channel == row.channel, links.c.user_id == row.user_id, links.c.id != row.id)
            await end(connection, now, *same)
            change = update(links).where(links.c.id == link_id).values(approved_at=now)
            approved = (await connection.execute(change.returning(links))).one()
            await _note(connection, approved, APPROVED, now)
            await _tell(connection, approved, APPROVED, now)
            return _link(approved)

    async def remove(self, link_id: str, actor: str) -> bool:
        """Unlink, or take an offer back. False unless it was the actor's."""
        now, mine = self._clock(), (links.c.id == link_id, links.c.actor == actor)
        async with self._database.writing() as connection:
            ended = await end(connection, now, *mine)
            for row in ended:
                if row.approved_at is not None:
                    await _tell(connection, row, REMOVED, now)
        return bool(ended)

    async def of(self, actor: str) -> list[Link]:
        """What the actor has linked, and what is offered or waits for approval; newest first."""
        alive = or_(links.c.expires_at > self._clock(), links.c.approved_at.is_not(None))
        query = select(links).where(links.c.actor == actor, alive).order_by(links.c.offered_at.desc())
        async with self._database.reading() as connection:
            return [_link(row) for row in (await connection.execute(query)).all()]

    async def get(self, link_id: str, actor: str) -> Link | None:
        """One of the actor's, also when its time is over."""
        query = select(links).where(links.c.id == link_id, links.c.actor == actor)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else _link(row)

    async def linked(self, channel: str, user_id: str) -> Link | None:
        """The approved link of an account of the platform."""
        theirs = (links.c.channel == channel, links.c.user_id == user_id, links.c.approved_at.is_not(None))
        async with self._database.reading() as connection:
            row = (await connection.execute(select(links).where(*theirs))).first()
        return None if row is None else _link(row)


async def end(connection: AsyncConnection, now: datetime, *which: Any) -> list[_LinkRow]:
    """Delete links, in a transaction that is open. Of a mere offer nobody needs to know that it was there."""
    ended = (await connection.execute(delete(links).where(*which).returning(links))).all()
    for row in sorted(ended, key=lambda row: row.actor):  # chains are locked in one order
        if row.user_id is not None:
            await _note(connection, row, REMOVED if row.approved_at is not None else REFUSED, now)
    return list(ended)


async def _note(connection: AsyncConnection, row: _LinkRow, event: str, now: datetime) -> None:
    facts = {"account_sha256": fingerprint({"channel": row.channel, "user_id": row.user_id})}
    await note(connection, OwnDoing(row.id, row.actor, row.channel), event, now, facts)


async def _tell(connection: AsyncConnection, row: _LinkRow, sentence: str, now: datetime) -> None:
    if row.place is None:
        return
    facts = {"actor": row.actor, "channel": row.channel, "account": row.user_id, "place": row.place}
    await put(connection, TOLD, row.id, {**facts, "sentence": sentence}, now)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _link(row: _LinkRow) -> Link:
    return Link(row.id, row.actor, row.channel, row.expires_at, row.user_id, row.handle, row.approved_at)
