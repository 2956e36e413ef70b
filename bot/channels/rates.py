"""How much one session, or one address, may ask for: far more than people do, too little to hurt others.

In memory of one gateway: with several of them each counts for itself.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.channels.memory import Memory

_REMEMBERED_KEYS = 20_000


@dataclass(eq=False)
class TooFast(Exception):  # noqa: N818  # says what is the matter
    """Nothing was done. ``wait``: whole seconds until it may be asked again."""

    wait: int


class Rate:
    """A bucket per key: ``burst`` at once, then ``per_second``. ``clock`` counts seconds, never backwards."""

    def __init__(self, per_second: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_second = per_second
        self._burst = burst
        self._clock = clock
        # What is left, and since when. A bucket that nobody touched for so long is full again.
        self._left: Memory[tuple[float, float]] = Memory(_REMEMBERED_KEYS, burst / per_second, clock)

    def take(self, key: str) -> None:
        """Take one from the bucket of ``key``; raises ``TooFast`` when it is empty."""
        now = self._clock()
        left, since = self._left.get(key) or (float(self._burst), now)
        left = min(float(self._burst), left + (now - since) * self._per_second)
        if left < 1:
            raise TooFast(math.ceil((1 - left) / self._per_second))
        self._left.keep(key, (left - 1, now))


@dataclass(frozen=True)
class Rates:
    """A person in a hurry, or who pastes twenty messages, meets neither; nor does an office of hundreds."""

    session: Rate = field(default_factory=lambda: Rate(per_second=20, burst=200))
    address: Rate = field(default_factory=lambda: Rate(per_second=200, burst=2000))
