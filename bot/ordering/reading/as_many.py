"""How many there are already, said at the review: "yes, all three", "sí, los dos dominios" change nothing."""

from __future__ import annotations

from bot.ordering.draft import Step
from bot.ordering.reading.sentence import Sentence

_CHANGES = ("only", "change", "without", "negation", "forget", "gone", "call_off", "add", "more")


def as_many_as_there_are(said: Sentence) -> set[int]:
    """The places of a number that counts the domains, the add-ons or the lines of the order, and no seats."""
    if said.step is not Step.CONFIRM or said.asks:
        return set()
    both = [("2", {place}) for place, word in enumerate(said.words) if word.text in said.cues["both_of_them"]]
    numbers = [(number.value, said.places(number)) for number in said.numbers()] or both
    if len(numbers) != 1:
        return set()
    value, places = numbers[0]
    lead, behind = min(places) - 1, max(places) + 1
    is_led = lead >= 0 and said.words[lead].text in said.cues["everybody"] | said.cues["article"]
    noun = _noun(said, behind)
    ends = behind + len(noun) >= len(said.words) or said.ends_before(behind + len(noun))
    is_all = ends and (is_led or places in (each for _, each in both)) and (noun or stays(said))
    return places if is_all and value in _counts(said, noun) else set()


def stays(said: Sentence) -> bool:
    """Whether nothing is to change about them."""
    nouns = said.cues["add_on_noun"]
    extras = {at for place, word in enumerate(said.words) if word.text in nouns for at in (place - 1, place)}
    changes = frozenset().union(*(said.cues[cue] for cue in _CHANGES)) - said.cues["together_with"]
    return all(word.text not in changes or place in extras for place, word in enumerate(said.words))


def _noun(said: Sentence, begin: int) -> list[str]:
    """What is counted: "domains", "add ons", "of them"."""
    small = said.cues["of"] | said.cues["of_them"] | said.cues["add"]
    nouns = said.cues["domain_noun"] | said.cues["add_on_noun"] | small
    found: list[str] = []
    while begin < len(said.words) and said.words[begin].text in nouns and not said.ends_before(begin):
        found.append(said.words[begin].text)
        begin += 1
    return found


def _counts(said: Sentence, noun: list[str]) -> set[str]:
    """How many there are of what is named, or of anything that there are several of."""
    domains, extras = len(said.draft.domains()), len(said.draft.add_ons or ())
    of = {"domain_noun": domains, "add_on_noun": extras}
    named = [count for cue, count in of.items() if not said.cues[cue].isdisjoint(noun)]
    return {str(count) for count in named or (domains, extras, 1 + domains + extras) if count > 1}
