"""Conversations: the inbox with its exactly-once events, what was said, and what is awaited now."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection
from ulid import ULID

from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.outbox import put
from bot.ledger.records import (
    Answer,
    Button,
    Conversation,
    Incoming,
    Message,
    Order,
    Place,
    Receipt,
    Said,
    Saying,
    Unanswered,
    Whereabouts,
)
from bot.ledger.tables import buttons, conversations, inbox, messages

_LATELY = 10  # messages of the bot in which somebody may still press a button


class Conversations:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def find_or_open(self, actor: str, subject: str, name: str, channel: str) -> Conversation:
        """The conversation that this person calls ``name``, in whichever channel it was begun."""
        facts = {"actor": actor, "subject": subject, "name": name}
        found = await self._find(facts)
        if found is not None:
            return found
        row = {**facts, "id": str(ULID()), "channel": channel, "last_seq": 0, "opened_at": self._clock()}
        try:
            async with self._database.writing() as connection:
                await connection.execute(insert(conversations).values(row))
        except IntegrityError:  # two first messages at once: the other one opened it
            found = await self._find(facts)
            if found is None:
                raise
            return found
        return Conversation(id=str(row["id"]), channel=channel, **facts)

    async def get(self, conversation_id: str) -> Conversation | None:
        return await self._find({"id": conversation_id})

    async def receive(self, conversation_id: str, incoming: Incoming) -> Receipt:
        """Commit an event to the inbox; after this it may be acknowledged. A repeat gives the first receipt.

        The conversation is in this event's channel from now on.
        """
        receipt = str(ULID())
        row = {**asdict(incoming), "id": receipt, "conversation": conversation_id}
        where = {"channel": incoming.channel, "place": incoming.place}
        try:
            async with self._database.writing() as connection:
                await connection.execute(insert(inbox).values(**row, received_at=self._clock()))
                seq = await _advance(connection, conversation_id, 1, **where)
                said = self._messages(seq, "person", receipt, [Said(incoming.text)])
                await _write(connection, conversation_id, said)
        except IntegrityError:
            first = select(inbox.c.id).where(
                inbox.c.channel == incoming.channel,
                inbox.c.conversation == conversation_id,
                inbox.c.event_id == incoming.event_id,
            )
            async with self._database.reading() as connection:
                known = (await connection.execute(first)).scalar()
            if known is None:
                raise
            return Receipt(id=known, is_new=False)
        return Receipt(id=receipt, is_new=True)

    async def rewrite(self, texts: Mapping[str, str]) -> None:
        """Put another text, by receipt, in the place of what was received: the first one was a secret."""
        if not texts:
            return
        async with self._database.writing() as connection:
            for receipt, text in texts.items():
                event = update(inbox).where(inbox.c.id == receipt)
                await connection.execute(event.values(text=text))
                said = update(messages).where(messages.c.receipt == receipt, messages.c.author == "person")
                await connection.execute(said.values(text=text))
        await self._database.compact()

    async def answer(self, receipt_id: str, saying: Saying) -> list[Message]:
        """Store what was answered to an event, and hand it to the platform that the event came from."""
        mine = inbox.c.id == receipt_id
        done = {"answered_at": self._clock(), "awaiting": saying.awaiting, "order": saying.order}
        async with self._database.writing() as connection:
            event = (await connection.execute(update(inbox).where(mine).values(done).returning(inbox))).one()
            written = await self._say(connection, event.conversation, receipt_id, saying)
            if event.place is not None:
                await self._deliver(connection, event.conversation, event.channel, event.place, written)
        return written

    async def append(self, conversation_id: str, saying: Saying) -> list[Message]:
        """Store what the bot says by itself; it goes to the platform where the conversation was last."""
        query = select(conversations).where(conversations.c.id == conversation_id)
        async with self._database.writing() as connection:
            written = await self._say(connection, conversation_id, None, saying)
            row = (await connection.execute(query)).one()
            if row.place is not None:
                await self._deliver(connection, conversation_id, row.channel, row.place, written)
        return written

    async def unanswered(self, channel: str) -> list[Unanswered]:
        """Events of a chat platform that were acknowledged but have no answer, oldest first."""
        query = (
            select(inbox)
            .where(inbox.c.answered_at.is_(None), inbox.c.channel == channel, inbox.c.place.is_not(None))
            .order_by(inbox.c.received_at, inbox.c.id)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return [
            Unanswered(row.id, conversation, _incoming(row))
            for row in rows
            if (conversation := await self.get(row.conversation)) is not None
        ]

    async def answer_to(self, receipt_id: str) -> Answer | None:
        """What was answered to this event before, or None if nothing was yet."""
        replies = (
            select(messages)
            .where(messages.c.receipt == receipt_id, messages.c.author == "bot")
            .order_by(messages.c.seq)
        )
        async with self._database.reading() as connection:
            event = (await connection.execute(select(inbox).where(inbox.c.id == receipt_id))).first()
            if event is None or event.answered_at is None:
                return None
            rows = (await connection.execute(replies)).all()
        return Answer(tuple(_message(row) for row in rows), event.awaiting, event.order)

    async def since(self, conversation_id: str, seq: int) -> list[Message]:
        """Everything said after ``seq`` (0: from the beginning), by both sides, in order."""
        query = (
            select(messages)
            .where(messages.c.conversation == conversation_id, messages.c.seq > seq)
            .order_by(messages.c.seq)
        )
        async with self._database.reading() as connection:
            return [_message(row) for row in (await connection.execute(query)).all()]

    async def how_far(self, conversation_ids: Collection[str]) -> dict[str, int]:
        """The place of the last message of each."""
        if not conversation_ids:
            return {}
        query = select(conversations.c.id, conversations.c.last_seq)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.where(conversations.c.id.in_(conversation_ids)))).all()
        return {row.id: row.last_seq for row in rows}

    async def state(self, conversation_id: str) -> tuple[str | None, Order | None]:
        """What the bot waits for, and the live ticket."""
        query = select(conversations.c.awaiting, conversations.c.order)
        async with self._database.reading() as connection:
            row = (await connection.execute(query.where(conversations.c.id == conversation_id))).first()
        return (None, None) if row is None else (row.awaiting, row.order)

    async def whereabouts(self, conversation_id: str) -> Whereabouts:
        """Of a conversation that is open."""
        owed = select(inbox.c.id).where(
            inbox.c.conversation == conversation_id, inbox.c.answered_at.is_(None), inbox.c.place.is_not(None)
        )
        query = select(conversations, owed.exists().label("is_owed"))
        async with self._database.reading() as connection:
            row = (await connection.execute(query.where(conversations.c.id == conversation_id))).one()
        return Whereabouts(row.channel, row.place, row.order, bool(row.is_owed))

    async def payload_of(self, conversation_id: str, button_id: str) -> str | None:
        """What the button stands for; None unless it was made for this conversation."""
        query = select(buttons.c.payload).where(
            buttons.c.id == button_id, buttons.c.conversation == conversation_id
        )
        async with self._database.reading() as connection:
            return (await connection.execute(query)).scalar()

    async def buttons_beside(self, conversation_id: str, payload: str) -> list[tuple[Button, str]]:
        """The buttons of the newest message that has one for ``payload``, each with what it stands for."""
        mine = select(buttons.c.id, buttons.c.payload).where(buttons.c.conversation == conversation_id)
        said = (
            select(messages.c.buttons)
            .where(messages.c.conversation == conversation_id, messages.c.author == "bot")
            .order_by(messages.c.seq.desc())
            .limit(_LATELY)
        )
        async with self._database.reading() as connection:
            latest = list((await connection.execute(said)).scalars())
            ids = [each["button"] for shown in latest for each in shown if "button" in each]
            stands_for = (await connection.execute(mine.where(buttons.c.id.in_(ids)))).all()
        known = {row.id: row.payload for row in stands_for}
        for shown in latest:
            meanings = [(each, known.get(each.get("button", ""), "")) for each in shown]
            if any(meaning == payload for _, meaning in meanings):
                return [(each, meaning) for each, meaning in meanings if meaning or "url" in each]
        return []

    async def _find(self, facts: dict[str, str]) -> Conversation | None:
        query = select(conversations).filter_by(**facts)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else _conversation(row)

    async def _say(
        self, connection: AsyncConnection, conversation: str, receipt: str | None, saying: Saying
    ) -> list[Message]:
        made = {"conversation": conversation, "made_at": self._clock()}
        rows = [{**made, "id": button, "payload": payload} for button, payload in saying.payloads.items()]
        if rows:
            await connection.execute(insert(buttons), rows)
        state = {"awaiting": saying.awaiting, "order": saying.order}
        first = await _advance(connection, conversation, len(saying.said), **state)
        written = self._messages(first, "bot", receipt, saying.said)
        await _write(connection, conversation, written)
        return written

    def _messages(self, first: int, author: str, receipt: str | None, said: Sequence[Said]) -> list[Message]:
        now = self._clock()
        return [Message(first + n, author, one.text, one.buttons, now, receipt) for n, one in enumerate(said)]

    async def _deliver(
        self,
        connection: AsyncConnection,
        conversation: str,
        channel: str,
        place: Place,
        written: Sequence[Message],
    ) -> None:
        if written:
            span = {"channel": channel, "place": place, "first": written[0].seq, "last": written[-1].seq}
            await put(connection, "deliver", conversation, span, self._clock())


async def _advance(connection: AsyncConnection, conversation: str, count: int, **changes: Any) -> int:
    """Make room for ``count`` messages, and give the conversation its ``changes``; the first one's place."""
    mine = update(conversations).where(conversations.c.id == conversation)
    moved = mine.values(last_seq=conversations.c.last_seq + count, **changes)
    last: int = (await connection.execute(moved.returning(conversations.c.last_seq))).scalar_one()
    return last - count + 1


async def _write(connection: AsyncConnection, conversation: str, written: Sequence[Message]) -> None:
    rows = [{"conversation": conversation, **asdict(one), "buttons": list(one.buttons)} for one in written]
    if rows:
        await connection.execute(insert(messages), rows)


def new_button() -> str:
    """An opaque id, short enough for every platform, that nobody guesses."""
    return secrets.token_urlsafe(12)


def _conversation(row: Row[tuple[object, ...]]) -> Conversation:
    return Conversation(id=row.id, actor=row.actor, subject=row.subject, channel=row.channel, name=row.name)


def _message(row: Row[tuple[object, ...]]) -> Message:
    return Message(row.seq, row.author, row.text, tuple(row.buttons), row.at, row.receipt)


def _incoming(row: Row[tuple[object, ...]]) -> Incoming:
    return Incoming(
        row.channel, row.event_id, row.text, row.payload, row.problem, row.auth_code, place=row.place
    )
