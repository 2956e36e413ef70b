"""A sample of `make test-faults`: a process is killed at every named point, every order comes to its end."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from tests.faults.clock import fast
from tests.faults.crash import POINTS
from tests.faults.databases import postgres_ledgers, sqlite_ledgers
from tests.faults.kills import Run, has_died, kill
from tests.faults.process import server

SPEED = 4.0


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
async def test_whoever_is_killed_wherever_every_order_is_placed_once_and_told(
    request: pytest.FixtureRequest, tmp_path: Path, database: str
) -> None:
    new_ledger = (
        sqlite_ledgers(tmp_path)
        if database == "sqlite"
        else postgres_ledgers(request.getfixturevalue("postgres"))
    )
    run = Run(new_ledger, tmp_path, fast(SPEED))
    results = await asyncio.gather(*(kill(run, point, 1) for point in POINTS))
    print({lane.point: lane.verdict.seconds for lane in results})  # noqa: T201 - says where a bound was missed
    assert {lane.point: lane.kills for lane in results} == dict.fromkeys(POINTS, 1)
    assert [wrong for lane in results for wrong in lane.verdict.wrong] == []


async def test_a_death_is_seen_though_others_start_meanwhile() -> None:
    for _ in range(5):
        victim = server().Process(target=time.sleep, args=(60,), daemon=True)
        victim.start()
        died = asyncio.create_task(has_died(victim))
        await asyncio.sleep(0.05)
        os.kill(victim.pid or 0, signal.SIGKILL)
        while not died.done():
            active_children()  # reads the exit codes of all, as every start does
            await asyncio.sleep(0)
        assert died.result()
