"""What one message says about domains: names, endings, "transfer it", "another one", "without a domain"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.ordering.domain_clauses import Said, Span, governs, said_of_names
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.text import Word, fold, words
from bot.ordering.vocabulary import vocabulary

# What the nearest of these words before a name makes of it; the others only end the reach of the first three.
_ROLES = ("without", "extra", "change", "domain_use", "transfer")
_LATER = 5  # "el dominio lo vemos luego": so far may the "later" stand from the noun
_REACH = 6  # words after which an "also" or a "remove" says nothing about a name any more
_AND = 2  # words before a name, of which the first is an "and": "y el b.mx"


@dataclass(frozen=True)
class HeardName:
    """A name as written (or an ending, ".mx", of a name that is known). ``is_new``: instead of the old.
    ``theirs``: it is somebody's already, they say."""

    text: str
    extra: bool = False
    removed: bool = False
    is_new: bool = False
    transfer: bool = False
    theirs: bool = False


@dataclass(frozen=True)
class HeardDomains:
    """``more``: another domain is wanted, it is not said which. ``transfer``, ``theirs``: said of a domain
    that is not named. ``foreign``: it is not the customer's, or nobody has its code.

    ``asked``: whether it is free is asked, no more than that. ``auth_code`` is the ledger's reference.
    ``address``: an e-mail's stands where a domain was asked for.
    """

    names: tuple[HeardName, ...] = ()
    endings: tuple[HeardName, ...] = ()
    transfer: bool = False
    theirs: bool = False
    foreign: bool = False
    more: bool = False
    none: bool = False
    no_extras: bool = False
    asked: bool = False
    auth_code: str | None = None
    address: str | None = None

    def refuses(self) -> bool:
        """Whether a domain is to go and nothing else is said of any."""
        return self.none or self.no_extras or (bool(self.names) and all(name.removed for name in self.names))


@dataclass
class DomainListener:
    """Reads one message. ``spans`` are what the engine tagged as domains, ``tlds`` the endings for sale,
    ``addresses`` the e-mails in it; ``has_own``: a domain is part of the order."""

    text: str
    spans: Sequence[Span]
    tlds: Sequence[str]
    step: Step | None
    intent: str
    wordless: bool = False
    addresses: Sequence[Span] = ()
    has_own: bool = False

    def __post_init__(self) -> None:
        self.words = words(self.text)
        self.cues = vocabulary().cues
        self.small = vocabulary().filler.union(
            *(self.cues[cue] for cue in ("have", "wanted", "about", "domain_noun", "domain_use", "transfer"))
        )

    def listen(self) -> HeardDomains:
        names, endings = self._names(), self._endings()
        spoken = {name for name in names if self._is_spoken_ending(name)}
        endings += [Span(name.text.rpartition(".")[2], name.start, name.end) for name in spoken]
        names = [name for name in names if name not in spoken]
        registrars = [name for name in names if self._is_registrar(name, names)]
        names = [name for name in names if name not in registrars]
        of_address = [] if names else self._of_address()
        names += of_address
        quiet = [word for word in self.words if not _overlaps_word(word, [*registrars, *self.addresses])]
        said, rest = said_of_names(self.text, quiet, [*names, *endings])
        if registrars or of_address or (self._says("registrar") and not self._says("negation")):
            rest = replace(rest, theirs=True)
            said = {name: replace(each, theirs=True) for name, each in said.items()}
        mentioned = bool(names or endings or registrars) or self._is_asked or self._says("domain_noun")
        mentioned = mentioned or (self.has_own and self._says_no_more())
        heard = HeardDomains(
            names=tuple(self._role(name, said[name]) for name in names),
            endings=tuple(self._role(ending, said[ending]) for ending in endings),
            transfer=(mentioned and rest.transfer) or self._is_owned(rest),
            theirs=mentioned and rest.theirs and self.step is not Step.AUTH_CODE,
            foreign=self._is_foreign(rest),
            asked=bool(names or endings) and self._says("is_free") and self._is_question(),
        )
        return heard if names or endings else self._nameless(heard)

    @property
    def _is_asked(self) -> bool:
        return self.step in DOMAIN_STEPS

    def _says_no_more(self) -> bool:
        """ "No, ya es de ellos", "but transfer it": beside the domain of the order nothing can be meant."""
        others = ("seats", "plan_noun", "card", "pay", "existing", "add_on_noun", "customer")
        meant = frozenset().union(*(self.cues[cue] for cue in others)) - self.cues["already"]
        claims = {
            word
            for cue in ("theirs", "theirs_already")
            for phrase in self.cues[cue]
            for word in phrase.split()
        }
        small = self.small.union(claims, *(self.cues[cue] for cue in ("already", "doubt", "subject")))
        return all(word.text in small and word.text not in meant for word in self.words)

    def _nameless(self, heard: HeardDomains) -> HeardDomains:
        nouns = [i for i, word in enumerate(self.words) if word.text in self.cues["domain_noun"]]
        refused = [] if self._says_phrase("explain") else [self._refusal(place) for place in nouns]
        is_address = self.addresses and self._is_asked and self.step is not Step.AUTH_CODE
        return replace(
            heard,
            none="all" in refused,
            no_extras="extras" in refused,
            more=not any(refused) and self._wants_more(nouns),
            address=self.addresses[0].text if is_address else None,
        )

    def _refusal(self, noun: int) -> str | None:
        """Whether the noun is refused: "sin dominio", "domain later", "no extra domains"; None if not."""
        behind = f" {' '.join(word.text for word in self.words[noun + 1 : noun + _LATER])} "
        if any(word in self.cues["later"] for word in behind.split()):
            return "all"
        if self._says("leave") and any(f" {phrase} " in behind for phrase in self.cues["let_go"]):
            return "all"
        kind = "extras" if self._text(noun + 1) in self.cues["more"] else "all"
        refusing = frozenset().union(
            *(self.cues[cue] for cue in ("without", "negation", "nothing", "forget"))
        )
        for place in range(noun - 1, max(noun - _REACH, -1), -1):
            word = self._text(place)
            if word in self.cues["more"]:
                kind = "extras"
            elif word in refusing:
                return kind
            elif word in self.cues["which"] | self.cues["whole_order"] or word not in self.small:
                return None  # "no sé qué dominio" refuses nothing
        return None

    def _wants_more(self, nouns: Sequence[int]) -> bool:
        if self.step in DOMAIN_STEPS:
            return self._says("more") and (bool(nouns) or len(self.words) <= 3)
        around = {self._text(place) for noun in nouns for place in range(noun - 2, noun + 2)}
        return bool(around & self.cues["more"]) or (bool(nouns) and self._says("extra"))

    def _names(self) -> list[Span]:
        found = [span for span in self.spans if span.text]
        if self._is_asked and self.step is not Step.AUTH_CODE:
            found += [span for span in self._dotted() if not _overlaps(span, [*found, *self.addresses])]
            bare = self.text.strip()
            if not found and self.step is not Step.DOMAIN_TAKEN and len(bare.split()) == 1:
                says_nothing = self.wordless or self._says("more") or bare.startswith(".") or "@" in bare
                found = [] if says_nothing else [Span(bare, 0, len(self.text))]
        return sorted(found, key=lambda span: span.start)

    def _of_address(self) -> list[Span]:
        """ "El de su correo, ana@a.com": the domain of an address, where nobody's mailbox is rented."""
        if not (self._is_asked and self._says_phrase("the_one_of")):
            return []
        hosts = [replace(each, text=each.text.rpartition("@")[2]) for each in self.addresses[:1]]
        return [host for host in hosts if host.text.partition(".")[0].lower() not in self.cues["webmail"]]

    def _is_registrar(self, name: Span, names: Sequence[Span]) -> bool:
        """Where a domain is registered: "en godaddy.com", "a.com está en b.net"."""
        label, known = fold(name.text).partition(".")[0], self.cues["registrar"]
        if label in known or fold(name.text) in known:
            return True
        before = [word for word in self.words if word.end <= name.start][-2:]
        where = self.cues["where"] | (self.cues["of_brand"] if self._says("transfer") else frozenset())
        if not before or before[-1].text not in where or names[0].start >= name.start:
            return False
        is_no = before[-1].text in self.cues["negation"]  # "a.com está no b.net", but "a.com, no b.net"
        goes_on = not self.text[before[0].end : before[-1].start].strip() and not _overlaps_word(
            before[0], names
        )
        return goes_on or not is_no

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
        found = [span for span in found if not _overlaps(span, [*self.spans, *self.addresses])]
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

    def _role(self, name: Span, said: Said) -> HeardName:
        before = [word for word in self.words if word.end <= name.start][-_REACH:]
        spoken = {word.text for word in before}
        if spoken & self.cues["change"]:  # "better another one: x.net" takes its place
            before = [word for word in before if word.text not in self.cues["more"]]
        nearest = next((role for word in reversed(before) for role in self._roles_of(word)), None)
        return HeardName(
            name.text,
            extra=self._is_added(name, [word.text for word in before], nearest),
            removed=said.unwanted or (nearest == "without" and self.intent == "remove"),
            is_new=nearest == "change",
            transfer=said.transfer,
            theirs=said.theirs or (self.step is Step.DOMAIN_TAKEN and self._is_owned(said)),
        )

    def _is_added(self, name: Span, before: Sequence[str], nearest: str | None) -> bool:
        after = [word.text for word in self.words if word.start >= name.end][:2]
        added_after = any(word in self.cues["extra"] for word in after)
        goes_on = 0 < len(before) <= _AND and before[0] in self.cues["both"] - self.cues["but"]
        return (
            nearest == "extra"
            or (nearest in (None, "domain_use") and (added_after or goes_on))
            or governs(self.cues["add_besides"], before, self.small)
        )

    def _roles_of(self, word: Word) -> list[str]:
        return [role for role in _ROLES if word.text in self.cues[role]]

    def _is_owned(self, said: Said) -> bool:
        """ "Es de mi cliente": an answer to "is it your customer's?", nothing anywhere else."""
        claims = said.theirs or any(own and not no for own, no in self._claims())
        return self.step is Step.DOMAIN_TAKEN and claims

    def _is_foreign(self, said: Said) -> bool:
        if self.step is Step.AUTH_CODE:  # "no lo tengo"
            return self._says("negation")
        refuses = any(own and no for own, no in self._claims()) or (
            self._says("transfer") and not said.transfer
        )
        return self.step is Step.DOMAIN_TAKEN and refuses

    def _claims(self) -> Iterable[tuple[bool, bool]]:
        """For each clause: does it speak of an owner, is it negated? "No, es suyo" are two clauses."""
        for clause in re.split(r"[,;.!]", self.text):
            said = {word.text for word in words(clause)}
            yield bool(said & self.cues["owned"]), bool(said & self.cues["negation"])

    def _is_question(self) -> bool:
        return "?" in self.text or self.intent == "ask_domain"

    def _says(self, cue: str) -> bool:
        return any(word.text in self.cues[cue] for word in self.words)

    def _says_phrase(self, cue: str) -> bool:
        return has_phrase(cue, self.words)

    def _text(self, place: int) -> str:
        return self.words[place].text if 0 <= place < len(self.words) else ""


def has_phrase(cue: str, said: Sequence[Word]) -> bool:
    """Whether any of the cue's phrases, of one word or more, is said."""
    sentence = f" {' '.join(word.text for word in said)} "
    return any(f" {phrase} " in sentence for phrase in vocabulary().cues[cue])


def _overlaps_word(word: Word, others: Iterable[Span]) -> bool:
    return any(word.start < other.end and other.start < word.end for other in others)


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
