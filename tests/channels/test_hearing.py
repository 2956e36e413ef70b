from pathlib import Path

import pytest
import yaml

from bot.channels.hearing import COMMANDS, hear_command, hear_problem

TOP = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_an_intent_that_a_rule_answers(name: str) -> None:
    rules = [yaml.safe_load(path.read_text()) for path in (TOP / "data/rules").glob("*.yml")]
    answered = {step.get("intent") for file in rules for rule in file["rules"] for step in rule["steps"]}
    alternatives = [
        choice["intent"]
        for file in rules
        for rule in file["rules"]
        for step in rule["steps"]
        for choice in step.get("or", [])
    ]
    heard = hear_command(name)
    assert heard.text == f"/{name}"
    assert heard.payload is not None
    assert heard.payload.removeprefix("/") in answered | set(alternatives)


def test_what_cannot_be_read_names_the_sentence_that_answers() -> None:
    heard = hear_problem("only_words")
    assert (heard.problem, heard.payload) == ("only_words", None)
