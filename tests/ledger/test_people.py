from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.ledger import Ledger, Session, UnknownAccount
from bot.ledger.database import Database
from tests.ledger.examples import ANA, FakeClock


async def test_an_account_is_kept_and_replaced(ledger: Ledger) -> None:
    assert await ledger.accounts.get("ana") is None
    await ledger.accounts.save(ANA, "secreto")
    assert await ledger.accounts.get("ana") == ANA
    renamed = replace(ANA, name="Nube Sur", acts_for=("eve",))
    await ledger.accounts.save(renamed, "otro")
    assert await ledger.accounts.get("ana") == renamed
    assert await ledger.accounts.credentials("ana") == ("ana", "otro")


async def test_a_password_is_sealed_in_the_database(ledger: Ledger, database_url: str) -> None:
    await ledger.accounts.save(ANA, "contraseña-larga")
    database = Database(database_url)
    async with database.reading() as connection:
        rows = (await connection.execute(text("SELECT * FROM accounts"))).all()
    await database.close()
    assert "larga" not in repr(rows)
    assert await ledger.accounts.credentials("ana") == ("ana", "contraseña-larga")


async def test_no_credentials_without_a_sign_in_or_with_another_secret(
    ledger: Ledger, database_url: str, clock: FakeClock
) -> None:
    with pytest.raises(UnknownAccount, match="has not signed in"):
        await ledger.accounts.credentials("ana")
    await ledger.accounts.save(ANA, "secreto")
    other = Ledger(database_url, b"another secret", clock)
    with pytest.raises(UnknownAccount, match="another secret"):
        await other.accounts.credentials("ana")
    await other.close()


async def test_a_session_is_read_by_its_token_only(ledger: Ledger, database_url: str) -> None:
    token, expires_in = await ledger.sessions.open("sol", "ana", "support")
    assert expires_in == 15 * 60
    session = await ledger.sessions.read(token)
    assert session is not None
    assert session == Session("sol", "ana", "support", session.id)
    assert await ledger.sessions.read(token + "x") is None
    database = Database(database_url)
    async with database.reading() as connection:
        rows = (await connection.execute(text("SELECT * FROM sessions"))).all()
    await database.close()
    assert token not in repr(rows)


async def test_a_session_in_use_lasts_until_its_absolute_limit(ledger: Ledger, clock: FakeClock) -> None:
    token, expires_in = await ledger.sessions.open("ana", "ana", "reseller")
    assert expires_in == 30 * 60
    for _ in range(12 * 3 - 1):
        clock.pass_time(20 * 60)
        assert await ledger.sessions.read(token) is not None
    clock.pass_time(20 * 60)
    assert await ledger.sessions.read(token) is None


async def test_an_idle_session_ends(ledger: Ledger, clock: FakeClock) -> None:
    token, expires_in = await ledger.sessions.open("ana", "ana", "reseller")
    clock.pass_time(expires_in - 1)
    assert await ledger.sessions.read(token) is not None
    clock.pass_time(expires_in)
    assert await ledger.sessions.read(token) is None


async def test_a_closed_session_is_gone(ledger: Ledger) -> None:
    token, _ = await ledger.sessions.open("ana", "ana", "reseller")
    await ledger.sessions.close(token)
    assert await ledger.sessions.read(token) is None
