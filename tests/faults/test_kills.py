"""A sample of `make test-faults`: a process is killed at every named point, every order comes to its end."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.faults.clock import fast
from tests.faults.crash import POINTS
from tests.faults.databases import postgres_ledgers, sqlite_ledgers
from tests.faults.kills import Run, kill

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
