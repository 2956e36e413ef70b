from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from bot.turn import Turn, TurnRefused, sign, verify

SECRET = b"known to the gateway and the actions"
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
TURN = Turn("sol", "ana", "support", "web", "01TALK", "es", "01REQUEST", NOW)


def test_a_signed_turn_comes_back_as_it_was() -> None:
    assert verify(json.loads(json.dumps(sign(TURN, SECRET))), SECRET, NOW) == TURN


def test_what_else_stands_in_the_metadata_does_not_matter() -> None:
    assert verify({**sign(TURN, SECRET), "added_by_the_engine": [1]}, SECRET, NOW) == TURN


@pytest.mark.parametrize("name", [*sign(TURN, SECRET)])
@pytest.mark.parametrize("value", ["other", "", None, 1, ["sol"], {"a": 1}])
def test_nothing_can_be_changed(name: str, value: object) -> None:
    with pytest.raises(TurnRefused):
        verify({**sign(TURN, SECRET), name: value}, SECRET, NOW)


@pytest.mark.parametrize("name", [*sign(TURN, SECRET)])
def test_nothing_can_be_left_out(name: str) -> None:
    metadata = sign(TURN, SECRET)
    del metadata[name]
    with pytest.raises(TurnRefused):
        verify(metadata, SECRET, NOW)


@pytest.mark.parametrize("metadata", [None, {}, {"signature": "ñ"}])
def test_an_unsigned_turn_is_refused(metadata: dict[str, object] | None) -> None:
    with pytest.raises(TurnRefused):
        verify(metadata, SECRET, NOW)


def test_another_secret_signs_nothing() -> None:
    with pytest.raises(TurnRefused):
        verify(sign(TURN, b"a guess"), SECRET, NOW)


@pytest.mark.parametrize("age", [timedelta(minutes=16), timedelta(minutes=-2)])
def test_a_turn_from_another_time_is_refused(age: timedelta) -> None:
    with pytest.raises(TurnRefused, match="old"):
        verify(sign(TURN, SECRET), SECRET, NOW + age)
