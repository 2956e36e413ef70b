"""Empty ledgers for long runs, as many as wanted, on either database."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.ledger.migrate import upgrade
from tests.postgres import execute, running_postgres

NewLedger = Callable[[str], str]


@contextmanager
def ledgers(database: str, place: Path) -> Iterator[NewLedger]:
    """Gives a function that makes a new ledger called by a name; its value is the ledger's address."""
    if database == "sqlite":
        yield sqlite_ledgers(place)
    else:
        with running_postgres() as server:
            yield postgres_ledgers(server)


def sqlite_ledgers(place: Path) -> NewLedger:
    template = place / "template.db"
    upgrade(f"sqlite+aiosqlite:///{template}")

    def make(name: str) -> str:
        shutil.copy(template, place / f"{name}.db")
        return f"sqlite+aiosqlite:///{place}/{name}.db"

    return make


def postgres_ledgers(server: str) -> NewLedger:
    execute(server + "postgres", "DROP DATABASE IF EXISTS template_ledger", "CREATE DATABASE template_ledger")
    upgrade(server + "template_ledger")

    def make(name: str) -> str:
        execute(server + "postgres", f'CREATE DATABASE "{name}" TEMPLATE template_ledger')
        return server + name

    return make
