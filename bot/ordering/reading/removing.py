"""What is to become of each add-on that is named: "quita copilot", "copilot, sacalo", "the storage stays"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from bot.ordering.reading.all_but import behind_but, is_exception, is_saved
from bot.ordering.reading.denied import is_denial
from bot.ordering.reading.refused import is_refused
from bot.ordering.reading.sentence import Sentence
from bot.ordering.reading.thrown_away import (
    begin_of,
    goes_away,
    goes_off,
    has_its_object,
    is_for_nobody,
    is_negated,
    own_words,
    takes_the_others,
    verb,
)
from bot.ordering.vocabulary import has_any, vocabulary

_NEAR = 4  # words between an add-on and what is to become of it
_SHORT = 2  # words between a no and what is not wanted, without the small ones
_OF_REMOVING = ("without", "gone", "bins", "tossed", "keep", "inquiring")
_STEM = 4  # letters that all forms of a verb begin with


def are_removed(said: Sentence, names: Sequence[tuple[int, int]]) -> list[bool]:
    """For each name, in the order of the text, from its first word to its last one."""
    fates = {place: fate for place in range(len(said.words)) if (fate := _fate(said, place)) is not None}
    removed: list[bool] = []
    since = 0  # behind what is said of the name before
    for (first, last), (until, _) in pairwise([*names, (len(said.words), 0)]):
        back = [
            place for place in range(last + 1, until) if place in fates and _refers_back(said, place, until)
        ]
        is_swapped = _is_swapped(said, first, range(last + 1, until))
        goes = is_swapped or _is_declined(said, last) or _is_none(said, last) or None
        behind = _behind(said, last, until)
        is_left = since and (_is_only(said, fates, first, last, since) or _is_affirmed(said, first, behind))
        is_left = is_left or (any(removed) and _is_spared(said, first))
        stays = False if is_left else None
        none = _is_behind_no(said, first) or None
        refused = _is_unwanted(said, first, behind) or is_refused(said, range(first, last + 1)) or None
        nearer = said.clause(first, first).start if none or refused else 0  # "bota tudo, o storage não"
        led = _before(fates, first, max(since, nearer, behind_but(said, first)))
        said_of_it = [goes, stays, led, none, *(fates.pop(place) for place in back)]
        said_of_it.append(is_for_nobody(said, first) or None)
        said_of_it += [refused, _before(fates, first, behind_but(said, first))]
        said_of_it.append(said.is_removing and not takes_the_others(said))
        removed.append(next(fate for fate in said_of_it if fate is not None))
        since = (back or [last])[-1] + 1
    return removed


def is_to_go(said: Sentence) -> bool:
    """ "Get vault out of there", "strike vault": a wish to remove, in whatever words; "don't", "double it",
    "everybody should have it" are others."""
    others = (
        "negation",
        "keep",
        "add",
        "everybody",
        "raise",
        "another",
        "double",
        "triple",
        "half",
        "single",
    )
    stays = frozenset().union(*(said.cues[cue] for cue in others)) - said.cues["more"]
    is_bare = "?" not in said.text and not said.numbers()
    return said.intent == "remove" and is_bare and not any(word.text in stays for word in said.words)


def keeps(said: Sentence, place: int) -> bool:
    """ "Dejalo", "the storage stays"."""
    return verb(said, place) in said.cues["keep"]


def _is_only(said: Sentence, fates: dict[int, bool], first: int, last: int, since: int) -> bool:
    """ "Drop copilot, just archiving", "sin copilot, archiving solamente": what alone is left."""
    only = said.cues["only"]
    small = vocabulary().filler - only
    before = (place for place in range(first - 1, since - 1, -1) if said.words[place].text not in small)
    leads = next(before, first)
    behind = {said.words[place].text for place in list(_rest(said, last))[:1]}
    return (said.words[leads].text in only and leads not in fates) or not only.isdisjoint(behind)


def _is_affirmed(said: Sentence, first: int, behind: Sequence[int]) -> bool:
    """ "Quita copilot, los discos sí": this one stays."""
    cues = said.cues
    begins = said.clause(first, first).start
    leads = {said.words[place].text for place in range(begins, first)} <= cues["article"] | cues["however"]
    after = {said.words[place].text for place in behind}
    return leads and bool(after & cues["yes"]) and after <= cues["yes"] | cues["courtesy"]


def _is_spared(said: Sentence, first: int) -> bool:
    """ "Drop copilot, but not the backup": this one stays; it is no second no as in "no copilot but no
    archiving either"."""
    before = [place for place in range(first) if said.words[place].text not in said.cues["article"]]
    if len(before) < 2 or said.words[before[-2]].text not in said.cues["however"]:  # noqa: PLR2004
        return False
    is_no = said.words[before[-1]].text in said.cues["negation"]
    return is_no and not any(is_denial(said.words, place, said.language) for place in before[:-1])


def _before(fates: dict[int, bool], first: int, since: int) -> bool | None:
    """ "Quita copilot y archivado, agrega defender": the nearest such word before the name decides."""
    near = range(first - 1, max(since, first - _NEAR) - 1, -1)
    return next((fates[place] for place in near if place in fates), None)


def _fate(said: Sentence, place: int) -> bool | None:
    return False if is_saved(said, place) else _fate_by_verb(said, place)


def _fate_by_verb(said: Sentence, place: int) -> bool | None:
    """Whether this word removes what it is said of; None if it says nothing of that."""
    word, cues = verb(said, place), said.cues
    rest = [said.words[each].text for each in _rest(said, place)]
    own = [said.words[each].text for each in own_words(said, place)]  # "drop copilot and cut archiving to 2"
    if any(one in cues["down_to"] and (two.isdigit() or two in cues["single"]) for one, two in pairwise(own)):
        return False if word in cues["lower"] else None
    if (
        word in cues["nothing"]
        and said.words[place + 1 : place + 2]
        and said.words[place + 1].text in cues["of_brand"]
    ):
        return True  # "nada de copilot"
    if is_exception(said, place) or (word in cues["keep"] and rest[:1] and rest[0] in cues["without"]):
        return None  # "copilot for everyone except 2", "dejalo sin eso"
    if (goes := goes_off(said, place)) is not None:
        return goes
    if word in cues["lower"] - cues["fewer_after"] and any(each.isdigit() for each in own):
        return False  # "quita copilot y baja el archivado a 2"
    if word in cues["keep"] | (cues["add"] - cues["add_on_noun"]):
        goes_on = rest[:1] != [] and rest[0] in cues["negation"]  # "também não querem security"
        return None if goes_on else is_negated(said, place)
    return None


def _refers_back(said: Sentence, place: int, until: int) -> bool:
    """ "Copilot: sacalo", "take it out", "pode tirar": what it is said of stands before it."""
    word, rest = said.words[place].text, list(_rest(said, place))
    if until not in rest and goes_away(said, place):  # "deixa fora | que eles usam avast"
        rest = list(takewhile(lambda each: said.words[each].text not in said.cues["reason_word"], rest))
    before = [said.words[each].text for each in said.clause(place, place) if each < place]
    if word in said.cues["turned_down"]:  # "security was declined", "la rechazaron"; not "they declined it"
        return before[-1:] != [] and before[-1] in said.cues["copula"] | said.cues["article"]
    leads = word in said.cues["add"] and begin_of(said, place) == place  # "some com isso" ends in no "with"
    if leads or has_any("the_others", before):
        return False  # "só o backup, os outros deixa pra lá"
    if has_its_object(said, place):
        return True
    if rest and said.words[rest[0]].text in said.cues["it"] and rest[0] + 1 != until:
        return True
    small = vocabulary().filler.union(
        " ".join(said.cues["let_go"]).split(), *(said.cues[cue] for cue in ("only", "polite", "up_to", "it"))
    )
    small -= said.cues["domain_noun"]  # "con copilot y defender, sin dominio"
    ends = until not in rest and not said.text[said.words[place].end :].startswith(":")
    return ends and all(said.words[each].text in small or said.words[each].text.isdigit() for each in rest)


def _rest(said: Sentence, place: int) -> Iterator[int]:
    """The words of the clause behind this one."""
    for each in range(place + 1, len(said.words)):
        if said.ends_before(each):
            return
        yield each


def _behind(said: Sentence, last: int, until: int) -> list[int]:
    """What is said of it behind its name: "copilot ya no | y archivado para 5"."""
    behind = [place for place in _rest(said, last) if place < until]
    small = said.cues["both"] | said.cues["article"]
    while until < len(said.words) and behind and said.words[behind[-1]].text in small:
        behind.pop()
    return behind


def _is_swapped(said: Sentence, first: int, gap: range) -> bool:
    """ "Cambia copilot por defender"."""
    small = vocabulary().filler - said.cues["swap"]
    before = (verb(said, place) for place in range(first - 1, -1, -1))
    leader = next((word for word in before if word not in small), "")
    between = [said.words[place].text for place in gap if not said.words[place].text.isdigit()]
    small = small | said.cues["let_go"]  # "switch copilot out for defender"
    leads = bool(said.cues["changed_to"].intersection(between)) and gap.stop < len(said.words)
    return leader in said.cues["swap"] and leads and small.union(said.cues["changed_to"]).issuperset(between)


def _is_unwanted(said: Sentence, first: int, behind: Sequence[int]) -> bool:
    """ "No ssl", "el ssl ya no", "ssl out", "they want the ssl gone please"."""
    before = said.words[first - 1].text if first else ""
    is_wish = first > 0 and _is_of_a_verb(said, before)  # "no olvides el ssl"
    is_named = (first in said.denied and not is_wish) or _is_not_wanted(said, first)
    is_denied = is_named or before in said.cues["neither"] or _is_refused_behind(said, behind)
    return _is_out(said, first, behind) or (is_denied and "?" not in said.text)


def _is_out(said: Sentence, first: int, behind: Sequence[int]) -> bool:
    """ "The backup can go", "o backup sai", "the backup is out, please"; "is the backup gone?" asks."""
    after = [said.words[place].text for place in behind]
    courtesy = said.cues["courtesy"] - said.cues["goes"]
    while after and after[-1] in courtesy:
        after.pop()
    asks = "?" in said.text and said.words[said.clause(first, first).start].text in said.cues["copula"]
    leads = frozenset().union(*(said.cues[cue] for cue in ("wanted", "subject", "copula", "have", "must")))
    leads |= said.cues["come_to"]
    if " ".join(after[-2:]) in said.cues["goes"]:
        after = after[:-1]  # "se vaya", "vai embora"
        return leads.issuperset(after[:-1]) and not asks
    ends = after[-1:] != [] and after[-1] in said.cues["goes"] | said.cues["let_go"]
    return ends and leads.issuperset(after[:-1]) and not asks


def _is_declined(said: Sentence, last: int) -> bool:
    """ "Do they need the ssl? Nah, leave it": who asks, and says no at once."""
    ends = (place for place in range(last + 1, len(said.words)) if said.ends_before(place))
    behind = next(ends, None)
    if behind is None or "?" not in said.text[said.words[behind - 1].end : said.words[behind].start]:
        return False
    is_no = is_denial(said.words, behind, said.language) or said.words[behind].text in said.cues["no"]
    small = vocabulary().filler.union(*(said.cues[cue] for cue in ("no", "negation", "keep", "it", "polite")))
    rest = {said.words[place].text for place in (behind, *_rest(said, behind))}
    return is_no and rest <= small and not any(_adds(said, at) for at in range(behind, len(said.words)))


def _is_none(said: Sentence, last: int) -> bool:
    """ "Con 20 y de copilot nada"; not "nada más"."""
    behind = {said.words[place].text for place in _rest(said, last)}
    return bool(behind & said.cues["nothing"]) and behind <= said.cues["nothing"] | said.cues["courtesy"]


def _adds(said: Sentence, place: int) -> bool:
    word = said.words[place].text
    return bool({word, word[:-2], word[:-3]} & (said.cues["add"] | said.cues["raise"]))  # "ponlo"


def _is_behind_no(said: Sentence, first: int) -> bool:
    """ "No copilot then, leave it as it is": the order is left, and not the add-on."""
    place = first - 1
    while place > 0 and said.words[place].text in said.cues["article"]:
        place -= 1
    apart = any(said.ends_before(each) for each in range(place + 1, first + 1))
    return place >= 0 and not apart and "?" not in said.text and is_denial(said.words, place, said.language)


def _is_not_wanted(said: Sentence, first: int) -> bool:
    """ "Mejor no le pongas el ssl", "não vão levar o ssl"; not "no olvides el ssl"."""
    between: list[str] = []
    stops = said.cues["only"] | (said.cues["both"] - said.cues["more_after"])  # "não quer mais o ssl"
    stops |= said.cues["however"]  # "he said no, but now he wants the ssl"
    for place in range(first - 1, -1, -1):
        if said.ends_before(place + 1):
            return False
        if is_denial(said.words, place, said.language):
            return bool(between) and not any(_is_of_a_verb(said, word) for word in between)
        between += [said.words[place].text] if said.words[place].text not in vocabulary().filler else []
        if len(between) > _SHORT or said.words[place].text in stops:
            return False
    return False


def _is_of_a_verb(said: Sentence, word: str) -> bool:
    """Whether it is a form of a verb that removes, for two noes are a wish, or of one that wonders."""
    verbs = frozenset().union(*(said.cues[cue] for cue in _OF_REMOVING))
    return any(word[:_STEM] == verb[:_STEM] for verb in verbs if len(verb) >= _STEM)


def _is_refused_behind(said: Sentence, behind: Sequence[int]) -> bool:
    """ "El ssl ya no", "archiving isn't needed", "copilot maybe later"."""
    after = {said.words[place].text for place in behind}
    if after & said.cues["later"]:
        return after <= said.cues["later"] | said.cues["perhaps"] | said.cues["polite"]
    small = said.cues["polite"].union(
        *(
            said.cues[cue]
            for cue in ("change", "wanted", "copula", "have", "subject", "on_second_thought", "nor_that")
        )
    )
    denials = [place for place in behind if is_denial(said.words, place, said.language)]
    return bool(denials) and all(place in denials or said.words[place].text in small for place in behind)
