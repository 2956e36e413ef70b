"""Databases to test on: every test that takes ``database_url`` runs on SQLite and on PostgreSQL.

What is marked ``faults`` runs only when it is asked for by that name: ``make test-faults``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ledger.migrate import upgrade
from bot.ledger.tables import metadata
from tests.postgres import NOT_HERE, execute, programs, running_postgres


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "faults" not in config.getoption("-m"):
        whole = [item for item in items if item.get_closest_marker("faults")]
        items[:] = [item for item in items if item not in whole]
        config.hook.pytest_deselected(items=whole)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A throw-away PostgreSQL server; the value is its address up to and including the last slash."""
    if programs() is None:
        pytest.skip(NOT_HERE)
    with running_postgres() as address:
        yield address


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "ledger.db"
    upgrade(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres: str) -> str:
    execute(postgres + "postgres", "CREATE DATABASE ledger")
    upgrade(postgres + "ledger")
    return postgres + "ledger"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty ledger of this test's own, at the newest migration."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path / "ledger.db")
        return f"sqlite+aiosqlite:///{tmp_path}/ledger.db"
    url: str = request.getfixturevalue("migrated_postgres")
    tables = ", ".join(metadata.tables)
    # As a replica, so that the trigger that keeps the audit trail from shrinking looks away.
    execute(url, "SET session_replication_role = replica", f"TRUNCATE {tables}")
    return url
