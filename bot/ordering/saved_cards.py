"""Which saved card a message names: by brand, by its last four digits, or both."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

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
    said: Sequence[Word], saved: Sequence[Card], step: Step | None, skip: Collection[int] = ()
) -> NamedCards:
    """Digits count only where cards are spoken of; a misspelt brand only where the card is asked for.
    ``skip``: places of words that do not count."""
    asked = step is Step.PAYMENT
    shortest = _SHORTEST_TYPO - (len(said) == 1) if asked else None
    free = [(place, word.text) for place, word in enumerate(said) if place not in skip]
    slips = {place: _SHORTEST_SLIP for place, _ in free if _is_led_to(said, place)}
    named = ((place, _brand(word, shortest or slips.get(place))) for place, word in free)
    brands = {brand: place for place, brand in named if brand}
    digits = {word: place for place, word in free if re.fullmatch(r"\d{4}", word)}
    cues = vocabulary().cues
    is_shown = step is Step.CONFIRM
    about_cards = (
        asked or is_shown or brands or any(w.text in cues["card"] | cues["card_ending"] for w in said)
    )
    fitting = [card for card in saved if not brands or fold(card.brand) in brands]
    # Alone at the end, as in a list: "Harbor Dental, monthly, 0005".
    is_last = len(said) > 1 and said[-1].text in {card.last4 for card in saved}
    by_digits = [card for card in fitting if (about_cards or is_last) and card.last4 in digits]
    other = None if by_digits else _other_number(said, digits.values(), brands)
    found = by_digits or ([card for card in fitting if brands] if not other else [])
    means = None if found else other_means(said, step)
    unsaved = brands.keys() - {fold(card.brand) for card in saved}
    return NamedCards(
        tuple(card.id for card in found),
        frozenset(card.id for card in found) | unsaved | ({other} if other else set()),
        other or (next(iter(brands)) if brands and not found else None),
        said[means].text if means is not None else None,
        frozenset(brands.values())
        | {digits[card.last4] for card in by_digits}
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


def _other_number(said: Sequence[Word], digits: Iterable[int], brands: Mapping[str, int]) -> str | None:
    """ "Amex ending 9999" when no saved card ends so: another card is meant, not the Amex that there is."""
    cues, by_place = vocabulary().cues, {place: brand for brand, place in brands.items()}
    for place in digits:
        if place + 1 < len(said) and said[place + 1].text in cues["seats"]:
            continue
        for before in range(place - 1, max(place - 1 - _NEAR, -1), -1):
            word = said[before].text
            if before in by_place:
                return f"{by_place[before]} •••• {said[place].text}"
            if word in cues["card"]:
                return f"•••• {said[place].text}"
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
