"""Which saved card a message names: by brand, by its last four digits, or both."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.ordering.dictated import Dictated, dictated
from bot.ordering.draft import Step
from bot.ordering.new_card import FEW_WORDS
from bot.ordering.order import Card
from bot.ordering.text import Word, fold
from bot.ordering.vocabulary import vocabulary
from bot.ordering.vocabulary.ordinary import ordinary_words, very_ordinary_words

BRANDS = {
    "visa": "visa",
    "mastercard": "mastercard",
    "master": "mastercard",
    "mc": "mastercard",
    "amex": "amex",
    "american": "amex",
    "diners": "diners",
    "elo": "elo",
    "discover": "discover",
}
_SHORTEST_TYPO = 4  # letters
_SHORTEST_SLIP = 3  # letters of "amx", which is no word
_NEAR = 4  # words between a card and its last digits
_LAST = 4  # digits by which a card is known


@dataclass(frozen=True)
class NamedCards:
    """``cards``: ids of the saved ones that fit; ``places`` of the words that name them.

    ``names``: those cards, and the brands of which none is saved.
    ``means``: what is no card and was to be paid with.
    """

    cards: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    unknown_brand: str | None = None
    means: str | None = None
    places: frozenset[int] = frozenset()


def named_cards(
    said: Sequence[Word],
    saved: Sequence[Card],
    step: Step | None,
    skip: Collection[int] = (),
    numerals: Collection[Dictated] = (),
) -> NamedCards:
    """Digits count only where cards are spoken of; a misspelt brand only where the card is asked for.
    ``skip``: places of words that do not count; ``numerals``: numbers in words."""
    asked = step is Step.PAYMENT
    shortest = _SHORTEST_TYPO - (len(said) == 1) if asked else None
    free = [(place, word.text) for place, word in enumerate(said) if place not in skip]
    slips = {place: _SHORTEST_SLIP for place, _ in free if _is_led_to(said, place)}
    named = ((place, _brand(word, shortest or slips.get(place))) for place, word in free)
    brands = {brand: place for place, brand in named if brand}
    written = {word: range(place, place + 1) for place, word in free if re.fullmatch(r"\d{4}", word)}
    spoken = [
        each for each in (*numerals, *dictated(said)) if not any(place in skip for place in each.places)
    ]
    digits = written | _dictated(said, saved, asked, spoken)
    cues = vocabulary().cues
    is_shown = step is Step.CONFIRM
    about_cards = (
        asked or is_shown or brands or any(w.text in cues["card"] | cues["card_ending"] for w in said)
    )
    fitting = [card for card in saved if not brands or fold(card.brand) in brands]
    # Alone at the end, as in a list: "Harbor Dental, monthly, 0005".
    is_last = len(said) > 1 and said[-1].text in {card.last4 for card in saved}
    by_digits = [card for card in fitting if (about_cards or is_last) and card.last4 in digits]
    other = None if by_digits else _other_number(said, digits, brands)
    found = by_digits or ([card for card in fitting if brands] if not other else [])
    means = None if found else other_means(said, step)
    unsaved = brands.keys() - {fold(card.brand) for card in saved}
    return NamedCards(
        tuple(card.id for card in found),
        frozenset(card.id for card in found) | unsaved | ({other} if other else set()),
        other or (next(iter(brands)) if brands and not found else None),
        said[means].text if means is not None else None,
        frozenset(brands.values())
        | {place for card in by_digits for place in digits[card.last4]}
        | ({means} if means is not None else set()),
    )


def _is_led_to(said: Sequence[Word], place: int) -> bool:
    """ "On amx", "con la vissa": a word that nobody uses, behind what leads to a card."""
    before = [word.text for word in said[:place] if word.text not in vocabulary().cues["article"]][-1:]
    leads = before != [] and before[0] in vocabulary().cues["paid_with"]
    return leads and said[place].text not in ordinary_words()


def places_of(card: Card, said: Sequence[Word]) -> set[int]:
    """Where this card is named, by its brand or its last digits."""
    brand = fold(card.brand)
    return {at for at, word in enumerate(said) if word.text == card.last4 or BRANDS.get(word.text) == brand}


def other_means(said: Sequence[Word], step: Step | None) -> int | None:
    """Where something is named that others take instead of a card. A transfer may be a domain's."""
    cues = vocabulary().cues
    is_paying = step is Step.PAYMENT or any(word.text in cues["pay"] for word in said)
    means = cues["other_means"] | (cues["wired"] if is_paying else frozenset())
    return next((place for place, word in enumerate(said) if word.text in means), None)


def other_cards(
    said: Sequence[Word], saved: Sequence[Card], chosen: str | None, step: Step | None
) -> tuple[str, ...]:
    """ "La otra tarjeta": those that are saved beside the one that was chosen."""
    cues, sentence = vocabulary().cues, f" {' '.join(word.text for word in said)} "
    if not any(f" {phrase} " in sentence for phrase in cues["the_other"]):
        return ()
    spoken_of = cues["card"] | cues["pay"]
    asked = step is Step.PAYMENT and len(said) <= FEW_WORDS
    is_card = asked or any(word.text in spoken_of for word in said)
    is_new = any(word.text in cues["new_customer"] for word in said)
    keys = tuple(card.id for card in saved)
    return tuple(key for key in keys if key != chosen) if is_card and not is_new and chosen in keys else ()


def _dictated(
    said: Sequence[Word], saved: Sequence[Card], asked: bool, spoken: Sequence[Dictated]
) -> dict[str, range]:
    """Four digits in words: behind what leads to them, or where a card is asked for that ends so."""
    ends = {card.last4 for card in saved}
    whole = (each for each in spoken if len(each.digits) == _LAST)
    of_cards = (
        each for each in whole if (asked and each.digits in ends) or _is_of_a_card(said, each.places.start)
    )
    return {each.digits: each.places for each in of_cards}


def _is_of_a_card(said: Sequence[Word], place: int) -> bool:
    """Behind "tarjeta", "que termina en", "visa"."""
    cues, small = vocabulary().cues, vocabulary().filler - vocabulary().cues["card"]
    before = (word.text for word in reversed(said[max(place - _NEAR, 0) : place]) if word.text not in small)
    lead = next(before, "")
    return lead in cues["card"] | cues["card_ending"] or lead in BRANDS


def _other_number(said: Sequence[Word], digits: Mapping[str, range], brands: Mapping[str, int]) -> str | None:
    """ "Amex ending 9999" when no saved card ends so: another card is meant, not the Amex that there is."""
    cues, by_place = vocabulary().cues, {place: brand for brand, place in brands.items()}
    for number, places in digits.items():
        place, behind = places.start, places.stop
        if behind < len(said) and said[behind].text in cues["seats"]:
            continue
        for before in range(place - 1, max(place - 1 - _NEAR, -1), -1):
            word = said[before].text
            if before in by_place:
                return f"{by_place[before]} •••• {number}"
            if word in cues["card"]:
                return f"•••• {number}"
            if word not in cues["card_ending"] | vocabulary().filler:
                break
    return None


def _brand(word: str, shortest: int | None) -> str | None:
    """``shortest``: the letters of a word that may have a slip in it; "matter" has none."""
    if word in BRANDS or shortest is None or len(word) < shortest or word in very_ordinary_words():
        return BRANDS.get(word)
    long = (known for known in BRANDS if len(known) >= _SHORTEST_TYPO and known[0] == word[0])
    alike = (known for known in long if OSA.distance(word, known, score_cutoff=1) <= 1)
    return next((BRANDS[known] for known in alike), None)
