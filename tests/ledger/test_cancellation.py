"""A task that is cancelled in the middle of a write leaves the ledger free, and whole, for everybody else."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress

from bot.ledger import Incoming, Ledger

SECRET = b"a secret that only this test knows"


async def test_a_cancelled_write_holds_up_nobody_and_leaves_nothing_half_done(database_url: str) -> None:
    mine, other = Ledger(database_url, SECRET), Ledger(database_url, SECRET)
    talk = await mine.conversations.find_or_open("ana", "ana", "main", "web")
    moments = random.Random(1)
    for n in range(60):
        write = asyncio.create_task(mine.conversations.receive(talk.id, Incoming("web", f"m{n}", "hola")))
        await asyncio.sleep(moments.random() * 0.012)
        write.cancel()
        with suppress(asyncio.CancelledError):
            await write
        async with asyncio.timeout(5):  # SQLite itself gives up after ten
            await other.conversations.receive(talk.id, Incoming("web", f"o{n}", "hola"))
    said = await other.conversations.since(talk.id, 0)
    assert [message.seq for message in said] == list(range(1, len(said) + 1))
    assert len(said) >= 60
    await mine.close()
    await other.close()
