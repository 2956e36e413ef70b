"""How many cards are found, how many other numbers are taken for one: the same numbers in every run."""

import random
from collections import Counter

from bot.channels.cards.redact import redact
from tests.channels.cards.with_cards import BRANDS, FORMATS, messages_with_cards
from tests.channels.cards.without_cards import KINDS, messages_without_cards

SEED = 20261127
MANY = 20_000


def test_of_20000_card_numbers_in_every_format_at_most_one_in_a_thousand_is_missed() -> None:
    missed = Counter()
    for brand, form, _, message in messages_with_cards(random.Random(SEED), MANY):
        redacted = redact(message)
        missed[brand, form] += not redacted.had_card or any(each.isdecimal() for each in redacted.text)
    assert len(missed) == len(BRANDS) * len(FORMATS) >= 200
    assert missed.total() <= MANY / 1000, missed.most_common(5)


def test_of_20000_other_numbers_at_most_one_in_two_hundred_is_taken_for_a_card() -> None:
    taken, examples = Counter(), {}
    for kind, message in messages_without_cards(random.Random(SEED), MANY):
        taken[kind] += redact(message).had_card
        if taken[kind]:
            examples[kind] = message
    assert len(taken) == len(KINDS) >= 20
    assert taken.total() <= MANY / 200, (taken.most_common(5), examples)
