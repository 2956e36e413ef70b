"""A throw-away PostgreSQL server, for tests and for the long runs of tests/faults."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

NOT_HERE = "PostgreSQL is not installed here (apt-get install postgresql); CI installs it"


def programs() -> Path | None:
    """Where initdb and pg_ctl are, if they are."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def running_postgres() -> Iterator[str]:
    """The value is its address up to and including the last slash."""
    there = programs()
    assert there, NOT_HERE
    place = Path(tempfile.mkdtemp(prefix="pedido-postgres-", dir="/tmp"))
    # initdb refuses to run as root, and the package brings a user for it.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(place, "postgres")
    control = [*as_user, str(there / "pg_ctl"), "--pgdata", str(place / "data"), "--silent", "--wait"]
    port = _free_port()
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={place} -c fsync=off"
    try:
        _run([*control, "initdb", "-o", "--auth=trust --username=postgres --encoding=UTF8"], place)
        _run([*control, "--log", str(place / "log"), "--options", options, "start"], place)
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/"
    finally:
        subprocess.run([*control, "--mode=immediate", "stop"], cwd=place, check=False, capture_output=True)
        shutil.rmtree(place, ignore_errors=True)


def execute(url: str, *statements: str) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def _run(command: list[str], place: Path) -> None:
    subprocess.run(command, cwd=place, check=True, stdout=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
