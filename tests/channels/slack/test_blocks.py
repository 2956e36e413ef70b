from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.blocks import posts, used
from bot.ledger import Button, Message
from tests.channels.slack.block_kit import faults

REVIEW = """Revisa tu pedido para Ferretería <El Tornillo>:
• 25 × Business Premium, anual: USD 6,600.00 al año
• Dominio tornillo.com, un año: USD 12.00
Subtotal: USD 6,612.00
Impuestos: USD 1,057.92
Total: USD 7,669.92
Pago: Visa ···· 4242
Cliente nuevo: Ferretería El Tornillo (empresa)
Al confirmar aceptas los Términos Generales de Servicio: https://m.example/terms
¿Lo confirmo?"""
YES_NO: tuple[Button, ...] = ({"title": "Confirmar", "button": "b1"}, {"title": "Cancelar", "button": "b2"})


def said(text: str, buttons: tuple[Button, ...] = ()) -> Message:
    return Message(1, "bot", text, buttons, datetime.now(UTC))


def texts(blocks: list[dict[str, Any]]) -> list[str]:
    return [block["text"]["text"] for block in blocks if block["type"] == "section" and "text" in block]


def test_a_review_shows_lines_amounts_terms_and_what_can_be_done() -> None:
    (post,) = posts(said(REVIEW, YES_NO), is_review=True)
    assert faults(post.blocks) == []
    kinds = [block["type"] for block in post.blocks]
    assert kinds == ["section", "section", "section", "context", "section", "actions"]
    assert texts(post.blocks)[0] == "*Revisa tu pedido para Ferretería &lt;El Tornillo&gt;:*"
    assert texts(post.blocks)[1].count("•") == 2
    fields = [field["text"] for field in post.blocks[2]["fields"]]
    assert "*Total*\nUSD 7,669.92" in fields
    assert "*Impuestos*\nUSD 1,057.92" in fields
    assert "<https://m.example/terms>" in post.blocks[3]["elements"][0]["text"]
    yes, no = post.blocks[5]["elements"]
    assert (yes["value"], yes["style"], "style" in no) == ("b1", "primary", False)


def test_nothing_of_a_review_is_lost_in_its_layout() -> None:
    (post,) = posts(said(REVIEW, YES_NO), is_review=True)
    shown = str(post.blocks)
    for words in ("6,600.00", "12.00", "6,612.00", "4242", "(empresa)", "¿Lo confirmo?", "Términos"):
        assert words in shown


def test_sixty_buttons_stand_in_three_rows_and_long_titles_are_cut() -> None:
    buttons: tuple[Button, ...] = tuple({"title": "T" * 90, "button": f"b{n}"} for n in range(60))
    (post,) = posts(said("¿Cuál?", buttons))
    assert faults(post.blocks) == []
    assert [len(block["elements"]) for block in post.blocks[1:]] == [25, 25, 10]
    assert all(len(button["text"]["text"]) == 75 for button in post.blocks[1]["elements"])


def test_a_link_opens_and_is_no_answer() -> None:
    (post,) = posts(said("Tu tarjeta", ({"title": "Guardar", "url": "https://m.example/card"},)))
    (button,) = post.blocks[1]["elements"]
    assert faults(post.blocks) == []
    assert button["url"] == "https://m.example/card"
    assert "value" not in button


def test_a_used_message_keeps_its_words_and_loses_its_buttons() -> None:
    (post,) = posts(said(REVIEW, YES_NO), is_review=True)
    rest = used(post.blocks, "Confirmar <sí>")
    assert faults(rest) == []
    assert [block["type"] for block in rest] == [
        "section",
        "section",
        "section",
        "context",
        "section",
        "context",
    ]
    assert rest[-1]["elements"][0]["text"] == "✓ Confirmar &lt;sí&gt;"


TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120).filter(str.strip)


@given(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=9000).filter(str.strip),
    st.lists(TITLES, max_size=60),
    st.booleans(),
)
def test_whatever_is_said_slack_takes_it(text: str, titles: list[str], is_review: bool) -> None:
    buttons: tuple[Button, ...] = tuple({"title": title, "button": f"b{n}"} for n, title in enumerate(titles))
    made = posts(said(text, buttons), is_review=is_review)
    assert made
    for post in made:
        assert faults(post.blocks) == []
        assert 1 <= len(post.text) <= 3000


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "a < b"}},
        {"type": "actions", "elements": []},
        {"type": "section", "text": {"type": "mrkdwn", "text": ""}},
    ],
)
def test_the_fake_refuses_what_slack_refuses(block: dict[str, Any]) -> None:
    assert faults([block]) != []
