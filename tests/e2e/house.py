"""The real processes for a test: started as `make run` does, on free ports, with a folder of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import httpx

TOP = Path(__file__).parent.parent.parent
PROCESSES = {
    "engine": "-m rasa run",
    "actions": "-m bot.actions",
    "gateway": "-m bot.channels",
    "worker": "-m bot.worker",
    "marketplace": "-m bot.sandbox",
}


@dataclass
class House:
    """Start, look at, hurt and stop everything. Call `stop` whatever happens."""

    folder: Path
    ports: dict[str, int] = field(
        default_factory=lambda: free_ports("gateway", "engine", "actions", "marketplace")
    )
    extra: dict[str, str] = field(default_factory=dict)
    _runner: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.ports['gateway']}"

    @property
    def marketplace_url(self) -> str:
        return f"http://127.0.0.1:{self.ports['marketplace']}/marketplace/mx"

    @property
    def log(self) -> Path:
        return self.folder / "house.log"

    @contextmanager
    def running(self) -> Iterator[Self]:
        assert (TOP / "models/pedido.tar.gz").exists(), "no trained model: run `make train`"
        try:
            self.start()
            yield self
        finally:
            self.stop()

    def start(self) -> float:
        """Seconds until the first message can be answered."""
        began = time.monotonic()
        with self.log.open("ab") as log:
            self._runner = subprocess.Popen(
                [sys.executable, "-m", "bot.start"],
                cwd=TOP,
                env=os.environ | self.environ(),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.wait_until(self.is_healthy, "ready", seconds=180)
        return time.monotonic() - began

    def environ(self) -> dict[str, str]:
        return {
            "PEDIDO_VAR_DIR": str(self.folder),
            "PEDIDO_PORT": str(self.ports["gateway"]),
            "PEDIDO_ENGINE_URL": f"http://127.0.0.1:{self.ports['engine']}",
            "PEDIDO_ACTIONS_URL": f"http://127.0.0.1:{self.ports['actions']}",
            "PEDIDO_SANDBOX_PORT": str(self.ports["marketplace"]),
            **self.extra,
        }

    def is_healthy(self) -> bool:
        try:
            return httpx.get(f"{self.url}/health", timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def wait_until(self, is_so: Callable[[], bool], what: str, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > deadline or (self._runner and self._runner.poll() is not None):
                raise AssertionError(f"never {what}; the log ends with:\n{self.log_end()}")
            time.sleep(0.2)

    def log_end(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-60:])

    def pid_of(self, name: str) -> int | None:
        """The working process itself, not what keeps it alive."""
        table = process_table()
        for pid in self.family():
            arguments = table[pid][1]
            if PROCESSES[name] in arguments and "respawn" not in arguments:
                return pid
        return None

    def kill(self, name: str) -> None:
        """kill -9, as the kernel does when memory runs out."""
        pid = self.pid_of(name)
        assert pid is not None, f"{name} is not running"
        os.kill(pid, signal.SIGKILL)
        self.wait_until(lambda: pid not in process_table(), f"rid of {name}", seconds=5)

    def family(self) -> list[int]:
        """Every living process that the runner started, however deep."""
        table = process_table()
        family = [self._runner.pid] if self._runner else []
        for member in family:
            family += [pid for pid, (parent, _) in table.items() if parent == member]
        return family

    def stop(self, number: signal.Signals = signal.SIGINT) -> float:
        """Seconds until the runner was gone."""
        assert self._runner is not None
        began = time.monotonic()
        self._runner.send_signal(number)
        self.status = self._runner.wait(timeout=20)
        return time.monotonic() - began


def process_table() -> dict[int, tuple[int, str]]:
    """Pid -> parent and command line, of what lives; the dead that nobody has buried do not count."""
    listing = subprocess.run(
        ["ps", "-eo", "pid=,ppid=,stat=,args="], capture_output=True, text=True, check=True
    )
    rows = (line.split(None, 3) for line in listing.stdout.splitlines())
    return {
        int(pid): (int(parent), rest[-1]) for pid, parent, state, *rest in rows if not state.startswith("Z")
    }


def free_ports(*names: str) -> dict[str, int]:
    doors = [socket.socket() for _ in names]
    for door in doors:
        door.bind(("127.0.0.1", 0))
    ports = {name: door.getsockname()[1] for name, door in zip(names, doors, strict=True)}
    for door in doors:
        door.close()
    return ports
