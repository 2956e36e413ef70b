"""What a message that sounds like “cancel” wants: throwing an order away should be hard to do by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.ordering.heard import Heard
from bot.ordering.text import words
from bot.ordering.vocabulary import vocabulary

CANCEL, KEEP, SENT, UNSURE = "cancel", "keep", "cancel_sent", "cancel_unsure"
CANCEL_SURE = "cancel_sure"  # the question whether the order is to be thrown away
_ORDER_NUMBER = re.compile(r"\b[A-Za-z]{2,}\d{4,}\b")
_CLAUSE_ENDS = re.compile(r"[,.;:!?\n]")


def is_kept(text: str) -> bool:
    """ "Don't cancel it", "no lo canceles", "não cancela"; "no, cancela" is two clauses."""
    cues = vocabulary().cues
    for said in _clauses(text):
        verbs = [place for place, word in enumerate(said) if word in cues["cancel"] | cues["cancel_not"]]
        if verbs and not (cues["not_to"] | cues["cancel_not"]).isdisjoint(said[: verbs[0] + 1]):
            return True
    return False


def is_plain_cancel(text: str) -> bool:
    """A cancel with nothing else in it: "cancela el pedido", "no, cancel everything please"."""
    cues = vocabulary().cues
    said = [word for clause in _clauses(text) for word in clause]
    return not cues["cancel"].isdisjoint(said) and cues["cancel"] | cues["beside_cancel"] >= set(said)


def cancelling(text: str, heard: Heard) -> str:
    """The intent to act on. A part of the order that is named is left out, and the order stays."""
    if text.startswith("/"):
        return CANCEL  # a button
    if is_kept(text):
        return KEEP
    cues = vocabulary().cues
    said = {word.text for word in words(text)}
    has_part = bool(said & (cues["order_part"] | cues["transfer"]))
    if _ORDER_NUMBER.search(text) or (said & cues["sent_order"] and not has_part):
        return SENT
    if is_plain_cancel(text):
        return CANCEL
    has_part = has_part or not replace(heard, unknown_customer=None).is_empty()
    is_part = heard.is_order() or any(each.removed for each in heard.add_ons)  # "el copilot ya no lo quieren"
    is_whole = said & cues["whole_order"] and (calls_off(text) or not is_part)
    return "remove" if has_part and not is_whole else UNSURE


def calls_off(text: str) -> bool:
    """Whether a word says so: what only sounds like it may be an order ("anual, sin nada extra")."""
    return any(word.text in vocabulary().cues["cancel"] for word in words(text))


def _clauses(text: str) -> Iterator[list[str]]:
    return ([word.text for word in words(clause)] for clause in _CLAUSE_ENDS.split(text.replace("’", "'")))
