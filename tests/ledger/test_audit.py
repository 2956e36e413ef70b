from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.ledger import Ledger
from bot.ledger.database import Database
from bot.ledger.records import AuditRow
from tests.ledger.examples import FakeClock, confirmed, shown

FORGERY = text(
    "INSERT INTO audit (at, event, intent, version, actor, subject, channel, facts, previous_hash, hash)"
    " SELECT at, 'placed', intent, version, actor, subject, channel, facts, hash, 'f00d' FROM audit"
)


async def test_every_step_is_audited_with_who_for_whom_and_what_was_shown(ledger: Ledger) -> None:
    intent = await confirmed(ledger)
    quoted, yes = await ledger.audit.of(intent.id)
    assert (quoted.event, yes.event) == ("quoted", "confirmed")
    assert (yes.actor, yes.subject, yes.channel, yes.version) == ("ana", "ana", "web", 1)
    assert (yes.facts["total"], yes.facts["currency"]) == ("765.60", "USD")
    assert yes.facts["shown_sha256"] == quoted.facts["shown_sha256"]
    assert yes.previous_hash == quoted.hash


async def test_the_chain_fits_whoever_writes_at_once(ledger: Ledger) -> None:
    await asyncio.gather(*(shown(ledger, subject=f"reseller-{n % 3}") for n in range(30)))
    assert await ledger.audit.broken() == []


@pytest.mark.parametrize("statement", ["UPDATE audit SET event = 'quoted'", "DELETE FROM audit"])
async def test_the_database_refuses_to_change_the_trail(
    ledger: Ledger, database_url: str, statement: str
) -> None:
    intent = await confirmed(ledger)
    database = Database(database_url)
    with pytest.raises(DBAPIError, match="only grows"):
        async with database.writing() as connection:
            await connection.execute(text(statement))
    await database.close()
    assert len(await ledger.audit.of(intent.id)) == 2


async def test_a_row_slipped_in_is_found(ledger: Ledger, database_url: str) -> None:
    intent = await shown(ledger)
    database = Database(database_url)
    async with database.writing() as connection:
        await connection.execute(FORGERY)
    await database.close()
    rows: list[AuditRow] = await ledger.audit.of(intent.id)
    assert await ledger.audit.broken() == [rows[-1].seq]


async def test_the_time_is_kept_to_the_microsecond(ledger: Ledger, clock: FakeClock) -> None:
    clock.pass_time(0.123456)
    intent = await shown(ledger)
    (row,) = await ledger.audit.of(intent.id)
    assert row.at == clock.now
    assert intent.created_at == clock.now
