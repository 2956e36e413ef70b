"""Words that may be a plan's and are an add-on's: in "standard, advanced security" no Advanced is ordered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.ordering.catalog import AddOn, Solution
from bot.ordering.names import NameIndex
from bot.ordering.reading.sentence import Sentence
from bot.ordering.text import words
from bot.ordering.vocabulary import vocabulary

_SIZE = re.compile(r"\b\d+ [A-Z]{2}\b")  # "100 GB" of a name is not said
_PAIR = 2  # words; one alone is a name that needs no looking at its neighbours


def add_on_places(said: Sentence) -> set[int]:
    """Where an add-on's whole name stands; beside an order with a plan, what names one of its add-ons."""
    solution = said.shop.catalog.solution_of(said.draft.plan)
    index = said.shop.add_on_names_of[solution.service_name] if solution else said.shop.add_on_names
    found = {place for _, places in part_numbers(said) for place in places}
    makers: set[int] = set()
    for key in _candidates(said, index):
        extra = said.shop.catalog.add_on(key)
        own = said.shop.catalog.solution_with(key)
        if extra is None or own is None:
            continue
        for places in _Name(said, index, extra, may_be_short=solution is not None).places():
            found |= places
            makers |= {place for place in places if _is_of_every_plan(said, place, own)}
    if said.draft.plan or said.shop.plan_names.best(said.words, said.claimed | found):
        return found
    return found - makers  # "10 microsoft copilot": the maker is all that is said of the plan


def part_numbers(said: Sentence) -> Iterator[tuple[str, range]]:
    """ "M365-COP qty 4": an add-on's part number, and where it stands."""
    spoken, known = tuple(word.text for word in said.words), said.shop.add_on_by_part_number
    sizes = {len(parts) for parts in known}
    for start in range(len(spoken)):
        for size in sizes:
            if mpn := known.get(spoken[start : start + size]):
                yield mpn, range(start, start + size)


def _candidates(said: Sentence, index: NameIndex) -> list[str]:
    free = (word.text for place, word in enumerate(said.words) if place not in said.claimed)
    counts = Counter(key for word in free for key in index.holders(word))
    return [key for key, count in counts.items() if count >= _PAIR]


def _is_of_every_plan(said: Sentence, place: int, solution: Solution) -> bool:
    plans = {plan.mpn for plan in solution.plans}
    return plans <= said.shop.plan_names.holders(said.words[place].text)


@dataclass
class _Name:
    """One add-on's name, looked for in the sentence: side by side, in its order, in one breath."""

    said: Sentence
    index: NameIndex
    extra: AddOn
    may_be_short: bool

    def places(self) -> Iterator[set[int]]:
        small = vocabulary().filler
        parts = [word.text for word in words(_SIZE.sub("", self.extra.name)) if word.text not in small]
        needed = {part for part in parts if not part.isdigit()}
        of_plans = {part for part in needed if self.said.shop.plan_names.is_exact(part)}
        head = next((part for part in reversed(parts) if part in needed - of_plans), "")
        for start in range(len(self.said.words)):
            for order in (parts, parts[::-1]):  # "seguridad avanzada"
                heard, places = self._from(start, order)
                is_named = needed <= heard or (self.may_be_short and head in heard)
                if is_named and len(places) >= _PAIR:
                    yield places

    def _from(self, start: int, parts: Sequence[str]) -> tuple[set[str], set[int]]:
        """Which of the parts are said from ``start`` on, and where."""
        heard: set[str] = set()
        places: set[int] = set()
        for place in range(start, len(self.said.words)):
            if place in self.said.claimed or (places and self.said.ends_before(place)):
                break
            word = self.said.words[place].text
            meant = {word} if word in parts else set(self.index.meanings(word))
            left = [at for at, part in enumerate(parts) if part in meant]
            if left:
                heard.update(parts[at] for at in left)
                places.add(place)
                parts = parts[left[-1] + 1 :]
            elif not places or word not in self.said.cues["of"]:
                break
        return heard, places
