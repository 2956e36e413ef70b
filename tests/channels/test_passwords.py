import pytest

from bot.channels.conversation import Gateway, Person
from bot.channels.passwords import MASK, mask_passwords
from tests.channels.fakes import FakeEngine
from tests.channels.test_conversation import Talk, texts
from tests.channels.test_secrets_stay_secret import everything_in


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("mi clave es Hola123", f"mi clave es {MASK}"),
        ("my password is hunter2", f"my password is {MASK}"),
        ("minha senha é abacaxi", f"minha senha é {MASK}"),
        (
            "la contraseña del portal es 'dos palabras', gracias",
            f"la contraseña del portal es {MASK}, gracias",
        ),
        ("contraseña para nube.example: S3cret!", f"contraseña para nube.example: {MASK}"),
        ("usuario: demo contraseña: demo123", f"usuario: demo contraseña: {MASK}"),
        ("correo ana@acme.com, clave Zx9!kk", f"correo ana@acme.com, clave {MASK}"),
        ("mi pin es 4455", f"mi pin es {MASK}"),
        ("password=demo", f"password={MASK}"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl", MASK),
        ("Authorization: Bearer abcdefghijklmnop1234", f"Authorization: Bearer {MASK}"),
    ],
)
def test_what_is_said_to_be_a_password_is_masked(written: str, kept: str) -> None:
    assert mask_passwords(written).text == kept
    assert mask_passwords(written).had_password


@pytest.mark.parametrize(
    "text",
    [
        "olvidé mi contraseña",
        "mi contraseña es incorrecta",
        "¿cuál es mi contraseña?",
        "my password is not working",
        "minha senha é segura?",
        "25 Business Premium por un año para acme.com",
        "quiero Microsoft 365 Business Premium",
        "https://acme.com/a-very-long-path-that-goes-on-and-on-for-Ever-1",
        "código postal 06010",
        "pin: 4455",
    ],
)
def test_other_sentences_stay_as_they_are(text: str) -> None:
    assert mask_passwords(text).text == text
    assert not mask_passwords(text).had_password


async def test_a_password_is_answered_kindly_and_reaches_nobody(
    gateway: Gateway, person: Person, fake_engine: FakeEngine, database: str
) -> None:
    reply = await Talk(gateway, person).say("mi contraseña es Tr0ub4dor")
    assert texts(reply)[0].startswith("Por tu seguridad")
    assert fake_engine.texts == []
    assert "Tr0ub4dor" not in everything_in(database)
