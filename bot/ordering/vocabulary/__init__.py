"""The words of each language that mean something to an order: one YAML file per language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import yaml
from rapidfuzz.distance import OSA

from bot.ordering.text import Word, fold

_LONG = 6  # letters; such a word may have a slip of the finger in it, a longer one two


@dataclass(frozen=True)
class Vocabulary:
    """Folded words of all languages together: a person may mix them in one sentence.

    ``synonyms``: a word -> the catalogue's words for it ("archivado" -> "archiving").
    ``cues``: kind -> words that announce it ("customer" -> "para", "for"; "without" -> "sin").
    """

    filler: frozenset[str]
    synonyms: dict[str, tuple[str, ...]]
    cues: dict[str, frozenset[str]]

    @cached_property
    def every_cue(self) -> frozenset[str]:
        # Whom a yes is said to may be in a name: "El Rey", "Nossa Senhora"; and so may "old", "viejo".
        # What is said in passing beside a yes ("late", "filo", "vida") may be in one as well.
        in_passing = ("pressed", "around_hurry", "leads_to_hurry", "endearment", "mocking", "yes_alone")
        in_names = ("yes_tag", "not_the_order_s", "bins", "tossed", "few_minutes", *in_passing)
        return frozenset().union(*(said for kind, said in self.cues.items() if kind not in in_names))

    @cached_property
    def every_word(self) -> frozenset[str]:
        return self.filler | self.every_cue


@cache
def vocabulary() -> Vocabulary:
    filler: set[str] = set()
    synonyms: dict[str, tuple[str, ...]] = {}
    cues: dict[str, set[str]] = {}
    for path in sorted(Path(__file__).parent.glob("*.yml")):
        # BaseLoader: "no" and "on" are words here, not booleans.
        content = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        filler.update(fold(word) for word in content["filler"])
        for meaning, said in content["synonyms"].items():
            for word in said:
                known = synonyms.get(fold(word), ())
                synonyms[fold(word)] = known + tuple(part for part in meaning.split() if part not in known)
        for kind, said in content["cues"].items():
            cues.setdefault(kind, set()).update(fold(word) for word in said)
    return Vocabulary(frozenset(filler), synonyms, {kind: frozenset(said) for kind, said in cues.items()})


def says_any(cue: str, said: Sequence[Word]) -> bool:
    """Whether a word or a phrase of ``cue`` stands in the sentence."""
    return has_any(cue, [word.text for word in said])


def has_any(cue: str, said: Sequence[str]) -> bool:
    """The same for folded words that are left of a sentence."""
    sentence = f" {' '.join(said)} "
    return any(f" {phrase} " in sentence for phrase in vocabulary().cues[cue])


@lru_cache(maxsize=10_000)
def is_ordinary(word: str, shortest: int = _LONG) -> bool:
    """Whether it is one of the vocabulary's words, typos included: "licensas". ``shortest``: the letters of a
    word that may have one."""
    return is_among(word, vocabulary().every_word, shortest)


@lru_cache(maxsize=10_000)
def is_among(word: str, known: frozenset[str], shortest: int = _LONG) -> bool:
    """Whether it is one of ``known``, typos included."""
    slips = 1 + (len(word) > _LONG)
    near = (other for other in known if len(other) >= shortest - 1 and other[0] == word[0])
    return word in known or (
        len(word) >= shortest
        and any(OSA.distance(word, other, score_cutoff=slips) <= slips for other in near)
    )
