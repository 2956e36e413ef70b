"""What stands beside a yes and answers nothing: its reason, a part that is praised, accepted terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from bot.ordering.around_yes import without_small
from bot.ordering.consent import KIND_SIGNS
from bot.ordering.text import fold, without_drawl, words
from bot.ordering.vocabulary import has_any, vocabulary
from bot.ordering.vocabulary.ordinary import ordinary_words

_SO = r"\s(?:so(?! that)|as[ií] que|entonces|ent[aã]o)\s+(?=\w)"
CLAUSE = re.compile(rf"[.!,;:\n(){''.join(sorted(KIND_SIGNS))}]+\s*|\s[-–—]+\s|{_SO}")
_OBJECT = re.compile(r"(?:l[aeo]s?|me)$")  # "échale" and "échame" are two words
_FOR = r", +(que)(?! (?:si|no|sea|sean)\b)(?=(?: \w+){4})"  # "dale, que llevan días esperando"
_REMARK = 12  # words of a reason
_SHORTEST_TYPO = 4  # letters


def without_reason(text: str) -> str:
    """ "Send it, because they need it", "place it before they change their minds": what is the reason
    of a yes holds nothing back; nothing is left of a message whose reason is a wish."""
    cues = vocabulary().cues
    ways = "|".join(sorted(cues["reason"] | cues["before_that"], key=len, reverse=True))
    found = re.search(rf"(?<=\w)(?:\W+({ways})|{_FOR})\b", fold(text))
    if found is None or not cues["if"].isdisjoint(fold(text[: found.start()]).split()[-1:]):
        return text  # "si es que el precio está bien, sí" has a condition, and no reason
    reason = CLAUSE.split(text[found.end() :], maxsplit=1)[0]
    behind = without_harmless(spoken(reason))
    wishes = cues["change"] | cues["add"] | cues["without"] | cues["cancel"] | cues["however"]
    to_come = cues["placing"] | cues["performing"] | cues["holding_back"]
    other = wishes | to_come if found[1] in cues["before_that"] else wishes
    is_off = has_any("not_knowing", behind) or denies_a_wish(behind)
    other = other | cues["wanted"] if found[2] else other
    is_wish = is_off or not other.isdisjoint(behind) or any(word.isdigit() for word in behind)
    rest = text[found.end() + len(reason) :]
    return text[: found.start()] + rest if len(behind) <= _REMARK and not is_wish else ""


def without_accepted_terms(text: str) -> str:
    """ "I accept the terms, place it", "términos aceptados, dale": no answer yet, and no reason to wait."""
    cues = vocabulary().cues
    verb, noun, small = (
        "|".join(sorted(cues[kind], key=len, reverse=True))
        for kind in ("accepting", "terms_noun", "around_terms")
    )
    around = rf"(?: (?:{verb}|{noun}|{small})\b)*"
    either = rf"(?:{verb}){around} (?:{noun})|(?:{noun}){around} (?:{verb})"
    return re.sub(rf"\b(?:{either})\b{around}", " ", fold(text))


def without_praised_part(text: str) -> str:
    """ "The price is fine, yes", "sí, está bien el total": no answer yet, and nothing to change."""
    cues = vocabulary().cues
    kinds = ("of_the_review", "in_order", "article", "plain_yes")
    part, fine, small, yes = ("|".join(sorted(cues[kind])) for kind in kinds)
    either = rf"(?:(?:{small}) )?(?:{part}) (?:{fine})|(?:{fine}) (?:{small}) (?:{part})"
    return re.sub(rf"(^|[.!,;:\n]\s*|\b(?:{yes}) )(?:{either})\b", r"\1", fold(text))


def spoken(text: str) -> list[str]:
    yes = vocabulary().cues["consent"]
    plain = ((word, without_drawl(word)) for word in map(_meant, (word.text for word in words(text))))
    return without_small([short if short in yes else said for said, short in plain])


@lru_cache(maxsize=10_000)
def _meant(word: str) -> str:
    """ "Confrimo", "ahed": a slip of the finger in a word that agrees; an everyday word is none."""
    if len(word) < _SHORTEST_TYPO or word in ordinary_words() | vocabulary().every_word:
        return word
    near = (known for known in _agreeing() if (known[0], known[-1]) == (word[0], word[-1]))
    return next((known for known in near if OSA.distance(word, known, score_cutoff=1) <= 1), word)


@cache
def _agreeing() -> list[str]:
    cues = vocabulary().cues
    known = cues["consent"] | cues["performing"] | cues["courtesy"] | cues["excuse"]
    return sorted(word for word in known if len(word) > _SHORTEST_TYPO and not _OBJECT.search(word))


@cache
def _harmless() -> list[str]:
    """The longest first: "with what they" before "with"."""
    cues = vocabulary().cues
    return sorted(cues["harmless_phrases"] | cues["made_clear"], key=lambda phrase: (-len(phrase), phrase))


def without_harmless(clause: Sequence[str]) -> list[str]:
    """The words of a clause but those that hold nothing back together: "no hay problema"."""
    sentence = f" {' '.join(clause)} "
    for phrase in _harmless():
        sentence = sentence.replace(f" {phrase} ", " ")
    return sentence.split()


def denies_a_wish(said: Sequence[str]) -> bool:
    cues = vocabulary().cues
    return not (cues["negation"].isdisjoint(said) or cues["wanted"].isdisjoint(said))
