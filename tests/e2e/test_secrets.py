"""Secrets that are told in the chat, in a whole run with the real processes: afterwards they are nowhere."""

import random
import re
import subprocess
import sys
from collections.abc import Callable
from os import environ

import pytest

from tests.channels.cards.with_cards import BRANDS, FORMATS, card_number
from tests.e2e.chat import Chat
from tests.e2e.house import TOP, House

pytestmark = pytest.mark.e2e

PASSWORD, CODE, TOKEN = (
    "Tr0ub4dor-Zanahoria",
    "EPP-9x!Zanahoria",
    "eyJhbGciOiJIUzI1NiJ9.eyJ6YW5haG9yaWEiOjF9.c2ln",
)


def places_with(house: House, secret: str) -> list[str]:
    """Files of the whole installation in which the secret can be read, but for the marketplace's own."""
    files = (file for file in house.folder.rglob("*") if file.is_file() and "sandbox" not in file.name)
    return [file.name for file in files if secret.encode() in file.read_bytes()]


def test_what_is_looked_for_would_be_found(house: House, chat: Chat) -> None:
    chat.say("quiero zanahorias moradas")
    assert "pedido.db" in {name.removesuffix("-wal") for name in places_with(house, "zanahorias moradas")}


def test_card_numbers_are_nowhere(house: House, chat: Chat) -> None:
    draw = random.Random(7)
    chat.say("25 business premium anual para ferretería el tornillo, sin dominio, sin complementos")
    for form in (
        "plain",
        "spaces",
        "dots",
        "full width",
        "arabic",
        "zero-width",
        "lines",
        "stuck to a word",
        "read out",
    ):
        number = card_number(draw, *draw.choice(BRANDS[draw.choice(sorted(BRANDS))]))
        written = FORMATS[form](draw, number)
        reply = chat.say(f"cobra a {written} cvv 739")
        assert "no escribas" in reply.text, written
        assert places_with(house, written) == []
        assert places_with(house, number) == []
    assert chat.last.awaiting == "payment"
    assert "•" in chat.history()[-3]["text"] or any("•" in said["text"] for said in chat.history())


@pytest.mark.parametrize("awaiting", ["quantity", "payment"])
def test_a_number_in_two_messages_is_nowhere(house: House, chat: Chat, awaiting: str) -> None:
    chat.say("quiero business premium")
    if awaiting == "payment":
        chat.say("25 anual para ferretería el tornillo, sin dominio, sin complementos")
    assert chat.last.awaiting == awaiting
    number = card_number(random.Random(awaiting), "4", 16)
    first, second = f"{number[:4]} {number[4:8]}", f"{number[8:12]} {number[12:]}"
    chat.say(first)
    reply = chat.say(second)
    assert "no escribas" in reply.text
    for part in (first, second, number[:8], number[8:], number):
        assert places_with(house, part) == [], part


def test_passwords_and_tokens_are_nowhere(house: House, chat: Chat) -> None:
    chat.say("quiero business premium")
    for written in (f"mi contraseña es {PASSWORD}", f"clave: x, token {TOKEN}"):
        assert "no escribas contraseñas" in chat.say(written).text
    assert places_with(house, PASSWORD) == []
    assert places_with(house, TOKEN) == []


def test_an_auth_code_is_sealed_and_nowhere_else(house: House, chat: Chat) -> None:
    chat.say("quiero 10 business premium y transferir elpinar.com")
    chat.say(f"el código de autorización de elpinar.com es {CODE}")
    chat.say(CODE)
    assert places_with(house, "9x!Zanahoria") == []


def test_what_signs_somebody_in_is_nowhere(house: House, sit_down: Callable[[str], Chat]) -> None:
    chat = sit_down("cloudpeak")
    chat.say("hello")
    token = chat._http.headers["Authorization"].removeprefix("Bearer ")
    assert places_with(house, token) == []
    assert places_with(house, '"password": "demo"') == []


def test_the_engine_keeps_no_sentence(house: House, chat: Chat) -> None:
    said = "quiero 25 business premium para una tlapaleria inexistente"
    reply = chat.say(said)
    for words in (said, reply.text):
        assert places_with(house, words.split("\n")[0][:40])
        assert [name for name in places_with(house, words[:40]) if "tracker" in name] == []


def test_a_person_who_is_erased_leaves_nothing_but_orders(
    house: House, sit_down: Callable[[str], Chat]
) -> None:
    chat = sit_down("nuvem")
    chat.say("quero 25 business premium para Padaria Abobrinha Azul Ltda, cliente novo")
    assert places_with(house, "Abobrinha")
    done = subprocess.run(
        [sys.executable, "-m", "bot.ledger", "erase", "nuvem"],
        cwd=TOP,
        env=environ | house.environ(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert re.match(r"[1-9]\d* conversations of nuvem are erased", done.stdout)
    house.wait_until(lambda: places_with(house, "Abobrinha") == [], "rid of what was said", seconds=20)
    again = sit_down("nuvem")
    assert again.history() == []
    assert again.say("oi").awaiting == "plan"
