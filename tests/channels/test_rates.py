import pytest

from bot.channels.rates import Rate, TooFast


class FakeClock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def taken(rate: Rate, key: str, times: int) -> int:
    """How many of ``times`` were given."""
    given = 0
    for _ in range(times):
        try:
            rate.take(key)
        except TooFast:
            continue
        given += 1
    return given


def test_a_burst_passes_and_then_a_steady_flow() -> None:
    clock = FakeClock()
    rate = Rate(2, 10, clock)
    assert taken(rate, "a", 30) == 10
    clock.now += 3
    assert taken(rate, "a", 30) == 6


def test_nobody_pays_for_another() -> None:
    rate = Rate(1, 3, FakeClock())
    assert taken(rate, "a", 30) == 3
    assert taken(rate, "b", 30) == 3


def test_what_is_not_used_does_not_grow_beyond_the_burst() -> None:
    clock = FakeClock()
    rate = Rate(1, 3, clock)
    taken(rate, "a", 1)
    clock.now += 1000
    assert taken(rate, "a", 30) == 3


def test_it_says_how_long_to_wait_and_keeps_that_word() -> None:
    clock = FakeClock()
    rate = Rate(0.5, 1, clock)
    rate.take("a")
    with pytest.raises(TooFast) as told:
        rate.take("a")
    assert told.value.wait == 2
    clock.now += told.value.wait
    rate.take("a")
