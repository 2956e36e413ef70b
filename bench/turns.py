"""How long a turn takes and what memory it takes, next to Rasa's own `rasa init` bot in the same minute.

`make bench-turns`. Turns of the two bots alternate, so that both meet the same machine.
"""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.e2e.chat import Chat
from tests.e2e.house import TOP, House, free_ports, process_table

TURNS = 200
ORDER = [
    "quiero business premium",
    "25",
    "después",
    "anual",
    "ninguno",
    "la espiga",
    "la visa",
    "cuánto cuesta business basic",
    "mejor 30",
    "cancela",
]
SMALL_TALK = ["hello", "great", "are you a bot?", "sad", "no", "goodbye"]  # what `rasa init` is trained for
RASA = str(TOP / "engine/.venv/bin/rasa")


@dataclass
class Measured:
    """One bot: how to send it a message, and what came of it."""

    name: str
    script: list[str]  # said from the first to the last, then anew in another conversation
    say: Callable[[str, str], object]  # text, conversation
    root: int  # pid of the process that started all of the others
    ready: float
    seconds: list[float] = field(default_factory=list)

    def turn(self) -> None:
        rounds, place = divmod(len(self.seconds), len(self.script))
        began = time.perf_counter()
        self.say(self.script[place], f"bench-{rounds}")
        self.seconds.append(time.perf_counter() - began)

    def row(self) -> str:
        median, p95 = statistics.median(self.seconds), statistics.quantiles(self.seconds, n=20)[-1]
        rss, pss = memory(self.root)
        return (
            f"| {self.name} | {median * 1000:.0f} ms | {p95 * 1000:.0f} ms "
            f"| {rss:.0f} MB | {pss:.0f} MB | {self.ready:.1f} s |"
        )


def memory(root: int) -> tuple[float, float]:
    """Resident and proportional megabytes of a process and all that it started (Linux)."""
    table, family = process_table(), [root]
    for member in family:
        family += [pid for pid, (parent, _) in table.items() if parent == member]
    totals = {"Rss": 0, "Pss": 0}
    for pid in family:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        for kind in totals:
            found = re.search(rf"^{kind}:\s+(\d+) kB", rollup, flags=re.MULTILINE)
            totals[kind] += int(found[1]) if found else 0
    return totals["Rss"] / 1024, totals["Pss"] / 1024


def pedido(folder: Path, open_things: ExitStack) -> Measured:
    house = House(folder)
    open_things.callback(house.stop)
    house.start()
    house.stop()
    ready = house.start()  # the second start: nothing left to install, train or migrate
    chat = open_things.enter_context(Chat(house.url))

    def say(text: str, conversation: str) -> None:
        chat.conversation = conversation
        chat.say(text)

    return Measured("Pedido, through the gateway", ORDER, say, house.family()[0], ready)


def rasa_init(folder: Path, open_things: ExitStack) -> Measured:
    """Rasa's tutorial bot, trained and run the way its page says."""
    quiet = os.environ | {"RASA_TELEMETRY_ENABLED": "false"}  # noqa: TID251 - a stranger inherits it
    print("Training `rasa init` (about a minute)", file=sys.stderr)  # noqa: T201 - progress for people
    with (folder / "log").open("wb") as log:
        subprocess.run(
            [RASA, "init", "--no-prompt", "--init-dir", folder], env=quiet, stdout=log, stderr=log, check=True
        )
        port = free_ports("rasa")["rasa"]
        began = time.monotonic()
        server = subprocess.Popen(
            [RASA, "run", "-p", str(port)], cwd=folder, env=quiet, stdout=log, stderr=log
        )
    open_things.callback(server.wait)
    open_things.callback(server.terminate)
    http = open_things.enter_context(httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30))
    while not is_up(http):
        time.sleep(0.1)
    ready = time.monotonic() - began

    def say(text: str, conversation: str) -> None:
        message = {"sender": conversation, "message": text}
        http.post("/webhooks/rest/webhook", json=message).raise_for_status()

    return Measured("`rasa init`, its REST channel", SMALL_TALK, say, server.pid, ready)


def is_up(http: httpx.Client) -> bool:
    try:
        return http.get("/").status_code == 200
    except httpx.TransportError:
        return False


def main() -> None:
    with ExitStack() as open_things:
        folders = [Path(open_things.enter_context(tempfile.TemporaryDirectory())) for _ in range(2)]
        theirs = rasa_init(folders[0], open_things)
        ours = pedido(folders[1], open_things)
        for _ in range(TURNS):
            ours.turn()
            theirs.turn()
        print(f"{TURNS} turns each, {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f}\n")  # noqa: T201 - the result
        print("| bot | median turn | p95 | RSS of all processes | PSS | second start |")  # noqa: T201
        print("|---|---|---|---|---|---|")  # noqa: T201
        print(ours.row(), theirs.row(), sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()
