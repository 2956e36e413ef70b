"""``python -m bot.sandbox``: the embedded marketplace as a process of its own."""

from __future__ import annotations

import argparse
import logging

from bot.sandbox.app import create_app
from bot.sandbox.server import serve


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument(
        "--database", default="sqlite:///var/sandbox.db", help="a SQLite file (default %(default)s)"
    )
    parser.add_argument("--public-url", help="where browsers reach the hosted card page, if elsewhere")
    parser.add_argument(
        "--smtp", type=_server, default=None, help="host:port of the server that mail goes to"
    )
    parser.add_argument("--faults", action="store_true", help="allow tests to plant faults at /ext/faults")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    try:
        app = create_app(
            options.database,
            with_faults=options.faults,
            public_url=options.public_url,
            smtp=options.smtp,
        )
    except ValueError as error:
        parser.error(str(error))
    logging.getLogger("sandbox").info("serving http://%s:%d/marketplace", options.host, options.port)
    serve(app, options.host, options.port, with_faults=options.faults)


def _server(text: str) -> tuple[str, int] | None:
    """host and port; an empty text, as from an unset variable, is no server."""
    host, _, port = text.rpartition(":")
    if not text:
        return None
    if not host or not port.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is not host:port")
    return host.strip("[]"), int(port)


main()
