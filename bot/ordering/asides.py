"""What is said in passing beside a yes: that one is in a hurry, whom one speaks to, and mockery.

"Do it, I have a meeting in 5", "confirma que tengo reunión", "si mi ciela, dale". Each is taken only where
it can be nothing else: "in 5 minutes" alone says when, and "si mi amor me deja" is a condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from bot.ordering.text import fold, words
from bot.ordering.vocabulary import has_any, vocabulary

_INFINITIVE = re.compile(r"^\w{2,}[aei]r(?:l[aeo]s?)?$")
_TO_BOTH = re.compile(r"l[aeo]s?$")  # "confírmalo" tells to do so; "mi jefe confirma" may only report


def without_hurry(text: str) -> str:
    """A yes and that its speaker has no time; "ok, I have a meeting" may only end the talk."""
    rest = _pressed().sub("", fold(text))
    if rest == fold(text):
        return text
    said = [word.text for word in words(rest)]
    return "" if vocabulary().cues["acknowledging"].issuperset(said) else rest


def is_in_a_hurry(text: str, place: int) -> bool:
    """Whether what stands at ``place`` belongs to "I have a meeting in 5"."""
    return any(found.start() <= place < found.end() for found in _pressed().finditer(fold(text)))


def without_call(text: str) -> str:
    """ "Si mi ciela confírmalo" without whom it is said to; "si mi jefe confirma" stays what it is."""
    anyone = _any_of(vocabulary().cues["endearment"] | vocabulary().cues["yes_tag"])
    text = re.sub(rf"(\bsí) +mi +(?:{anyone})\b(?=\W*(?:[.,;!]|$))", r"\1", text, flags=re.IGNORECASE)
    return _called().sub(r"\1", fold(text)) if _called().search(fold(text)) else text


def is_reported(text: str) -> bool:
    """ "Ya lo confirmé" was done before; "confirma que tengo saldo" asks whether it is so."""
    cues = vocabulary().cues
    done = re.search(r"\bya +(?:l[oa]s? +)?(\w+)é\b", text.lower())
    if done and f"{fold(done[1])}e" in cues["placing"] | cues["performing"] | cues["consent"]:
        return True
    told = re.search(rf"\b(?:{_any_of(cues['confirm_that'])}) +(\w+)", fold(_pressed().sub("", fold(text))))
    return told is not None and told[1] not in cues["consent"] | cues["performing"] | cues["plain_yes"]


def does_another(clause: Sequence[str]) -> bool:
    """ "Bora almoçar", "vamos a esperar", "manda nada": something else, or nothing."""
    cues = vocabulary().cues
    acts = cues["placing"] | cues["performing"] | cues["goes_through"]
    said = [word for word in clause if word not in ("a", "la", "nao")]
    for one, two in pairwise(said):
        if one in cues["lets"] and _INFINITIVE.search(two) and two not in acts | cues["yes_tag"]:
            return True
    return len(clause) == len(("manda", "nada")) and clause[0] in acts and clause[1] in cues["nothing"]


def mocks(text: str) -> bool:
    """ "Aye right", "sure, pull the other one", "aham, senta lá"."""
    return has_any("mocking", [word.text for word in words(text)])


def _any_of(said: Iterable[str]) -> str:
    return "|".join(sorted(said, key=lambda each: (-len(each), each)))


@cache
def _pressed() -> re.Pattern[str]:
    cues = vocabulary().cues
    kinds = ("leads_to_hurry", "pressed", "around_hurry", "leads_to_time", "few_minutes")
    why, told, small, at, few = (_any_of(cues[kind]) for kind in kinds)
    led = rf"\s*[.,;:!\n(–—-]+\s*(?:(?:{why})\s+)*|(?:\s+(?:{why}))+\s+|\s+(?=(?:got|gotta|teng?h?o)\b)"
    time = rf"(?:{at})\s+(?:\d+(?::\d+)?|{few})"
    return re.compile(rf"(?<=\w)(?:{led})(?:{told})\b(?:\s+(?:{time}|{small})\b)*(?=\W*(?:[.,;!\n)]|$))")


@cache
def _called() -> re.Pattern[str]:
    cues = vocabulary().cues
    firm = {word for word in cues["performing"] | cues["goes_through"] if _TO_BOTH.search(word)}
    firm |= cues["courtesy"] | {"dale", "adelante"}
    dear, anyone = _any_of(cues["endearment"]), _any_of(cues["endearment"] | cues["yes_tag"])
    yes = _any_of(cues["plain_yes"])
    return re.compile(
        rf"\b({yes}) +mi +(?:(?:{dear})\b(?=\W*(?:[.,;!\n]|$))|(?:{anyone})\b(?=[ ,]+(?:{_any_of(firm)})\b))"
    )
