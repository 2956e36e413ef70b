"""One of an add-on: "solo un copilot", "one copilot", "otro disco"."""

from __future__ import annotations

from bot.ordering.heard import Relation
from bot.ordering.reading.add_ons import NamedAddOn
from bot.ordering.reading.counts import Count
from bot.ordering.reading.sentence import Sentence


def hear_single(said: Sentence, named: NamedAddOn) -> Count | None:
    """ "Solo un copilot", "one copilot", "un copilot nomás"; "otro disco" is one more."""
    words, cues = said.words, said.cues
    place = named.first - 1
    while place > 0 and words[place].text in cues["of"] and not said.ends_before(place + 1):
        place -= 1
    if place < 0 or place in said.claimed or said.ends_before(place + 1):
        return None
    around = {words[at].text for at in (place - 1, named.last + 1) if 0 <= at < len(words)}
    is_single = words[place].text in cues["single"]
    if named.removed:
        several = any(each.mpn == named.mpn and (each.quantity or 1) > 1 for each in said.draft.add_ons or ())
        return Count("1", frozenset((place,))) if is_single and several else None
    behind = {word.text for word in words[named.last + 1 : named.last + 3]}
    if is_single and behind & cues["fewer_after"]:
        return Count("1", frozenset((place,)), Relation.FEWER)  # "um copilot a menos"
    is_another = place > 0 and words[place - 1].text in cues["another"]  # "another one of storage"
    if words[place].text in cues["another"] or (is_single and (is_another or around & cues["more_after"])):
        return Count("1", frozenset((place,)), Relation.MORE)
    is_number = words[place].text in cues["numeral"] or bool(around & cues["only"])
    return Count("1", frozenset((place,))) if is_single and is_number else None
