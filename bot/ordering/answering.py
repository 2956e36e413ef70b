"""Whether a message answers what was asked, or wants what it names: then it is no question about it.

The engine hears a question in "contrato anual" or "conviene más anual, pasalo". What was asked for and is
named has been answered, unless the sentence asks: in words, or with its mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.heard import Heard
from bot.ordering.meaning import SMALL_TALK
from bot.ordering.supposing import asks_price, proposes, supposes
from bot.ordering.text import fold, words
from bot.ordering.vocabulary import says_any, vocabulary

# Asked before buying; "monthly, who knows how long they stay" only sounds like it.
_BEFORE_BUYING = frozenset(("ask_afterwards", "ask_safety", "ask_delivery"))
_ABOUT_AN_ORDER = (
    frozenset(
        (
            "ask_price",
            "ask_savings",
            "ask_difference",
            "ask_plans",
            "ask_add_ons",
            "ask_total",
            "ask_terms",
            "ask_customers",
            "ask_payment",
            "ask_how",
        )
    )
    | _BEFORE_BUYING
)
# What an answer in many words may sound like: "the one you have saved", "se trata de San Gabriel".
_MISHEARD = (
    _ABOUT_AN_ORDER
    | SMALL_TALK
    | {"ask_orders", "ask_domain", "ask_auth_code", "ask_language", "change_subscription"}
)
_TOLD = frozenset(("ask_add_ons", "ask_price", "ask_savings", "ask_total"))  # a rule tells about add-ons
_COUNTED_IN_ALL = re.compile(r"\d (?:in |en |no |em )?total\b")  # "36 in total"; "the total for 36" asks
_HESITANT = frozenset(("ask_price", "ask_savings"))  # what "annual, I guess?" sounds like


def is_answer(step: Step | None, intent: str, heard: Heard, text: str) -> bool:
    if asks_about_add_ons(heard, text) or asks_what_is_offered(step, heard, text):
        return intent not in _TOLD
    if (intent == "ask_add_ons" and _asks_for_add_ons(heard, text)) or _is_told(step, intent, heard, text):
        return True
    if _only_sounds_like_a_worry(intent, heard, text) or _only_sounds_like_a_question(
        step, intent, heard, text
    ):
        return True
    _, mark, behind = text.rpartition("?")
    if mark and heard.add_ons and says_any("add", words(behind)):
        return True  # "what is archiving? ok add it"
    wants = proposes(behind) or says_any("so", words(behind)) or says_any("yes", words(behind))
    if mark and intent in _ABOUT_AN_ORDER | SMALL_TALK and wants and not _inquires(behind):
        return names_what_is_asked(step, heard) or step is Step.CONFIRM  # "ah, tem mínimo? então põe 3"
    wish = _last_wish(_without_reason(text) if heard.term else text)
    if intent not in _ABOUT_AN_ORDER or heard.is_empty() or _inquires(wish):
        return False
    if "?" in text and not (step is Step.TERM and intent in _HESITANT):
        return False
    changes = step is Step.CONFIRM and heard.term and not supposes(text, heard.is_whole)
    concludes = len(heard.plans) == 1 and says_any("so", words(text))  # "ah no, entonces el standard"
    counts = heard.quantity is not None and bool(_COUNTED_IN_ALL.search(fold(text)))
    return bool(names_what_is_asked(step, heard) or changes or concludes or counts or proposes(text))


def _is_told(step: Step | None, intent: str, heard: Heard, text: str) -> bool:
    is_misheard = intent in _MISHEARD or (intent == "repeat_order" and step is Step.TERM)  # "mensual igual"
    return is_misheard and _names_just_one(step, heard) and _asks_nothing(intent, heard, text)


def _names_just_one(step: Step | None, heard: Heard) -> bool:
    """Exactly one of what is asked for: "se trata de la Clínica San Gabriel" is the customer."""
    named = {
        Step.PLAN: heard.plans,
        Step.QUANTITY: heard.quantity and not heard.other and [heard.quantity],
        Step.TERM: heard.term and [heard.term],
        Step.CUSTOMER: heard.customers,
        Step.PAYMENT: heard.cards,
    }
    found = named.get(step) if step else None
    return bool(found) and len(found or ()) == 1


def _asks_nothing(intent: str, heard: Heard, text: str) -> bool:
    """Neither in words nor with a mark; nor is another order spoken of, or what a customer has already."""
    if "?" in text or (heard.asks and not tells_who(text)) or says_any("last_time", words(text)):
        return False
    is_elsewhere = intent in ("ask_orders", "ask_delivery") and says_any("orders_noun", words(text))
    is_had = heard.is_existing and intent == "change_subscription" and not heard.cards
    return not (is_elsewhere or is_had or _inquires(text))


def _only_sounds_like_a_question(step: Step | None, intent: str, heard: Heard, text: str) -> bool:
    """ "Sí, el historial de versiones" is about no orders; "mensual, a ver si venden algo" answers first, and
    so does "annual please, and who are you?"."""
    if "?" in text:
        return heard.begins_whole and intent in SMALL_TALK and names_what_is_asked(step, heard)
    if heard.is_pick and step in DOMAIN_STEPS:
        return not says_any("asks", words(text))  # "second one on your list please"
    if intent == "ask_orders":
        is_theirs = step is Step.CUSTOMER and heard.customers and heard.is_whole  # "pronto, La Espiga"
        return bool(heard.add_ons or is_theirs) and not (heard.names_order or _inquires(text))
    answers_first = heard.begins_whole and not heard.asks and names_what_is_asked(step, heard)
    misheard = _ABOUT_AN_ORDER | SMALL_TALK | {"change_subscription"}  # "an annual one, renewing is a pain"
    return answers_first and intent in misheard and not asks_price(text)


def _only_sounds_like_a_worry(intent: str, heard: Heard, text: str) -> bool:
    """ "Must be monthly, not sure how long he stays", "e se fosse mensal?"; not "can I go annual later?"."""
    if intent not in _BEFORE_BUYING or heard.is_empty():
        return False
    if "?" in text:
        return supposes(text, heard.is_whole) and not says_any("later", words(text))
    return not _inquires(re.split(r"[,;.:!]\s", text)[0])


def asks_about_add_ons(heard: Heard, text: str) -> bool:
    """ "What's copilot?", "¿incluye respaldo?": nobody orders what they ask about."""
    others = (heard.plans, heard.customers, heard.cards, heard.term, heard.quantity, heard.domains.names)
    _, mark, behind = text.rpartition("?")
    said = words(text)
    sentence = " ".join(word.text for word in said)
    ends = any(sentence.endswith(f" {phrase}") for phrase in vocabulary().cues["what_is"])  # "faz o que?"
    if not heard.add_ons or any(others) or (proposes(text) and not ends) or (mark and behind.strip()):
        return False
    if mark:
        return says_any("what_is", said) or says_any("includes", said)
    return _begins_with("what_is", [word.text for word in said])


def asks_what_is_offered(step: Step | None, heard: Heard, text: str) -> bool:
    """ "What are those?", "¿qué son?", where add-ons are offered."""
    cues, said = vocabulary().cues, [word.text for word in words(text)]
    small = vocabulary().filler.union(
        *(cues[cue] for cue in ("that_one", "it", "polite", "add_on_noun", "subject"))
    )
    begins = [each for each in map(str.split, cues["what_is"]) if said[: len(each)] == each]
    is_all = any(small.issuperset(said[len(each) :]) for each in begins)
    return step is Step.ADD_ONS and heard.is_empty() and is_all


def _begins_with(cue: str, said: Sequence[str]) -> bool:
    """Small words may stand before it: "oye, y qué hace el defender"."""
    cues = vocabulary().cues
    small = vocabulary().filler | cues["polite"] | cues["remark"] | cues["yes"]
    for place, word in enumerate(said):
        if any(f"{' '.join(said[place:])} ".startswith(f"{phrase} ") for phrase in cues[cue]):
            return True
        if word not in small:
            return False
    return False


def _asks_for_add_ons(heard: Heard, text: str) -> bool:
    """ "Can you add archiving?" is a wish."""
    said = words(text)
    return (
        bool(heard.add_ons)
        and says_any("proposing", said)
        and (says_any("add", said) or says_any("raise", said))
    )


def _inquires(text: str) -> bool:
    """ "Cuánto ahorro", "explícame el anual": a question without its mark; "a ver, anual" is none."""
    said = words(_aloud().sub(" ", fold(text)))
    if "?" not in text and tells_who(text):
        said = [word for word in said if word.text not in vocabulary().cues["who"]]
    if "?" in text and says_any("weighing", said):
        return True
    return says_any("asks", said) or says_any("inquiring", said) or asks_price(text)


@cache
def _aloud() -> re.Pattern[str]:
    """ "A ver le pregunto...", "let me see,": thinking aloud, with no object."""
    phrases = "|".join(sorted(vocabulary().cues["aloud"], key=len, reverse=True))
    whom = "|".join(sorted(vocabulary().cues["behind_aloud"]))
    return re.compile(rf"(?:^|(?<=[,;:.!\n])) *(?:{phrases})(?= *(?:[,;:.!\n]|$)| +(?:{whom})\b)")


def tells_who(text: str) -> bool:
    """ "Quem vai usar é a Padaria", "who needs it is Harbor": told; "who is Harbor" asks."""
    cues, is_it = vocabulary().cues, vocabulary().cues["copula"] | vocabulary().cues["is_who"]
    for clause in re.split(r"[,;:.!\n]", text):
        said = [word.text for word in words(clause)]
        for place, word in enumerate(said[:-3]):
            if word in cues["who"] and not is_it.isdisjoint(said[place + 2 : -1]):
                return said[place + 1] not in cues["copula"]
    return False


def _without_reason(text: str) -> str:
    """ "Go yearly, he wants the discount", "make it annual for the discount": why, behind what is wanted;
    "anual con el descuento": which."""
    cues = vocabulary().cues
    which = "|".join(sorted(cues["discounted"], key=len, reverse=True))
    text = re.sub(rf"\b(?:{which})\b", " ", fold(text))
    less, article, why = (
        "|".join(sorted(words, key=len, reverse=True))
        for words in (
            cues["discount"],
            cues["article"] | {"do", "pelo"},
            cues["reason"] | cues["customer"] | {"que", "so", "por"},
        )
    )
    reason = re.search(rf"(?:[,;.]|\b(?:{why})\b)(?P<why>[^,;.?]*\b(?:{article}) (?:{less})\b[^?]*)$", text)
    is_why = reason and not says_any("which", words(reason["why"]))
    return text[: reason.start()] if reason and is_why else text


def _last_wish(text: str) -> str:
    """ "I now see their comment, they'd rather pay for the year": what the last clause wants, if it does."""
    *_, last = re.split(r"[,;.:!]\s", text.rstrip(" .!"))
    return last if "?" not in text and proposes(last) else text


def names_what_is_asked(step: Step | None, heard: Heard) -> bool:
    named = {
        Step.PLAN: heard.plans,
        Step.QUANTITY: heard.quantity,
        Step.TERM: heard.term,
        Step.ADD_ONS: heard.add_ons or heard.no_add_ons,
        Step.CUSTOMER: heard.customers,
        Step.PAYMENT: heard.cards,
        Step.DOMAIN: heard.domains.names,
    }
    return step is not None and bool(named.get(step))
