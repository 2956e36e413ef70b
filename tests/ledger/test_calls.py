from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.ledger import Call, Checked, Ledger, TooManyCodes
from bot.ledger.calls import MOST_CODES
from bot.ledger.database import Database
from tests.ledger.examples import FakeClock


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 10_000:04}"


async def ring(ledger: Ledger) -> tuple[Call, str]:
    return await ledger.calls.open("sol", "ana")


async def test_the_right_code_opens_the_door_once(ledger: Ledger) -> None:
    call, code = await ring(ledger)
    assert len(code) == 4
    checked, outcome = await ledger.calls.check(call.id, "sol", code)
    assert outcome is Checked.RIGHT
    assert checked is not None
    assert (checked.actor, checked.subject) == ("sol", "ana")
    assert (await ledger.calls.check(call.id, "sol", code))[1] is Checked.OVER


async def test_after_three_wrong_codes_the_right_one_is_too_late(ledger: Ledger) -> None:
    call, code = await ring(ledger)
    outcomes = [(await ledger.calls.check(call.id, "sol", other_than(code)))[1] for _ in range(3)]
    assert outcomes == [Checked.WRONG, Checked.WRONG, Checked.OVER]
    assert (await ledger.calls.check(call.id, "sol", code))[1] is Checked.OVER


async def test_a_code_is_good_for_five_minutes(ledger: Ledger, clock: FakeClock) -> None:
    call, code = await ring(ledger)
    clock.pass_time(5 * 60)
    assert (await ledger.calls.check(call.id, "sol", code))[1] is Checked.OVER


async def test_a_code_is_of_no_use_to_another_agent_or_in_another_call(ledger: Ledger) -> None:
    call, code = await ring(ledger)
    assert await ledger.calls.check(call.id, "eve", code) == (None, Checked.OVER)
    other, other_code = await ring(ledger)
    if other_code != code:
        assert (await ledger.calls.check(other.id, "sol", code))[1] is Checked.WRONG


async def test_a_reseller_is_not_flooded_with_codes(ledger: Ledger, clock: FakeClock) -> None:
    for _ in range(MOST_CODES):
        await ring(ledger)
    with pytest.raises(TooManyCodes):
        await ring(ledger)
    clock.pass_time(60 * 60)
    await ring(ledger)


async def test_the_resellers_trail_tells_who_checked_whom_and_how(ledger: Ledger) -> None:
    call, code = await ring(ledger)
    await ledger.calls.check(call.id, "sol", other_than(code))
    await ledger.calls.check(call.id, "sol", code)
    trail = await ledger.audit.of(call.id)
    assert [(row.event, row.actor, row.subject, row.channel) for row in trail] == [
        ("caller_code_sent", "sol", "ana", "desk"),
        ("caller_not_checked", "sol", "ana", "desk"),
        ("caller_checked", "sol", "ana", "desk"),
    ]
    assert trail[-1].facts == {"how": "code", "tries": 2}
    assert await ledger.audit.broken() == []


async def test_a_code_is_not_in_the_database(ledger: Ledger, database_url: str) -> None:
    _, code = await ring(ledger)
    database = Database(database_url)
    async with database.reading() as connection:
        rows = (await connection.execute(text("SELECT code_hash FROM calls"))).scalars().all()
    await database.close()
    assert all(len(row) == 64 for row in rows)
    assert code not in rows
