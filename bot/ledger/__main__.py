"""``python -m bot.ledger upgrade``: create or update the tables before the processes start.

``verify`` checks the audit trail and fails when a row was changed, removed or slipped in.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.ledger import Ledger
from bot.ledger.migrate import upgrade
from bot.settings import SettingsError, read_settings


async def _broken_rows(url: str) -> list[int]:
    ledger = Ledger(url, secret=b"")  # the trail holds no secrets
    try:
        return await ledger.audit.broken()
    finally:
        await ledger.close()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.ledger", description=__doc__)
    parser.add_argument("command", choices=("upgrade", "verify"))
    command = parser.parse_args().command
    try:
        url = read_settings().database_url
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if command == "upgrade":
        upgrade(url)
        return 0
    broken = asyncio.run(_broken_rows(url))
    sys.stdout.write(f"audit: rows {broken} do not fit\n" if broken else "audit: every row fits\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
