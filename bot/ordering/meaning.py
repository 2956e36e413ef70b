"""What a message wants: the engine's guess, corrected by what was understood of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.ordering.cancelling import KEEP, SENT, UNSURE
from bot.ordering.domain_heard import HeardDomains
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.heard import Heard
from bot.ordering.newcomer.words import is_titled
from bot.ordering.text import words
from bot.ordering.vocabulary import vocabulary

SURE = 0.5  # below this, what was understood counts more than the engine's guess
_FEW = 5  # words; who says more says something
_SURELY_TALK = 0.7  # a name alone may sound like small talk
# What is wanted of the bot, whatever part of an order it is about.
_COMMANDS = frozenset(("human", "start_over"))
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
        KEEP,
        SENT,
        UNSURE,
    )
)
# What is done only for who surely means it: spending money, throwing the order away.
_NEVER_GUESSED = frozenset(("affirm", "cancel", "start_over"))
# What "forget the domain" and "without a domain?" sound like.
_DROPS_ALL = frozenset(("cancel", "start_over", "change_subscription"))
_SOUNDS_OF_REFUSAL = _DROPS_ALL | {"ask_domain", "ask_how", "help", "chitchat", "out_of_scope"}
# A question about a kind of thing, and what is heard when one of that kind is named instead of asked for.
_NAMED = {
    "ask_payment": "cards",
    "ask_customers": "customers",
    "ask_add_ons": "add_ons",
    "ask_plans": "plans",
}
# What a name alone may sound like.
SMALL_TALK = frozenset(
    ("greet", "thank", "goodbye", "wait", "chitchat", "ask_identity", "ask_how", "frustrated", "out_of_scope")
)


_QUESTIONS = frozenset(("ask_identity", "ask_how"))


def meaning(intent: str, confidence: float, heard: Heard) -> str:
    """The intent to act on. A plain yes or no is what it is; a name is an answer, whatever it sounds like."""
    if heard.plain and replace(heard, no_add_ons=False).is_empty():
        return heard.plain
    if turned := _turned(intent, heard) or _of_a_domain(intent, heard) or _of_an_order(intent, heard):
        return turned
    if intent in _NEVER_GUESSED and confidence < SURE:
        return "inform" if not heard.is_empty() else "nlu_fallback"
    is_name = intent == "out_of_scope" and is_titled((heard.unknown_customer or "").split())
    nameless = replace(heard, unknown_customer=None).is_empty() and not is_name  # "Tacos El Güero"
    if nameless and confidence >= (_SURELY_TALK if intent in SMALL_TALK else SURE):
        return intent  # "cancel" where a customer was asked for is nobody's name
    if intent == "change_subscription":  # "tem que ser anual. Pode alterar?" is about the open order
        return intent if heard.is_existing or heard.is_empty() else "inform"
    if intent in ANSWERS or heard.is_empty() or heard.asks:
        return intent
    named = _NAMED.get(intent)
    is_clear = heard.is_whole or heard.corrects
    if (
        is_clear
        or confidence < (SURE if intent.startswith("ask_") else _SURELY_TALK)
        or intent in SMALL_TALK
        or (named and getattr(heard, named))
    ):
        return "inform"
    return intent


def announces_order(heard: Heard, text: str) -> bool:
    """ "Order for Blue Fern", "un pedido, por favor": that there is one, and perhaps for whom, is all that is
    said; "mi pedido", "orders for Blue Fern" ask how they are."""
    cues, said = vocabulary().cues, words(text)
    small = cues["orders_noun"] | cues["article"] | cues["polite"] | cues["customer"]
    is_all = heard.is_whole and all(word.text in small for word in said)
    return heard.names_order and not heard.asks and (is_all or (heard.is_whole and bool(heard.customers)))


def lets_go(text: str) -> bool:
    """ "Forget it", "olvídalo, gracias": what was just asked is given up, and nothing more is said."""
    cues, said = vocabulary().cues, [word.text for word in words(text)]
    if has_phrase("never_mind", words(text)):
        return len(said) <= _FEW
    small = vocabulary().filler | cues["forget"] | cues["polite"] | cues["about"]
    return any(word in cues["forget"] for word in said) and small.issuperset(said) and "?" not in text


def is_for(text: str) -> bool:
    """ "It's for La Espiga": who says so speaks of an order that is open."""
    cues, said = vocabulary().cues, [word.text for word in words(text)]
    return any(one in cues["copula"] and two in cues["customer"] for one, two in pairwise(said))


def _of_a_domain(intent: str, heard: Heard) -> str | None:
    """What is said of a domain drops it, and never the order: "transfer it, not buy"; "a.com, and we have the
    code" names it."""
    if intent == "ask_auth_code" and heard.domains.names and not heard.asks:
        return "inform"
    is_brought = any(name.transfer for name in heard.domains.names)
    if intent == "start_over":  # "it's theirs, move it over"
        is_brought = is_brought or heard.domains.transfer
    if intent in _DROPS_ALL and is_brought:
        return "inform"  # "a.com, bring it over"
    if heard.names_order and intent != "change_subscription":
        return None
    if intent in _SOUNDS_OF_REFUSAL and heard.domains.refuses():
        return "remove"
    return "inform" if intent in _DROPS_ALL and heard.domains != HeardDomains() else None


def _turned(intent: str, heard: Heard) -> str | None:
    """ "Forget the copilot" forgets no order; "volvamos al anual" goes back to a choice, to no question."""
    if intent in ("cancel", "skip", "deny") and any(each.removed for each in heard.add_ons):
        return "remove"
    is_removal = heard.no_add_ons or (heard.add_ons and all(each.removed for each in heard.add_ons))
    if intent in ("ask_add_ons", "ask_plans") and is_removal and not heard.asks:
        return "remove"  # "ditch both extras" asks for none
    if intent == "repeat_order" and heard.second:
        return "inform"  # "y otro igual para El Tornillo" beside an open order
    what = (heard.plans, heard.term, heard.quantity, heard.add_ons, heard.customers, heard.cards)
    return "inform" if intent == "go_back" and any(what) and not heard.is_pick else None


def _of_an_order(intent: str, heard: Heard) -> str | None:
    """Two parts of an order are no "wait" and no "cancel", whatever it sounds like, unless a word says so."""
    asks = heard.asks and intent not in SMALL_TALK - _QUESTIONS  # "9 users, bill monthly can?" asks for them
    if not heard.is_order() or asks or intent in ANSWERS | _COMMANDS:
        return None
    if intent == "repeat_order":
        return "inform" if heard.plans and not heard.again else None
    return None if intent == "change_subscription" and heard.is_existing else "inform"
