"""Phone calls at the desk: before support staff act for a reseller, the caller says the reseller's code.

Four digits are easy to say; three tries within five minutes make guessing them hopeless. Every step is in
the reseller's audit trail.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Row, func, insert, select, update
from ulid import ULID

from bot.ledger.audit import note
from bot.ledger.clock import Clock
from bot.ledger.database import Database
from bot.ledger.tables import calls

LIFE = timedelta(minutes=5)
MOST_TRIES = 3
# More codes than this in an hour for one reseller, and somebody is guessing, or pestering.
MOST_CODES, CODES_WITHIN = 10, timedelta(hours=1)


@dataclass(frozen=True)
class Call:
    """``actor`` (the support agent) was called by somebody who says to be the reseller ``subject``."""

    id: str
    actor: str
    subject: str
    expires_at: datetime
    tries: int
    checked_at: datetime | None
    version: int = 0
    channel: str = "desk"


class Checked(StrEnum):
    """What came of a code that the caller said."""

    RIGHT = "right"
    WRONG = "wrong"
    OVER = "over"


class TooManyCodes(RuntimeError):
    """No more codes for this reseller for now."""


class Calls:
    """``secret``: the processes' common secret; codes are kept as hashes under a key derived from it."""

    def __init__(self, database: Database, clock: Clock, secret: bytes) -> None:
        self._database = database
        self._clock = clock
        self._key = hmac.digest(secret, b"pedido calls", hashlib.sha256)

    async def open(self, agent: str, reseller: str) -> tuple[Call, str]:
        """A new call and the code to send to the reseller; raises ``TooManyCodes``."""
        now, call_id, code = self._clock(), str(ULID()), f"{secrets.randbelow(10_000):04}"
        row = {"id": call_id, "agent": agent, "reseller": reseller, "tries": 0, "opened_at": now}
        row |= {"code_hash": self._hash(call_id, code), "expires_at": now + LIFE}
        lately = (calls.c.reseller == reseller, calls.c.opened_at > now - CODES_WITHIN)
        async with self._database.writing() as connection:
            sent = (await connection.execute(select(func.count()).where(*lately))).scalar_one()
            if sent >= MOST_CODES:
                raise TooManyCodes
            call = _call((await connection.execute(insert(calls).values(row).returning(calls))).one())
            await note(connection, call, "caller_code_sent", now, {})
        return call, code

    async def check(self, call_id: str, agent: str, code: str) -> tuple[Call | None, Checked]:
        """Whether the caller said the code. Right once, wrong ``MOST_TRIES`` times, then it is over.

        The call is None when it is not the agent's own.
        """
        now = self._clock()
        mine = (calls.c.id == call_id, calls.c.agent == agent)
        async with self._database.writing() as connection:
            row = (await connection.execute(select(calls).where(*mine).with_for_update())).first()
            if row is None:
                return None, Checked.OVER
            if row.checked_at is not None or row.tries >= MOST_TRIES or now >= row.expires_at:
                return _call(row), Checked.OVER
            is_right = hmac.compare_digest(row.code_hash, self._hash(call_id, code))
            changes = {"tries": row.tries + 1, "checked_at": now if is_right else None}
            changed = await connection.execute(update(calls).where(*mine).values(changes).returning(calls))
            call = _call(changed.one())
            event = "caller_checked" if is_right else "caller_not_checked"
            await note(connection, call, event, now, {"how": "code", "tries": call.tries})
        if is_right:
            return call, Checked.RIGHT
        return call, Checked.OVER if call.tries >= MOST_TRIES else Checked.WRONG

    def _hash(self, call_id: str, code: str) -> str:
        return hmac.digest(self._key, f"{call_id}\n{code}".encode(), hashlib.sha256).hex()


def _call(row: Row[tuple[object, ...]]) -> Call:
    return Call(row.id, row.agent, row.reseller, row.expires_at, row.tries, row.checked_at)
