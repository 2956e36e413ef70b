"""docker-compose.yml, its Dockerfiles and .env.example name only things that exist. No Docker needed."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

TOP = Path(__file__).parent.parent
COMPOSE = yaml.safe_load((TOP / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILES = sorted((TOP / "deploy").glob("*.Dockerfile"))
SETTINGS = set(re.findall(r'"(PEDIDO_[A-Z_]+)"', (TOP / "bot/settings.py").read_text()))

each_service = pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
each_dockerfile = pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.name)


def sources(dockerfile: Path) -> list[str]:
    copies = re.findall(r"^COPY (?!--from)(.+)$", dockerfile.read_text(), flags=re.MULTILINE)
    return [source for copy in copies for source in copy.split()[:-1]]


def modules(command: list[str]) -> list[str]:
    return [word for option, word in zip(command, command[1:], strict=False) if option == "-m"]


def is_runnable(module: str) -> bool:
    path = TOP / module.replace(".", "/")
    return path.with_suffix(".py").exists() or (path / "__main__.py").exists()


@each_service
def test_a_service_is_built_here_or_pinned_to_a_version(service: dict[str, Any]) -> None:
    if "build" in service:
        assert (TOP / service["build"]["context"] / service["build"]["dockerfile"]).exists()
    else:
        assert re.search(r":\d", service["image"])


@each_service
def test_a_service_runs_a_module_that_exists(service: dict[str, Any]) -> None:
    assert all(is_runnable(module) for module in modules(service.get("command", [])))


@each_service
def test_a_service_sets_only_variables_that_the_settings_read(service: dict[str, Any]) -> None:
    names = {name for name in service.get("environment", {}) if name.startswith("PEDIDO_")}
    assert names <= SETTINGS


@each_service
def test_a_service_waits_only_for_what_can_come_true(service: dict[str, Any]) -> None:
    for name, wait in service.get("depends_on", {}).items():
        if wait["condition"] == "service_healthy":
            assert "test" in SERVICES[name]["healthcheck"]
        else:
            assert wait["condition"] == "service_completed_successfully"
            assert SERVICES[name]["restart"] == "no"


@each_service
def test_a_service_uses_networks_and_volumes_that_are_declared(service: dict[str, Any]) -> None:
    assert set(service["networks"]) <= set(COMPOSE["networks"])
    assert {volume.split(":")[0] for volume in service.get("volumes", [])} <= set(COMPOSE["volumes"])


@each_service
def test_what_is_built_here_runs_hardened(service: dict[str, Any]) -> None:
    if "build" in service:
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]


def test_the_engine_has_no_way_out_and_no_secrets() -> None:
    engine = SERVICES["engine"]
    assert all(COMPOSE["networks"][name]["internal"] for name in engine["networks"])
    assert set(engine["environment"]) == {"PEDIDO_ACTIONS_URL", "PEDIDO_KEEP_DAYS"}
    assert "ports" not in engine


def test_only_doors_meant_for_people_are_published() -> None:
    assert {name for name, service in SERVICES.items() if "ports" in service} == {"gateway", "marketplace"}


def test_every_variable_has_a_default_and_stands_in_the_example() -> None:
    used = re.findall(r"\$\{([A-Z_]+)(:-)?", (TOP / "docker-compose.yml").read_text())
    example = set(re.findall(r"^([A-Z_]+)=", (TOP / ".env.example").read_text(), flags=re.MULTILINE))
    assert all(default for _, default in used)
    assert {name for name, _ in used} == example


@each_dockerfile
def test_a_dockerfile_copies_what_exists_and_reaches_the_builder(dockerfile: Path) -> None:
    allowed = {line[1:] for line in (TOP / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    for source in sources(dockerfile):
        assert (TOP / source).exists(), source
        assert {source, source.split("/")[0]} & allowed, source


@each_dockerfile
def test_a_dockerfile_ends_as_an_ordinary_user(dockerfile: Path) -> None:
    last_stage = dockerfile.read_text().rpartition("\nFROM ")[2]
    assert "\nUSER pedido\n" in last_stage


@each_dockerfile
def test_a_dockerfile_uses_the_python_that_its_lock_was_made_for(dockerfile: Path) -> None:
    lock = TOP / ("engine/uv.lock" if dockerfile.name == "engine.Dockerfile" else "uv.lock")
    wanted = re.search(r'requires-python = "([^"]+)"', lock.read_text())
    found = re.search(r"^FROM python:3\.(\d+)-slim$", dockerfile.read_text(), flags=re.MULTILINE)
    assert wanted is not None
    assert found is not None
    assert found[1] in re.findall(r">=3\.(\d+)|==3\.(\d+)", wanted[1])[0]


def test_docker_itself_accepts_the_file() -> None:
    docker = shutil.which("docker")
    if docker is None or subprocess.run([docker, "compose", "version"], capture_output=True).returncode:
        pytest.skip("needs Docker with its compose plugin")
    subprocess.run([docker, "compose", "--project-directory", TOP, "config", "--quiet"], check=True)
