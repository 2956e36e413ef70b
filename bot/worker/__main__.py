"""``python -m bot.worker``: runs until SIGTERM or Ctrl-C.

``python -m bot.worker reconcile`` compares our books with the marketplace's once, as happens every night: it
says what differs, and fails if anything does.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from datetime import timedelta

import structlog

from bot import wiring
from bot.logs import configure_logs
from bot.settings import SettingsError
from bot.worker.card_watch import CardWatch
from bot.worker.forgetting import Forgetting
from bot.worker.loop import Loop
from bot.worker.pace import Pace
from bot.worker.placing import Placing
from bot.worker.reconciling import Reconciling

log = structlog.get_logger(__name__)


async def work() -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    ledger = wiring.ledger()
    pace = Pace(absent_after=timedelta(seconds=wiring.settings().absent_after))
    log.info("worker_started")
    try:
        await asyncio.gather(
            Loop(ledger, Placing(ledger, wiring.marketplace_for, pace)).run(stop),
            CardWatch(ledger, wiring.marketplace_for).run(stop),
            Forgetting(ledger, timedelta(days=wiring.settings().keep_days)).run(stop),
            Reconciling(ledger, wiring.marketplace_for).run(stop),
        )
    finally:
        await wiring.close()
        log.info("worker_stopped")


async def reconcile() -> int:
    try:
        found = await Reconciling(wiring.ledger(), wiring.marketplace_for).compare_all()
    finally:
        await wiring.close()
    lines = [f"{one.kind}: {one.subject}, order {one.order_id}, poNumber {one.reference}" for one in found]
    sys.stdout.write("\n".join(lines or ["Both books say the same."]) + "\n")
    return 1 if found else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.worker", description=__doc__)
    parser.add_argument("command", nargs="?", choices=("reconcile",))
    command = parser.parse_args().command
    try:
        configure_logs("worker", wiring.settings().log_level)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if command == "reconcile":
        return asyncio.run(reconcile())
    asyncio.run(work())
    return 0


if __name__ == "__main__":
    sys.exit(main())
