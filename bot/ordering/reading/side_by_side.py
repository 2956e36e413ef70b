"""A plan whose name is said in one piece: "they need the desktop apps, so business standard (microsoft)"."""

from __future__ import annotations

from bot.ordering.names import Match, closest
from bot.ordering.reading.sentence import Sentence
from bot.ordering.text import words
from bot.ordering.vocabulary import vocabulary

_TAIL = 2  # words: the last ones tell the plans of a solution apart


def side_by_side(said: Sentence, best: list[Match]) -> list[Match]:
    """Instead of ``best``, whose words are scattered over the sentence, the plans whose last words are said
    one right behind the other."""
    spoken = {match.key for match in best if _stands(said, match.key)}
    if spoken or not best:
        return best
    found = said.shop.plan_names.find(said.words, said.claimed | said.denied)
    return closest([match for match in found if _stands(said, match.key)]) or best


def _stands(said: Sentence, key: str) -> bool:
    plan = said.shop.catalog.plan(key)
    name = [word.text for word in words(plan.name if plan else "")]
    telling = [at for at, word in enumerate(name) if word not in vocabulary().filler][-_TAIL:]
    tails = (name[telling[0] :], [name[at] for at in telling]) if telling else ()
    return any(_are_said(said, tail) for tail in tails)


def _are_said(said: Sentence, tail: list[str]) -> bool:
    taken = said.claimed | said.denied
    for start in range(len(said.words) - len(tail) + 1):
        run = range(start, start + len(tail))
        if [said.words[at].text for at in run] == tail and taken.isdisjoint(run):
            return True
    return False
