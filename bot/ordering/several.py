"""Several plans in one sentence: "20 basic y 5 premium", "the difference between Basic and Premium"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.ordering.names import Match, closest
from bot.ordering.shop import Shop
from bot.ordering.text import Word
from bot.ordering.vocabulary import vocabulary

_NAMED = 0.2  # so much of a plan's name must be said
_NEAR = 6  # words between a "plus" and what it adds


def plans_apart(said: Sequence[Word], shop: Shop, skip: Collection[int] = ()) -> list[Match]:
    """The plan of each part of the sentence that names one for sure, in the order in which they are said.

    A part that alone could mean several ("basic") means the one of a solution that another part names.
    """
    joints = {place for place, word in enumerate(said) if word.text in vocabulary().cues["both"]}
    found = [_closest_in(said, part, shop, skip) for part in _parts(said, joints, _marked(said))]
    found = [matches for matches in found if matches and matches[0].coverage >= _NAMED]
    solutions = [shop.catalog.solution_of(matches[0].key) for matches in found if len(matches) == 1]
    plans: dict[str, Match] = {}
    for matches in found:
        fitting = [each for each in matches if shop.catalog.solution_of(each.key) in solutions]
        chosen = matches if len(matches) == 1 else fitting
        if len(chosen) == 1:
            plans.setdefault(chosen[0].key, chosen[0])
    return list(plans.values())


def plans_compared(said: Sequence[Word], shop: Shop, plan: str | None) -> list[str]:
    """The plans of each part of a comparison; where a part alone could mean several, those of a solution that
    all parts name, the one that the order is about (``plan``) first. None where fewer than two are named."""
    small = prepositions(said, shop)
    joints = {
        place
        for place, word in enumerate(said)
        if place in small or (word.text in _joints() and not shop.plan_names.is_exact(word.text))
    }
    named = [
        matches
        for part in _parts(said, joints)
        if (matches := _closest_in(said, part, shop, small)) and matches[0].coverage >= _NAMED
    ]
    if len(named) < 2:  # noqa: PLR2004  a comparison has two sides
        return []
    solutions = [[shop.catalog.solution_of(match.key) for match in matches] for matches in named]
    shared = [one for one in solutions[0] if all(one in others for others in solutions)]
    certain = [each[0] for each in solutions if len(each) == 1]
    own = shop.catalog.solution_of(plan)
    meant = [own] if own in shared else [one for one in certain if one in shared] or shared or certain
    plans: dict[str, None] = {}
    for matches in named:
        fitting = [each.key for each in matches if shop.catalog.solution_of(each.key) in meant]
        plans |= dict.fromkeys(fitting or [each.key for each in matches])
    return list(plans)


def prepositions(said: Sequence[Word], shop: Shop, language: str = "") -> set[int]:
    """Places of words that name a plan or lead on: "pro tornillo" is no Linux Hosting Pro, "standard plus
    copilot" no Business Plus. In Portuguese behind a solution, too: "uma hospedagem pro site dela"."""
    found = set()
    for place, word in enumerate(said[:-1]):
        keys = shop.plan_names.holders(word.text)
        before = shop.plan_names.holders(said[place - 1].text) if place else set()
        is_whole = language == "pt" and place > 0 and _is_behind_solution(said, place, shop)
        if (is_whole or not keys & before) and (
            _leads_to_name(said, place, shop) or _leads_to_add_on(said, place, shop)
        ):
            found.add(place)
    return found


def _is_behind_solution(said: Sequence[Word], place: int, shop: Shop) -> bool:
    """ "Hospedagem pro site": "hospedagem" is all plans of a solution; not "Linux Hosting Pro + backup"."""
    before = [shop.plan_names.holders(word.text) for word in said[max(0, place - 2) : place]]
    is_whole = {
        frozenset(plan.mpn for plan in one.plans) <= set(before[-1]) for one in shop.catalog.solutions
    }
    is_level = any(each and each != before[-1] for each in before[:-1])
    adjoins = said[place + 1].start - said[place].end == 1
    return bool(before[-1]) and True in is_whole and adjoins and not (is_level or _goes_on(said[place + 1]))


def _goes_on(behind: Word) -> bool:
    """ "Hospedagem pro para a padaria", "hospedagem pro anual": behind the name of a plan."""
    cues = vocabulary().cues
    small = (
        cues["customer"]
        | cues["add"]
        | cues["without"]
        | cues["changed_to"]
        | cues["bare_year"]
        | cues["bare_month"]
    )
    return (
        behind.text in small or behind.text in ("anual", "mensal", "no", "na", "e") or behind.text.isdigit()
    )


def _leads_to_name(said: Sequence[Word], place: int, shop: Shop) -> bool:
    word, behind = said[place].text, said[place + 1].text
    ends = behind in _ends() - vocabulary().cues["machines"] and not shop.plan_names.is_exact(behind)
    return word in vocabulary().cues["customer"] and bool(shop.plan_names.holders(word)) and not ends


def _leads_to_add_on(said: Sequence[Word], place: int, shop: Shop) -> bool:
    """ "Plus copilot", "plus 2 packs of the storage"; "dropbox plus 10" is the name of something."""
    cues, word = vocabulary().cues, said[place].text
    is_name = word in cues["edition"] or bool(shop.plan_names.holders(word))
    plans, extras = shop.plan_names, shop.add_on_names
    behind = [each.text for each in said[place + 1 : place + 1 + _NEAR]]
    leads = any(extras.meanings(each) and not plans.meanings(each) for each in behind)
    is_marked = place + 1 in _marked(said)  # "google plus + 8x appsheet" is a name
    return word in cues["both"] and is_name and leads and not is_marked


def _ends() -> frozenset[str]:
    """What no name begins with: behind them a word that may be a plan's is one."""
    return frozenset().union(*(vocabulary().cues[cue] for cue in ("both", "courtesy", "up_to", "seats")))


def _joints() -> frozenset[str]:
    return vocabulary().cues["both"] | vocabulary().cues["versus"]


def _closest_in(said: Sequence[Word], part: set[int], shop: Shop, skip: Collection[int]) -> list[Match]:
    return closest(shop.plan_names.find(said, set(range(len(said))) - part | set(skip)))


def _parts(said: Sequence[Word], joints: Collection[int], marked: Collection[int] = ()) -> list[set[int]]:
    """Places of the words between one joint and the next, and from one that is ``marked`` off to the next."""
    parts: list[set[int]] = [set()]
    for place in range(len(said)):
        if place in joints or place in marked:
            parts.append(set())
        if place not in joints:
            parts[-1].add(place)
    return [part for part in parts if part]


def _marked(said: Sequence[Word]) -> set[int]:
    """Places of words that more than a space parts from the word before: a comma, a new line."""
    return {place for place in range(1, len(said)) if said[place].start - said[place - 1].end > 1}
