"""An add-on that is taken back for another: "copilot... no hang on, archiving", "vault, digo, voice"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.denied import is_denial
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import has_any, vocabulary

_BESIDE = (
    "article",
    "polite",
    "hold_on",
    "i_mean",
    "change",
    "that_one",
    "wanted",
    "copula",
    "on_second_thought",
)


def with_those_taken_back(said: Sentence, named: Sequence[NamedAddOn]) -> list[NamedAddOn]:
    """In the order of the text. Of several the last one is taken back, or all where some are named again."""
    found = list(named)
    for at in range(1, len(found)):
        before, behind = found[at - 1], found[at]
        if before.removed or behind.removed or not _takes_back(said, before, behind):
            continue
        again = {each.mpn for each in found[:at]} & {each.mpn for each in found[at:]}
        since = 0 if again else at - 1
        found[since:at] = [replace(each, taken_back=not each.removed) for each in found[since:at]]
    return found


def _takes_back(said: Sentence, before: NamedAddOn, behind: NamedAddOn) -> bool:
    """Where the second is named right behind the second thought, and is not wanted beside the first."""
    gap = range(before.last + 1, behind.first)
    if said.asks or before.mpn == behind.mpn or _is_beside(said, behind):
        return False
    small = vocabulary().filler.union(*(said.cues[cue] for cue in _BESIDE))
    small -= said.cues["both"] | said.cues["besides"] | said.cues["negation"]
    numbers = {place for number in said.numbers() for place in said.places(number)}
    return any(
        all(place in numbers or said.words[place].text in small for place in range(thought + 1, gap.stop))
        and _is_sure(said, range(gap.start, thought + 1), range(thought + 1, gap.stop))
        for thought in _second_thoughts(said, gap)
    )


def _second_thoughts(said: Sentence, gap: range) -> Iterator[int]:
    """ "I mean", "aliás", "no espera", "..., no, ..."."""
    corrects = {at[-1] for at in said.phrases("corrects_itself")}
    for place in gap:
        is_no = place + 1 < len(said.words) and is_denial(said.words, place, said.language)
        is_no = is_no and said.ends_before(place) and _breaks_off(said, place + 1)
        if is_no or place in corrects or said.words[place].text in said.cues["i_mean"]:
            yield place


def _breaks_off(said: Sentence, place: int) -> bool:
    return said.ends_before(place) or said.words[place].text in said.cues["hold_on"]


def _is_sure(said: Sentence, thought: range, rest: range) -> bool:
    """ "Copilot. Oh sorry, add archiving" puts one more: an excuse says so only with a no."""
    adds = said.cues["raise"] | said.cues["put_on"] | said.cues["add"]
    adds -= said.cues["article"] | said.cues["both"]
    has_no = any(is_denial(said.words, place, said.language) for place in thought)
    return has_no or adds.isdisjoint(said.words[place].text for place in rest)


def _is_beside(said: Sentence, behind: NamedAddOn) -> bool:
    """ "..., sorry, archiving too"."""
    clause = [said.words[place].text for place in said.clause(behind.first, behind.last)]
    return has_any("besides", clause)
