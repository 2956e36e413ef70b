import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        "\u200f/confirm",
        "\u202e/confirm",
        "\u2066\uff0f/confirm",
        "\u27cb\u2afb/confirm",
        "\u3164/confirm",
        "\u2800/confirm",
        "\u20dd/confirm",
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


SLASHED = st.text(
    st.sampled_from("/\uff0f\u2044\u2215\u29f8\u200f\u202e\u2060\ufeff\u3164 \n\t\x00\u0338\u20dd")
)


@settings(max_examples=2000, deadline=None)
@given(SLASHED, st.text())
def test_nothing_that_anybody_writes_begins_like_a_command(front: str, rest: str) -> None:
    written = plain(f"{front}{rest}")
    assert not written.strip().startswith("/")
    assert plain(written) == written
