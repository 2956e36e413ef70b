"""What a message wants: the engine's guess, corrected by what was understood of it."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.heard import Heard

_SURE = 0.5  # below this, what was understood counts more than the engine's guess
_SURELY_TALK = 0.7  # a name alone may sound like small talk
# What the form reads; any other intent is a digression, which a rule answers.
ANSWERS = frozenset(
    (
        "order",
        "inform",
        "choose",
        "auth_code",
        "remove",
        "no_more",
        "affirm",
        "deny",
        "confirm",
        "skip",
        "nlu_fallback",
    )
)
# What is done only for who surely means it: spending money, throwing the order away.
_NEVER_GUESSED = frozenset(("affirm", "cancel", "start_over"))
# A question about a kind of thing, and what is heard when one of that kind is named instead of asked for.
_NAMED = {
    "ask_payment": "cards",
    "ask_customers": "customers",
    "ask_add_ons": "add_ons",
    "ask_plans": "plans",
}
# What a name alone may sound like.
SMALL_TALK = frozenset(
    ("greet", "thank", "goodbye", "chitchat", "ask_identity", "ask_how", "frustrated", "out_of_scope")
)


def meaning(intent: str, confidence: float, heard: Heard) -> str:
    """The intent to act on. A plain yes or no is what it is; a name is an answer, whatever it sounds like."""
    if heard.plain and heard.is_empty():
        return heard.plain
    if intent in _NEVER_GUESSED and confidence < _SURE:
        return "inform" if not heard.is_empty() else "nlu_fallback"
    nameless = replace(heard, unknown_customer=None).is_empty()
    if nameless and confidence >= (_SURELY_TALK if intent in SMALL_TALK else _SURE):
        return intent  # "cancel" where a customer was asked for is nobody's name
    if intent in ANSWERS or heard.is_empty() or heard.asks:
        return intent
    if intent == "change_subscription":
        return intent if heard.is_existing else "inform"
    named = _NAMED.get(intent)
    is_clear = heard.is_whole or heard.corrects
    if is_clear or confidence < _SURE or intent in SMALL_TALK or (named and getattr(heard, named)):
        return "inform"
    return intent
