"""A slip of the finger in a word that means something is read as that word; a name is left as it is."""

import pytest

from bot.ordering.slips import spelt_right


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("De acuedro", "De acuerdo"),
        ("corect", "correct"),
        ("I'd rather postpnoe the domain", "I'd rather postpone the domain"),
        ("busienss", "business"),
        ("empesa", "empresa"),
        ("al clinete", "al cliente"),
        ("con la masetrcard", "con la mastercard"),
        ("CONFRIMO", "confirmo"),
        ("quítale el archvado", "quítale el archivado"),
        ("commecial", "commercial"),
        ("hey, micrsoft 365", "hey, microsoft 365"),
        ("O CLIENTE PREFERIU O PADRÃO", "o cliente preferiu o padrão"),
        ("de google, el statrer", "de google, el starter"),
    ],
)
def test_letters_that_changed_places_are_lacking_or_too_many(text: str, meant: str) -> None:
    assert spelt_right(text).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "para Martina Segura",
        "el tornilo, 3 licencias",
        "registra clinete.com y busienss.org",
        "busienss@empesa.example",
        "cargo y cuenta",
        "/choose{...}",
        "es anula",
        "conferi com o papel",
        "así ahorran",
        "both are corrects",
    ],
)
def test_names_addresses_and_everyday_words_are_left_alone(text: str) -> None:
    assert spelt_right(text).text == text


def test_places_behind_a_word_that_grew_move_with_it() -> None:
    spelt = spelt_right("empesa, 12 usuarios")
    assert spelt.text == "empresa, 12 usuarios"
    assert spelt.text[spelt.place(8) : spelt.place(10)] == "12"


def test_what_has_been_understood_stays_as_it_is() -> None:
    assert spelt_right("el clinete", ((3, 10),)).text == "el clinete"


def test_the_query_of_an_address_asks_nothing() -> None:
    assert "?" not in spelt_right("https://www.example.org/about-us?ref=mail that's the one").text
    assert spelt_right("is example.org free?").text.endswith("?")
