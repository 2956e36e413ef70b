"""Structured logs, the same in every process: one JSON object a line on stderr, bound to a request id.

What people write is never logged at INFO or above; libraries that would do so are silenced here.
"""

from __future__ import annotations

import logging

import structlog

# Below WARNING these log addresses with tokens in them, whole request bodies, or every query.
TALKATIVE = ("httpx", "httpcore", "telegram", "slack_bolt", "slack_sdk", "alembic", "sqlalchemy", "aiosqlite")


def configure_logs(process: str, level: str = "INFO") -> None:
    """Send structlog and the standard library's logging through one JSON formatter; call once at start."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(_formatter(process, shared))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)


def bind_request(request_id: str, **names: str) -> None:
    """Every later log line of this task carries ``request_id`` (and e.g. conversation=…)."""
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=request_id, **names)


def _formatter(process: str, shared: list[structlog.typing.Processor]) -> logging.Formatter:
    def name_process(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
        return {"process": process, **event}

    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            name_process,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(default=str),
        ],
    )
