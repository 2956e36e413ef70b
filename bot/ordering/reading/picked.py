"""Add-ons that are chosen without a name, and which of these not: "sin el primero, pero el segundo sí"."""

from __future__ import annotations

from bot.ordering.draft import Step
from bot.ordering.reading.add_ons import NamedAddOn, is_theirs
from bot.ordering.reading.choice import Choice
from bot.ordering.reading.removing import are_removed
from bot.ordering.reading.sentence import Sentence


def with_those_picked(said: Sentence, named: list[NamedAddOn], choice: Choice | None) -> list[NamedAddOn]:
    """What is pointed at is refused in the same words as what is named, where add-ons are asked for."""
    if choice is None or choice.step is not Step.ADD_ONS:
        return named
    if said.step is not Step.ADD_ONS or not choice.at:
        theirs = {each.mpn for each in named if each.is_theirs}  # "all of them, storage they have already"
        keys = (key for key in choice.keys if key not in theirs)
        return named + [NamedAddOn(key, choice.place, choice.place) for key in keys]
    spans = [(at.start, at.stop - 1) for at in choice.at]
    had = {span for span in spans if is_theirs(said, *span)}
    others = {(each.first, each.last) for each in named if not each.is_theirs}
    gone = _those_gone(said, {*spans, *others} - had) | dict.fromkeys(had, True)
    pairs = zip(choice.keys, spans, strict=True)
    picked = [NamedAddOn(key, *span, removed=gone[span], is_theirs=span in had) for key, span in pairs]
    return sorted(named + picked, key=lambda each: each.first)


def _those_gone(said: Sentence, spans: set[tuple[int, int]]) -> dict[tuple[int, int], bool]:
    inside = sorted(spans)
    return dict(zip(inside, are_removed(said, inside), strict=True))
