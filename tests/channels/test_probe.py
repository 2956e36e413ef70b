import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.channels.engine import Engine, EngineError, Utterance
from bot.channels.probe import PING, Probe
from bot.turn import verify
from tests.channels.conftest import SECRET
from tests.channels.fakes import FakeEngine


class FakeDoor:
    """The engine's port: served or not."""

    def __init__(self) -> None:
        self.is_open = True

    async def __call__(self) -> None:
        if not self.is_open:
            raise ConnectionError("refused")


@pytest.fixture
def door() -> FakeDoor:
    return FakeDoor()


@pytest.fixture
async def engine(fake_engine: FakeEngine) -> AsyncIterator[Engine]:
    engine = Engine("http://engine", fake_engine.transport())
    yield engine
    await engine.close()


@pytest.fixture
def probe(engine: Engine, door: FakeDoor) -> Probe:
    return Probe(engine, door, SECRET)


async def test_an_engine_is_up_once_a_real_turn_was_answered_and_then_not_asked_again(
    probe: Probe, fake_engine: FakeEngine
) -> None:
    for _ in range(3):
        await probe()
    assert fake_engine.texts == [PING]
    turn = verify(fake_engine.heard[0]["metadata"], SECRET)
    assert turn.conversation == fake_engine.heard[0]["sender"]


async def test_a_served_port_without_a_model_is_down(probe: Probe, fake_engine: FakeEngine) -> None:
    fake_engine.answers[PING] = []
    for _ in range(2):
        with pytest.raises(EngineError):
            await probe()
    del fake_engine.answers[PING]
    await probe()


async def test_after_the_engine_was_away_a_turn_is_asked_again(
    probe: Probe, fake_engine: FakeEngine, door: FakeDoor
) -> None:
    await probe()
    door.is_open = False
    with pytest.raises(ConnectionError):
        await probe()
    door.is_open = True
    await probe()
    assert fake_engine.texts == [PING, PING]


async def test_a_turn_of_somebody_that_fails_makes_the_engine_prove_itself(
    probe: Probe, engine: Engine, fake_engine: FakeEngine
) -> None:
    await probe()
    fake_engine.status = 500
    with pytest.raises(EngineError):
        await engine.ask(Utterance("talk", "hola", "web", {}))
    with pytest.raises(EngineError):
        await probe()
    fake_engine.status = 200
    await probe()


async def test_everybody_who_asks_waits_for_the_same_slow_turn(probe: Probe, fake_engine: FakeEngine) -> None:
    fake_engine.slow = {PING: 0.2}
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await probe()
    await asyncio.gather(probe(), probe())
    assert fake_engine.texts == [PING]
