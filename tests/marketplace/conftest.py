from collections.abc import Iterator

import pytest
import stamina

from tests.marketplace.fakes import FakeMarketplace


@pytest.fixture(autouse=True)
def _retries_without_waiting() -> Iterator[None]:
    with stamina.set_testing(True, attempts=4):
        yield


@pytest.fixture
def market() -> FakeMarketplace:
    return FakeMarketplace()
