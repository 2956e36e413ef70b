"""So many for each: "3 sucursales con 5 cada una" are 15, "18 each" and "72 per user" are prices."""

from __future__ import annotations

from bot.ordering.deciding.quantity import whole_number
from bot.ordering.heard import Entity
from bot.ordering.reading.sentence import Sentence

_NEAR = 3  # words between a number and its "each"


def claim_sites(said: Sentence) -> None:
    """ "3 offices" names no Office."""
    for number in said.numbers():
        if counts_sites(said, number):
            said.claim({max(said.places(number)) + 1})


def counts_sites(said: Sentence, number: Entity) -> bool:
    return said.word_after(number) in said.cues["sites"]


def is_for_each(said: Sentence, number: Entity, of_products: bool = False) -> bool:
    """ "18 each", "a 72 por usuario", "5 users per office", "5 in each of them". ``of_products``: several are
    counted, so "5 of each" is of them."""
    behind, _ = _around(said, number)
    one_of = said.cues["site"] | said.cues["seats"]
    months = said.cues["bare_month"] | said.cues["bare_year"]
    pairs = list(zip(behind, [*behind[1:], ""], strict=False))
    each = any(
        one in said.cues["each"] and two not in months and (two in one_of or not of_products)
        for one, two in pairs
    )
    each = each or (("c", "u") in pairs and not of_products)
    return each or any(one in said.cues["per"] and two in one_of for one, two in pairs)


def multiplied(said: Sentence) -> tuple[int, int, set[int]] | None:
    """How many places, how many in each, and where both are said; None where one of the two is not."""
    numbers = [number for number in said.numbers() if said.places(number)]
    sites = [number for number in numbers if counts_sites(said, number)]
    shares = [number for number in numbers if number not in sites and _is_a_share(said, number)]
    if len(sites) != 1 or len(shares) != 1:
        return None
    many, each = whole_number(sites[0].value), whole_number(shares[0].value)
    if many is None or each is None:
        return None
    return many, each, said.places(sites[0]) | said.places(shares[0])


def _is_a_share(said: Sentence, number: Entity) -> bool:
    """Also "each with 5"."""
    _, before = _around(said, number)
    return is_for_each(said, number) or any(word in said.cues["each"] for word in before)


def _around(said: Sentence, number: Entity) -> tuple[list[str], list[str]]:
    """The nearest words behind and before, up to the next number."""
    counted = {place for each in said.numbers() for place in said.places(each)}
    own = said.places(number)
    behind, before = [], []
    for place in range(max(own, default=0) + 1, min(max(own, default=0) + 1 + _NEAR, len(said.words))):
        if place in counted or said.ends_before(place) or said.words[place].text in said.cues["single"]:
            break  # "12, one per person" are 12
        behind.append(said.words[place].text)
    for place in range(min(own, default=0) - 1, max(min(own, default=0) - 1 - _NEAR, -1), -1):
        if place in counted:
            break
        before.append(said.words[place].text)
    return behind, before
