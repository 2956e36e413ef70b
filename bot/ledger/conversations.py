"""Conversations: the inbox with its exactly-once events, what was said, and what is awaited now."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from sqlalchemy import Row, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection
from ulid import ULID

from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.records import Answer, Conversation, Message, Order, Receipt, Said
from bot.ledger.tables import buttons, conversations, inbox, messages


class Conversations:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def find_or_open(self, actor: str, subject: str, name: str, channel: str) -> Conversation:
        """The conversation that this person calls ``name`` in this channel."""
        facts = {"actor": actor, "subject": subject, "channel": channel, "name": name}
        found = await self._find(facts)
        if found is not None:
            return found
        row = {**facts, "id": str(ULID()), "last_seq": 0, "opened_at": self._clock()}
        try:
            async with self._database.writing() as connection:
                await connection.execute(insert(conversations).values(row))
        except IntegrityError:  # two first messages at once: the other one opened it
            found = await self._find(facts)
            if found is None:
                raise
            return found
        return Conversation(id=str(row["id"]), **facts)

    async def get(self, conversation_id: str) -> Conversation | None:
        return await self._find({"id": conversation_id})

    async def receive(
        self, conversation_id: str, channel: str, event_id: str, text: str, payload: str | None = None
    ) -> Receipt:
        """Commit an event to the inbox; after this it may be acknowledged. A repeat gives the first receipt.

        ``text`` is what the person said, card numbers already redacted; ``payload`` what a button stood for.
        """
        receipt = str(ULID())
        now = self._clock()
        row = {"id": receipt, "conversation": conversation_id, "channel": channel, "event_id": event_id}
        try:
            async with self._database.writing() as connection:
                values = {**row, "text": text, "payload": payload, "received_at": now}
                await connection.execute(insert(inbox).values(values))
                await self._write(connection, conversation_id, receipt, "person", [Said(text)])
        except IntegrityError:
            first = select(inbox.c.id).where(
                inbox.c.channel == channel,
                inbox.c.conversation == conversation_id,
                inbox.c.event_id == event_id,
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

    async def answer(
        self, receipt_id: str, said: Sequence[Said], awaiting: str | None, order: Order | None
    ) -> list[Message]:
        """Store what was answered to an event, and what is awaited now."""
        mine = inbox.c.id == receipt_id
        done = {"answered_at": self._clock(), "awaiting": awaiting, "order": order}
        async with self._database.writing() as connection:
            conversation = (await connection.execute(select(inbox.c.conversation).where(mine))).scalar_one()
            await connection.execute(update(inbox).where(mine).values(done))
            written = await self._write(connection, conversation, receipt_id, "bot", said)
            await _set_state(connection, conversation, awaiting, order)
        return written

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

    async def append(
        self, conversation_id: str, said: Sequence[Said], awaiting: str | None, order: Order | None
    ) -> list[Message]:
        """Store what the bot says by itself, and what is awaited after it."""
        async with self._database.writing() as connection:
            written = await self._write(connection, conversation_id, None, "bot", said)
            await _set_state(connection, conversation_id, awaiting, order)
        return written

    async def since(self, conversation_id: str, seq: int) -> list[Message]:
        """Everything said after ``seq`` (0: from the beginning), by both sides, in order."""
        query = (
            select(messages)
            .where(messages.c.conversation == conversation_id, messages.c.seq > seq)
            .order_by(messages.c.seq)
        )
        async with self._database.reading() as connection:
            return [_message(row) for row in (await connection.execute(query)).all()]

    async def state(self, conversation_id: str) -> tuple[str | None, Order | None]:
        """What the bot waits for, and the live ticket."""
        query = select(conversations.c.awaiting, conversations.c.order)
        async with self._database.reading() as connection:
            row = (await connection.execute(query.where(conversations.c.id == conversation_id))).first()
        return (None, None) if row is None else (row.awaiting, row.order)

    async def remember_buttons(self, conversation_id: str, payloads: Sequence[str]) -> list[str]:
        """Opaque ids, in their order, that stand for the payloads in this conversation only."""
        made = {"conversation": conversation_id, "made_at": self._clock()}
        rows = [{**made, "id": secrets.token_urlsafe(12), "payload": payload} for payload in payloads]
        if rows:
            async with self._database.writing() as connection:
                await connection.execute(insert(buttons), rows)
        return [str(row["id"]) for row in rows]

    async def payload_of(self, conversation_id: str, button_id: str) -> str | None:
        """What the button stands for; None unless it was made for this conversation."""
        query = select(buttons.c.payload).where(
            buttons.c.id == button_id, buttons.c.conversation == conversation_id
        )
        async with self._database.reading() as connection:
            return (await connection.execute(query)).scalar()

    async def _find(self, facts: dict[str, str]) -> Conversation | None:
        query = select(conversations).filter_by(**facts)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else _conversation(row)

    async def _write(
        self,
        connection: AsyncConnection,
        conversation: str,
        receipt: str | None,
        author: str,
        said: Sequence[Said],
    ) -> list[Message]:
        count = update(conversations).where(conversations.c.id == conversation)
        counted = count.values(last_seq=conversations.c.last_seq + len(said)).returning(
            conversations.c.last_seq
        )
        first = (await connection.execute(counted)).scalar_one() - len(said) + 1
        now = self._clock()
        written = [Message(first + n, author, one.text, one.buttons, now) for n, one in enumerate(said)]
        common = {"conversation": conversation, "receipt": receipt, "author": author, "at": now}
        rows = [{**common, "seq": one.seq, "text": one.text, "buttons": list(one.buttons)} for one in written]
        if rows:
            await connection.execute(insert(messages), rows)
        return written


async def _set_state(
    connection: AsyncConnection, conversation: str, awaiting: str | None, order: Order | None
) -> None:
    mine = update(conversations).where(conversations.c.id == conversation)
    await connection.execute(mine.values(awaiting=awaiting, order=order))


def _conversation(row: Row[tuple[object, ...]]) -> Conversation:
    return Conversation(id=row.id, actor=row.actor, subject=row.subject, channel=row.channel, name=row.name)


def _message(row: Row[tuple[object, ...]]) -> Message:
    return Message(row.seq, row.author, row.text, tuple(row.buttons), row.at)
