"""Databases to test on: every test that takes ``database_url`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from bot.ledger.migrate import upgrade
from bot.ledger.tables import metadata


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A throw-away PostgreSQL server; the value is its address up to and including the last slash."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        pytest.skip("PostgreSQL is not installed here (apt-get install postgresql); CI installs it")
    yield from _run_postgres(programs[-1].parent)


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "ledger.db"
    upgrade(f"sqlite+aiosqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_postgres(postgres: str) -> str:
    _execute(postgres + "postgres", "CREATE DATABASE ledger")
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
    _execute(url, "SET session_replication_role = replica", f"TRUNCATE {tables}")
    return url


def _execute(url: str, *statements: str) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def _run_postgres(programs: Path) -> Iterator[str]:
    place = Path(tempfile.mkdtemp(prefix="pedido-postgres-", dir="/tmp"))
    # initdb refuses to run as root, and the package brings a user for it.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(place, "postgres")
    control = [*as_user, str(programs / "pg_ctl"), "--pgdata", str(place / "data"), "--silent", "--wait"]
    port = _free_port()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={place} -c fsync=off"
    try:
        _run([*control, "initdb", "-o", "--auth=trust --username=postgres --encoding=UTF8"], place)
        _run([*control, "--log", str(place / "log"), "--options", options, "start"], place)
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/"
        _run([*control, "--mode=immediate", "stop"], place)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _run(command: list[str], place: Path) -> None:
    subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
