"""What npm brings for tests: the build of the pages, and axe-core."""

import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).parent.parent / "web"


def node_modules() -> Path:
    """web/node_modules as its lock says; the test that asks is skipped where there is no npm to bring it."""
    if not (WEB / "node_modules/.package-lock.json").exists():
        if shutil.which("npm") is None:
            pytest.skip("no npm here to install what web/package-lock.json names")
        command = ["npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit"]
        if subprocess.run(command, cwd=WEB).returncode != 0:
            pytest.skip("npm could not bring what web/package-lock.json names: no network?")
    return WEB / "node_modules"
