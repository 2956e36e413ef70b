"""Finding things by the name a person uses: fuzzy, by the words that tell them apart, in one pass.

An index holds the names of one kind of thing (plans, add-ons, customers). Words are weighted by how rare
they are in the index, so "premium" finds "Microsoft 365 Business Premium" and "business" finds nothing
for sure. Words that differ by a typo match a little less; with digits they must match exactly (E3, E5).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.ordering.text import Word, words

_SIMILAR = 0.76
_PREFIX = 0.9
_SAME = 0.92  # entries whose evidence is this close to the best one are told apart by asking


@dataclass(frozen=True)
class Match:
    """An entry that may be meant. ``evidence``: weight of what matched; ``coverage``: 0..1 of its name."""

    key: str
    evidence: float
    coverage: float
    places: frozenset[int]  # indexes into the words that were given


class NameIndex:
    """Names of one kind, ``{key: name}``. ``filler`` words (articles, prepositions) say nearly nothing."""

    def __init__(
        self,
        names: Mapping[str, str],
        filler: Collection[str] = (),
        synonyms: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._synonyms = synonyms or {}
        self._entries = {key: self._words_of(name) for key, name in names.items()}
        self._holders: dict[str, list[str]] = defaultdict(list)
        for key, entry in self._entries.items():
            for word in entry:
                self._holders[word].append(key)
        count = max(len(self._entries), 1)
        self._weight = {
            word: 0.1 if word in filler else math.log(1 + count / len(keys)) + 0.3
            for word, keys in self._holders.items()
        }
        self._total = {
            key: sum(self._weight[w] for w in entry) or 1.0 for key, entry in self._entries.items()
        }
        self._by_initial: dict[str, list[str]] = defaultdict(list)
        for word in self._holders:
            self._by_initial[word[0]].append(word)
        self._filler = frozenset(filler)

    def find(self, said: Sequence[Word], skip: Collection[int] = ()) -> list[Match]:
        """Entries that the words may mean, best first. ``skip``: places that already mean something else."""
        evidence: dict[str, dict[str, float]] = defaultdict(dict)
        places: dict[str, set[int]] = defaultdict(set)
        for place, word in enumerate(said):
            if place in skip or word.text in self._filler:
                continue
            for known, likeness in self._known_words(word.text):
                for key in self._holders[known]:
                    strength = likeness * self._weight[known]
                    if strength > evidence[key].get(known, 0.0):
                        evidence[key][known] = strength
                    places[key].add(place)
        matches = [
            Match(key, sum(found.values()), sum(found.values()) / self._total[key], frozenset(places[key]))
            for key, found in evidence.items()
            if not all(word.isdigit() for word in found)  # a quantity is not "Plan 1"
        ]
        return sorted(matches, key=lambda match: (-match.evidence, -match.coverage, match.key))

    def best(self, said: Sequence[Word], skip: Collection[int] = ()) -> list[Match]:
        """The one entry meant, or the several that are equally likely (ask), or none."""
        return closest(self.find(said, skip))

    def _known_words(self, word: str) -> Iterable[tuple[str, float]]:
        meanings = self._synonyms.get(word, (word,))
        exact = [meaning for meaning in meanings if meaning in self._holders]
        if exact:
            return [(meaning, 1.0) for meaning in exact]
        if len(word) < 4 or any(char.isdigit() for char in word):
            return []
        candidates = self._by_initial.get(word[0], [])
        starts = [(known, _PREFIX) for known in candidates if known.startswith(word)]
        if starts:
            return starts
        alike = process.extract(
            word, candidates, scorer=OSA.normalized_similarity, score_cutoff=_SIMILAR, limit=3
        )
        return [(known, likeness) for known, likeness, _ in alike if not any(c.isdigit() for c in known)]

    def _words_of(self, name: str) -> frozenset[str]:
        return frozenset(word.text for word in words(name))


def closest(matches: Sequence[Match]) -> list[Match]:
    """The best match and those that cannot be told from it; a name said in full beats longer names."""
    if not matches:
        return []
    tied = [match for match in matches if match.evidence >= _SAME * matches[0].evidence]
    complete = [match for match in tied if match.coverage > 0.97]
    return complete if len(complete) == 1 else tied
