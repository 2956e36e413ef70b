"""A small memory in front of the ledger, for what hardly ever changes and is asked for with every message."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Memory(Generic[Value]):
    """Keeps up to ``size`` values, each for ``seconds`` on ``clock`` (which never runs backwards)."""

    def __init__(
        self, size: int, seconds: float = float("inf"), clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._size = size
        self._seconds = seconds
        self._clock = clock
        self._known: OrderedDict[str, tuple[Value, float]] = OrderedDict()

    def get(self, key: str) -> Value | None:
        value, until = self._known.get(key, (None, 0.0))
        return value if self._clock() < until else None

    def keep(self, key: str, value: Value) -> Value:
        self._known[key] = (value, self._clock() + self._seconds)
        self._known.move_to_end(key)
        if len(self._known) > self._size:
            self._known.popitem(last=False)
        return value

    def keys(self) -> list[str]:
        now = self._clock()
        return [key for key, (_, until) in self._known.items() if now < until]

    def clear(self) -> None:
        self._known.clear()

    def forget(self, key: str) -> None:
        self._known.pop(key, None)
