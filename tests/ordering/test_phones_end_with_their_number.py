"""The pattern by which the engine tags phone numbers takes nothing of the sentence or the line behind one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("+234 803 123 4567. 3 Business Premium", "+234 803 123 4567"),
        ("+51 987 654 321\n3 business premium", "+51 987 654 321"),
        ("+44.113.496.0000, yearly", "+44.113.496.0000"),
        ("+56 (9) 8412-7730.", "+56 (9) 8412-7730"),
    ],
)
def test_a_phone_number_ends_with_its_sentence(text: str, phone: str) -> None:
    tagged = yaml.safe_load(Path("data/nlu/entities.yml").read_text("utf-8"))["nlu"]
    examples = next(each["examples"] for each in tagged if each.get("regex") == "phone")
    patterns = [line.removeprefix("- ") for line in examples.strip().splitlines()]
    assert {found.group() for each in patterns for found in re.finditer(each, text)} == {phone}
