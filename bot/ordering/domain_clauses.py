"""The clauses of a message that names domains: which names are said to be somebody's already, which are to be
transferred, and which are not wanted. "Ya tienen a.com, registra b.mx" says two things about two names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bot.ordering.domain_edges import Span, clauses, governs, instead, written
from bot.ordering.text import Word
from bot.ordering.vocabulary import has_any, vocabulary


@dataclass(frozen=True)
class Said:
    """What is said of a name, or of the domain that the talk is about."""

    theirs: bool = False
    transfer: bool = False
    unwanted: bool = False
    stays: bool = False  # it is not to be moved
    joined: bool = False  # it is named in one breath with the name before it

    def __or__(self, other: Said) -> Said:
        return Said(
            self.theirs or other.theirs,
            self.transfer or other.transfer,
            self.unwanted or other.unwanted,
            self.stays or other.stays,
            self.joined or other.joined,
        )


@dataclass
class _Group:
    names: list[Span] = field(default_factory=list)
    said: Said = Said()
    replaced: bool = False  # "instead of a.com, b.com": what follows is something else


def said_of_names(
    text: str, words: Sequence[Word], names: Sequence[Span], is_contested: bool = False
) -> tuple[dict[Span, Said], Said]:
    """What is said of each name, and of none of them. A clause without a name speaks of the names before it
    ("a.com, ya es suyo"), or else of those after it ("ya tienen uno: a.com"); if another ``is_contested``,
    of that ("somebody has it already? Then a.com")."""
    groups: list[_Group] = []
    before = Said()
    for start, end in clauses(text, words, names):
        here = [name for name in names if start <= name.start < end]
        inside = [written(text, word) for word in words if start <= word.start < end]
        ends = text[end : end + 1] != "?" and not re.search(
            r"\w", text[inside[-1].end : end] if inside else ""
        )
        clause = _Clause(inside, here, bool(groups), len(names) > 1, ends)
        said = clause.said()
        is_more = groups and not groups[-1].replaced and said == Said() and clause.is_bare()
        if here and is_more:
            groups[-1].names += here  # "transfiere a.com y b.com"
        elif here:
            groups.append(_Group(here, said, clause.is_instead or clause.is_denied()))
        elif groups:
            groups[-1].said |= said
        else:
            before |= said
    if not groups:
        return {}, before
    if not is_contested:
        groups[0].said |= replace(before, unwanted=False)
    return {
        name: replace(group.said, joined=name != group.names[0]) for group in groups for name in group.names
    }, before


class _Clause:
    """``goes_on``: a name was named before; ``several``: before or after; ``ends``: it is no question, and
    nothing else stands behind its words ("está no registro.br")."""

    def __init__(
        self, words: Sequence[Word], names: Sequence[Span], goes_on: bool, several: bool, ends: bool
    ) -> None:
        self.names, self.goes_on, self.several, self.ends = names, goes_on, several, ends
        self.cues = vocabulary().cues
        outside = [word for word in words if not any(n.start <= word.start < n.end for n in names)]
        self.texts = [word.text for word in outside]
        # How many words stand before each name.
        self.places = [sum(word.start < name.start for word in outside) for name in names]
        self.is_instead = several and bool(names) and instead(words, names[0]) is not None

    def said(self) -> Said:
        is_refused = any(self._is_refused_behind(self.texts[place:]) for place in self.places)
        is_needless = self._is_needless()
        unwanted = is_refused or self._is_unwanted() or (is_needless and bool(self.names))
        stays, theirs = is_needless or self._is_to_stay(), is_needless or self._is_theirs()
        return Said(theirs, self._is_to_transfer(), unwanted, stays)

    def is_denied(self) -> bool:
        """ "No es a.com, es b.com", "it's not a.com", "isn't"; "no a.com" may be "no, a.com"."""
        if not (self.several and self.names):
            return False
        before, copula = self.texts[: self.places[0]], self.cues["copula"]
        denials = self.cues["negation"] - {"no"}
        return governs(denials, before, copula) or (
            before[-1:] != [] and before[-1] in copula and governs(self.cues["negation"], before, copula)
        )

    def is_bare(self) -> bool:
        """Whether nothing is said but the name."""
        says = self.cues["copula"] - self.cues["joins"]  # "no es a.com, es b.com"
        says |= self.cues["only"] | self.cues["however"]  # "no el .mx, solo a.com"
        return all(
            text in vocabulary().filler | self.cues["joins"] and text not in says for text in self.texts
        )

    def _is_theirs(self) -> bool:
        phrases = self.cues["theirs"]
        if not self.cues["already"].isdisjoint(self.texts):
            phrases |= self.cues["theirs_already"]
        claims = self.cues["theirs"] | self.cues["theirs_already"]
        small = self._small() | self.cues["already"] | {word for claim in claims for word in claim.split()}
        return any(self._is_claim(first, last, small) for first, last in self._found(phrases))

    def _found(self, phrases: frozenset[str]) -> list[tuple[int, int]]:
        """Where the phrases begin and end."""
        found = []
        for phrase in phrases:
            parts = phrase.split()
            for first in range(len(self.texts) - len(parts) + 1):
                if self.texts[first : first + len(parts)] == parts:
                    found.append((first, first + len(parts)))
        return found

    def _is_claim(self, first: int, last: int, small: frozenset[str]) -> bool:
        """Not in "tiene que ser a.com", "they don't own a.com" or "tiene 25 licencias con a.com"."""
        if self.texts[last : last + 1] and self.texts[last] in self.cues["must"]:
            return False
        if any(text in self.cues["negation"] | self.cues["nobody"] for text in self.texts[:first]):
            return False
        if last - first == 1 and self.texts[:first][-1:] and self.texts[first - 1] in self.cues["not_to"]:
            return False  # "n tem ainda"; "they want it n they have it"
        chosen = self.cues["chooses"] - self.cues["wishes"]
        if self.names and self.texts[first] in self.cues["owned"] and not chosen.isdisjoint(self.texts):
            return False  # "the owner chose a.com", "the client's plan b is a.com"
        if self._is_wished(first) or has_any("on_the_line", self.texts) or self._tells_story(first, last):
            return False
        behind = [text for text in self.texts[last:] if text not in self.cues["have"]]
        if not (self.cues["nothing"] | self.cues["negation"]).isdisjoint(behind[:1]):
            return False  # "they've none yet", "they have no domain"
        if not self.names:  # "ya tienen 25 licencias", "we have a new customer" are about something else
            others = self.cues["seats"] | self.cues["new_customer"]
            is_known = not behind or behind[0] in small | vocabulary().every_word  # "já tem cadastro"
            return is_known and not any(text.isdigit() or text in others for text in self.texts)
        between = [
            self.texts[last:place] if last <= place else self.texts[place:first] for place in self.places
        ]
        return any(small.issuperset(each) for each in between)

    def _tells_story(self, first: int, last: int) -> bool:
        """ "Named after the owner", "the owner's cat", "o projeto social deles", "they have a cat": where the
        name comes from, not whose the domain is."""
        if self.names:
            return False
        if has_any("named_after", self.texts) and self.cues["domain_itself"].isdisjoint(self.texts):
            return True
        known = self._small() | vocabulary().every_word | self.cues["not_the_order_s"]
        articles, of = self.cues["article"] | self.cues["indefinite"], self.cues["of_brand"]
        things = self.texts[:first]
        while things and things[-1] in of | articles:
            things = things[:-1]
        is_of = (
            not of.isdisjoint(self.texts[len(things) : first]) or self.texts[first] in self.cues["of_whom"]
        )
        had = self.texts[last - 1 : last] + self.texts[last:]  # "they've a ..." is said with its article
        had = [text for at, text in enumerate(had) if not at or text not in self.cues["have"]]
        leads = self.cues["indefinite"] | {"s"}
        behind = next((two for one, two in pairwise(had[:3]) if one in leads and two not in leads), "")
        return bool(is_of and things and things[-1] not in known) or bool(behind and behind not in known)

    def _is_wished(self, place: int) -> bool:
        """ "Quiere su página", "they want mail on their own domain"; not "they want what they have"."""
        small = self._small() | self.cues["own_thing"] | self.cues["mail_noun"]
        small -= self.cues["must"] | self.cues["not_to"] | self.cues["already"] | self.cues["subject"]
        return governs(self.cues["wishes"], self.texts[:place], small)

    def _is_to_transfer(self) -> bool:
        moves = self.cues["transfer"]
        return any(
            (text in moves or (text in self.cues["brings"] and self._is_moved(place)))
            and not self._is_denied(place)
            for place, text in enumerate(self.texts)
        )

    def _is_moved(self, verb: int) -> bool:
        """ "Move a.com", "bring it over"; not "move on", "move it to 12 seats", "moving offices: a.com"."""
        if any(place <= verb for place in self.places):
            return True
        small = self._small().union(*(self.cues[cue] for cue in ("to_us", "brings", "wanted", "polite")))
        small -= self.cues["further"]
        if self.names:
            return any(small.issuperset(self.texts[verb + 1 : place]) for place in self.places)
        return small.issuperset(self.texts)

    def _is_to_stay(self) -> bool:
        """ "They don't want to move it", "no lo van a transferir"."""
        moves = self.cues["transfer"] | self.cues["brings"] | self.cues["moves"]
        return any(text in moves and self._is_denied(place) for place, text in enumerate(self.texts))

    def _is_needless(self) -> bool:
        """ "No need to register it", "não precisa registrar"; "they didn't register it yet" asks for it."""
        small = self._small() | self.cues["wanted"]
        return self.cues["by_now"].isdisjoint(self.texts) and any(
            text in self.cues["registers"] and governs(self.cues["negation"], self.texts[:place], small)
            for place, text in enumerate(self.texts)
        )

    def _is_denied(self, place: int) -> bool:
        """ "No quiero transferirlo", "n quero transferir", "transferirlo no"; "¿transferirlo, no?" agrees."""
        before, behind = self.texts[:place], self.texts[place + 1 :]
        small = self._small() | self.cues["wanted"]
        is_short = before[-1:] and before[-1] in self.cues["wanted"]  # English "n transfer" is an "and"
        denials = self.cues["negation"] | (self.cues["not_to"] if is_short else frozenset())
        is_behind = len(behind) == 1 and behind[0] in self.cues["negation"] and self.ends
        return is_behind or governs(denials, before, small)

    def _is_unwanted(self) -> bool:
        """ "No quiero a.com", "olvida a.com", "b.com, no a.com"; "no, a.com" refuses nothing."""
        if self.is_instead or self.is_denied():
            return True
        for place in self.places:
            before = self.texts[:place]
            said = [text for text in before if text not in self.cues["article"] | self.cues["joins"]]
            if self.goes_on and len(said) == 1 and said[0] in self.cues["negation"]:
                return True  # "a.com and not the .mx"
            if (
                self.several
                and not self._is_to_transfer()
                and governs(self.cues["transfer"], before, self._small())
            ):
                return True  # "no quiero transferir a.com, registra b.com"
            dropped = self.cues["forget"] | self.cues["call_off"] | self.cues["without"]
            if governs(dropped, before, self._small()):
                return True
            wanted = [at for at, text in enumerate(before) if text in self.cues["wanted"]]
            refused = wanted and governs(
                self.cues["negation"], before[: wanted[0]], self._small() - self.cues["negation"]
            )
            if refused and self._small().issuperset(before[wanted[-1] + 1 :]):
                return True
        return False

    def _is_refused_behind(self, behind: Sequence[str]) -> bool:
        """ "The .com is wrong", where another is named; "el .mx ya no va"."""
        small = vocabulary().filler - self.cues["negation"] - self.cues["joins"]
        if self.several and governs(self.cues["wrong"], behind[::-1], small | self.cues["copula"]):
            return True
        denials = self.cues["negation"] - self.cues["joins"]
        refusing = (small | denials | self.cues["wanted"]) - (self.cues["have"] - self.cues["wanted"])
        if any(one in denials and two in self.cues["more"] for one, two in pairwise(behind)):
            return False  # "el .com no más" is that one and no other
        return self.ends and not denials.isdisjoint(behind) and refusing.issuperset(behind)

    def _small(self) -> frozenset[str]:
        return vocabulary().filler | self.cues["have"] | self.cues["domain_noun"] | self.cues["about"]
