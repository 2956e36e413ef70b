import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.mrkdwn import MAX_TEXT, chunks, read, written


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("25 premium", "25 premium"),
        ("&lt;b&gt; &amp;amp; R&amp;D", "<b> &amp; R&D"),
        ("para <http://tornillo.com|tornillo.com>", "para tornillo.com"),
        ("<https://a.mx/x?y=1&amp;z=2>", "https://a.mx/x?y=1&z=2"),
        ("a <mailto:ana@a.mx|ana@a.mx> y <tel:+525512345678|55 1234 5678>", "a ana@a.mx y 55 1234 5678"),
        ("<mailto:ana@a.mx>", "ana@a.mx"),
        ("<@U1> en <#C1|ventas> <!here>", "@U1 en ventas !here"),
    ],
)
def test_what_was_typed_is_read_out_of_slacks_markup(sent: str, typed: str) -> None:
    assert read(sent) == typed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<!channel> R&D <@U1>", "&lt;!channel&gt; R&amp;D &lt;@U1&gt;"),
        ("ve a https://a.mx/t?x=1&y=2.", "ve a <https://a.mx/t?x=1&amp;y=2>."),
        ("tornillo.com", "tornillo.com"),
        ("(https://a.mx)", "(<https://a.mx>)"),
    ],
)
def test_nothing_in_a_text_can_command_slack(text: str, shown: str) -> None:
    assert written(text) == shown


@given(st.text(alphabet=st.sampled_from("ab <>&\nñ😀:/.https"), max_size=400), st.integers(30, 90))
def test_pieces_fit_and_together_are_the_whole(text: str, limit: int) -> None:
    pieces = chunks(text, limit)
    assert all(0 < len(written(piece)) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_long_list_is_cut_between_its_lines() -> None:
    lines = [f"• {n} × Plan & complemento número {n}" for n in range(400)]
    pieces = chunks("\n".join(lines))
    assert len(pieces) > 3
    assert "\n".join(pieces).split("\n") == lines
    assert all(len(written(piece)) <= MAX_TEXT for piece in pieces)
