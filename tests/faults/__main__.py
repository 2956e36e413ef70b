"""The whole of what `make test` samples: ``python -m tests.faults kills --times 100 --database postgresql``.

Prints one line for each part with its figures, and every violation; fails if there is one.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bot.logs import configure_logs
from tests.faults.clock import fast
from tests.faults.crash import POINTS
from tests.faults.databases import ledgers
from tests.faults.kills import Killed, Run, kill
from tests.faults.mutations import run as run_mutations
from tests.faults.plan import Seeded
from tests.faults.soak import Soak

ONE_IN_FIVE = 0.2


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("part", choices=("kills", "soak", "mutations"))
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--times", type=int, default=100, help="kills at each point")
    parser.add_argument("--speed", type=float, default=1.0, help="how much faster than the day")
    parser.add_argument("--orders", type=int, default=20_000, help="orders of the soak")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    configure_logs("faults", "CRITICAL")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that nothing is left running
    say(f"commit {commit()}, {vars(options)}, {time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="pedido-faults-") as place:
        wrong = asyncio.run(PARTS[options.part](options, Path(place)))
    say(f"{len(wrong)} violations, {time.monotonic() - began:.0f} s", *wrong)
    return 1 if wrong else 0


async def kills(options: argparse.Namespace, place: Path) -> list[str]:
    with ledgers(options.database, place) as new_ledger:
        run = Run(new_ledger, place, fast(options.speed))
        lanes = await asyncio.gather(*(kill(run, point, options.times) for point in POINTS))
    say(*(summary(lane) for lane in lanes))
    return [wrong for lane in lanes for wrong in lane.verdict.wrong]


async def soak(options: argparse.Namespace, place: Path) -> list[str]:
    plan = Seeded(options.seed, ONE_IN_FIVE)
    with ledgers(options.database, place) as new_ledger:
        story = Soak(new_ledger("soak"), place / "soak", fast(options.speed), plan, options.workers)
        soaked = await story.run(range(options.orders))
    found, seconds = soaked.verdict, sorted(soaked.verdict.seconds) or [0.0]
    say(
        f"{sum(found.ends.values())} confirmed, {found.orders} orders, {found.told} told,"
        f" {sum(soaked.met.values())} of {soaked.calls} calls faulty; ends {dict(found.ends)};"
        f" settled after {seconds[len(seconds) // 2]:.1f} s (median),"
        f" {seconds[int(0.99 * len(seconds))]:.1f} s (p99), {seconds[-1]:.1f} s (longest)",
        *(f"    {fault:24} {times}" for fault, times in sorted(soaked.met.items())),
    )
    return found.wrong


def summary(lane: Killed) -> str:
    found = lane.verdict
    seconds = sorted(found.seconds) or [0.0]
    return (
        f"{lane.point:22} {lane.kills:4} killed {found.orders:4} orders {found.told:4} told, settled after"
        f" {seconds[len(seconds) // 2]:5.1f} s (median) {seconds[-1]:5.1f} s (longest), {dict(found.ends)}"
    )


async def mutations(options: argparse.Namespace, place: Path) -> list[str]:
    return await asyncio.to_thread(run_mutations)


PARTS = {"kills": kills, "soak": soak, "mutations": mutations}


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
