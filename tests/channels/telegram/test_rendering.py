from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from bot.channels.telegram.rendering import MOST_ON_A_PAGE, keyboard, render, split
from bot.ledger import Button, Message


def message(text: str = "¿Cuál?", *buttons: Button, seq: int = 7) -> Message:
    return Message(seq, "bot", text, buttons, datetime.now(UTC))


def choices(count: int) -> list[Button]:
    return [{"title": f"Customer number {n}", "button": f"id-{n}"} for n in range(1, count + 1)]


def titles(markup: InlineKeyboardMarkup | None) -> list[list[str]]:
    return [[button.text for button in row] for row in markup.inline_keyboard] if markup else []


def test_words_without_choices_have_no_keyboard() -> None:
    (letter,) = render(message("Hola"))
    assert (letter.text, letter.keyboard) == ("Hola", None)


def test_what_looks_like_markup_stays_as_it_is() -> None:
    text = "<b>Müller & Söhne</b> *_`[x](y) &lt;"
    assert render(message(text))[0].text == text


def test_a_choice_becomes_a_button_with_its_opaque_id() -> None:
    (letter,) = render(message("¿Mensual o anual?", {"title": "Anual", "button": "abc"}))
    assert letter.keyboard is not None
    (button,) = letter.keyboard.inline_keyboard[0]
    assert (button.text, button.callback_data, button.url) == ("Anual", "abc", None)


def test_a_link_becomes_a_button_that_opens_it() -> None:
    (letter,) = render(message("Tarjeta", {"title": "Nueva", "url": "https://pay.example/c/1"}))
    assert letter.keyboard is not None
    assert letter.keyboard.inline_keyboard[0][0].url == "https://pay.example/c/1"


@pytest.mark.parametrize("host", ["localhost:8090", "127.0.0.1:8090", "192.168.1.5", "[::1]:8090"])
def test_a_link_that_telegram_refuses_on_a_button_stands_in_the_text(host: str) -> None:
    (letter,) = render(message("Tarjeta", {"title": "Nueva", "url": f"http://{host}/c/1"}))
    assert letter.text == f"Tarjeta\nNueva: http://{host}/c/1"
    assert letter.keyboard is None


def test_short_titles_stand_side_by_side_and_long_ones_alone() -> None:
    words = ["Sí", "No", "Más tarde", "Microsoft 365 Business Premium", "Otro"]
    markup = keyboard(message("?", *({"title": each, "button": each} for each in words)))
    assert titles(markup) == [["Sí", "No", "Más tarde"], ["Microsoft 365 Business Premium"], ["Otro"]]


def test_a_long_list_is_paged() -> None:
    shown = message("?", *choices(23))
    pages = [titles(keyboard(shown, page)) for page in range(3)]
    assert [len(page) - 1 for page in pages] == [MOST_ON_A_PAGE, MOST_ON_A_PAGE, 3]
    assert [page[-1] for page in pages] == [["1/3", "▶"], ["◀", "2/3", "▶"], ["◀", "3/3"]]
    flat = [title for page in pages for row in page[:-1] for title in row]
    assert flat == [f"Customer number {n}" for n in range(1, 24)]


def test_a_page_that_is_not_there_is_the_last_one() -> None:
    assert titles(keyboard(message("?", *choices(23)), 9))[-1] == ["◀", "3/3"]


def test_a_list_that_fits_has_no_pages() -> None:
    assert len(titles(keyboard(message("?", *choices(MOST_ON_A_PAGE))))) == MOST_ON_A_PAGE


def test_the_buttons_are_under_the_last_part_of_a_long_message() -> None:
    letters = render(message("línea\n" * 1500, {"title": "Sí", "button": "y"}))
    assert len(letters) > 1
    assert [letter.keyboard is not None for letter in letters] == [False] * (len(letters) - 1) + [True]


def test_a_long_text_is_cut_between_lines() -> None:
    lines = [f"line {n} of a long list" for n in range(1000)]
    parts = list(split("\n".join(lines)))
    assert "\n".join(parts) == "\n".join(lines)


@given(st.text(st.sampled_from("ab \nñ😀𝔘"), max_size=300), st.integers(2, 40))
def test_no_part_is_too_long_and_no_word_is_lost(text: str, limit: int) -> None:
    parts = list(split(text, limit))
    assert all(len(part.encode("utf-16-le")) // 2 <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert all(before and after for before, after in pairwise(parts))
