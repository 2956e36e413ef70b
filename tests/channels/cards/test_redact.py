import pytest

from bot.channels.cards.numbers import has_card_number
from bot.channels.cards.redact import redact

CARDS = [
    "4242424242424242",
    "4242 4242 4242 4242",
    "4242-4242-4242-4242",
    "4111.1111.1111.1111",
    "4111\u00a01111\u00a01111\u00a01111",
    "4111  1111  1111  1111",
    "5555555555554444",
    "2223003122003222",
    "3782 822463 10005",
    "6011111111111117",
    "30569309025904",
    "3530111333300000",
    "6200000000000005",
    "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11",
    "٤١١١١١١١١١١١١١١١",
    "4\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1\u200b1",
    "card_4111111111111111",
    "mi tarjeta es 4242424242424242 vence 12/30 cvv 123",
    "5105105105105100x25",
]


@pytest.mark.parametrize("text", CARDS)
def test_a_card_number_is_found_however_it_is_written(text: str) -> None:
    assert has_card_number(text)


@pytest.mark.parametrize("text", CARDS)
def test_no_digit_of_a_text_with_a_card_number_is_kept(text: str) -> None:
    redacted = redact(text)
    assert redacted.had_card
    assert not any(character.isdecimal() for character in redacted.text)


def test_the_words_around_a_card_number_stay() -> None:
    assert redact("paga con 4242 4242 4242 4242").text == "paga con •••• •••• •••• ••••"


@pytest.mark.parametrize(
    "text",
    [
        "quiero 25 business premium por un año",
        "4242424242424241",
        "+52 55 1234 5678",
        "+573004567890",
        "01JD8ZK3V0W9F4Q7T2B6N5M1XA",
        "10000 usuarios para 300 personas",
        "1234567890123456",
        "M365-BP x 30, 2026-11-22 10:30",
        "ferreteria365.com y 3600 mas",
        "",
    ],
)
def test_what_is_no_card_number_stays_as_it_is(text: str) -> None:
    assert redact(text).text == text
    assert not redact(text).had_card


def test_a_wall_of_digits_is_masked_unread() -> None:
    assert redact("7" * 1000).had_card


@pytest.mark.parametrize(
    "text",
    [
        "cvv 123",
        "el cvv es el 123",
        "código de seguridad: 4321",
        "123 es el cvc",
        "the security code is 1 2 3",
        "los dígitos de atrás son 987",
        "código de segurança 999",
        "cvv: ٣٢١",
    ],
)
def test_a_security_code_is_masked_where_words_say_what_it_is(text: str) -> None:
    redacted = redact(text)
    assert redacted.had_card
    assert not any(character.isdecimal() for character in redacted.text)


@pytest.mark.parametrize("text", ["¿qué es el cvv?", "código postal 06010", "código de seguridad", "25 cvv"])
def test_words_of_a_code_without_one_stay(text: str) -> None:
    assert redact(text).text == text
