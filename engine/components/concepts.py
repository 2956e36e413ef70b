"""Words that mean the same in several languages, as features: the regex features of data/nlu/words.yml.

A sentence becomes the row of its concepts ("BOS want NUM license plan_name EOS"), so that what is learnt
from a Spanish example helps with an English one, and a customer's name is just "UNK".
"""

import re
from typing import NamedTuple

NUMBER = re.compile(r"\b0")
UNKNOWN = re.compile(r"[a-z]{3,}")
# Articles, prepositions and courtesies are recognised, lest they count as unknown words, and left out.
LEFT_OUT = {"glue", "filler"}


class Match(NamedTuple):
    """Where a concept stands."""

    start: int
    end: int
    name: str


class Concepts:
    """Concept name -> the pattern that finds it in masked text."""

    def __init__(self, patterns: dict[str, str]) -> None:
        """`patterns` as read from the training data; raises re.error on a broken one."""
        self.patterns = patterns
        self._compiled = [(name, re.compile(pattern)) for name, pattern in patterns.items()]

    @classmethod
    def of(cls, regex_features: list[dict[str, str]]) -> "Concepts":
        """Join the lines of each concept into one pattern."""
        lines: dict[str, list[str]] = {}
        for feature in regex_features:
            lines.setdefault(feature["name"], []).append(feature["pattern"])
        return cls({name: "|".join(patterns) for name, patterns in lines.items()})

    def _found(self, masked: str) -> list[Match]:
        """Concepts in text order; where two overlap the longer match stays, then the one defined first."""
        matches = [Match(m.start(), m.end(), name) for name, p in self._compiled for m in p.finditer(masked)]
        kept: list[Match] = []
        for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
            if all(match.end <= other.start or other.end <= match.start for other in kept):
                kept.append(match)
        return sorted(kept)

    def row(self, masked: str) -> str:
        """The concepts of a masked sentence with its ends, numbers and unknown words marked."""
        row, last = ["BOS"], 0
        for start, end, name in [*self._found(masked), Match(len(masked), len(masked), "EOS")]:
            gap = masked[last:start]
            row += ["NUM"] * bool(NUMBER.search(gap)) + ["UNK"] * bool(UNKNOWN.search(gap))
            row += [] if name in LEFT_OUT else [name]
            last = end
        return " ".join(row)
