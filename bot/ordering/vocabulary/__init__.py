"""The words of each language that mean something to an order: one YAML file per language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from bot.ordering.text import Word, fold


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
        return frozenset().union(*self.cues.values())


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
