"""``python -m bot.worker``: runs until SIGTERM or Ctrl-C."""

from __future__ import annotations

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
        )
    finally:
        await wiring.close()
        log.info("worker_stopped")


def main() -> int:
    try:
        configure_logs("worker", wiring.settings().log_level)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    asyncio.run(work())
    return 0


if __name__ == "__main__":
    sys.exit(main())
