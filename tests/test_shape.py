"""The house rules that a machine can keep: sizes, the same topics everywhere, words and actions that fit."""

import ast
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

TOP = Path(__file__).parent.parent
LONGEST_FILE = 300
LONGEST_FUNCTION = 45
LANGUAGES = ("es", "en", "pt")  # what is not marked in domain.yml is the first one
ENGINES_OWN = {
    "action_listen",
    "action_restart",
    "action_session_start",
    "action_default_fallback",
    "action_back",
}

tracked = subprocess.run(
    ["git", "ls-files"], cwd=TOP, capture_output=True, text=True, check=True
).stdout.split("\n")
PYTHON = [TOP / name for name in tracked if name.endswith(".py") and (TOP / name).exists()]
LONG_LISTS = [path for path in PYTHON if path.parent.name == "versions"]  # a migration is a list of tables
each_file = pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(TOP)))


def read_yaml(*patterns: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    for pattern in patterns:
        for path in sorted(TOP.glob(pattern)):
            yield path, yaml.safe_load(path.read_text(encoding="utf-8"))


def domain() -> dict[str, Any]:
    return next(read_yaml("domain.yml"))[1]


def examples(block: dict[str, Any]) -> list[str]:
    lines = (line.strip().removeprefix("- ") for line in block["examples"].splitlines())
    return [re.sub(r"\[([^\]]+)\](\([^)]*\)|\{[^}]*\})", r"\1", line) for line in lines if line]


def intents(language: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, content in read_yaml(f"data/nlu/{language}/*.yml"):
        yield from ((path.stem, block) for block in content["nlu"] if "intent" in block)


@each_file
def test_a_file_is_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize(
    "path", sorted(set(PYTHON) - set(LONG_LISTS)), ids=lambda path: str(path.relative_to(TOP))
)
def test_a_function_is_short_enough_to_see(path: Path) -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, functions):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


def test_every_language_has_the_same_topics_and_the_same_intents() -> None:
    shapes = {
        language: {(topic, block["intent"]) for topic, block in intents(language)} for language in LANGUAGES
    }
    assert shapes["en"] == shapes["es"]
    assert shapes["pt"] == shapes["es"]


def test_no_example_stands_under_two_intents() -> None:
    meanings = defaultdict(set)
    for language in LANGUAGES:
        for _, block in intents(language):
            for text in examples(block):
                meanings[text.casefold()].add(block["intent"])
    assert {text: found for text, found in meanings.items() if len(found) > 1} == {}


def test_every_intent_with_examples_is_in_the_domain() -> None:
    known = {next(iter(entry)) if isinstance(entry, dict) else entry for entry in domain()["intents"]}
    assert {block["intent"] for _, block in intents("es")} <= known


def test_the_domain_and_the_action_server_know_the_same_actions() -> None:
    server = ActionExecutor()
    server.register_package("bot.actions")
    named = {name for name in domain()["actions"] if not name.startswith("utter_")}
    assert named - ENGINES_OWN == set(server.actions) - ENGINES_OWN


def test_every_sentence_that_is_uttered_is_in_the_domain() -> None:
    rules = [path for path, _ in read_yaml("data/rules/*.yml", "data/stories/*.yml")]
    python = [path for path in PYTHON if path.is_relative_to(TOP / "bot")]
    uttered = {
        name
        for path in rules
        for name in re.findall(r"action: (utter_\w+)", path.read_text(encoding="utf-8"))
    }
    spoken = re.compile(r"\.(?:say|phrase|tell|ask)\(\s*(?:Step\.\w+,\s*)?\"([a-z_]+)\"")
    uttered |= {
        f"utter_{name}" for path in python for name in spoken.findall(path.read_text(encoding="utf-8"))
    }
    assert len(uttered) > 50
    assert uttered - set(domain()["responses"]) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_said_in_every_language(language: str) -> None:
    untranslated = [
        name
        for name, variants in domain()["responses"].items()
        if language not in {language_of(variant) for variant in variants}
    ]
    assert untranslated == []


def language_of(variant: dict[str, Any]) -> str:
    """The language of one wording: the one its condition names, else the default."""
    named = [each["value"] for each in variant.get("condition", []) if each["name"] == "language"]
    return named[0] if named else LANGUAGES[0]


def test_a_sentence_fills_in_the_same_facts_in_every_language() -> None:
    uneven = []
    for name, variants in domain()["responses"].items():
        blanks = defaultdict(set)
        for variant in variants:
            blanks[language_of(variant)] |= set(re.findall(r"\{(\w+)\}", variant.get("text", "")))
        if len({frozenset(found) for found in blanks.values()}) > 1:
            uneven.append(name)
    assert uneven == []


def test_the_list_of_sentences_that_actions_say_is_whole() -> None:
    listed, elsewhere = set(), set()
    for path, content in read_yaml("data/rules/*.yml", "data/stories/*.yml"):
        for block in content.get("rules", []) + content.get("stories", []):
            named = {step["action"] for step in block["steps"] if "action" in step}
            (listed if path.stem == "sentences" else elsewhere).update(named)
    assert listed == set(domain()["responses"]) - elsewhere


def test_each_decision_has_a_number_of_its_own_in_its_name_and_in_its_title() -> None:
    pages = sorted((TOP / "docs/decisions").glob("*.md"))
    titles = [page.read_text(encoding="utf-8").partition("\n")[0] for page in pages]
    numbers = [int(page.name.partition("-")[0]) for page in pages]
    assert numbers == list(range(1, len(pages) + 1))
    assert [title.partition(".")[0] for title in titles] == [f"# {number}" for number in numbers]
