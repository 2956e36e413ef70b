"""Can these tests fail? Twelve bugs, each put into a copy of the product; each must turn the tests red.

A bug is one replacement in one file. The copy is tested on SQLite, by what is quick.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parent.parent.parent
TESTS = (
    "tests/ledger/test_confirm.py",
    "tests/ledger/test_work.py",
    "tests/marketplace/test_outcome.py",
    "tests/marketplace/test_transport.py",
    "tests/worker/test_doubt.py",
    "tests/worker/test_new_customer.py",
    "tests/worker/test_placing.py",
    "tests/faults/test_machine.py",  # last: it looks for the shortest story, which takes its time
)


@dataclass(frozen=True)
class Bug:
    name: str
    path: str
    right: str
    wrong: str


BUGS = (
    Bug(
        "a timeout counts as a no",
        "bot/worker/placing.py",
        "if error.may_have_happened:\n                await self._doubt(sending, _finding",
        "if error.may_have_happened:\n"
        "                await self._settle(sending, IntentState.REJECTED, _finding",
    ),
    Bug(
        "an order in doubt is sent again at once",
        "bot/worker/placing.py",
        "if self._until_absent(intent) > NOW:",
        "if False:",
    ),
    Bug(
        "an error of the server counts as not sent",
        "bot/marketplace/outcome.py",
        "raise Unavailable(error.message, error.correlation_id, can_retry=False, may_have_happened=True)\n"
        "    raise error",
        "raise Unavailable(error.message, error.correlation_id)\n    raise error",
    ),
    Bug(
        "an order is sent again by the transport",
        "bot/marketplace/transport.py",
        "if call.kind is Kind.ORDER:",
        "if False:",
    ),
    Bug(
        "the price is not asked again before sending",
        "bot/worker/placing.py",
        "if quote.total != intent.quote.total:",
        "if False:",
    ),
    Bug(
        "every attempt has a reference of its own",
        "bot/worker/placing.py",
        "reference=sending.id)",
        'reference=f"{sending.id}-{sending.attempts}")',
    ),
    Bug(
        "a quote that has expired can be confirmed",
        "bot/ledger/intents.py",
        "            intents.c.expires_at > now,\n",
        "",
    ),
    Bug(
        "anybody can confirm anybody's order",
        "bot/ledger/intents.py",
        "            intents.c.actor == actor,\n            intents.c.subject == subject,\n",
        "",
    ),
    Bug(
        "an older version can be confirmed",
        "bot/ledger/intents.py",
        "            intents.c.version == version,\n",
        "",
    ),
    Bug(
        "an intent can be taken by two workers",
        "bot/ledger/work.py",
        "or_(intents.c.lease.is_(None), intents.c.lease_until <= now)",
        "or_(intents.c.lease.is_(None), intents.c.lease.is_not(None))",
    ),
    Bug(
        "a worker that was replaced may still write",
        "bot/ledger/rows.py",
        "        intents.c.lease.is_not_distinct_from(intent.lease),\n",
        "",
    ),
    Bug(
        "a customer in doubt is asked for again at once",
        "bot/worker/customers.py",
        "if self.until_absent(intent) > timedelta(0):",
        "if False:",
    ),
)


# Tried first: tests that fail without a bug would catch nothing.
NONE = Bug("no bug at all", "bot/worker/placing.py", "class Placing:", "class Placing:")


def run() -> list[str]:
    """What went unnoticed; empty when every bug was caught."""
    if failed := _caught(NONE):
        return [f"red without a bug: {failed}"]
    missed = []
    for bug in BUGS:
        caught = _caught(bug)
        sys.stdout.write(f"{'caught' if caught else 'MISSED':7} {bug.name}  {caught}\n")
        sys.stdout.flush()
        missed += [] if caught else [f"unnoticed: {bug.name}"]
    return missed


def _caught(bug: Bug) -> str:
    """The first test that failed, or nothing."""
    with tempfile.TemporaryDirectory(prefix="pedido-bug-") as place:
        _copy_with(bug, Path(place))
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-k",
            "not postgresql",
            "-p",
            "no:cacheprovider",
        ]
        tested = subprocess.run([*command, *TESTS], cwd=place, capture_output=True, text=True, check=False)
    failed = [
        line.split(" ")[1] for line in tested.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))
    ]
    return failed[0] if tested.returncode == 1 and failed else ""


def _copy_with(bug: Bug, copy: Path) -> None:
    for name in ("bot", "tests", "domain.yml", "pyproject.toml", "data"):
        source = TOP / name
        shutil.copytree(source, copy / name) if source.is_dir() else shutil.copy(source, copy / name)
    path = copy / bug.path
    text = path.read_text()
    assert bug.right in text, f"{bug.name}: the code it breaks is not there any more"
    path.write_text(text.replace(bug.right, bug.wrong, 1))
