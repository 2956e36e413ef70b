from __future__ import annotations

from sqlalchemy import text

from bot.ledger import Ledger
from bot.ledger.database import Database
from tests.ledger.examples import FakeClock

DAY = 24 * 3600


async def test_a_secret_is_revealed_to_its_own_conversation_only(ledger: Ledger) -> None:
    ref = await ledger.secrets.keep("talk-1", "EPP-7k!Acme")
    assert await ledger.secrets.reveal(ref, "talk-1") == "EPP-7k!Acme"
    assert await ledger.secrets.reveal(ref, "talk-2") is None
    assert await ledger.secrets.reveal("unknown", "talk-1") is None


async def test_a_secret_is_sealed_in_the_database(ledger: Ledger, database_url: str) -> None:
    ref = await ledger.secrets.keep("talk-1", "EPP-7k!Acme")
    database = Database(database_url)
    async with database.reading() as connection:
        rows = (await connection.execute(text("SELECT * FROM secrets"))).all()
    await database.close()
    assert ref in repr(rows)
    assert "Acme" not in repr(rows)


async def test_a_reference_has_no_digits_and_is_never_the_same(ledger: Ledger) -> None:
    first, second = [await ledger.secrets.keep("talk-1", "EPP-7k!Acme") for _ in range(2)]
    assert first != second
    assert first.isalpha()


async def test_another_secret_of_the_house_reveals_nothing(
    ledger: Ledger, database_url: str, clock: FakeClock
) -> None:
    ref = await ledger.secrets.keep("talk-1", "EPP-7k!Acme")
    other = Ledger(database_url, b"another secret", clock)
    assert await other.secrets.reveal(ref, "talk-1") is None
    await other.close()


async def test_what_has_done_its_work_is_forgotten(ledger: Ledger) -> None:
    ref = await ledger.secrets.keep("talk-1", "EPP-7k!Acme")
    await ledger.secrets.forget(ref)
    await ledger.secrets.forget(ref)
    assert await ledger.secrets.reveal(ref, "talk-1") is None


async def test_a_secret_of_long_ago_is_forgotten(ledger: Ledger, clock: FakeClock) -> None:
    old = await ledger.secrets.keep("talk-1", "EPP-7k!Acme")
    clock.pass_time(29 * DAY)
    young = await ledger.secrets.keep("talk-1", "EPP-9x!Ejemplo")
    clock.pass_time(2 * DAY)
    await ledger.secrets.keep("talk-1", "EPP-3p!Lopez")
    assert await ledger.secrets.reveal(old, "talk-1") is None
    assert await ledger.secrets.reveal(young, "talk-1") == "EPP-9x!Ejemplo"
