"""The audit fails for what is known and not excused, and says so when it could look up nothing."""

import importlib.util
import sys
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TOP = Path(__file__).parent.parent
TODAY = date(2026, 11, 27)
SKOPS = {"name": "skops", "version": "0.9", "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-2025-54412"]}]}


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", TOP / ".ci/audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["audit"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def waiver(**changes: Any) -> dict[str, Any]:
    return {"id": "CVE-2025-54412", "package": "skops", "until": TODAY + timedelta(days=1), **changes}


@pytest.mark.parametrize(
    ("waivers", "count"),
    [
        ([], 1),
        ([waiver()], 0),
        ([waiver(until=TODAY)], 1),
        ([waiver(package="rasa")], 1),
        ([waiver(id="CVE-2025-1")], 1),
    ],
)
def test_what_is_known_needs_an_excuse_that_holds(
    audit: ModuleType, waivers: list[dict[str, Any]], count: int
) -> None:
    findings = list(audit.python_findings("engine", {"dependencies": [SKOPS]}))
    assert len(audit.unexcused(findings, waivers, TODAY)) == count


def test_nothing_looked_up_is_not_nothing_found(audit: ModuleType) -> None:
    skipped = {"dependencies": [{"name": "rich", "skip_reason": "not found"}]}
    with pytest.raises(audit.NotChecked):
        list(audit.python_findings("ours", skipped))
    with pytest.raises(audit.NotChecked):
        list(audit.npm_findings({"message": "405 Method Not Allowed"}))


def test_the_pages_tools_count_too(audit: ModuleType) -> None:
    via = [{"url": "https://github.com/advisories/GHSA-1"}, "other"]
    report = {"vulnerabilities": {"a": {"severity": "high", "via": via}, "b": {"severity": "low", "via": []}}}
    (found,) = audit.npm_findings(report)
    assert (found.package, found.names) == ("a", frozenset(["GHSA-1"]))


def test_every_waiver_names_a_day_a_reason_and_something_that_is_locked(audit: ModuleType) -> None:
    locked = (TOP / "engine/uv.lock").read_text() + (TOP / "uv.lock").read_text()
    for each in audit.tomllib.loads((TOP / ".ci/waivers.toml").read_text())["waiver"]:
        assert isinstance(each["until"], date)
        assert len(each["why"]) > 10
        assert f'name = "{each["package"]}"' in locked
