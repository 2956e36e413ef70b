"""``python -m bot.ledger upgrade``: create or update the tables before the processes start.

``verify`` checks the audit trail and fails when a row was changed, removed or slipped in. ``erase <login>``
forgets that person's conversations and signs them out; orders and the audit stay.
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.ledger import Ledger
from bot.ledger.migrate import upgrade
from bot.settings import SettingsError, read_settings


async def _verify(ledger: Ledger) -> int:
    broken = await ledger.audit.broken()
    sys.stdout.write(f"audit: rows {broken} do not fit\n" if broken else "audit: every row fits\n")
    return 1 if broken else 0


async def _erase(ledger: Ledger, login: str) -> int:
    count = await ledger.forgetting.conversations_of(login)
    sys.stdout.write(
        f"{count} conversations of {login} are erased; the engine forgets them when the gateway runs\n"
    )
    return 0


async def _run(url: str, command: str, login: str) -> int:
    ledger = Ledger(url, secret=b"")  # neither needs what is sealed
    try:
        return await (_erase(ledger, login) if command == "erase" else _verify(ledger))
    finally:
        await ledger.close()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.ledger", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("upgrade")
    commands.add_parser("verify")
    commands.add_parser("erase").add_argument("login")
    given = parser.parse_args()
    try:
        url = read_settings().database_url
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if given.command == "upgrade":
        upgrade(url)
        return 0
    return asyncio.run(_run(url, given.command, getattr(given, "login", "")))


if __name__ == "__main__":
    sys.exit(main())
