"""Whether somebody means the card that is saved already: "card on file", "la guardada", "a que já tem aí"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard
from bot.ordering.shop import Shop
from bot.ordering.text import words
from bot.ordering.vocabulary import has_any, vocabulary

_AROUND, _BEHIND = 3, 7  # words before and behind the card that say which it is
_FEW = 6  # words; who says more than that names the card


def with_kept_card(heard: Heard, text: str, draft: Draft, step: Step | None, shop: Shop) -> Heard:
    """Of several that are saved it is asked which."""
    is_open = not (heard.cards or heard.unknown_brand or heard.new_card or draft.payment)
    if not is_open or heard.asks or not shop.cards or not means_kept_card(text, step):
        return heard
    return replace(heard, cards=tuple(card.id for card in shop.cards))


def means_kept_card(text: str, step: Step | None) -> bool:
    """Clause by clause; where a card is asked for it need not be called one."""
    clauses = [[word.text for word in words(clause)] for clause in re.split(r"[,;:.!\n]", text)]
    return "?" not in text and any(_is_meant(said, step is Step.PAYMENT) for said in clauses)


def _is_meant(said: Sequence[str], is_asked: bool) -> bool:
    around = [said[max(0, place - _AROUND) : place + _BEHIND] for place in _named(said, is_asked)]
    meant = [each for each in around if _is_kept(each) or has_any("kept_there", each)]
    if not meant and is_asked and len(said) <= _FEW and _is_kept(said):
        meant = [said]
    return any(vocabulary().cues["other"].isdisjoint(each) and not _denies(each) for each in meant)


def _named(said: Sequence[str], is_asked: bool) -> Iterator[int]:
    """Where a card is called one, or "the one that" where it is asked for."""
    for place, word in enumerate(said):
        pair = " ".join(said[place : place + 2])
        if word in vocabulary().cues["card"] or (
            is_asked and {word, pair} & vocabulary().cues["the_one_that"]
        ):
            yield place


def _is_kept(said: Sequence[str]) -> bool:
    return not vocabulary().cues["kept_card"].isdisjoint(said)


def _denies(said: Sequence[str]) -> bool:
    """ "No tengo tarjeta guardada", "I don't have a card on file"; Portuguese "no" is "on the"."""
    cues = vocabulary().cues
    has_none = any(one == "no" and two in cues["have"] | cues["copula"] for one, two in pairwise(said))
    return has_none or not (cues["negation"] - cues["without"] - {"no"}).isdisjoint(said)
