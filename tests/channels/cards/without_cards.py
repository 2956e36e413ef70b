"""Numbers that resellers do write, as they write them: none of these messages holds a card number."""

import random
import string
from collections.abc import Callable, Iterator

from ulid import ULID

Drawn = random.Random


def digits(draw: Drawn, count: int) -> str:
    return "".join(draw.choice(string.digits) for _ in range(count))


def pattern(shape: str) -> Callable[[Drawn], str]:
    """``#`` is a digit, ``@`` a capital; one of the variants between bars."""

    def draw_one(draw: Drawn) -> str:
        chosen = draw.choice(shape.split("|"))
        return "".join(
            {"#": draw.choice(string.digits), "@": draw.choice(string.ascii_uppercase)}.get(c, c)
            for c in chosen
        )

    return draw_one


def check_digits(number: str, weights: list[int]) -> str:
    rest = sum(int(each) * weight for each, weight in zip(number, weights, strict=True)) % 11
    return "0" if rest < 2 else str(11 - rest)


def cnpj(draw: Drawn) -> str:
    base = digits(draw, 8) + draw.choice(["0001", "0001", "0001", f"{draw.randint(2, 40):04}"])
    first = check_digits(base, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
    number = base + first + check_digits(base + first, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
    written = f"{number[:2]}.{number[2:5]}.{number[5:8]}/{number[8:12]}-{number[12:]}"
    return draw.choice([written, written, written, number])


def iban(draw: Drawn) -> str:
    country, length = draw.choice(
        [("ES", 20), ("DE", 18), ("PT", 21), ("BR", 23), ("GB", 0), ("FR", 23), ("CR", 18)]
    )
    body = digits(draw, length) if length else pattern("@@@@##############")(draw)
    rest = int("".join(str(int(each, 36)) for each in body + country + "00")) % 97
    number = f"{country}{98 - rest:02}{body}"
    parts = [number[at : at + 4] for at in range(0, len(number), 4)]
    return draw.choice([number, " ".join(parts)])


def date(draw: Drawn) -> str:
    day, month, year = draw.randint(1, 28), draw.randint(1, 12), draw.randint(2023, 2029)
    hour, minute = draw.randint(0, 23), draw.randint(0, 59)
    forms = ["{1:02}/{2:02}/{0}", "{0}-{2:02}-{1:02}", "{0}{2:02}{1:02}", "{1}.{2}.{0} {3:02}:{4:02}"]
    return draw.choice([*forms, "{0}-{2:02}-{1:02} {3:02}:{4:02}:{1:02}"]).format(
        year, day, month, hour, minute
    )


def quantities(draw: Drawn) -> str:
    some = [str(draw.choice([1, 2, 5, 10, 25, 40, 100, 250, 1200, 10000])) for _ in range(draw.randint(1, 6))]
    return draw.choice([", ", " / ", " y ", " + ", "\n"]).join(some)


def prices(draw: Drawn) -> str:
    some = [f"{draw.randint(1, 999)}.{digits(draw, 3)},{digits(draw, 2)}" for _ in range(draw.randint(1, 4))]
    return draw.choice([" ", ", ", "\n", " USD\n"]).join(some)


def phones(draw: Drawn) -> str:
    one = pattern(
        "+52 55 #### ####|+5255########|55 #### ####|55########|+57 3## ### ####|57 3## ### ####|573#########"
        "|+54 9 11 ####-####|+55 11 9####-####|(11) 9####-####|+1 (305) ###-####|305-###-####|+34 6## ### ###"
        "|+56 9 #### ####|+51 9## ### ###|+506 #### ####|+1-800-###-####|0044 20 #### ####"
    )
    return draw.choice([" ", " / ", ", ", " o al "]).join(one(draw) for _ in range(draw.choice([1, 1, 1, 2])))


def address(draw: Drawn) -> str:
    street = draw.choice(["Av. Reforma {}", "Calle 93 # {}-15", "{} Main St Suite 400", "Rua Augusta, {}"])
    postcode = pattern("#####|#####-###|#####-####|@####@@@")(draw)
    return f"{street.format(draw.randint(1, 9999))}, {postcode}, tel {phones(draw)}"


def our_ids(draw: Drawn) -> str:
    mpns = ["M365-BP", "GWS-BS", "AWS-100", "DOM-COM-MX", "VPS-4-8-160", "ACR-2TB"]
    return draw.choice(
        [
            str(ULID.from_timestamp(float(draw.randint(1_700_000_000, 1_900_000_000)))),
            draw.choice(mpns),
            pattern("SO-######|ORD-2026-#####")(draw),
        ]
    )


KINDS: dict[str, Callable[[Drawn], str]] = {
    "order number": pattern(
        "PED-######|SO-2026-#####|#######|##########|20000#########|###-#######-#######|4500######"
    ),
    "invoice": pattern("A-####-########|FAC-2026-######|F001-########|000-001-01-########|NF #########"),
    "phone": phones,
    "RFC": pattern("@@@######@#@|@@@@######@##"),
    "CURP": pattern("@@@@######@@@@@@##"),
    "CNPJ": cnpj,
    "CPF": pattern("###.###.###-##|###########"),
    "CUIT": pattern("30-########-#|20-########-#|33########7"),
    "EIN": pattern("##-#######"),
    "NIT": pattern("9########-#|900.###.###-#"),
    "RUT": pattern("##.###.###-#|76###### -K"),
    "CLABE": pattern(
        "012###############|014180############|002###############|646180############|638180############"
    ),
    "IBAN": iban,
    "tracking": pattern(
        "1Z@@####@@########|############|9400 1### #### #### #### ##|@@#########BR|JD01##########|##########"
    ),
    "date": date,
    "quantities": quantities,
    "prices": prices,
    "address": address,
    "address on the net": pattern(
        "192.168.#.##|10.#.#.##|2001:db8::####:####|https://acme.com/p/##########?x=####"
    ),
    "serial": pattern("@@##@@##|SN ##@@######@#|35#############|0## #### ###|978-#-####-####-#"),
    "our ids": our_ids,
    "version": pattern("v#.#.##|16.0.#####.#####|10.0.#####"),
    "card ending": pattern("visa 4242|la que termina en ####|ending in ####|•••• ####|vence ##/2#"),
    "hash": pattern(
        "#a##f#c##e#b##d##a#c#f#e##|########-####-4###-a###-############".replace("-a###", "-a#b#")
    ),
}
SENTENCES = [
    "{}",
    "es {}",
    "{} por favor",
    "para Ferretería El Tornillo: {}",
    "it is {}, thanks",
    "o número é {}",
    "25 M365 con {}",
]


def messages_without_cards(draw: Drawn, count: int) -> Iterator[tuple[str, str]]:
    """Kind, message."""
    kinds = list(KINDS)
    for place in range(count):
        kind = kinds[place % len(kinds)]
        yield kind, draw.choice(SENTENCES).format(KINDS[kind](draw))
