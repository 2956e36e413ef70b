"""Secrets that a person told in the talk: sealed, and known to everybody else by a reference.

The gateway keeps them before it stores or passes on anything; the domain check and the worker, who need the
secret itself, reveal it.
"""

from __future__ import annotations

from datetime import timedelta
from secrets import choice
from string import ascii_lowercase

from cryptography.fernet import InvalidToken
from sqlalchemy import delete, insert, select

from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.sealing import seal_for
from bot.ledger.tables import secrets

# Letters only: nothing in a reference can be taken for a number. 24 of them are 112 bits.
_LETTERS_OF_A_REF = 24
_KEPT_FOR = timedelta(days=30)


class Secrets:
    def __init__(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._seal = seal_for(b"pedido secrets", secret)

    async def keep(self, conversation_id: str, value: str) -> str:
        """Seal ``value`` and give a reference to it; what was kept long ago is forgotten."""
        ref = "".join(choice(ascii_lowercase) for _ in range(_LETTERS_OF_A_REF))
        now = self._clock()
        sealed = self._seal.encrypt(value.encode()).decode()
        row = {"ref": ref, "conversation": conversation_id, "sealed": sealed, "kept_at": now}
        async with self._database.writing() as connection:
            await connection.execute(delete(secrets).where(secrets.c.kept_at < now - _KEPT_FOR))
            await connection.execute(insert(secrets).values(row))
        return ref

    async def reveal(self, ref: str, conversation_id: str) -> str | None:
        """The secret that was told in this conversation; None when there is none (any more) under ``ref``."""
        mine = (secrets.c.ref == ref, secrets.c.conversation == conversation_id)
        async with self._database.reading() as connection:
            sealed = (await connection.execute(select(secrets.c.sealed).where(*mine))).scalar()
        try:
            return None if sealed is None else self._seal.decrypt(sealed).decode()
        except InvalidToken:  # sealed with the secret that the processes had before
            return None

    async def forget(self, ref: str) -> None:
        """Delete a secret that has done its work; an unknown one is no error."""
        async with self._database.writing() as connection:
            await connection.execute(delete(secrets).where(secrets.c.ref == ref))
