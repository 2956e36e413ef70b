"""Slows down guessing: after some failures in a row, nobody may try under that key for a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

_PAUSE_SECONDS = 60.0
_REMEMBERED_KEYS = 10_000


class Throttle:
    """In memory of one process; ``clock`` counts seconds and never runs backwards."""

    def __init__(self, free_failures: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._free_failures = free_failures
        self._clock = clock
        self._failures: OrderedDict[str, tuple[int, float]] = OrderedDict()

    def wait(self, key: str) -> int:
        """For how many whole seconds ``key`` must still pause; 0: it may try."""
        count, last = self._failures.get(key, (0, 0.0))
        left = last + _PAUSE_SECONDS - self._clock()
        return int(left) + 1 if count >= self._free_failures and left > 0 else 0

    def failed(self, key: str) -> None:
        count, last = self._failures.pop(key, (0, 0.0))
        now = self._clock()
        self._failures[key] = (count + 1 if now - last < _PAUSE_SECONDS else 1, now)
        if len(self._failures) > _REMEMBERED_KEYS:
            self._failures.popitem(last=False)

    def succeeded(self, key: str) -> None:
        self._failures.pop(key, None)
