from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.ledger import Finding, Ledger
from bot.ledger.database import Database
from bot.ledger.records import AuditRow
from bot.ordering.customer import ContactRole
from bot.ordering.intent import IntentState
from tests.ledger.examples import QUOTE, REQUEST, FakeClock, confirmed, shown
from tests.worker.test_new_customer import TACOS

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


async def test_what_was_seen_and_agreed_to_is_in_the_trail_itself(ledger: Ledger) -> None:
    intent = await confirmed(ledger)
    for row in await ledger.audit.of(intent.id):
        shown = row.facts["shown"]
        (line,) = shown["lines"]
        assert (line["name"], line["quantity"], line["term"]) == ("Business Basic", 25, "year")
        assert line["amount"] == {"amount": "660.00", "currency": "USD"}
        assert (shown["tax"]["amount"], shown["total"]["amount"]) == ("105.60", "765.60")
        assert (shown["customer_id"], shown["payment_method"]) == ("CUST-1", "CARD-1")
        assert shown["conversation"] == "talk-1"


async def test_an_auth_code_s_reference_and_a_contact_never_enter_the_trail(ledger: Ledger) -> None:
    line = replace(QUOTE.lines[0], parameters=(("domain", "a.com"), ("auth_code", "thereference")))
    request = replace(REQUEST, new_customer=TACOS, customer_id="RES-1")
    intent = await shown(ledger, request=request, quote=replace(QUOTE, lines=(line,)))
    (row,) = await ledger.audit.of(intent.id)
    written = json.dumps(row.facts)
    assert row.facts["shown"]["new_customer"] is True
    assert "thereference" not in written
    assert TACOS.contact(ContactRole.ADMIN).email not in written


async def test_a_request_that_never_left_is_not_noted_as_a_second_yes(ledger: Ledger) -> None:
    intent = await confirmed(ledger)
    leased = await ledger.work.lease(15)
    assert leased is not None
    await ledger.work.move(await ledger.work.send(leased), IntentState.CONFIRMED, Finding(reason="not_sent"))
    events = [row.event for row in await ledger.audit.of(intent.id)]
    assert events == ["quoted", "confirmed", "sending", "not_sent"]


async def test_the_trail_is_exported_by_reseller_and_time(ledger: Ledger, clock: FakeClock) -> None:
    first = await shown(ledger)
    await shown(ledger, actor="eva", subject="eva")
    clock.pass_time(60)
    later = clock.now
    second = await shown(ledger)
    anas = [row.intent async for row in ledger.audit.export("ana", None, None)]
    assert anas == [first.id, second.id]
    assert [row.intent async for row in ledger.audit.export(None, later, None)] == [second.id]
    assert [row.intent async for row in ledger.audit.export("ana", None, later)] == [first.id]


async def test_what_the_books_differ_in_is_noted_once(ledger: Ledger) -> None:
    await asyncio.gather(
        *(ledger.audit.found("ana", "order_missing", "I-1", {"order_id": "7"}) for _ in range(5))
    )
    (row,) = await ledger.audit.of("I-1")
    assert (row.event, row.actor, row.subject) == ("found_order_missing", "worker", "ana")
    assert await ledger.audit.broken() == []
