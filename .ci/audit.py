"""Known vulnerabilities of everything that is locked: both Python environments and the page's tools.

`make audit`. Fails for what .ci/waivers.toml does not excuse (any more). Where the services that know of
vulnerabilities cannot be reached, it says so and passes: nothing was found because nothing was looked up.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

TOP = Path(__file__).parent.parent
PROJECTS = {"ours": TOP, "engine": TOP / "engine"}


@dataclass(frozen=True)
class Finding:
    where: str
    package: str
    names: frozenset[str]


class NotChecked(Exception):  # noqa: N818  # says what is the matter
    """The service gave no answer."""


def python_findings(where: str, report: Mapping[str, Any]) -> Iterator[Finding]:
    """From pip-audit's JSON; raises ``NotChecked`` when it could look up nothing."""
    known = report["dependencies"]
    if known and all("skip_reason" in each for each in known):
        raise NotChecked(known[0]["skip_reason"])
    for each in known:
        for found in each.get("vulns", []):
            yield Finding(where, each["name"], frozenset([found["id"], *found.get("aliases", [])]))


def npm_findings(report: Mapping[str, Any]) -> Iterator[Finding]:
    """From npm's JSON, moderate and worse."""
    if "vulnerabilities" not in report:
        raise NotChecked(str(report.get("message", "no answer")))
    for name, found in report["vulnerabilities"].items():
        if found["severity"] not in ("info", "low"):
            ids = (via["url"].rsplit("/", 1)[-1] for via in found["via"] if isinstance(via, dict))
            yield Finding("web", name, frozenset(ids))


def unexcused(findings: list[Finding], waivers: list[dict[str, Any]], today: date) -> list[Finding]:
    valid = {(each["package"], each["id"]) for each in waivers if each["until"] > today}
    return [each for each in findings if not any((each.package, name) in valid for name in each.names)]


def audit_python(where: str, uv: str) -> list[Finding]:
    project = ["--project", str(PROJECTS[where])]
    export = [uv, "export", *project, "--frozen", "--no-hashes", "--no-emit-project", "--quiet"]
    with tempfile.NamedTemporaryFile("w+", suffix=".txt") as locked:
        subprocess.run(export, cwd=TOP, stdout=locked, check=True)
        audit = ["pip-audit", "--requirement", locked.name, "--no-deps", "--disable-pip", "--format", "json"]
        done = subprocess.run(audit, capture_output=True, text=True, check=False)
    if not done.stdout.startswith("{"):
        raise NotChecked(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no answer")
    return list(python_findings(where, json.loads(done.stdout)))


def audit_web() -> list[Finding]:
    try:
        done = subprocess.run(
            ["npm", "audit", "--json"], cwd=TOP / "web", capture_output=True, text=True, check=False
        )
    except FileNotFoundError as missing:
        raise NotChecked("npm is not installed") from missing
    return list(npm_findings(json.loads(done.stdout or "{}")))


def main(uv: str) -> int:
    findings: list[Finding] = []
    checks = {where: (lambda where=where: audit_python(where, uv)) for where in PROJECTS} | {"web": audit_web}
    for where, check in checks.items():
        try:
            findings += check()
            tell(f"audit: {where}: looked up")
        except NotChecked as reason:
            tell(f"audit: {where}: NOT CHECKED, there was no answer about vulnerabilities: {reason}")
    waivers = tomllib.loads((TOP / ".ci/waivers.toml").read_text(encoding="utf-8"))["waiver"]
    bad = unexcused(findings, waivers, datetime.now(UTC).date())
    for each in bad:
        tell(
            f"audit: {each.where}: {each.package} has {', '.join(sorted(each.names))}, which nothing excuses"
        )
    tell(f"audit: {len(findings)} known, {len(bad)} not excused")
    return 1 if bad else 0


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "uv"))
