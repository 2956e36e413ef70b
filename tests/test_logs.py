from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.logs import bind_request, configure_logs


@pytest.fixture
def _own_logging() -> Iterator[None]:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield
    root.handlers[:], level = before
    root.setLevel(level)
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


@pytest.mark.usefixtures("_own_logging")
def test_every_line_is_json_with_process_and_request(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("worker")
    bind_request("01REQUEST", conversation="01TALK")
    structlog.get_logger("ours").info("order_placed", order="ORD-1")
    logging.getLogger("theirs").warning("disk is %s", "full")
    ours, theirs = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (ours["event"], ours["order"], ours["level"]) == ("order_placed", "ORD-1", "info")
    assert (theirs["event"], theirs["level"]) == ("disk is full", "warning")
    for line in (ours, theirs):
        assert (line["process"], line["request_id"], line["conversation"]) == (
            "worker",
            "01REQUEST",
            "01TALK",
        )


@pytest.mark.usefixtures("_own_logging")
def test_libraries_that_would_log_what_people_write_are_silent(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("gateway", "DEBUG")
    for name in ("httpx", "telegram.ext", "slack_bolt", "sqlalchemy.engine"):
        logging.getLogger(name).info("4111 1111 1111 1111")
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("_own_logging")
def test_a_failure_keeps_its_traceback_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("worker")
    try:
        raise ValueError("a bug")
    except ValueError:
        structlog.get_logger("ours").exception("intent_stuck")
    (line,) = capsys.readouterr().err.splitlines()
    assert "ValueError: a bug" in json.loads(line)["exception"]
