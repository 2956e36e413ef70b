"""The action server as it is started."""

import json
import os
import subprocess
import sys
from pathlib import Path

PROBE = """
import structlog, bot.actions.__main__ as server
class App:
    def run(self, **_):
        heard = "Ana Ruiz, ana@tacos.example"
        try:
            raise KeyError("utter_gone")
        except KeyError:
            structlog.get_logger().exception("action_failed")
server.create_app = lambda *_, **__: App()
server.main()
"""


def test_a_failure_is_logged_as_json_and_without_what_the_person_wrote(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        env={**os.environ, "PEDIDO_VAR_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    (line,) = [line for line in done.stderr.splitlines() if "action_failed" in line]
    assert json.loads(line)["process"] == "actions"
    assert "ana@tacos.example" not in done.stderr + done.stdout.replace(PROBE, "")
