"""Words that mean the same in several languages, as features: the regex features of data/nlu/words.yml.

A sentence becomes the row of its concepts ("BOS want NUM license plan_name EOS"), so that what is learnt from a
Spanish example helps with an English one, and a customer's name is just "UNK".
"""
import re
from typing import Dict, List, Tuple

KNOWN_GAP = re.compile(r"\b0")
UNKNOWN_GAP = re.compile(r"[a-z]{3,}")


class Concepts:
    """Concept name -> the pattern that finds it in masked text."""

    def __init__(self, patterns: Dict[str, str]) -> None:
        """`patterns` as read from the training data; raises re.error on a broken one."""
        self.patterns = patterns
        self._compiled = [(name, re.compile(pattern)) for name, pattern in patterns.items()]

    @classmethod
    def of(cls, regex_features: List[Dict[str, str]]) -> "Concepts":
        """Join the lines of each concept into one pattern."""
        lines: Dict[str, List[str]] = {}
        for feature in regex_features:
            lines.setdefault(feature["name"], []).append(feature["pattern"])
        return cls({name: "|".join(patterns) for name, patterns in lines.items()})

    def _found(self, masked: str) -> List[Tuple[int, int, str]]:
        """Concepts in text order; where two overlap the longer match stays, then the one defined first."""
        matches = [(m.start() - m.end(), m.start(), m.end(), n) for n, p in self._compiled for m in p.finditer(masked)]
        kept: List[Tuple[int, int, str]] = []
        for _, start, end, name in sorted(matches, key=lambda match: match[:3]):
            if all(end <= other_start or other_end <= start for other_start, other_end, _ in kept):
                kept.append((start, end, name))
        return sorted(kept)

    def row(self, masked: str) -> str:
        """The concepts of a masked sentence with its ends, numbers and unknown words marked."""
        row, last = ["BOS"], 0
        for start, end, name in [*self._found(masked), (len(masked), len(masked), "EOS")]:
            gap = masked[last:start]
            row += ["NUM"] * bool(KNOWN_GAP.search(gap)) + ["UNK"] * bool(UNKNOWN_GAP.search(gap)) + [name]
            last = end
        return " ".join(row)
