"""What a person sees of their own sessions, and ending them from elsewhere."""

from __future__ import annotations

from bot.ledger import Ledger, Origin, Session
from tests.ledger.examples import FakeClock

AT_HOME = Origin("10.0.0.1", "Firefox")


async def opened(ledger: Ledger, actor: str = "ana", origin: Origin = AT_HOME) -> Session:
    token, _ = await ledger.sessions.open(actor, actor, "reseller", origin)
    session = await ledger.sessions.read(token)
    assert session is not None
    return session


async def test_only_ones_own_living_sessions_are_listed_with_where_they_are(
    ledger: Ledger, clock: FakeClock
) -> None:
    await opened(ledger)
    clock.pass_time(31 * 60)  # the first one has been idle for too long
    mine = await opened(ledger, origin=Origin("10.0.0.2", "Edge, Windows"))
    await opened(ledger, "eve")
    (listed,) = await ledger.sessions.of("ana")
    assert (listed.id, listed.address, listed.device) == (mine.id, "10.0.0.2", "Edge, Windows")
    assert (listed.ends_at - listed.seen_at).total_seconds() == 30 * 60


async def test_a_session_ends_when_its_owner_says_so_and_nobody_else(ledger: Ledger) -> None:
    token, _ = await ledger.sessions.open("ana", "ana", "reseller")
    session = await ledger.sessions.read(token)
    assert session is not None
    assert not await ledger.sessions.revoke(session.id, "eve")
    assert await ledger.sessions.read(token) is not None
    assert await ledger.sessions.revoke(session.id, "ana")
    assert await ledger.sessions.read(token) is None
    assert not await ledger.sessions.revoke(session.id, "ana")


async def test_all_the_others_end_at_once(ledger: Ledger) -> None:
    mine = await opened(ledger)
    for _ in range(3):
        await opened(ledger)
    hers = await opened(ledger, "eve")
    assert await ledger.sessions.revoke_others(mine.id, "ana") == 3
    assert [each.id for each in await ledger.sessions.of("ana")] == [mine.id]
    assert [each.id for each in await ledger.sessions.of("eve")] == [hers.id]


async def test_what_was_ended_from_elsewhere_is_in_the_owners_trail_and_signing_out_is_not(
    ledger: Ledger,
) -> None:
    token, _ = await ledger.sessions.open("ana", "ana", "reseller")
    await ledger.sessions.close(token)
    mine, lost = await opened(ledger), await opened(ledger)
    await ledger.sessions.revoke(lost.id, "eve")
    await ledger.sessions.revoke(lost.id, "ana")
    await ledger.sessions.open("ana", "luz", "support")
    await ledger.sessions.revoke_others(mine.id, "ana")
    rows = [row async for row in ledger.audit.export("ana", None, None)]
    assert [(row.event, row.channel, row.facts) for row in rows] == [
        ("session_revoked", "web", {}),
        ("session_revoked", "desk", {"acted_for": "luz"}),
    ]
    assert rows[0].intent == lost.id
    assert [row async for row in ledger.audit.export("luz", None, None)] == []
    assert await ledger.audit.broken() == []
