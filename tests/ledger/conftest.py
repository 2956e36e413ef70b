"""A ledger on each database, with a clock that tests move by hand."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.ledger import Ledger
from tests.ledger.examples import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def ledger(database_url: str, clock: FakeClock) -> AsyncIterator[Ledger]:
    opened = Ledger(database_url, b"a secret that only this test knows", clock)
    yield opened
    await opened.close()
