import pytest

from bot.channels.plain_text import plain


@pytest.mark.parametrize(
    "text",
    [
        "/confirm",
        "//confirm",
        "  /confirm",
        "\u00a0/confirm",
        "\u200b/confirm",
        "\uff0fconfirm",
        "/ / /confirm",
        "\u2060\uff0f\u200d/confirm",
        "\ufeff/confirm",
        "\u2044confirm",
        "\u0338/confirm",
        "\n\t/confirm",
        "\x00/confirm",
    ],
)
def test_a_leading_slash_never_passes(text: str) -> None:
    assert plain(text) == "confirm"


@pytest.mark.parametrize("text", ["quiero 25", "25 y/o 30", "ferretería.com/mx", "año 1/2"])
def test_other_text_stays(text: str) -> None:
    assert plain(text) == text


def test_nothing_but_slashes_is_nothing() -> None:
    assert plain(" // \u200b ") == ""


def test_control_characters_become_spaces_but_lines_stay() -> None:
    assert plain("a\x00b\r\nc\td") == "a b\nc d"
