"""What is committed as built is what the sources in web/ build; and words are there in every language."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.channels.web.pages import STATIC
from tests.npm import WEB, node_modules

LANGUAGES = ("es", "en", "pt")


def test_the_committed_build_is_what_the_sources_build(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here to build the pages with")
    node_modules()
    subprocess.run([node, "build.js", str(tmp_path)], cwd=WEB, check=True)
    built, committed = contents(tmp_path), contents(STATIC)
    changed = [name for name in built | committed if built.get(name) != committed.get(name)]
    assert changed == [], "run `make web` and commit what it made"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_people_get_nothing_from_npm_but_our_own_code() -> None:
    """What the tools are made of stays out of the product: there is nothing in it to audit."""
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))
    assert [path for path, package in lock["packages"].items() if path and not package.get("dev")] == []


def words(language: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((WEB / f"src/words/{language}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_word_is_there_in_every_language_with_the_same_blanks(language: str) -> None:
    assert shape(words(language)) == shape(words("es"))


def shape(value: object) -> object:
    if isinstance(value, dict):
        return {name: shape(each) for name, each in value.items()}
    if isinstance(value, list):
        return [shape(each) for each in value]
    assert isinstance(value, str)
    assert value.strip()
    return sorted(re.findall(r"\{\w+\}", value))


@pytest.mark.parametrize("script", sorted(WEB.glob("src/**/*.js")), ids=lambda path: path.name)
def test_no_script_makes_markup_or_code_out_of_text(script: Path) -> None:
    source = script.read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|srcdoc", source)
    assert len(source.splitlines()) <= 200


def test_every_word_that_a_script_names_exists() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in WEB.glob("src/**/*.js"))
    pages = "\n".join(path.read_text(encoding="utf-8") for path in WEB.glob("src/pages/*.html"))
    named = set(re.findall(r"\b(?:word|label|hint): \"(\w+)\"|\bword\(\"(\w+)\"", sources))
    flat = {name for pair in named for name in pair if name}
    flat |= set(re.findall(r"data-(?:word|label|hint)=\"(\w+)\"", pages))
    assert len(flat) > 20
    assert flat - set(words("es")) == set()
