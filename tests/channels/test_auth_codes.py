"""Which words are the code of a transfer: what is masked, and what goes on as text."""

import pytest

from bot.channels.auth_codes import AUTH_CODE, DOMAIN_TAKEN, MASK, mask_codes, may_hold_code


@pytest.mark.parametrize(
    "code", ["EPP-7k!Acme", "Zx81kk", "aB3$kk9!", "/aB3$9k", "123456", "x8Kd9.Qz", "a" * 63 + "1", "Ñk9#pq"]
)
def test_where_a_code_is_awaited_one_word_of_its_shape_is_the_code(code):
    masked = mask_codes(code, AUTH_CODE)
    assert (masked.text, masked.code, masked.is_alone) == (MASK, code, True)


@pytest.mark.parametrize("around", ["«{}»", '"{}"', " {} ", "{}.", "\u200b{}"])
def test_quotes_and_the_full_stop_around_a_code_are_not_part_of_it(around):
    assert mask_codes(around.format("EPP-7k!Acme"), AUTH_CODE).code == "EPP-7k!Acme"


@pytest.mark.parametrize(
    "text",
    [
        "cancelar",
        "¡ayuda!",
        "atrás",
        "después",
        "no lo tengo",
        "¿qué es eso?",
        "don't",
        "no-lo-se",
        "25",
        "abc12",
        "acme.net",
        "https://acme.com/x",
        "ana@acme.com",
        "a1" * 33,
        "transferirlo",
        "QUIERO OTRO",
    ],
)
def test_words_are_words_even_where_a_code_is_awaited(text):
    assert mask_codes(text, AUTH_CODE).text == text
    assert mask_codes(text, AUTH_CODE).code is None


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("transfiere acme.com, el código es EPP-7k!Acme", f"transfiere acme.com, el código es {MASK}"),
        ("transfer acme.com (auth code: Zx81!kk0) please", f"transfer acme.com (auth code: {MASK}) please"),
        ("o código de acme.com é 5b!Padaria", f"o código de acme.com é {MASK}"),
        ("quiero transferir acme.com con clave 7kAcme99", f"quiero transferir acme.com con clave {MASK}"),
        ("EPP-7k!Acme", MASK),
        ("7kA!cme99 es el auth code de acme.com", f"{MASK} es el auth code de acme.com"),
        (
            "transfiere acme.com código Zx81!kk0 y b.com.br código EPP-5b!P",
            f"transfiere acme.com código {MASK} y b.com.br código {MASK}",
        ),
    ],
)
def test_a_code_that_is_announced_is_masked_wherever_it_stands(text, masked):
    found = mask_codes(text)
    assert found.text == masked
    assert found.code
    assert not found.is_alone


@pytest.mark.parametrize(
    "text",
    [
        "25 business premium por un año para ferreteria.com",
        "el código postal es 06010-123 y quiero transferir acme.com",
        "my zip code is 90210-1234, transfer acme.com",
        "mi correo es ana@x.com y el teléfono +525541239087, transfiere acme.com",
        "código M365-BB",
        "Zx81!kk0",
        "con la Visa 4242 y el cupón AB12-CD34",
    ],
)
def test_what_nothing_announces_is_left_alone(text):
    assert mask_codes(text).text == text


@pytest.mark.parametrize("text", ["el código es Ku7$pq9L", "aquí va: Ku7$pq9L", "es Ku7$pq9L, gracias"])
def test_a_code_in_an_answer_to_the_question_for_it_is_all_that_was_said(text):
    found = mask_codes(text, AUTH_CODE)
    assert (found.code, found.is_alone) == ("Ku7$pq9L", True)
    assert "Ku7" not in found.text


def test_a_code_with_another_domain_beside_it_is_more_than_an_answer():
    found = mask_codes("mejor transfiere b.com con EPP-5b!P", AUTH_CODE)
    assert (found.code, found.is_alone) == ("EPP-5b!P", False)


def test_where_a_transfer_is_in_the_air_only_what_is_no_name_is_a_code():
    assert mask_codes("Zx81!kk0", DOMAIN_TAKEN).code == "Zx81!kk0"
    assert mask_codes("tienda-2024", DOMAIN_TAKEN).code is None


def test_only_a_message_that_may_hold_a_code_is_looked_at_twice():
    assert may_hold_code("el código es EPP-7k!Acme")
    assert not may_hold_code("quiero 25 business basic con tornillo.com, la visa")
