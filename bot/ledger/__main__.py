"""``python -m bot.ledger upgrade``: create or update the tables before the processes start.

``verify`` checks the audit trail and fails when a row was changed, removed or slipped in. ``export`` writes
it as JSON lines: what was shown, what was said yes to, by whom, for whom, where, and what came of it.
``erase <login>`` forgets that person's conversations, chats and calls, and signs them out; orders and the
audit stay.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from dataclasses import asdict
from datetime import UTC, datetime

from bot.ledger import Ledger
from bot.ledger.migrate import upgrade
from bot.settings import SettingsError, read_settings


async def _verify(ledger: Ledger, _: argparse.Namespace) -> int:
    broken = await ledger.audit.broken()
    sys.stdout.write(f"audit: rows {broken} do not fit\n" if broken else "audit: every row fits\n")
    return 1 if broken else 0


async def _erase(ledger: Ledger, given: argparse.Namespace) -> int:
    count = await ledger.forgetting.conversations_of(given.login)
    sys.stdout.write(
        f"{count} conversations of {given.login} are erased; the engine forgets them when the gateway runs\n"
    )
    return 0


async def _export(ledger: Ledger, given: argparse.Namespace) -> int:
    async for row in ledger.audit.export(given.reseller, given.start, given.end):
        known = {**asdict(row), "at": row.at.isoformat()}
        sys.stdout.write(json.dumps(known, ensure_ascii=False) + "\n")
    return 0


VERBS = {"verify": _verify, "erase": _erase, "export": _export}


async def _run(url: str, given: argparse.Namespace) -> int:
    ledger = Ledger(url, secret=b"")  # none of them needs what is sealed
    try:
        return await VERBS[given.command](ledger, given)
    finally:
        await ledger.close()


def main() -> int:
    given = _read_arguments()
    try:
        url = read_settings().database_url
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if given.command == "upgrade":
        upgrade(url)
        return 0
    return asyncio.run(_run(url, given))


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.ledger", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("upgrade")
    commands.add_parser("verify")
    commands.add_parser("erase").add_argument("login")
    export = commands.add_parser("export")
    export.add_argument("--reseller", help="the login of one reseller (default all)")
    export.add_argument("--from", dest="start", type=_moment, help="2026-11-01, or with a time, UTC")
    export.add_argument("--until", dest="end", type=_moment, help="up to before this moment")
    return parser.parse_args()


def _moment(text: str) -> datetime:
    """An ISO date or time; without a zone it is UTC."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


if __name__ == "__main__":
    sys.exit(main())
