"""What the README names is there: files, commands, settings, pictures."""

import re
from pathlib import Path

TOP = Path(__file__).parent.parent
README = (TOP / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_its_links_and_pictures_lead_somewhere() -> None:
    named = re.findall(r'(?:\]\(|src=")(?!https?:)([^)#"]+)', README)
    assert len(named) > 10
    assert [path for path in named if not (TOP / path).exists()] == []


def test_every_picture_that_the_script_makes_is_shown() -> None:
    made = {path.name for path in (TOP / "docs/pictures").glob("*.png")}
    assert made == set(re.findall(r"docs/pictures/(\w+\.png)", README))


def test_every_setting_has_its_line_in_the_table() -> None:
    read = set(re.findall(r'"(PEDIDO_[A-Z_]+)"', (TOP / "bot/settings.py").read_text(encoding="utf-8")))
    read.add("PEDIDO_SANDBOX_SMTP")  # the sandbox's own: it is named in the Procfile
    first_cells = re.findall(r"^\| ([^|]+)\|", section("Settings"), flags=re.MULTILINE)
    assert set(re.findall(r"PEDIDO_[A-Z_]+", "".join(first_cells))) == read


def test_every_command_is_one_of_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (TOP / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"make ([a-z-]+)", re.sub(r"`[^`]* and make`", "", README))) <= targets


def test_what_is_to_be_opened_for_a_change_exists() -> None:
    openable = re.findall(r"`([\w./<>-]*/[\w./<>-]*|\w+\.yml)`", section("To change something"))
    openable += re.findall(r"^    ([\w/]+/) ", section("Folders"), flags=re.MULTILINE)
    assert len(openable) > 20
    assert [each for each in openable if not list(TOP.glob(re.sub(r"<\w+>", "*", each.rstrip("/"))))] == []
