"""Which add-ons a message names, and which are to go."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from bot.ordering.draft import Step
from bot.ordering.names import Match, NameIndex
from bot.ordering.reading.removing import are_removed, is_to_go
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.whole_names import part_numbers
from bot.ordering.text import words
from bot.ordering.vocabulary import has_any, vocabulary

_ENOUGH = 0.2  # of an add-on's name must be said
_ENOUGH_ELSEWHERE = 0.3  # of one that belongs to another solution


@dataclass(frozen=True)
class NamedAddOn:
    """An add-on and the words that name it, from ``first`` to ``last``. ``taken_back``: another is meant.
    ``is_theirs``: they have it already."""

    mpn: str
    first: int
    last: int
    removed: bool = False
    taken_back: bool = False
    is_theirs: bool = False


def add_ons_come_first(said: Sentence) -> bool:
    """Whether a word that may be a plan's or an add-on's is the add-on's."""
    if said.is_removing or said.step is Step.ADD_ONS or (said.draft.plan and said.says("add")):
        return True
    return _names_no_more_than_an_add_on(said)


def _names_no_more_than_an_add_on(said: Sentence) -> bool:
    """ "Take the backup off": a word of plans of somebody else is of one of this order's add-ons, too."""
    solution, has = (
        said.shop.catalog.solution_of(said.draft.plan),
        {each.mpn for each in said.draft.add_ons or ()},
    )
    places = {place for match in said.best(said.shop.plan_names) for place in match.places}
    if solution is None or not places:
        return False
    index = said.shop.add_on_names_of[solution.service_name]
    named = [index.holders(said.words[place].text) for place in places]
    return all(keys & has or (keys and not said.says("change")) for keys in named)


def hear_add_ons(said: Sentence, plans: tuple[str, ...] = ()) -> list[NamedAddOn]:
    """In the order of the text. ``plans``: those that may be meant."""
    found = _all_named(said, _index(said, plans))
    if not found and said.step is Step.ADD_ONS:
        elsewhere = said.shop.add_on_names.best(said.words, said.claimed)
        is_sure = elsewhere and elsewhere[0].coverage > _ENOUGH_ELSEWHERE
        found = (
            [_named(said, elsewhere[0])]
            if is_sure and _tells(said, elsewhere[0].key, elsewhere[0].places)
            else []
        )
    had = [named for named in found if is_theirs(said, named.first, named.last)]
    theirs = [replace(named, removed=True, is_theirs=True) for named in had]
    found = sorted((named for named in found if named not in had), key=lambda named: named.first)
    gone = are_removed(said, [(named.first, named.last) for named in found])
    if len(found) == 1 and is_to_go(said):
        gone = [gone[0] or any(each.mpn == found[0].mpn for each in said.draft.add_ons or ())]
    told = [replace(named, removed=removed) for named, removed in zip(found, gone, strict=True)]
    return sorted(told + theirs, key=lambda named: named.first)


def is_theirs(said: Sentence, first: int, last: int) -> bool:
    """ "They've already got storage", where add-ons are asked for; "she has 5 who need it" wants it, and so
    does "security because they already have storage"."""
    clause = said.clause(first, last)
    counted = any(said.places(number) & set(clause) for number in said.numbers())
    why = next((at for at in _reasons(said, clause) if at > last), clause.stop)
    has = has_any("have_it_already", [said.words[place].text for place in range(clause.start, why)])
    return said.step is Step.ADD_ONS and has and not counted


def _reasons(said: Sentence, clause: range) -> list[int]:
    """Where it is told why, if that is that they have something: "because they have it" is said of what is
    named before."""
    small = vocabulary().filler | said.cues["it"] | said.cues["article"] | said.cues["courtesy"]
    small |= {word for phrase in said.cues["have_it_already"] for word in phrase.split()}
    starts = sorted(at.start for at in said.phrases("because") if at.start in clause)
    return [
        at for at in starts if any(said.words[each].text not in small for each in range(at + 1, clause.stop))
    ]


def _index(said: Sentence, plans: tuple[str, ...]) -> NameIndex:
    """ "Standard with archiving": of the solutions it may be, the one whose add-ons are named."""
    possible = plans or (said.draft.plan,)
    solutions = [said.shop.catalog.solution_of(plan) for plan in possible]
    indexes = [said.shop.add_on_names_of[each.service_name] for each in solutions if each]
    free = [word.text for place, word in enumerate(said.words) if place not in said.claimed]
    named = {id(index): sum(bool(index.holders(word)) for word in free) for index in indexes}
    if len(named) == 1 or any(named.values()):
        return max(indexes, key=lambda index: named[id(index)])
    return said.shop.add_on_names


def _all_named(said: Sentence, index: NameIndex) -> list[NamedAddOn]:
    found = [NamedAddOn(key, places[0], places[-1]) for key, places in part_numbers(said)]
    for each in found:
        said.claim(range(each.first, each.last + 1))
    others: set[int] = set()
    while (best := index.best(said.words, said.claimed | others)) and best[0].coverage >= _ENOUGH:
        if _tells(said, best[0].key, best[0].places):
            found.append(_named(said, best[0]))
        else:
            others |= best[0].places
    return found


def _tells(said: Sentence, key: str, places: Collection[int]) -> bool:
    """ "Go with standard" is the plan, not Teams Phone Standard; "no extras" is no Extra Disk."""
    solution = said.shop.catalog.solution_with(key)
    of_plans = {word.text for plan in (solution.plans if solution else ()) for word in words(plan.name)}
    spoken = [said.words[place].text for place in places]  # "gmail" is Google
    named = {meant for word in spoken for meant in vocabulary().synonyms.get(word, (word,))}
    says_nothing = said.cues["add_on_noun"] | said.cues["thing"]  # "hospedar o site" is no Site Builder
    if len(spoken) == 1 and spoken[0] in said.cues["in_passing"] and not _is_led_to(said, key, min(places)):
        return False
    if len(spoken) == 1 and spoken[0] in said.shop.add_on_initials and not _are_initials(said, min(places)):
        return False
    is_nothing = named <= of_plans or set(spoken) <= says_nothing or named <= says_nothing
    return not (is_nothing or _is_of_the_talk(said, places))


def _is_of_the_talk(said: Sentence, places: Collection[int]) -> bool:
    """ "From my phone", "suena el teléfono", "me lo dijo por audio": what people talk with, no product."""
    first = min(places)
    if len(places) > 1 or said.words[first].text not in said.cues["talked_with"]:
        return False
    before = [word.text for word in said.words[:first] if word.text not in said.cues["the"]]
    is_at_hand = before[-1:] and before[-1] in said.cues["at_hand"]
    is_in_the = said.words[first - 1].text == "no" and said.language == "pt" if first else False
    return bool(is_at_hand) or is_in_the or said.says("rings")


def _are_initials(said: Sentence, place: int) -> bool:
    """ "DR for 2 servers": in capitals, or where add-ons are asked for; not "Dr. Ruiz", "el dr ruiz"."""
    word, *behind = said.words[place : place + 2]
    mark = said.text[word.end : behind[0].start].strip() if behind else ""
    is_titled = bool(behind) and said.text[behind[0].start].isupper()
    is_name = bool(behind) and behind[0].text.isalpha() and behind[0].text not in vocabulary().every_word
    is_name = is_name and (not mark or (mark == "." and is_titled))
    return (said.text[word.start : word.end].isupper() or said.step is Step.ADD_ONS) and not is_name


def _is_led_to(said: Sentence, key: str, place: int) -> bool:
    """ "With phone", not "I come off the phone", "dear team"."""
    if said.step is Step.ADD_ONS or any(each.mpn == key for each in said.draft.add_ons or ()):
        return True
    small = said.cues["article"] | said.cues["single"]
    while place and said.words[place - 1].text in small and not said.ends_before(place):
        place -= 1
    leads = ("add", "both", "raise", "without", "gone", "versus")
    return place > 0 and any(said.words[place - 1].text in said.cues[cue] for cue in leads)


def _named(said: Sentence, match: Match) -> NamedAddOn:
    places = _together(said, match)
    said.claim(places)
    return NamedAddOn(match.key, places[0], places[-1])


def _together(said: Sentence, match: Match) -> list[int]:
    """Those side by side: in "standard de microsoft con 5 copilot" the first name is the plan's."""
    runs: list[list[int]] = [[]]
    for place in sorted(match.places):
        between = range(runs[-1][-1] + 1, place) if runs[-1] else ()
        if not all(said.words[each].text in said.cues["of"] | said.cues["of_brand"] for each in between):
            runs.append([])
        runs[-1].append(place)
    telling = [run for run in runs if _tells(said, match.key, run)]
    return max(reversed(telling or runs), key=len)
