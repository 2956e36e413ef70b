"""“Ok do that”, “dale, hazlo así”, “isso, faz assim”: a yes to a change that was only asked about.

Right after "and yearly?" such a yes may mean the change as well as the order that is shown, so it never
places that order: it makes the change where it points plainly, and is asked about where it may mean both.
"""

from __future__ import annotations

import re

from bot.ordering.supposing import leaves_it
from bot.ordering.text import words
from bot.ordering.vocabulary import has_any, vocabulary
from bot.ordering.warm_yes import agrees

_CLAUSE = re.compile(r"[.!,;:\n]+|\s(?:and|y|e)\s")
# What may stand around "that": yeses, small words, and verbs of wanting and choosing.
_BESIDE = ("yes", "consent", "polite", "so", "courtesy", "subject", "article", "warmth", "on_second_thought")
_WANTING = ("insisting", "proposing", "picks", "take", "take_it", "change", "wanted", "does", "switches")


def points(text: str) -> bool:
    """Whether a clause wants what was spoken of just now, and says nothing else."""
    clauses = [[word.text for word in words(part)] for part in _CLAUSE.split(text)]
    clauses = [clause for clause in clauses if clause]
    if "?" in text or leaves_it(text, True) or not clauses or _refuses(clauses[0]):
        return False
    return any(_points(clause) for clause in clauses)


def may_point(text: str) -> bool:
    """ "Hazlo", "isso mesmo", "that works": a yes to what is shown, or to what was asked about before it."""
    said, cues = [word.text for word in words(text)], vocabulary().cues
    placed = any(word in cues["placing"] - cues["does"] or word.startswith("confirm") for word in said)
    if placed or leaves_it(text, True) or not agrees(text):
        return False
    return has_any("pointing", said) or has_any("does", said)


def _points(clause: list[str]) -> bool:
    cues = vocabulary().cues
    known = frozenset().union(*(cues[kind] for kind in (*_BESIDE, *_WANTING, "pointing", "beside_pointing")))
    if not known.issuperset(clause) or has_any("judges", clause) or _refuses(clause):
        return False
    if has_any("switches", clause):
        return True
    agreeing = (cues["consent"] | cues["polite"]) - cues["so"] - cues["does"]
    is_yes = agreeing.issuperset(clause) and not cues["consent"].isdisjoint(
        cues["pointing"].intersection(clause)
    )
    return has_any("pointing", clause) and not is_yes  # "isso mesmo" may be just a yes


def _refuses(clause: list[str]) -> bool:
    return has_any("negation", clause) or has_any("no", clause)
