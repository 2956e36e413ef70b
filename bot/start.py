"""Starts every process on this machine: `python -m bot.start`, which is what `make run` ends with.

Refuses taken ports by name, brings the ledger up to date, runs the Procfile with honcho. Each process is
restarted by deploy/respawn when it dies; the gateway says when the first message can be answered.
"""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

from honcho.environ import parse, parse_procfile
from honcho.manager import Manager

from bot.settings import Settings, SettingsError, read_settings


def main() -> int:
    surroundings = os.environ | dotenv(Path(".env")) | os.environ  # noqa: TID251 - the processes inherit it
    try:
        settings = read_settings(surroundings)
    except SettingsError as mistake:
        return refuse(str(mistake))
    if taken := [door for door in doors(settings) if is_taken(door[1])]:
        return refuse(*(sentence(*door) for door in taken))
    environ = surroundings | for_processes(settings, surroundings["PATH"])
    settings.var_dir.mkdir(parents=True, exist_ok=True)
    if subprocess.run([sys.executable, "-m", "bot.ledger", "upgrade"], env=environ, check=False).returncode:
        return refuse("The ledger's tables could not be brought up to date: see above.")
    return run_processes(settings, environ)


def dotenv(path: Path) -> dict[str, str]:
    return dict(parse(path.read_text(encoding="utf-8"))) if path.exists() else {}


def doors(settings: Settings) -> list[tuple[str, int, str]]:
    """Every port that will be opened: what stands behind it, its number, the variable that moves it."""
    found = [
        ("the web page", settings.port, f"PEDIDO_PORT={settings.port + 1}"),
        ("the engine", port_of(settings.engine_url), "PEDIDO_ENGINE_URL=http://127.0.0.1:6005"),
        ("the actions", port_of(settings.actions_url), "PEDIDO_ACTIONS_URL=http://127.0.0.1:6055"),
    ]
    if settings.uses_sandbox:
        found.append(
            ("the sandbox", settings.sandbox_port, f"PEDIDO_SANDBOX_PORT={settings.sandbox_port + 1}")
        )
    return found


def sentence(what: str, port: int, remedy: str) -> str:
    return f"Port {port} ({what}) is taken by another program. Stop it, or choose another: {remedy} make run"


def port_of(url: str) -> int:
    return urlsplit(url).port or 80


def is_taken(port: int) -> bool:
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("", port))
        except OSError:
            return True
    return False


def for_processes(settings: Settings, path: str) -> dict[str, str]:
    """What the Procfile's lines need to know."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{path}",
        "PYTHONUNBUFFERED": "1",
        "PEDIDO_VAR_DIR": str(settings.var_dir),
        "PEDIDO_ENGINE_URL": settings.engine_url,
        "PEDIDO_ENGINE_PORT": str(port_of(settings.engine_url)),
        "PEDIDO_ACTIONS_URL": settings.actions_url,
        "PEDIDO_ACTIONS_PORT": str(port_of(settings.actions_url)),
        "PEDIDO_SANDBOX_PORT": str(settings.sandbox_port),
    }


def run_processes(settings: Settings, environ: Mapping[str, str]) -> int:
    manager = Manager()
    for name, command in parse_procfile(Path("Procfile").read_text(encoding="utf-8")).processes.items():
        if name != "marketplace" or settings.uses_sandbox:
            manager.add_process(name, command, env=environ)
    signal.signal(signal.SIGHUP, stop)
    manager.loop()
    return 0 if manager.returncode in (128 + signal.SIGINT, 128 + signal.SIGTERM) else int(manager.returncode)


def stop(number: int, frame: FrameType | None) -> None:
    """A closed terminal stops everything too: honcho itself listens to SIGINT and SIGTERM only."""
    os.kill(os.getpid(), signal.SIGTERM)


def refuse(*sentences: str) -> int:
    print(*sentences, sep="\n", file=sys.stderr)  # noqa: T201 - for people
    return 2


if __name__ == "__main__":
    sys.exit(main())
