"""Who does not get an add-on: "copilot for everyone except 2", "todos menos los 2 de recepción"."""

from __future__ import annotations

from bot.ordering.heard import Entity
from bot.ordering.reading.sentence import Sentence
from bot.ordering.vocabulary import vocabulary


def exception_before(said: Sentence, number: Entity) -> int | None:
    """Where the "except" stands before this number of exceptions; "for all but 2 defender" has none."""
    places = said.places(number)
    if not places or max(places) + 1 in said.claimed:
        return None
    place = min(places)
    articles = said.cues["article"] | said.cues["the"]
    while place > 0 and said.words[place].text not in said.cues["but_for"]:
        place -= 1
        if said.words[place].text not in articles | said.cues["but_for"]:
            return None
    before = place - 1
    everybody = said.cues["everybody"] | said.cues["everything"]
    small = vocabulary().filler | said.cues["of_them"] | said.cues["add"]
    while before > 0 and (before in said.claimed or said.words[before].text in small - everybody):
        before -= 1  # "todos con copilot menos 2"
    is_one_clause = before >= 0 and not any(said.ends_before(at) for at in range(before + 1, place + 1))
    return place if is_one_clause and said.words[before].text in everybody else None


def is_exception(said: Sentence, place: int) -> bool:
    """Whether this "except" leaves out some of all: it removes nothing."""
    return any(exception_before(said, number) == place for number in said.numbers())


def is_saved(said: Sentence, place: int) -> bool:
    """ "No extras except the backup", "none bar the backup": what is named behind it stays."""
    before = {said.words[each].text for each in said.clause(place, place) if each < place}
    no = said.cues["nothing"] | said.cues["negation"]
    behind = next((said.words[at].text for at in range(place + 1, len(said.words))), "")
    is_no = behind in said.cues["negation"]  # "no storage but no security either"
    return said.words[place].text in said.cues["but_for"] and not no.isdisjoint(before) and not is_no


def behind_but(said: Sentence, first: int) -> int:
    """ "Declined archiving but wants copilot": what is said before the "but" is not said of copilot."""
    small = said.cues["however"] - said.cues["but"]  # Spanish "más" is no "mas"
    buts = (at for at in range(first - 1, -1, -1) if said.is_but(at) or said.words[at].text in small)
    return next(buts, 0)
