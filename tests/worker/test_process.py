"""The worker and the ledger's command as they are really started."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parent.parent.parent


def start(tmp_path: Path, *command: str, **changes: str) -> subprocess.Popen[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PEDIDO_")}
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=TOP,
        env={**clean, "PEDIDO_VAR_DIR": str(tmp_path), **changes},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(tmp_path: Path, *command: str, **changes: str) -> tuple[int, str]:
    with start(tmp_path, *command, **changes) as process:
        out, err = process.communicate(timeout=60)
        return process.returncode, out + err


def test_the_worker_starts_says_so_and_stops_cleanly(tmp_path: Path) -> None:
    assert run(tmp_path, "bot.ledger", "upgrade") == (0, "")
    with start(tmp_path, "bot.worker") as worker:
        assert worker.stderr is not None
        started = json.loads(worker.stderr.readline())
        worker.send_signal(signal.SIGTERM)
        _, rest = worker.communicate(timeout=10)
    assert (started["process"], started["event"]) == ("worker", "worker_started")
    assert [json.loads(line)["event"] for line in rest.splitlines()] == ["worker_stopped"]
    assert worker.returncode == 0


def test_a_bad_setting_stops_the_start_and_is_named(tmp_path: Path) -> None:
    for command in (("bot.worker",), ("bot.ledger", "upgrade")):
        code, said = run(tmp_path, *command, PEDIDO_DATABASE_URL="oracle://db")
        assert (code, said.split()[0]) == (2, "PEDIDO_DATABASE_URL")


def test_the_audit_trail_can_be_verified_from_the_command_line(tmp_path: Path) -> None:
    run(tmp_path, "bot.ledger", "upgrade")
    assert run(tmp_path, "bot.ledger", "verify") == (0, "audit: every row fits\n")


def test_the_audit_trail_can_be_exported_from_the_command_line(tmp_path: Path) -> None:
    run(tmp_path, "bot.ledger", "upgrade")
    asked = ("--reseller", "ana", "--from", "2026-11-01", "--until", "2026-12-01T12:00")
    assert run(tmp_path, "bot.ledger", "export", *asked) == (0, "")


def test_the_books_can_be_compared_from_the_command_line(tmp_path: Path) -> None:
    run(tmp_path, "bot.ledger", "upgrade")
    code, said = run(tmp_path, "bot.worker", "reconcile")
    assert code == 0
    assert "Both books say the same." in said.splitlines()
