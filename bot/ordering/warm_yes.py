"""A yes among words that mean nothing to an order: "go ahead sir", "sí, bacán", "ficou ótimo, confirmo".

``consent`` knows every word of a plain yes; people wrap theirs in a word or two that no list holds. Such a
yes counts only if it says plainly that the order shall be placed, if nothing beside it holds back (a
condition, a delay, a question, a price, a change), and if the strange words are few. Callers see to it that
nothing of an order is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.ordering.consent import asks, consents, has_strange_signs, only_thanks
from bot.ordering.text import words
from bot.ordering.vocabulary import has_any, vocabulary

_STRANGE = 3  # words that nobody knows
_LONGEST = 12  # words
_REMARK = 12  # words after a plain yes of its own sentence
_SENTENCE = re.compile(r"[.!\n]+\s*")


def agrees(text: str, repeats: bool = False) -> bool:
    """A yes to spending money, plain or with some harmless words around it.

    ``repeats``: the order's words beside it only say again what was shown.
    """
    is_other = only_thanks(text) or asks(text)
    return consents(text) or (_agrees_warmly(text, repeats) and not is_other)


def _agrees_warmly(text: str, repeats: bool) -> bool:
    said = _spoken(text)
    if not said or has_strange_signs(text) or _holds_back(said, repeats):
        return False
    first, *rest = _SENTENCE.split(text.strip(), maxsplit=1)
    if rest and consents(first) and _says_so(_spoken(first)):
        return len(_spoken(rest[0])) <= _REMARK
    if any(word.isdigit() for word in said):
        return False
    return (
        len(said) <= _LONGEST
        and _says_so(said)
        and _strange(said, repeats) <= _STRANGE
        and not _of_a_thing(said)
    )


def _spoken(text: str) -> list[str]:
    return [word.text for word in words(text)]


def _says_so(said: Sequence[str]) -> bool:
    """ "Confirmo", "go ahead", or a yes at either end; "ok" and "perfect" may only have listened."""
    cues = vocabulary().cues
    core = [
        word for word in said if word not in cues["warmth"] | cues["courtesy"] or word in cues["plain_yes"]
    ]
    return (
        not cues["plain_yes"].isdisjoint((*core[:1], *core[-1:]))
        or not cues["performing"].isdisjoint(said)
        or has_any("performing_phrases", said)
    )


def _holds_back(said: Sequence[str], repeats: bool) -> bool:
    cues = vocabulary().cues
    said = [word for word in said if not (repeats and word in cues["without"])]
    sentence = f" {' '.join(said)} "
    for phrase in cues["harmless_phrases"]:  # "no hay problema" holds nothing back
        sentence = sentence.replace(f" {phrase} ", " ")
    left = sentence.split()
    return has_any("never_yes", left) or not cues["holding_back"].isdisjoint(left)


@cache
def _known() -> frozenset[str]:
    cues = vocabulary().cues
    kinds = ("consent", "beside_consent", "courtesy", "plain_yes", "performing", "transitive", "warmth")
    return (vocabulary().filler - _of_an_order()).union(*(cues[kind] for kind in kinds))


def _strange(said: Sequence[str], repeats: bool) -> int:
    """How many words nobody knows; a word of the order's own counts as too many."""
    known = _known()
    cost = 0 if repeats else _STRANGE + 1
    return sum(cost if word in _of_an_order() else 1 for word in said if word not in known)


@cache
def _of_an_order() -> frozenset[str]:
    kinds = (
        *("domain_noun", "add_on_noun", "card", "seats", "without", "add", "transfer", "new_customer"),
        *("other_means", "wired", "discount", "tax", "currency", "cancel", "order_part", "change"),
    )
    return frozenset(vocabulary().synonyms).union(*(vocabulary().cues[kind] for kind in kinds))


def _of_a_thing(said: Sequence[str]) -> bool:
    """ "Confirm the address", "manda la factura": something else than the order is meant."""
    cues, known = vocabulary().cues, _known()
    small = cues["article"] | cues["leads_to_name"]
    for place, word in enumerate(said):
        if word in cues["transitive"]:
            behind = next((each for each in said[place + 1 :] if each not in small), "")
            if behind and behind not in known:
                return True
    return False
