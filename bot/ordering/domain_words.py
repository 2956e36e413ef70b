"""What one message says about domains: names, endings, "transfer it", "another one", "without a domain"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from bot.ordering.domain_asked import asks_if_free, registers_it
from bot.ordering.domain_clauses import Said, said_of_names
from bot.ordering.domain_corrected import corrected
from bot.ordering.domain_edges import Span, clauses, governs
from bot.ordering.domain_heard import HeardDomains, HeardName
from bot.ordering.domain_mentions import Mentions, has_phrase, named_in, overlaps
from bot.ordering.domain_pairs import either_of, in_turn, is_added_behind, is_one_more, replaced
from bot.ordering.domain_put_off import drops_it, puts_off_domain, refusal, speaks_of_extras
from bot.ordering.draft import DOMAIN_STEPS, Step
from bot.ordering.plain import plain_answer
from bot.ordering.text import Word, words
from bot.ordering.vocabulary import vocabulary

# What the nearest of these words before a name makes of it; the others only end the reach of the first three.
_ROLES = ("without", "extra", "change", "domain_use", "transfer")
_NEAR = 5  # words from the noun to what is said of it
_REACH = 6  # words after which an "also" or a "remove" says nothing about a name any more
_AND = 2  # words before a name, of which the first is an "and": "y el b.mx"


@dataclass
class DomainListener:
    """Reads one message. ``spans`` are what the engine tagged as domains, ``tlds`` the endings for sale,
    ``addresses`` the e-mails in it; ``known``: the domains of the order."""

    text: str
    spans: Sequence[Span]
    tlds: Sequence[str]
    step: Step | None
    intent: str
    wordless: bool = False
    addresses: Sequence[Span] = ()
    known: Collection[str] = ()

    def __post_init__(self) -> None:
        self.words = words(self.text)
        self.cues = vocabulary().cues
        self.names: list[Span] = []
        self.small = vocabulary().filler.union(
            *(self.cues[cue] for cue in ("have", "wanted", "about", "domain_noun", "domain_use", "transfer"))
        )

    def listen(self) -> HeardDomains:
        spans = [*self.spans, *named_in(self.text, self.known, [*self.spans, *self.addresses])]
        context = (self.tlds, self.step, self.wordless, self.addresses)
        found = Mentions(self.text, self.words, spans, *context)
        gone = corrected(self.text, self.words, [*found.names, *found.endings], self.known)
        found.drop(gone)
        names, endings, registrars = found.names, found.endings, found.registrars
        self.names = [*names, *endings]
        said, rest = self._said(found, gone)
        mentioned = bool(names or endings or registrars) or self._is_asked or self._says("domain_noun")
        mentioned = mentioned or (self._has_own and self._says_no_more())
        heard = HeardDomains(
            either=found.is_dictated or either_of(self.words, names),
            in_turn=in_turn(self.text, self.words, names),
            is_dictated=found.is_dictated,
            names=tuple(self._role(name, said[name]) for name in names),
            endings=tuple(self._role(ending, said[ending]) for ending in endings),
            transfer=(mentioned and rest.transfer and not self._supposes()) or self._is_owned(rest),
            theirs=mentioned and rest.theirs,
            foreign=self._is_foreign(rest),
            asked=self._asks(self.names, [rest, *said.values()]),
        )
        stays = self._stays([rest, *said.values()])
        if self._is_own_wrong():
            return HeardDomains(replaced=True)
        if not (names or endings):
            if not (registrars or rest.transfer) and puts_off_domain(self.text, self.step):
                only_extras = speaks_of_extras(self.words, self.step)
                return HeardDomains(none=not only_extras, no_extras=only_extras)
            stays = stays or (rest.theirs and drops_it(self.text, self.words, self.small))
            is_kept = stays and mentioned and (rest.theirs or (self._is_asked and not self._has_own))
            return HeardDomains(none=True) if is_kept else self._nameless(heard)
        if stays and any(name.theirs for name in heard.names):
            return self._without_theirs(heard)
        refused = self._nameless(HeardDomains())  # "no quiero dominio, ya tienen a.com"
        is_refused = refused.none and all(name.theirs and not name.transfer for name in heard.names)
        return refused if names and is_refused else heard

    def _said(self, found: Mentions, gone: Collection[Span]) -> tuple[dict[Span, Said], Said]:
        """What is said of each name, and of none; nothing is said by names that are ``gone``."""
        silent = [*found.registrars, *self.addresses, *gone]
        quiet = [word for word in self.words if not overlaps(word, silent)]
        said, rest = said_of_names(self.text, quiet, self.names, self._is_contested)
        is_at = self._says("registrar") and not self._says("negation")
        if found.registrars or found.is_of_address or is_at:
            rest = replace(rest, theirs=True)
            said = {name: replace(each, theirs=True) for name, each in said.items()}
        for name in replaced(self.words, self.names, self.known):
            said[name] = replace(said[name], unwanted=True)
        is_open = "?" in self.text or (len(found.names) == 1 and registers_it(self.text))
        already = self.cues["already"] - self.cues["hurry"]  # "compra antes que ela desista"
        if is_open and already.isdisjoint(word.text for word in self.words):  # "tem a.com?" asks the shop
            said = {name: replace(each, theirs=False) for name, each in said.items()}
            rest = rest if "?" in self.text else replace(rest, theirs=False)
        return said, rest

    def _stays(self, said: Iterable[Said]) -> bool:
        """ "Leave it where it is", "it's theirs, but they don't want to move it"."""
        all_said = [*said]
        is_denied = any(each.stays for each in all_said) and any(each.theirs for each in all_said)
        is_denied = is_denied and not any(each.transfer for each in all_said)
        return "?" not in self.text and (self._says_phrase("stays_put") or is_denied)

    def _without_theirs(self, heard: HeardDomains) -> HeardDomains:
        """ "They own a.com, leave it where it is": it is none of the order's business."""
        left = tuple(name for name in heard.names if not name.theirs)
        return replace(heard, names=left) if left else HeardDomains(none=True)

    def _is_own_wrong(self) -> bool:
        """ "The .mx is wrong", and no other is named."""
        own = next(iter(self.known), "")
        is_own = len(self.names) == 1 and own.endswith(self.names[0].text.lower()) and len(self.known) == 1
        return is_own and self._says_phrase("wrong") and not self._says("negation") and "?" not in self.text

    def _asks(self, names: Sequence[Span], said: Sequence[Said]) -> bool:
        is_claim = any(each.theirs for each in said)  # "a.com ya está registrado"
        sounds_so = self.intent == "ask_domain" and not is_claim
        return asks_if_free(self.text, self.words, names, self._is_contested, sounds_so)

    @property
    def _has_own(self) -> bool:
        return bool(self.known)

    @property
    def _is_asked(self) -> bool:
        return self.step in DOMAIN_STEPS

    def _says_no_more(self) -> bool:
        """ "No, ya es de ellos", "but transfer it": beside the domain of the order nothing can be meant; "por
        transferencia" is how somebody pays."""
        leads = self.cues["paid_with"] | self.cues["pays_by"]
        pays = self.step is Step.PAYMENT or self._text(0) in leads
        if pays and self._says("wired") and not self._says("it"):
            return False
        others = ("seats", "plan_noun", "card", "pay", "existing", "add_on_noun", "customer")
        meant = frozenset().union(*(self.cues[cue] for cue in others)) - self.cues["already"]
        claims = " ".join(self.cues["theirs"] | self.cues["theirs_already"]).split()
        asides = ("already", "doubt", "subject", "that_one", "option", "on_second_thought")
        small = self.small.union(claims, *(self.cues[cue] for cue in asides))
        return all(word.text in small and word.text not in meant for word in self.words)

    def _nameless(self, heard: HeardDomains) -> HeardDomains:
        nouns = [i for i, word in enumerate(self.words) if word.text in self.cues["domain_noun"]]
        if self._says_phrase("in_name_of"):
            return heard
        refused = (
            []
            if self._says_phrase("explain")
            else [refusal(self.text, self.words, at, self.small) for at in nouns]
        )
        is_address = self.addresses and self._is_asked and self.step is not Step.AUTH_CODE
        own = [HeardName(str(name), removed=True) for name in [*self.known][:1] if "own" in refused]
        return replace(
            heard,
            names=(*heard.names, *own),
            none="all" in refused,
            no_extras="extras" in refused,
            replaced=not any(refused) and self._has_own and any(self._is_replaced(place) for place in nouns),
            more=not any(refused) and self._wants_more(nouns),
            address=self.addresses[0].text if is_address else None,
        )

    def _is_replaced(self, noun: int) -> bool:
        """ "Cambia el dominio", "the domain is wrong"."""
        before = [word.text for word in self.words[:noun]]
        behind = {self._text(place) for place in range(noun + 1, noun + _NEAR)}
        changes = self.cues["replaces"] | self.cues["wrong"]
        return governs(changes, before, self.small) or bool(behind & self.cues["wrong"])

    def _wants_more(self, nouns: Sequence[int]) -> bool:
        if self.step in DOMAIN_STEPS:
            is_named = bool(nouns) or len(self.words) <= 3
            more = any(word.text in self.cues["more"] for word in self._here(self.words))
            return more and is_named and plain_answer(self.words) is None  # "mais tarde"
        around = {self._text(place) for noun in nouns for place in range(noun - 2, noun + 2)}
        beside = [words(self.text[start:end]) for start, end in clauses(self.text, self.words, [])]
        beside = [each for each in beside if any(word.text in self.cues["domain_noun"] for word in each)]
        return bool(around & self.cues["more"]) or any(
            has_phrase("extra", self._here(each)) for each in beside
        )

    def _here(self, said: Sequence[Word]) -> list[Word]:
        """The words but the "otro" of "lo tiene en otro lado", which is no other domain."""
        places = self.cues["other_place"]
        pairs = zip_longest(said, said[1:])
        return [word for word, after in pairs if after is None or after.text not in places]

    def _role(self, name: Span, said: Said) -> HeardName:
        begins = 1 if has_phrase("on_second_thought", self.words[:1]) else 0  # "well, a.com" is not "as well"
        before = [word for word in self.words[begins:] if word.end <= name.start][-_REACH:]
        spoken = {word.text for word in before}
        if spoken & self.cues["change"]:  # "better another one: x.net" takes its place
            before = [word for word in before if word.text not in self.cues["more"]]
        nearest = next((role for word in reversed(before) for role in self._roles_of(word)), None)
        return HeardName(
            name.text,
            picked=self._is_picked(name, [word.text for word in before]),
            extra=self._is_added(name, [word.text for word in before], nearest),
            removed=said.unwanted or (nearest == "without" and self.intent == "remove" and not said.theirs),
            is_new=nearest == "change",
            transfer=said.transfer,
            theirs=said.theirs or self._is_owned(said, name),
            only=governs(self.cues["only"], [word.text for word in before], self.small),
            joined=said.joined,
        )

    def _is_picked(self, name: Span, before: Sequence[str]) -> bool:
        """ "Then a.com", "a.com then"."""
        behind = [word for word in self.words if word.start >= name.end][:1]
        is_concluded = has_phrase("so", behind) and not self.text[name.end : behind[0].start].strip()
        return is_concluded or governs(self.cues["picks"] | self.cues["so"], before, self.small)

    def _supposes(self) -> bool:
        """ "What happens if I transfer it?"."""
        return "?" in self.text and self._says_phrase("if")

    def _is_added(self, name: Span, before: Sequence[str], nearest: str | None) -> bool:
        added_after = is_added_behind(self.text, self.words, name, self.names)
        goes_on = 0 < len(before) <= _AND and before[0] in self.cues["both"] - self.cues["but"]
        return (
            nearest == "extra"
            or is_one_more(before)
            or (nearest in (None, "domain_use") and (added_after or goes_on))
            or governs(self.cues["add_besides"], before, self.small)
            or (nearest in (None, "domain_use") and self._says_phrase("at_once"))
        )

    def _roles_of(self, word: Word) -> list[str]:
        return [role for role in _ROLES if word.text in self.cues[role]]

    def _is_owned(self, said: Said, name: Span | None = None) -> bool:
        """ "Es de mi cliente": an answer to "is it your customer's?", nothing anywhere else."""
        claims = said.theirs or any(own and not no for own, no in self._claims(name))
        return self._is_contested and claims

    def _is_foreign(self, said: Said) -> bool:
        if self.step is Step.AUTH_CODE:  # "no lo tengo"
            return self._says("negation")
        refuses = any(own and no for own, no in self._claims()) or (
            self._says("transfer") and not said.transfer
        )
        return self._is_contested and (refuses or self._is_of_somebody_else())

    def _is_of_somebody_else(self) -> bool:
        """Not "it's theirs, it's with another company": there it is registered."""
        places = self.cues["where"] | self.cues["domain_use"]
        for place in range(len(self.words)):
            behind = f"{' '.join(word.text for word in self.words[place:])} "
            named = any(behind.startswith(f"{phrase} ") for phrase in self.cues["of_somebody_else"])
            if named and self._text(place - 1) not in places:
                return True
        return False

    def _claims(self, name: Span | None = None) -> Iterable[tuple[bool, bool]]:
        """For each clause, from the one with ``name`` on: does it speak of an owner, is it negated?
        "No, es suyo" are two clauses."""
        for start, end in clauses(self.text, self.words, [name] if name else []):
            if name is None or name.start < end:
                clause = words(self.text[start:end])
                said = {word.text for word in clause}
                wants = bool(said & self.cues["chooses"]) or has_phrase("take_it", clause)
                is_choice = name is not None and wants  # "the client's plan b is"
                denies = self.cues["negation"] | self.cues["nobody"]
                yield bool(said & self.cues["owned"]) and not is_choice, bool(said & denies)

    @property
    def _is_contested(self) -> bool:
        return self.step is Step.DOMAIN_TAKEN

    def _says(self, cue: str) -> bool:
        return any(word.text in self.cues[cue] for word in self.words)

    def _says_phrase(self, cue: str) -> bool:
        return has_phrase(cue, self.words)

    def _text(self, place: int) -> str:
        return self.words[place].text if 0 <= place < len(self.words) else ""
