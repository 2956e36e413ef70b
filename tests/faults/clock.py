"""A clock that runs faster than the day, the same in every process of a run.

The worker's delays keep their default relation to each other (lease, looks, ``absent_after``); only the day
is shorter. Everything that a checker measures is in the seconds of this clock.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True)
class FastClock:
    """``speed`` of its seconds pass in one real second, counted from the real moment ``began``."""

    speed: float
    began: float

    def __call__(self) -> datetime:
        passed = (time.time() - self.began) * self.speed
        return datetime.fromtimestamp(self.began, UTC) + timedelta(seconds=passed)

    def real(self, seconds: float) -> float:
        """How long ``seconds`` of this clock really take."""
        return seconds / self.speed


def fast(speed: float) -> FastClock:
    return FastClock(speed, time.time())
