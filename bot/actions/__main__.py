"""The action server: `python -m bot.actions --port 5055`. One process, loopback by default.

rasa-sdk's own command starts a manager and a worker; a killed manager leaves the worker on the port.
"""

import argparse

from rasa_sdk.endpoint import create_app
from rasa_sdk.executor import ActionExecutor

from bot.logs import configure_logs
from bot.wiring import settings


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.actions", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=5055)
    where = parser.parse_args()
    # Without this, structlog would print failures with all local variables: what people wrote.
    configure_logs("actions", settings().log_level)
    executor = ActionExecutor()
    executor.register_package("bot.actions")
    app = create_app(executor, cors_origins=[])
    app.run(host=where.host, port=where.port, single_process=True, access_log=False, motd=False)


if __name__ == "__main__":
    main()
