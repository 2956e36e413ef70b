"""Finding things by the name a person uses: fuzzy, by the words that tell them apart, in one pass.

An index holds the names of one kind of thing (plans, add-ons, customers). Words are weighted by how rare
they are in the index, so "premium" finds "Microsoft 365 Business Premium" and "business" finds nothing
for sure. Words that differ by a typo match a little less; with digits they must match exactly (E3, E5).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.ordering.sounds import scrambled, sound
from bot.ordering.text import Word, words

_SIMILAR = 0.76
_POSSESSIVE = "s"  # "that's" is nothing of Tilly's
_TRADE = re.compile(r"(?<=\w{3})(?:ists?|al|ery|ers?|[ae]rias?|ei?ro[as]?|eir[oa]s?|eros?|istas?)$")
_PREFIX = 0.9
_SOUNDS_SAME = 0.97
_SHORT_NAME = 0.8  # initials are worth less than a word of the name beside them
_SHORTEST_PREFIX = 5  # letters: "go back" is not about a backup
_SHORTEST_TYPO = 4  # shorter words are never taken for another word
_NEARLY = 0.75  # of a word that is half of one
_SHORTEST_SOUND = 2  # letters; "pppp" and "hp" have none to compare
_SHORTEST_PAIR = 6  # letters of two words that are written as one
_MOST = 3  # words that a misspelt one may stand for
_MAX_STARTS = 20  # words that one beginning may stand for
_MAX_KEPT = 20_000  # said words whose meaning is remembered
_WORTH = 0.25  # of the best evidence; less is not worth telling
_SAME = 0.92  # entries whose evidence is this close to the best one are told apart by asking


@dataclass(frozen=True)
class Match:
    """An entry that may be meant. ``evidence``: weight of what matched; ``coverage``: 0..1 of its name."""

    key: str
    evidence: float
    coverage: float
    places: frozenset[int]  # indexes into the words that were given


class NameIndex:
    """Names of one kind, ``{key: name}``. ``filler`` words (articles, prepositions) say nearly nothing.
    Words that are ``spelt_right`` are never taken for another one.

    Tens of thousands of names cost a few milliseconds: rare words choose the candidates, common ones only
    tell these apart, and misspelt words are compared with words of like length and the same initial.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        filler: Collection[str] = (),
        synonyms: Mapping[str, Sequence[str]] | None = None,
        short_names: Mapping[str, Collection[str]] | None = None,
        spelt_right: Collection[str] = (),
    ) -> None:
        self._synonyms = synonyms or {}
        self._filler = frozenset(filler)
        self._spelt_right = frozenset(spelt_right)
        entries = {
            key: {word.text for word in words(name) if word.text != _POSSESSIVE}
            for key, name in names.items()
        }
        self._entries = entries
        self._beside = {
            key: _around_numbers([word.text for word in words(name)]) for key, name in names.items()
        }
        self._holders: dict[str, set[str]] = defaultdict(set)
        for key, entry in entries.items():
            for word in entry:
                self._holders[word].add(key)
        for word, keys in (short_names or {}).items():
            self._holders[word].update(keys)
        count = max(len(entries), 1)
        self._weight = {
            word: 0.1 if word in filler else math.log(1 + count / len(keys)) + 0.3
            for word, keys in self._holders.items()
        }
        for word in short_names or ():
            self._weight[word] *= _SHORT_NAME
        self._total = {key: sum(self._weight[w] for w in entry) or 1.0 for key, entry in entries.items()}
        self._sorted = sorted(self._holders)
        self._trades: dict[str, list[str]] = defaultdict(list)
        for word in self._sorted:
            if (stem := _TRADE.sub("", word)) != word:
                self._trades[stem].append(word)
        self._scrambled: dict[str, list[str]] = defaultdict(list)
        for word in self._sorted:
            self._scrambled[scrambled(word)].append(word)
        self._alike = _by_sound(self._sorted)
        self._alike_synonyms = _by_sound([word for word in self._synonyms if len(word) >= _SHORTEST_PREFIX])
        self._known: dict[str, list[tuple[str, float]]] = {}

    def find(self, said: Sequence[Word], skip: Collection[int] = ()) -> list[Match]:
        """Entries that the words may mean, best first. ``skip``: places that already mean something else.

        Left out are those that ``closest`` could not choose: they hold nothing but words that are common.
        """
        clues = self._clues(said, skip)
        evidence: dict[str, dict[str, float]] = {}
        places: dict[str, set[int]] = {}
        still = sum(strength for strength, _, _ in clues)  # the most that an entry unseen so far can reach
        best = 0.0
        for strength, known, place in clues:
            holders = self._holders[known]
            beside = self._beside_number(said, place, known) if known.isdigit() else None
            for key in holders if still >= _SAME * best else holders & evidence.keys():
                if beside is not None and beside.isdisjoint(self._beside[key]):
                    continue
                found = evidence.setdefault(key, {})
                found[known] = max(found.get(known, 0.0), strength)
                places.setdefault(key, set()).add(place)
                best = max(best, sum(found.values()))
            still -= strength
        matches = [
            Match(key, sum(found.values()), sum(found.values()) / self._total[key], frozenset(places[key]))
            for key, found in evidence.items()
            if sum(found.values()) >= _WORTH * best
            and not all(word.isdigit() for word in found)  # a quantity is not "Plan 1"
        ]
        return sorted(matches, key=lambda match: (-match.evidence, -match.coverage, match.key))

    def _beside_number(self, said: Sequence[Word], place: int, number: str) -> set[tuple[str, str]]:
        """ "Plan 1", "100 GB": a number is one of a name beside the word that it stands beside there; in "3
        defender and 1 audio" it counts."""
        before, behind = (
            {word for word, _ in self._known_words(said[at].text)} if 0 <= at < len(said) else set()
            for at in (place - 1, place + 1)
        )
        return {*((word, number) for word in before), *((number, word) for word in behind)}

    def best(self, said: Sequence[Word], skip: Collection[int] = ()) -> list[Match]:
        """The one entry meant, or the several that are equally likely (ask), or none."""
        return closest(self.find(said, skip))

    def meanings(self, word: str) -> list[str]:
        """Words of the names that it may be; none for an article."""
        return [] if word in self._filler else [known for known, _ in self._known_words(word)]

    def holders(self, word: str) -> set[str]:
        """Entries whose name the word may be a part of."""
        return {key for known in self.meanings(word) for key in self._holders[known]}

    def is_of_one(self, word: str) -> bool:
        """Whether a single entry has it in its name."""
        meant = self.meanings(word)
        return all(len(self._holders[known]) == 1 for known in meant) and len(self.holders(word)) == 1

    def is_exact(self, word: str) -> bool:
        """Whether it stands in a name as it is, or is what people say for a word that does."""
        return any(likeness == 1.0 for _, likeness in self._known_words(word))

    def _clues(self, said: Sequence[Word], skip: Collection[int]) -> list[tuple[float, str, int]]:
        """What each said word may be in the names: (strength, known word, place), the rarest first."""
        clues = []
        for place, word in enumerate(said):
            if place not in skip and word.text not in self._filler and word.text != _POSSESSIVE:
                known_words = self._known_words(word.text)
                clues += [(likeness * self._weight[known], known, place) for known, likeness in known_words]
        return sorted(clues, key=lambda clue: (-clue[0], clue[2], clue[1]))

    def _known_words(self, word: str) -> list[tuple[str, float]]:
        if word not in self._known:
            if len(self._known) > _MAX_KEPT:
                self._known.clear()
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> list[tuple[str, float]]:
        if exact := self._exactly(word):
            return [(meaning, 1.0) for meaning in exact]
        if word.endswith("s") and len(word) > _SHORTEST_TYPO and (one := self._exactly(word[:-1])):
            return [(meaning, _SOUNDS_SAME) for meaning in one]  # "discos", "builders"
        # "Correo" is "mail", and no slip of the finger for "core"; "correto" is none for "correio".
        is_cut = word.endswith("in") and f"{word}g" in self._spelt_right  # "sittin" is no "site"
        is_known = is_cut or word in self._synonyms or word in self._spelt_right
        if not is_known and (together := self._written_together(word)):
            return [(part, _SOUNDS_SAME) for part in together]
        if is_known or len(word) < _SHORTEST_TYPO or any(char.isdigit() for char in word):
            return []
        if nearly := self._nearly_together(word):
            return [(part, _PREFIX) for part in nearly]
        first, end = bisect_left(self._sorted, word), bisect_left(self._sorted, word + "\uffff")
        if first < end and len(word) >= _SHORTEST_PREFIX:
            return [(known, _PREFIX) for known in self._sorted[first : min(end, first + _MAX_STARTS)]]
        alike = _sounding_like(word, self._alike)
        if alike := alike or self._of_scrambled(word) or self._of_same_trade(word):
            return alike
        meant = _sounding_like(word, self._alike_synonyms)[
            :1
        ]  # "archibado" is "archivado", which is "archiving"
        return [
            (part, how) for known, how in meant for part in self._synonyms[known] if part in self._holders
        ]

    def _of_scrambled(self, word: str) -> list[tuple[str, float]]:
        """ "Grabiel" is "Gabriel": the same letters, the first and the last one in their place."""
        is_long = len(word) >= _SHORTEST_PAIR
        return [(known, _PREFIX) for known in self._scrambled.get(scrambled(word), ())[:_MOST] if is_long]

    def _of_same_trade(self, word: str) -> list[tuple[str, float]]:
        """ "The dentist" is "Dental", "o padeiro" is "Padaria"."""
        stem = _TRADE.sub("", word)
        return [(known, _PREFIX) for known in self._trades.get(stem, ())[:_MOST] if stem != word]

    def _exactly(self, word: str) -> list[str]:
        return [meaning for meaning in self._synonyms.get(word, (word,)) if meaning in self._holders]

    def _written_together(self, word: str) -> list[str]:
        """ "Bluefern" is "blue fern", "laespiga" is "la espiga": words of one name without their spaces."""
        return self._parts(word, None) if len(word) >= _SHORTEST_PAIR else []

    def _nearly_together(self, word: str) -> list[str]:
        """ "Bluefurn", "laespica": two words of one name, of which one is misspelt."""
        for end in range(2, len(word) - 1):
            for known, rest in ((word[:end], word[end:]), (word[end:], word[:end])):
                keys = self._holders.get(known, set())
                is_long = len(rest) >= (_SHORTEST_TYPO if len(known) >= _SHORTEST_TYPO else _SHORTEST_PREFIX)
                if is_long and len(keys) <= _MAX_STARTS and (part := self._alike_in(keys, known, rest)):
                    return [known, part]
        return []

    def _alike_in(self, keys: Collection[str], known: str, rest: str) -> str | None:
        """The other word of these names that it may be."""
        near = {part for key in keys for part in self._entries.get(key, ()) if part != known}
        alike = [part for part in sorted(near) if OSA.normalized_similarity(part, rest) >= _NEARLY]
        return next((part for part in alike if len(part) >= _SHORTEST_TYPO), None)

    def _parts(self, word: str, of: set[str] | None) -> list[str]:
        """``of``: the entries that have what stands before ``word``."""
        for end in range(len(word) if of else len(word) - 1, 1, -1):
            holders = self._holders.get(word[:end], set())
            shared = holders if of is None else holders & of
            if shared and end == len(word):
                return [word]
            if shared and (rest := self._parts(word[end:], shared)):
                return [word[:end], *rest]
        return []


class _Alike(NamedTuple):
    """Words and how each of them sounds, side by side."""

    words: list[str]
    sounds: list[str]


def _around_numbers(name: Sequence[str]) -> frozenset[tuple[str, str]]:
    """The pairs of neighbours of which one is a number."""
    return frozenset(pair for pair in pairwise(name) if any(word.isdigit() for word in pair))


def _by_sound(known: Sequence[str]) -> dict[tuple[str, int], _Alike]:
    """Words by the first letter and the length of their sound; those with digits are never misspelt."""
    grouped: dict[tuple[str, int], _Alike] = defaultdict(lambda: _Alike([], []))
    for word in known:
        if not any(char.isdigit() for char in word):
            heard = sound(word)
            group = grouped[heard[:1], len(heard)]
            group.words.append(word)
            group.sounds.append(heard)
    return grouped


def _sounding_like(word: str, known: Mapping[tuple[str, int], _Alike]) -> list[tuple[str, float]]:
    """Words that sound, or are written, nearly so: "advancd" lacks the letter that makes its c soft."""
    heard = sound(word)
    if len(heard) < _SHORTEST_SOUND:
        return []
    found: dict[str, float] = {}
    for size in range(math.ceil(len(heard) * _SIMILAR), math.floor(len(heard) / _SIMILAR) + 1):
        group = known.get((heard[:1], size), _Alike([], []))
        for said, written in ((heard, group.sounds), (word, group.words)):
            scorer = OSA.normalized_similarity
            alike = process.extract(said, written, scorer=scorer, score_cutoff=_SIMILAR, limit=_MOST)
            for _, likeness, at in alike:
                meant = group.words[at]
                found[meant] = max(found.get(meant, 0.0), min(likeness, _SOUNDS_SAME))
    return sorted(found.items(), key=lambda each: (-each[1], each[0]))[:_MOST]


def closest(matches: Sequence[Match]) -> list[Match]:
    """The best match and those that cannot be told from it; a name said in full beats longer names."""
    if not matches:
        return []
    tied = [match for match in matches if match.evidence >= _SAME * matches[0].evidence]
    complete = [match for match in tied if match.coverage > 0.97]
    return complete if len(complete) == 1 else tied
