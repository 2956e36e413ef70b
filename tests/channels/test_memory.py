from bot.channels.memory import Memory
from bot.channels.throttle import Throttle


class FakeClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_value_is_remembered_for_its_time() -> None:
    clock = FakeClock()
    memory: Memory[str] = Memory(10, seconds=20, clock=clock)
    memory.keep("a", "A")
    clock.now += 19
    assert memory.get("a") == "A"
    clock.now += 1
    assert memory.get("a") is None


def test_what_was_kept_longest_ago_makes_room() -> None:
    memory: Memory[str] = Memory(2)
    for key in ("a", "b", "a", "c"):
        memory.keep(key, key.upper())
    assert [memory.get(key) for key in ("a", "b", "c")] == ["A", None, "C"]


def test_what_is_remembered_can_be_listed() -> None:
    clock = FakeClock()
    memory: Memory[str] = Memory(10, seconds=20, clock=clock)
    memory.keep("a", "A")
    clock.now += 15
    memory.keep("b", "B")
    clock.now += 5
    assert memory.keys() == ["b"]


def test_a_forgotten_value_is_gone() -> None:
    memory: Memory[str] = Memory(2)
    memory.keep("a", "A")
    memory.forget("a")
    assert memory.get("a") is None


def test_failures_pause_a_key_for_a_minute_and_no_other() -> None:
    clock = FakeClock()
    throttle = Throttle(5, clock)
    for _ in range(5):
        assert throttle.wait("demo") == 0
        throttle.failed("demo")
    assert throttle.wait("demo") > 0
    assert throttle.wait("cloudpeak") == 0
    clock.now += 60
    assert throttle.wait("demo") == 0


def test_a_success_forgives_the_failures_before_it() -> None:
    throttle = Throttle(5, FakeClock())
    for _ in range(4):
        throttle.failed("demo")
    throttle.succeeded("demo")
    throttle.failed("demo")
    assert throttle.wait("demo") == 0
