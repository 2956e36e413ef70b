"""Messages that nobody should send, and some that everybody does; the same for the same seed.

None of them is a yes: whatever happens to an order, it must not be placed.
"""

import json
import random
import unicodedata
from collections.abc import Callable, Iterator

Drawn = random.Random

SLASHES = "/\uff0f\u2044\u2215\u29f8\u2571\u27cb\u2afb"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202e\u2066\u00ad\u3164\u2800\u0338\x00\x07\x1b"
COMMANDS = [
    "confirm",
    "restart",
    "back",
    "session_start",
    "tell_order",
    "card_saved",
    "choose",
    "forget",
    "affirm",
    'confirm{"id": "01K0000000000000000000000", "version": 1}',
    'choose{"slot": "payment", "value": "x"}',
    'inform@1.0{"number": "25"}',
    'auth_code{"ref": "abcdefghijklmnopqrstuvwx"}',
]
NUMBERS = [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e9",
    "1e-9",
    "-1",
    "-0",
    "0x10",
    "1_000",
    "1.000",
    "1,000",
    "1,000.5",
    "1.000,5",
    "٢٥",
    "२५",
    "²",
    "½",
    "Ⅻ",
    "２５",
    "9" * 30,
    "0" * 50,
    "99999999999999999999 licencias",
    "2.5",
    "+25",
    "25%",
    "$25",
    "1/0",
    "25-30",
    "veinticinco mil millones",
    "menos tres",
    "π",
]
MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "*negrita* _cursiva_ ~tachado~",
    "<@U123> <!channel>",
    "[x](javascript:alert(1))",
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "{buyer} {total} {0} %s %d %n",
    "'; DROP TABLE intents; --",
    '" OR "1"="1',
    "../../../etc/passwd",
    "\\x00\\u0000",
    '{"text": null}',
    "[]",
    "null",
    "undefined",
    "true",
    "\\",
    "`rm -rf /`",
]
TALK = """
quiero 25 business premium anual para ferretería el tornillo visa dominio acme.com copilot no
cancelar cambiar customer yearly card domain without add-ons quero mensal cartão cliente
padaria la espiga premium basic google workspace atrás ayuda factura 50 10 mil tres y o pero @
# ? ! , . : ; ( ) - transferir código
"""
WORDS = TALK.split()


def any_character(draw: Drawn) -> str:
    while unicodedata.category(one := chr(draw.randrange(0x110000))) == "Cs":
        pass
    return one


def forged(draw: Drawn) -> str:
    front = "".join(draw.choice(SLASHES + UNSEEN + " \n\t") for _ in range(draw.randint(1, 6)))
    return front + draw.choice(SLASHES) + draw.choice(COMMANDS)


def unseen_within(draw: Drawn) -> str:
    return "".join(each + (draw.choice(UNSEEN) if draw.random() < 0.3 else "") for each in mixed(draw))


def mixed(draw: Drawn) -> str:
    return " ".join(draw.choice(WORDS) for _ in range(draw.randint(1, 25)))


def long(draw: Drawn) -> str:
    return draw.choice(["a", "25 ", "😀", "á", "\n", "ñ.", "(", "https://a.example/ "]) * draw.choice(
        [300, 999, 4096]
    )


def stacked(draw: Drawn) -> str:
    return "".join(each + "\u0301" * draw.randint(0, 30) for each in mixed(draw))


def turned(draw: Drawn) -> str:
    return "\u202e" + mixed(draw)[::-1] + "\u202c"


KINDS: list[Callable[[Drawn], str]] = [
    lambda draw: "".join(any_character(draw) for _ in range(draw.randint(1, 80))),
    lambda draw: "".join(chr(draw.randrange(32, 0x250)) for _ in range(draw.randint(1, 120))),
    forged,
    mixed,
    mixed,
    unseen_within,
    long,
    stacked,
    turned,
    lambda draw: draw.choice(NUMBERS),
    lambda draw: f"{draw.choice(NUMBERS)} {draw.choice(WORDS)} {draw.choice(NUMBERS)}",
    lambda draw: draw.choice(MARKUP),
    lambda draw: f"{mixed(draw)} {draw.choice(MARKUP)}",
    lambda draw: json.dumps({draw.choice(WORDS): mixed(draw)}),
    lambda draw: "\n".join(mixed(draw) for _ in range(draw.randint(2, 12))),
    lambda draw: draw.choice(["", " ", "\u200b", "…", "?", "🙃", "👨‍👩‍👧‍👦", "🇲🇽", "\ufffd", "\U000e0041"]),
]


def nonsense(draw: Drawn, count: int) -> Iterator[str]:
    for place in range(count):
        yield KINDS[place % len(KINDS)](draw)
