"""So many of every add-on that is offered: "two of each please", "dos de cada uno", "um de cada"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ordering.draft import Step
from bot.ordering.heard import HeardAddOn
from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.choice import Choice, is_nothing_against, positions
from bot.ordering.reading.counts import Count
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.whole_names import part_numbers
from bot.ordering.vocabulary import vocabulary

_AROUND = (
    "yes",
    "polite",
    "courtesy",
    "add",
    "raise",
    "put_on",
    "picks",
    "wanted",
    "everything",
    "add_on_noun",
)


def hear_of_each(said: Sentence) -> Choice | None:
    """Where add-ons are asked for and none is named."""
    if said.offered_step is not Step.ADD_ONS or not said.offered or _names_one(said):
        return None
    if not is_nothing_against(said, ("only",)) or (count := count_of_each(said)) is None:
        return None
    said.claim(range(len(said.words)))
    return Choice(Step.ADD_ONS, said.offered, count.first, count.value)


def named_of_each(said: Sentence, named: Sequence[NamedAddOn]) -> tuple[HeardAddOn, ...]:
    """ "Archiving and copilot, two of each", where nothing else is said of them."""
    wanted = dict.fromkeys(each.mpn for each in named)
    is_plain = not any(each.removed or each.taken_back for each in named)
    count = count_of_each(said) if len(wanted) > 1 and is_plain else None
    if count is None:
        return ()
    said.claim(count.places)
    return tuple(HeardAddOn(mpn, count.value) for mpn in wanted)


def count_of_each(said: Sentence) -> Count | None:
    """The only number of the message, in a clause of its own, where add-ons are asked for."""
    told = [number for number in said.numbers() if said.is_free(number)]
    if said.step is not Step.ADD_ONS or said.asks or len(told) > 1:
        return None
    numbers = [Count(number.value, frozenset(at)) for number in told if (at := said.places(number))]
    ones = (place for place, word in enumerate(said.words) if word.text in said.cues["single"])
    counts = numbers or [Count("1", frozenset((place,))) for place in ones]
    return next((each for each in counts if each.value.isdigit() and _is_of_each(said, each.places)), None)


def _is_of_each(said: Sentence, at: frozenset[int]) -> bool:
    """ "... of each one": the clause says nothing else."""
    of, clause = max(at) + 1, said.clause(min(at), max(at))
    if of not in clause or of + 1 not in clause or said.words[of].text not in said.cues["of"]:
        return False
    if said.words[of + 1].text not in said.cues["each"]:
        return False
    small = vocabulary().filler.union(*(said.cues[cue] for cue in _AROUND))
    small |= said.cues["only"] | said.cues["single"] | said.cues["of_them"] | said.cues["option"]
    limits = (place for place in clause if said.words[place].text in said.cues["only"])
    until = next((place for place in limits if place > of + 1), clause.stop)  # "um de cada | só pra testar"
    rest = (place for place in range(clause.start, until) if place not in {*at, of, of + 1})
    return all(said.words[place].text in small for place in rest)


def _names_one(said: Sentence) -> bool:
    names = said.shop.add_on_names
    nouns = said.cues["add_on_noun"] | said.cues["thing"]
    if any(part_numbers(said)) or any(positions(said)) or said.says("first_ones") or said.says("last_ones"):
        return True  # "acr-sec and acr-dr", "the first one and the third one", "los dos primeros"
    return any(names.holders(word.text) and word.text not in nouns for word in said.words)
