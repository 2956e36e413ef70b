"""“And yearly?”, “y si fueran 30”: asking what another order would be like is not wanting it."""

from __future__ import annotations

import re
from functools import cache

from bot.ordering.text import words
from bot.ordering.vocabulary import has_any, says_any, vocabulary

_BRIEF, _FEW = 5, 2  # words


def supposes(text: str, is_whole: bool) -> bool:
    """``is_whole``: nothing is said but what is asked about ("30?")."""
    said = words(text)
    if insists(text.rpartition("?")[2]):
        return False
    if asks_price(text):
        return True
    if proposes(text):
        return False
    goes_on = bool(said) and said[0].text in vocabulary().cues["both"]  # "and yearly?"
    sentence = " ".join(word.text for word in said)
    begins = any(sentence.startswith(f"{phrase} ") for phrase in vocabulary().cues["and_what"])
    asks_it = text.rstrip().endswith("?")
    begins = begins and (is_whole or "?" in text)  # "y con copilot, que lo piden todos" says why it is wanted
    return begins or says_any("supposing", said) or ((is_whole or goes_on) and asks_it)


def wonders_about(text: str) -> bool:
    """ "Is it for Blue Fern?", "es con la visa, no?": what is shown is asked about."""
    cues, said = vocabulary().cues, [word.text for word in words(text)]
    small = cues["yes"] | cues["remark"] | cues["polite"] - cues["copula"]
    ask = tuple(f"{phrase} " for phrase in cues["whether"])
    while said and said[0] in small - cues["whether"] and not f"{' '.join(said)} ".startswith(ask):
        said = said[1:]  # "ok, is it ...", not "do I ..."
    begins = f"{' '.join(said)} ".startswith(ask)
    if text.rstrip().endswith("?") and _asks_of_later(said):
        return True
    return begins and text.rstrip().endswith("?") and not (insists(text) or has_any("proposing", said))


def _asks_of_later(said: list[str]) -> bool:
    """ "Can I take the backup off later?", "dá pra tirar depois?": nothing is to happen now."""
    cues = vocabulary().cues
    later = cues["later"] - cues["forget"] - cues["gone"]
    return not later.isdisjoint(said) and not has_any("domain_noun", said)


def is_unsure(text: str) -> bool:
    """ "Premium maybe", "quizás 15", "copilot si no sale caro"."""
    nicely = sorted(vocabulary().cues["if_you_please"], key=len, reverse=True)
    said = words(text)
    sentence = f" {' '.join(word.text for word in said)} "
    for phrase in nicely:
        sentence = sentence.replace(f" {phrase} ", " ")
    return has_any("unsure", sentence.split()) and not says_any("want", said)


def only_doubts(text: str) -> bool:
    """ "Monthly maybe", "monthly, perhaps" is no answer yet; "monthly, they might move next year" is one."""
    said, begins = words(text), words(re.split(r"[,;:.!\n]", text)[0])
    is_doubted = says_any("unsure", begins) or len(said) - len(begins) <= _FEW
    return len(said) <= _BRIEF and is_doubted and is_unsure(text) and not says_any("because", said)


def goes_on(text: str) -> bool:
    """ "And the standard", "aja y el copilot": right after a question it asks the same of something else."""
    cues = vocabulary().cues
    said = [word.text for word in words(text)]
    while said and said[0] in cues["yes"] | cues["remark"]:
        said = said[1:]
    return bool(said) and said[0] in cues["both"] and not (wants(text) or says_any("raise", words(text)))


def wants(text: str) -> bool:
    """ "I need 5", "make it 5": a wish, whatever it asks beside it."""
    return proposes(text) or says_any("want", words(text))


def asks_price(text: str) -> bool:
    """ "How much is the premium": in words, with its mark or without. "The lowest price" and "it costs a
    fortune" ask for none."""
    said = _degree().sub("", " ".join(word.text for word in words(text)))
    return has_any("price_asked", said.split())


@cache
def _degree() -> re.Pattern[str]:
    cues = vocabulary().cues
    phrases = cues["the_lesser"] | cues["the_greater"] | cues["costs_a_lot"] | cues["costs_little"]
    return re.compile(rf"\b(?:{'|'.join(sorted(phrases, key=len, reverse=True))})\b")


def leaves_it(text: str, after_question: bool) -> bool:
    """ "Leave it as it is"; "as it was" means so only where a change was merely asked about before."""
    said = words(text)
    leaves = says_any("as_it_is", said) or (after_question and says_any("as_it_was", said))
    return leaves and "?" not in text


def insists(text: str) -> bool:
    """ "Then switch it", "pensando melhor, faz 15": wanted for sure, whatever else is said."""
    return says_any("insisting", words(text))


def proposes(text: str) -> bool:
    """ "Can you make it 30?" wants it, question or not."""
    said = words(text)
    return says_any("proposing", said) or says_any("change", said)
