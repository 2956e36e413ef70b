"""Whether a message is a plain yes to spending money: every word of it must belong to a yes.

A guess is not good enough here. "Confirm the price first", "esta caro" or a thumb down sound like a yes to a
classifier; what is left over in a sentence after its yes is a reason to ask again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import dropwhile, pairwise

from rapidfuzz.distance import OSA

from bot.ordering.text import fold, without_drawl
from bot.ordering.vocabulary import has_any, vocabulary

_YES_SIGNS = frozenset("👍👌✅✔🆗")
KIND_SIGNS = frozenset(
    "🙏🙂😊😀😄😁🙌💪🚀🎉🥳👏🤝💯🔥✨🌟⭐❤💙💚💛🥰😍😎🤗😉☺🤩🫡🤙✌🍀😂🤣😅☀🌞🎊🥂🍻☕🧡🤍💜💗💖💕😘😇😌🤠⚡💨🏁🎯🌈🌻"
)
_SMILE = re.compile(r"[:;=]-?[)D]+")
_PLAIN_MARKS = frozenset(".,;:!¡'’\"-() \n")
_SHORTEST_TYPO = 6  # letters
_WORD = re.compile(r"[^\W_]+")
_SURELY = re.compile(r"\b1000? ?(?:%|percent\b|por ?cien(?:to)?\b|por ?cento\b)", re.IGNORECASE)
_CLAUSE = re.compile(r"[.!,;:\n]")


def consents(text: str) -> bool:
    """True only for a yes with nothing else in it: "sí, confirmo por favor", "go ahead", "👍"."""
    text = without_percent(text)
    if has_strange_signs(text) or only_thanks(text):
        return False
    clauses = [clause for clause in _CLAUSE.split(text) if not _only_calls(clause)]
    if len(clauses) > 1 and all(map(consents, clauses)):
        return True  # "happy with that, go ahead"
    cues = vocabulary().cues
    said = [without_drawl(word) for word in _WORD.findall(fold(" ".join(clauses)))]
    polite = {without_drawl(word) for word in cues["courtesy"] | cues["yes_tag"]} - {"you"}  # "ok can you"
    if not _phrases().isdisjoint((" ".join(said), " ".join(word for word in said if word not in polite))):
        return True
    if (
        asks(text)
        or _with_somebody(said)
        or has_any("never_yes", said)
        or has_any("made_clear", said)
        or is_to_come(said)
    ):
        return False
    yes = {without_drawl(word) for word in cues["consent"]}
    beside = {without_drawl(word) for word in cues["beside_consent"] | cues["yes_tag"]}
    agreed = [_means(word, yes) for word in said]
    if not all(agrees or word in beside for agrees, word in zip(agreed, said, strict=True)):
        return False
    return any(agreed) or not _YES_SIGNS.isdisjoint(text)


def without_percent(text: str) -> str:
    """ "100% yes" is no number of seats."""
    return _SURELY.sub(" ", text)


def has_strange_signs(text: str) -> bool:
    """Whether there is more than words, plain marks and friendly signs: a question, a command, a 👎."""
    signs = {
        char
        for char in _SMILE.sub("", text)
        if not char.isalnum() and char not in _PLAIN_MARKS and not _is_joiner(char)
    }
    return not signs <= _YES_SIGNS | KIND_SIGNS


def asks(text: str) -> bool:
    """ "O que é isso", "yes, what now": a question without its mark; "exactly what I want" is none."""
    cues = vocabulary().cues
    for clause in _CLAUSE.split(fold(text)):
        spoken = _WORD.findall(clause)
        said = list(dropwhile(lambda word: word in cues["consent"] | cues["joins"], spoken))
        if said and not cues["exactly"].isdisjoint(spoken[: -len(said)]):
            continue
        if any(f"{' '.join(said)} ".startswith(f"{phrase} ") for phrase in cues["asking"]):
            return True
    return False


def only_thanks(text: str) -> bool:
    """ "Ok, thanks" ends a talk as often as it agrees; "yes, thanks" is a yes."""
    cues, said = vocabulary().cues, _WORD.findall(fold(text))
    known = cues["thanks"] | cues["acknowledging"]
    said = [word for word in said if word in known or word not in cues["yes_tag"]]
    rest = " ".join(word for word in said if word not in cues["thanks"])
    is_known = all(word in known or without_drawl(word) in known for word in said)
    return (is_known or rest in cues["acknowledging"]) and not cues["thanks"].isdisjoint(said)


def _only_calls(clause: str) -> bool:
    """ "Já é, parça": whom a yes is said to."""
    return vocabulary().cues["yes_tag"].issuperset(_WORD.findall(fold(clause)))


def _with_somebody(said: Sequence[str]) -> bool:
    """ "Confirma com meu chefe": whom else a yes is said to."""
    cues, small = vocabulary().cues, {"mi", "meu", "minha", "my"}
    called = [word for word in said if word not in small]
    with_whom = [two for one, two in pairwise(called) if one in cues["together_with"]]
    return any(word in cues["yes_tag"] for word in with_whom) or (
        with_whom != [] and with_whom[-1] == called[-1] and called[-1] in cues["if_somebody"]
    )


def is_to_come(said: Sequence[str]) -> bool:
    """ "Ahorita lo confirmo", "já confirmo", "I'll confirm": a yes that is announced is none yet."""
    cues = vocabulary().cues
    said = [word for word in said if word not in cues["object"]]
    return any(one in cues["soon"] and two in cues["i_place"] for one, two in pairwise(said))


@cache
def _phrases() -> frozenset[str]:
    """Agreements that are no yes word by word: "de acuerdo", "go ahead", "pode ser"."""
    phrases = vocabulary().cues["consent_phrases"] | vocabulary().cues["yes_alone"]
    return frozenset(" ".join(without_drawl(word) for word in phrase.split()) for phrase in phrases)


def _means(word: str, yes: set[str]) -> bool:
    if word in yes:
        return True
    long = (known for known in yes if len(known) >= _SHORTEST_TYPO)
    return len(word) >= _SHORTEST_TYPO and any(
        OSA.distance(word, known, score_cutoff=1) <= 1 for known in long
    )


def _is_joiner(char: str) -> bool:
    """Variation selectors and skin tones, which only dress the sign before them."""
    return unicodedata.category(char) in {"Mn", "Cf", "Sk"}
