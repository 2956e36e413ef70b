"""What one message says about domains: names, endings, "transfer it", "another one", "without a domain"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.text import Word, fold, words
from bot.ordering.vocabulary import vocabulary

# What the nearest of these words before a name makes of it; the others only end the reach of the first three.
_ROLES = ("without", "extra", "change", "domain_use", "transfer")
_LATER = 5  # "el dominio lo vemos luego": so far may the "later" stand from the noun
_REACH = 6  # words after which an "also" or a "remove" says nothing about a name any more


@dataclass(frozen=True)
class HeardName:
    """A name as written (or an ending, ".mx", of a name that is known). ``is_new``: instead of the old."""

    text: str
    extra: bool = False
    removed: bool = False
    is_new: bool = False


@dataclass(frozen=True)
class HeardDomains:
    """``more``: another domain is wanted, it is not said which. ``foreign``: it is not the customer's, or
    nobody has its code.

    ``asked``: whether it is free is asked, no more than that. ``auth_code`` is the ledger's reference.
    """

    names: tuple[HeardName, ...] = ()
    endings: tuple[HeardName, ...] = ()
    transfer: bool = False
    foreign: bool = False
    more: bool = False
    none: bool = False
    no_extras: bool = False
    asked: bool = False
    auth_code: str | None = None


@dataclass(frozen=True)
class Span:
    text: str
    start: int
    end: int


@dataclass
class DomainListener:
    """Reads one message. ``spans`` are what the engine tagged as domains, ``tlds`` the endings for sale."""

    text: str
    spans: Sequence[Span]
    tlds: Sequence[str]
    step: Step | None
    intent: str
    wordless: bool = False

    def __post_init__(self) -> None:
        self.words = words(self.text)
        self.cues = vocabulary().cues

    def listen(self) -> HeardDomains:
        names, endings = self._names(), self._endings()
        spoken = {name for name in names if self._is_spoken_ending(name)}
        endings += [Span(name.text.rpartition(".")[2], name.start, name.end) for name in spoken]
        names = [name for name in names if name not in spoken]
        mentioned = bool(names or endings) or self.step in DOMAIN_STEPS or self._says("domain_noun")
        heard = HeardDomains(
            names=tuple(self._role(name) for name in names),
            endings=tuple(self._role(ending) for ending in endings),
            transfer=(mentioned and self._says("transfer")) or self._is_owned(),
            foreign=self._is_foreign(),
            asked=bool(names or endings) and self._says("is_free") and self._is_question(),
        )
        return heard if names or endings else self._nameless(heard)

    def _nameless(self, heard: HeardDomains) -> HeardDomains:
        nouns = [i for i, word in enumerate(self.words) if word.text in self.cues["domain_noun"]]
        refused = [self._refusal(place) for place in nouns]
        return replace(
            heard,
            none="all" in refused,
            no_extras="extras" in refused,
            more=not any(refused) and self._wants_more(nouns),
        )

    def _refusal(self, noun: int) -> str | None:
        """Whether the noun is refused: "sin dominio", "domain later", "no extra domains"; None if not."""
        if any(self._text(place) in self.cues["later"] for place in range(noun + 1, noun + _LATER)):
            return "all"
        kind = "extras" if self._text(noun + 1) in self.cues["more"] else "all"
        for place in range(noun - 1, max(noun - 5, -1), -1):
            word = self._text(place)
            if word in self.cues["more"]:
                kind = "extras"
            elif word in self.cues["without"] or word in self.cues["negation"]:
                return kind
            elif word in self.cues["which"] or word not in vocabulary().filler | self.cues["have"]:
                return None  # "no sé qué dominio" refuses nothing
        return None

    def _wants_more(self, nouns: Sequence[int]) -> bool:
        if self.step in DOMAIN_STEPS:
            return self._says("more") and (bool(nouns) or len(self.words) <= 3)
        around = {self._text(place) for noun in nouns for place in range(noun - 2, noun + 2)}
        return bool(around & self.cues["more"]) or (bool(nouns) and self._says("extra"))

    def _names(self) -> list[Span]:
        found = [span for span in self.spans if span.text]
        if self.step in DOMAIN_STEPS and self.step is not Step.AUTH_CODE:
            found += [span for span in self._dotted() if not _overlaps(span, found)]
            bare = self.text.strip()
            if not found and self.step is not Step.DOMAIN_TAKEN and len(bare.split()) == 1:
                says_nothing = self.wordless or self._says("more") or bare.startswith(".")
                found = [] if says_nothing else [Span(bare, 0, len(self.text))]
        return sorted(found, key=lambda span: span.start)

    def _dotted(self) -> Iterable[Span]:
        for part in re.finditer(r"\S+", self.text):
            if "." in part.group().strip(".") and "@" not in part.group() and part.group()[0] != ".":
                yield Span(part.group(), part.start(), part.end())

    def _endings(self) -> list[Span]:
        """ ".mx", "punto mx"; when the name is settled but not the ending, "el mx" or "mx" alone too."""
        longest = sorted(self.tlds, key=len, reverse=True)
        either = "|".join(re.escape(tld) for tld in longest)
        dots = "|".join(sorted(self.cues["dot"]))
        pattern = rf"(?<![\w.-])(?:\.|(?:{dots})\s+)({either})(?![\w-]|\.\w)"
        found = [Span(m.group(1), m.start(), m.end()) for m in re.finditer(pattern, fold(self.text))]
        found = [span for span in found if not _overlaps(span, self.spans)]
        if not found and self.step is Step.DOMAIN_TAKEN:
            said = [
                word for word in self.words if len(self.words) == 1 or word.text not in vocabulary().filler
            ]
            bare = ".".join(word.text for word in said)
            found = [Span(bare, said[0].start, said[-1].end)] if bare in self.tlds else []
        return found

    def _is_spoken_ending(self, name: Span) -> bool:
        """ "el punto mx" was tagged as the domain el.mx."""
        label, _, ending = fold(name.text).partition(".")
        written = fold(self.text[name.start : name.end])
        return label in vocabulary().filler and ending in self.tlds and "." not in written

    def _role(self, name: Span) -> HeardName:
        before = [word for word in self.words if word.end <= name.start][-_REACH:]
        said = {word.text for word in before}
        if said & self.cues["change"]:  # "better another one: x.net" takes its place
            before = [word for word in before if word.text not in self.cues["more"]]
        nearest = next((role for word in reversed(before) for role in self._roles_of(word)), None)
        after = [word.text for word in self.words if word.start >= name.end][:2]
        added_after = any(word in self.cues["extra"] for word in after)
        extra = nearest == "extra" or (nearest in (None, "domain_use") and added_after)
        return HeardName(name.text, extra, nearest == "without", nearest == "change")

    def _roles_of(self, word: Word) -> list[str]:
        return [role for role in _ROLES if word.text in self.cues[role]]

    def _is_owned(self) -> bool:
        """ "Es de mi cliente": an answer to "is it your customer's?", nothing anywhere else."""
        return self.step is Step.DOMAIN_TAKEN and any(own and not no for own, no in self._claims())

    def _is_foreign(self) -> bool:
        if self.step is Step.AUTH_CODE:  # "no lo tengo"
            return self._says("negation")
        return self.step is Step.DOMAIN_TAKEN and any(own and no for own, no in self._claims())

    def _claims(self) -> Iterable[tuple[bool, bool]]:
        """For each clause: does it speak of an owner, is it negated? "No, es suyo" are two clauses."""
        for clause in re.split(r"[,;.!]", self.text):
            said = {word.text for word in words(clause)}
            yield bool(said & self.cues["owned"]), bool(said & self.cues["negation"])

    def _is_question(self) -> bool:
        return "?" in self.text or self.intent == "ask_domain"

    def _says(self, cue: str) -> bool:
        return any(word.text in self.cues[cue] for word in self.words)

    def _text(self, place: int) -> str:
        return self.words[place].text if 0 <= place < len(self.words) else ""


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
