"""What a message that sounds like “cancel” wants: throwing an order away should be hard to do by accident."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.ordering.heard import Heard
from bot.ordering.text import words
from bot.ordering.vocabulary import has_any, vocabulary

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


def begins_another(text: str, heard: Heard) -> bool:
    """ "But I need another one: 5 Premium", "mejor hazme 5 Premium para Espiga", where it was asked
    whether to discard the open order; "no, make it 5", "keep it, and I need another" leave it as it is."""
    cues, said = vocabulary().cues, [word.text for word in words(text)]
    if not heard.plans or heard.asks or heard.again or is_kept(text):
        return False
    if not calls_off(text) and (said[0] in cues["no"] or not cues["keep"].isdisjoint(said)):
        return False
    whole = heard.quantity and (heard.customers or heard.unknown_customer or heard.newcomer)
    return bool(whole) or has_any("make_me", said) or any(map(_names_another, _clauses(text)))


def _names_another(clause: list[str]) -> bool:
    """ "Otro: ...", "another one for Blue Fern", "outro pedido de 5", not "another 5", "otra tarjeta"."""
    cues = vocabulary().cues
    leads_on = cues["customer"] | cues["together_with"] | cues["of"] | cues["orders_noun"] | cues["this_one"]
    return any(
        word in cues["another_order"] and leads_on.issuperset(clause[place + 1 : place + 2])
        for place, word in enumerate(clause)
    )


def _clauses(text: str) -> Iterator[list[str]]:
    return ([word.text for word in words(clause)] for clause in _CLAUSE_ENDS.split(text.replace("’", "'")))
