"""A word that happens to stand in a customer's name, where another thing is meant."""

from __future__ import annotations

import re

from bot.ordering.draft import Step
from bot.ordering.names import Match
from bot.ordering.newcomer.words import after
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import vocabulary
from bot.ordering.vocabulary.ordinary import very_ordinary_words

CLEAR = 0.55  # so much of a customer's name is said that it can be nothing else
_NOBODY_IN_PARTICULAR = re.compile(r"\b(?:una?|uma?|an|(?:for|is|s) a)$")


def is_by_chance(said: Sentence, match: Match) -> bool:
    """ "Pa los tres", "para un colegio", "qué pena": one word of a name that is a number, is nobody in
    particular, or an exclamation; who is asked for may be named by it."""
    if len(match.places) > 1 or match.coverage >= CLEAR:
        return False
    (place,) = match.places
    if _is_another_name(said, place) or _is_word_of_talk(said, place):
        return True
    if any(place in said.places(number) for number in said.numbers()):
        return True
    before = " ".join(word.text for word in said.words[max(0, place - 2) : place])
    exclaims = before.endswith("que") and said.words[place].text in very_ordinary_words()
    return said.step is not Step.CUSTOMER and (exclaims or bool(_NOBODY_IN_PARTICULAR.search(before)))


def _is_word_of_talk(said: Sentence, place: int) -> bool:
    """ "Boa tarde", "ando apurado compa": no sign of Estaleiro Boa Maré, nor of Los Compadres; "pensando bem,
    passa para anual" is none of Bem Viver."""
    word = said.words[place].text
    is_told = said.says("customer") and word not in very_ordinary_words()
    is_due = said.step is Step.CUSTOMER or has_lead(said, place) or is_told
    return not is_due and word in vocabulary().every_word


def _is_another_name(said: Sentence, place: int) -> bool:
    """ "Panadería Rosita", where only a Panadería La Espiga is known: a name goes on that is not theirs."""
    if _is_behind_another(said, place):
        return True
    for at in range(place, min(place + 2, len(said.words) - 1)):
        word, behind = said.words[at], said.words[at + 1]
        is_written = said.text[word.start].isupper() and said.text[behind.start].isupper()
        if not is_written or behind.start - word.end != 1 or said.shop.customer_names.meanings(behind.text):
            return False
        if at + 1 not in said.claimed and behind.text not in vocabulary().every_word:
            return True
    return False


def _is_behind_another(said: Sentence, place: int) -> bool:
    """ "Oak Dental", where only a Harbor Dental is known; "Ponle Espiga" begins with no name."""
    if not place:
        return False
    before, word = said.words[place - 1], said.words[place]
    is_written = said.text[before.start].isupper() and said.text[word.start].isupper()
    is_one_name = is_written and said.text[before.end : word.start] == " "
    if not is_one_name or place - 1 in said.claimed or said.shop.customer_names.meanings(before.text):
        return False
    has_form = after("legal_form", said.text[word.end :]) is not None
    ends = place + 1 == len(said.words) or said.ends_before(place + 1) or has_form
    is_name = before.text not in vocabulary().every_word
    return is_name and (not said.ends_before(place - 1) and place > 1 or ends)


def has_lead(said: Sentence, place: int) -> bool:
    """ "Para la clínica": behind a word that leads to a customer, and articles."""
    lead = place - 1
    while lead >= 0 and said.words[lead].text in said.cues["article"]:
        lead -= 1
    return lead >= 0 and said.words[lead].text in said.cues["customer"]
