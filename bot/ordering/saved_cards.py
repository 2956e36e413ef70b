"""Which saved card a message names: by brand, by its last four digits, or both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.ordering.draft import Step
from bot.ordering.order import Card
from bot.ordering.text import Word, fold
from bot.ordering.vocabulary import vocabulary

BRANDS = {
    "visa": "visa",
    "mastercard": "mastercard",
    "master": "mastercard",
    "amex": "amex",
    "american": "amex",
    "diners": "diners",
    "elo": "elo",
    "discover": "discover",
}
_SHORTEST_TYPO = 4  # letters


@dataclass(frozen=True)
class NamedCards:
    """``cards``: ids of the saved ones that fit; ``places`` of the words that name them."""

    cards: tuple[str, ...] = ()
    unknown_brand: str | None = None
    places: frozenset[int] = frozenset()


def named_cards(said: Sequence[Word], saved: Sequence[Card], step: Step | None) -> NamedCards:
    """Digits count only where cards are spoken of; a misspelt brand only where the card is asked for."""
    asked = step is Step.PAYMENT
    brands = {brand: place for place, word in enumerate(said) if (brand := _brand(word.text, asked))}
    digits = {word.text: place for place, word in enumerate(said) if re.fullmatch(r"\d{4}", word.text)}
    cues = vocabulary().cues
    about_cards = asked or brands or any(w.text in cues["card"] | cues["card_ending"] for w in said)
    by_digits = [card for card in saved if about_cards and card.last4 in digits]
    other = _other_number(brands, digits) if not by_digits else None
    found = by_digits or [card for card in saved if fold(card.brand) in brands and not other]
    return NamedCards(
        tuple(card.id for card in found),
        other or (next(iter(brands)) if brands and not found else None),
        frozenset(brands.values()) | {digits[card.last4] for card in by_digits},
    )


def _other_number(brands: dict[str, int], digits: dict[str, int]) -> str | None:
    """ "Amex 9999" when no saved card ends so: another card is meant, not the Amex that there is."""
    pairs = ((brand, end) for brand, at in brands.items() for end, place in digits.items() if place == at + 1)
    return next((f"{brand} {end}" for brand, end in pairs), None)


def _brand(word: str, typos: bool) -> str | None:
    if word in BRANDS or not typos or len(word) < _SHORTEST_TYPO:
        return BRANDS.get(word)
    long = (known for known in BRANDS if len(known) >= _SHORTEST_TYPO)
    alike = (known for known in long if OSA.distance(word, known, score_cutoff=1) <= 1)
    return next((BRANDS[known] for known in alike), None)
