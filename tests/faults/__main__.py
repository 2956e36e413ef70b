"""The whole of what `make test` samples: ``python -m tests.faults kills --times 100 --database postgresql``.

Prints one line for each part with its figures, and every violation; fails if there is one.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.faults.clock import fast
from tests.faults.crash import POINTS, SLOW
from tests.faults.databases import ledgers
from tests.faults.kills import Killed, Run, kill

LANES_OF_THE_SLOW = 5


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("part", choices=("kills",))
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--times", type=int, default=100, help="kills at each point")
    parser.add_argument("--speed", type=float, default=2.0, help="how much faster than the day")
    options = parser.parse_args()
    say(f"commit {commit()}, {vars(options)}, {time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="pedido-faults-") as place:
        wrong = asyncio.run(kills(options, Path(place)))
    say(f"{len(wrong)} violations, {time.monotonic() - began:.0f} s", *wrong)
    return 1 if wrong else 0


async def kills(options: argparse.Namespace, place: Path) -> list[str]:
    with ledgers(options.database, place) as new_ledger:
        run = Run(new_ledger, place, fast(options.speed))
        lanes = await asyncio.gather(*(kill(run, *lane) for lane in shares(options.times)))
    for point in POINTS:
        say(summary(point, [lane for lane in lanes if lane.point == point]))
    return [wrong for lane in lanes for wrong in lane.verdict.wrong]


def shares(times: int) -> Iterator[tuple[str, int, str]]:
    """Lanes: one for a point, more where every order waits long."""
    for point in POINTS:
        lanes = LANES_OF_THE_SLOW if point in SLOW else 1
        for number in range(min(lanes, times)):
            yield point, times // lanes + (number < times % lanes), f"-{number}"


def summary(point: str, lanes: list[Killed]) -> str:
    seconds = sorted(one for lane in lanes for one in lane.verdict.seconds)
    ends: Counter[str] = sum((lane.verdict.ends for lane in lanes), Counter())
    kills, orders = sum(lane.kills for lane in lanes), sum(lane.verdict.orders for lane in lanes)
    told = sum(lane.verdict.told for lane in lanes)
    middle, last = (seconds[len(seconds) // 2], seconds[-1]) if seconds else (0, 0)
    return (
        f"{point:22} {kills:5} killed {orders:5} orders {told:5} told  settled after {middle:5.1f} s (median)"
        f" {last:5.1f} s (longest)  {dict(ends)}"
    )


def commit() -> str:
    shown = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=True
    )
    return shown.stdout.strip()


def say(*lines: str) -> None:
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
