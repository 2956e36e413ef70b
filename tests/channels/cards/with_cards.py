"""Messages by the thousand: with a card number in every format we could think of, and with every other number
that resellers write. All numbers are drawn; none is anybody's."""

import random
from collections.abc import Callable, Iterator

# Prefixes and lengths of ten brands.
BRANDS: dict[str, list[tuple[str, int]]] = {
    "visa": [("4", 16), ("4", 16), ("4", 16), ("4", 19), ("4", 13)],
    "mastercard": [(str(prefix), 16) for prefix in range(51, 56)],
    "mastercard 2": [(str(prefix), 16) for prefix in range(2221, 2721, 37)],
    "american express": [("34", 15), ("37", 15)],
    "discover": [("6011", 16), ("644", 16), ("65", 16), ("65", 19)],
    "diners": [("300", 14), ("305", 14), ("36", 14), ("38", 14), ("36", 16)],
    "jcb": [("3528", 16), ("3540", 16), ("3589", 16), ("3530", 19)],
    "unionpay": [("62", 16), ("62", 17), ("62", 18), ("62", 19)],
    "maestro": [
        ("5018", 12),
        ("5020", 13),
        ("5893", 14),
        ("6304", 15),
        ("6759", 16),
        ("6763", 18),
        ("6761", 19),
    ],
    "elo, hipercard": [("5067", 16), ("509", 16), ("6362", 16), ("6516", 16), ("6062", 16), ("3841", 16)],
}
SENTENCES = [
    "{}",
    "mi tarjeta es {}",
    "25 Business Premium por un año para acme.com con {}",
    "págalo con la visa {} por favor",
    "cobra a {}, gracias",
    "pedido 4471: tarjeta {}",
    "my card is {}",
    "charge 10 licences to {} please",
    "use {} for Harbor Dental, 2 domains",
    "meu cartão é {}",
    "pode cobrar no {} às 15:30",
    "o número é {}, tá?",
]
ARABIC, DEVANAGARI = "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९"
NAMES = {
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "en": "zero one two three four five six seven eight nine",
    "pt": "zero um dois três quatro cinco seis sete oito nove",
}

Drawn = random.Random


def card_number(draw: Drawn, prefix: str, length: int) -> str:
    digits = prefix + "".join(draw.choice("0123456789") for _ in range(length - len(prefix) - 1))
    total = sum(sum(divmod(int(each) * (2 - place % 2), 10)) for place, each in enumerate(digits[::-1]))
    return digits + str(-total % 10)


def in_groups(number: str) -> list[str]:
    """As it is printed on the card."""
    sizes = {14: (4, 6, 4), 15: (4, 6, 5)}.get(len(number), (4, 4, 4, 4, 4))
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    parts = [number[start : start + size] for start, size in zip(starts, sizes, strict=True)]
    return [part for part in parts if part]


def joined(sign: str) -> Callable[[Drawn, str], str]:
    return lambda draw, number: sign.join(in_groups(number))


def apart(sign: str, size: int = 1) -> Callable[[Drawn, str], str]:
    return lambda draw, number: sign.join(number[at : at + size] for at in range(0, len(number), size))


def in_script(digits: str) -> Callable[[Drawn, str], str]:
    return lambda draw, number: " ".join(in_groups("".join(digits[int(each)] for each in number)))


def with_expiry(draw: Drawn, number: str) -> str:
    month, year = f"{draw.randint(1, 12):02}", draw.randint(27, 35)
    code = str(draw.randint(100, 999))
    sign = draw.choice([" ", "|", " exp ", "\n", " vence ", ", "])
    return f"{draw.choice([' ', ''])}{number}{sign}{month}/{year} {draw.choice(['', 'cvv ', 'cvc: '])}{code}"


def glued(draw: Drawn, number: str) -> str:
    return f"{number}{draw.randint(1, 12):02}{draw.randint(27, 35)}{draw.randint(100, 999)}"


def mixed(draw: Drawn, number: str) -> str:
    parts = in_groups(number)
    return parts[0] + "".join(
        draw.choice([" ", "-", ".", "  ", "\u00a0", " - "]) + part for part in parts[1:]
    )


def read_out(draw: Drawn, number: str) -> str:
    names = NAMES[draw.choice(sorted(NAMES))].split()
    return draw.choice([" ", ", ", "\n"]).join(names[int(each)] for each in number)


FORMATS: dict[str, Callable[[Drawn, str], str]] = {
    "plain": lambda draw, number: number,
    "spaces": joined(" "),
    "dashes": joined("-"),
    "dots": joined("."),
    "no-break spaces": joined("\u00a0"),
    "two spaces": joined("  "),
    "dashes with spaces": joined(" - "),
    "slashes": joined("/"),
    "tabs": joined("\t"),
    "lines": joined("\n"),
    "bold": lambda draw, number: " ".join(f"**{part}**" for part in in_groups(number)),
    "mixed signs": mixed,
    "words between": lambda draw, number: draw.choice([" y luego ", " then ", " depois "]).join(
        in_groups(number)
    ),
    "each digit alone": apart(" "),
    "each digit on a line": apart("\n"),
    "pairs": apart(" ", 2),
    "zero-width": apart("\u200b"),
    "joiners": apart("\u2060"),
    "key caps": apart("\ufe0f\u20e3"),
    "full width": lambda draw, number: "".join(chr(ord(each) + 0xFEE0) for each in number),
    "arabic": in_script(ARABIC),
    "devanagari": in_script(DEVANAGARI),
    "stuck to a word": lambda draw, number: draw.choice(
        ["card_{}", "tarjeta{}", "cc:{}x", "({})", "#{}#"]
    ).format(number),
    "with expiry and code": with_expiry,
    "expiry and code stuck to it": glued,
    "out of a page": joined("&nbsp;"),
    "out of an address": joined("%20"),
    "read out": read_out,
}


def messages_with_cards(draw: Drawn, count: int) -> Iterator[tuple[str, str, str, str]]:
    """Brand, format, number, message."""
    cells = [(brand, form) for brand in BRANDS for form in FORMATS]
    for place in range(count):
        brand, form = cells[place % len(cells)]
        number = card_number(draw, *draw.choice(BRANDS[brand]))
        yield brand, form, number, draw.choice(SENTENCES).format(FORMATS[form](draw, number))
