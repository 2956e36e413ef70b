"""Finds payment card numbers in a text: digits of a known issuer that pass the Luhn check.

Whoever types a card writes it in groups that look alike, or with the same sign between all of them. Digits
that only happen to stand next to each other (two phones, a list of quantities) mostly do neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import phonenumbers

from bot.channels.cards.digits import Group, groups, is_signed, readings, runs
from bot.channels.cards.issuers import LONGEST, SHORTEST, is_card
from bot.channels.cards.others import without_other_numbers

# A message with more digits than this holds no order: it counts as a card, since the search grows with them.
MOST_DIGITS = 400
_LONGEST_PHONE = 13
_CARD_SHAPES = (
    (4, 6, 5),
    (4, 6, 4),
    *((4, 4, 4, *last) for last in ((), (1,))),
    *((4, 4, 4, 4, *last) for last in ((), (1,), (2,), (3,))),
)
_BANKS_DIGITS = 6  # the first six digits name the bank: some systems put a space after them
_USUAL = (15, 16)
_MANY = 4
# Words may stand between groups of such a shape: "4111, then 1111, then 1111 and 1111".
_WIDEST_WORDS = 20
# What may stick to the end of a number: expiry (MMYY, MMYYYY), security code, or both.
_GLUED = re.compile(r"(?:(?:0[1-9]|1[0-2])(?:\d\d|20\d\d))?(?:\d{3,4})?")


def has_card_number(text: str) -> bool:
    """Whether ``text`` holds a card number, however it is spaced or spelled."""
    return any(_is_in(without_other_numbers(reading)) for reading in readings(text))


def _is_in(text: str) -> bool:
    found = list(runs(text))
    if sum(len(group.digits) for run in found for group in run) > MOST_DIGITS:
        return True
    return any(_starts_card(run[first:]) for run in found for first in range(len(run))) or _is_told_apart(
        text
    )


def _starts_card(run: list[Group]) -> bool:
    """Whether a card number begins where ``run`` does."""
    return _is_glued(run[0]) or any(
        _is_one_number(run[:count]) for count in range(1, min(len(run), LONGEST) + 1)
    )


def _is_glued(group: Group) -> bool:
    """A number with its expiry or its security code stuck to it."""
    return any(
        is_card(group.digits[:length]) and _GLUED.fullmatch(group.digits[length:])
        for length in range(SHORTEST, min(LONGEST, len(group.digits) - 1) + 1)
    )


def _is_one_number(run: list[Group]) -> bool:
    digits = "".join(group.digits for group in run)
    if not SHORTEST <= len(digits) <= LONGEST or not is_card(digits):
        return False
    if len(digits) > _LONGEST_PHONE:
        return _is_even(run) or _is_close(run, len(digits))
    return _is_even(run) and not is_signed(run[0]) and not _can_be_dialled(digits)


def are_card_groups(sizes: Sequence[int]) -> bool:
    """Whether groups of these ``sizes`` are those of a card, or alike but for a shorter last one."""
    return (len(set(sizes[:-1])) <= 1 and sizes[-1] <= sizes[0]) or are_printed_groups(sizes)


def are_printed_groups(sizes: Sequence[int]) -> bool:
    """Whether cards are printed in groups of these ``sizes``, or systems part the bank's digits so."""
    return tuple(sizes) in _CARD_SHAPES or (len(sizes) == 2 and sizes[0] == _BANKS_DIGITS)


def _is_even(run: list[Group]) -> bool:
    return are_card_groups([len(group.digits) for group in run])


def _is_close(run: list[Group], length: int) -> bool:
    """Whether the groups have one sign between them; many of them, unless most cards are as long."""
    signs = {group.gap for group in run[1:]}
    if length in _USUAL:
        is_amount = {".", ","} <= signs
        return len(signs) == 1 or (all(len(sign) == 1 for sign in signs) and not is_amount)
    return len(run) >= _MANY and len(signs) == 1


def _can_be_dialled(digits: str) -> bool:
    """A short Maestro number may be somebody's phone, with its country in front."""
    return digits.startswith(("50", "56", "57", "58")) and phonenumbers.is_valid_number(
        phonenumbers.parse(f"+{digits}")
    )


def _is_told_apart(text: str) -> bool:
    """A number in the shape that is printed on cards, with words between its groups."""
    found = list(groups(text))
    places = ((first, shape) for first in range(len(found)) for shape in _CARD_SHAPES)
    return any(_has_shape(found[first : first + len(shape)], shape) for first, shape in places)


def _has_shape(some: list[Group], shape: tuple[int, ...]) -> bool:
    if tuple(len(group.digits) for group in some) != shape:
        return False
    is_near = all(len(group.gap) <= _WIDEST_WORDS for group in some[1:])
    return is_near and is_card("".join(group.digits for group in some))
