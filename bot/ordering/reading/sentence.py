"""One message on its way to be understood: its words, what the engine tagged, and what has been claimed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from bot.ordering.catalog import Term
from bot.ordering.count_key import read_count_key
from bot.ordering.draft import DOMAIN_STEPS, NONE_IS_AN_ANSWER, Draft, Step
from bot.ordering.heard import Entity
from bot.ordering.names import Match, NameIndex
from bot.ordering.plain import plain_answer
from bot.ordering.reading.denied import denied_places
from bot.ordering.several import prepositions
from bot.ordering.shop import Shop
from bot.ordering.supposing import insists
from bot.ordering.text import Word, words
from bot.ordering.vocabulary import says_any, vocabulary

# Cues that only announce what is said beside them.
_ASIDE = (
    "customer",
    "seats",
    "change",
    "add",
    "without",
    "bins",
    "card",
    "card_ending",
    "both",
    "polite",
    "yes",
    "term_noun",
)

_CLAUSE = re.compile(r"[^,;:.!?\n]+")
_MOST_NUMBERS = 30  # in a pasted table there may be hundreds; each is weighed against all others
_REFUSALS = frozenset(("no_more", "deny", "skip"))


@dataclass
class Sentence:
    """``offered``: what can be chosen from, in the order it was shown, to answer ``offered_step``.

    ``topic``: add-ons that were just spoken of. ``language``: the conversation's.
    ``rest``: the text without a new customer's data. ``corrects``: it says what is meant, and what is not.
    """

    text: str
    entities: Sequence[Entity]
    shop: Shop
    draft: Draft
    step: Step | None
    intent: str = ""
    offered: tuple[str, ...] = ()
    offered_step: Step | None = None
    topic: tuple[str, ...] = ()
    language: str = ""
    claimed: set[int] = field(default_factory=set)
    corrects: bool = False

    def __post_init__(self) -> None:
        self.words: list[Word] = words(self.text)
        self.cues = vocabulary().cues
        self.rest = self.text
        beyond = self.numbers()[_MOST_NUMBERS:]
        self.entities = [each for each in self.entities if each not in beyond] if beyond else self.entities
        if self.step is Step.TERM and not self.offered:
            self.offered, self.offered_step = tuple(Term), self.step
        if self.is_topic_asked:
            self.topic = tuple({str(read_count_key(key)[0]): None for key in self.offered})
        for entity in self.entities:
            if entity.kind in ("term", "domain", "email", "phone"):
                self.claim(self.places(entity))
        # "Voice note", "copia de seguridad": the first of two words, the last of three is of no product.
        self.claim(at[-1] if len(at) > 2 else at[0] for at in self.phrases("no_product"))  # noqa: PLR2004
        self.claim(place for at in self.phrases("new_staff") for place in at)
        if self.step is not Step.ADD_ONS:  # "20 por segurança" names no Advanced Security
            self.claim(place for at in self.phrases("to_be_safe") for place in at)
        if self.is_about_domains:  # "they have it at godaddy" names no product
            self.claim(i for i, word in enumerate(self.words) if word.text in self.cues["registrar"])
            self.claim(place for at in self.phrases("second_choice") for place in at)  # no plan is meant
        halves = (at for at, word in enumerate(self.words) if word.text in self.cues["half_a_brand"])
        self.claim(place for place in halves if not self._completes_a_brand(place))
        self.claim(
            place for place in prepositions(self.words, self.shop, self.language) if self._leads_on(place)
        )

    def _completes_a_brand(self, place: int) -> bool:
        """ "MS 365", "standard da ms" beside a product's words, or where plans are asked for."""
        beside = self.words[max(place - 2, 0) : place + 3]
        return self.step is Step.PLAN or any(word.text in self.shop.product_words for word in beside)

    def _leads_on(self, place: int) -> bool:
        """ "Linux pro mensal", "pro then, for ..." name a plan; "volta pro mensal", "plus copilot" do not."""
        if self.words[place].text in self.cues["both"]:
            return True
        if self.language == "en" or self.ends_before(place + 1):
            return False
        before = self.words[place - 1].text if place else ""
        is_small = self.language == "pt" and not before.isdigit() and before not in self.cues["article"]
        return place + 1 not in self.claimed or is_small

    @cached_property
    def plain(self) -> str | None:
        """The intent of a bare yes, no, later or nothing."""
        return plain_answer(self.words, is_optional=self.step in NONE_IS_AN_ANSWER)

    def bare_refusal(self) -> Sentence:
        """ "What's Vault? No, none", "no sé qué es eso. Ninguno": who asks, or does not know, and refuses in
        a clause of its own, has answered what was asked of them."""
        if self.step not in NONE_IS_AN_ANSWER or self.plain:
            return self
        starts = [word.start for place, word in enumerate(self.words) if self.ends_before(place)]
        for start in starts:
            if plain_answer(words(self.text[start:]), True) in _REFUSALS and self._knows_nothing(
                self.text[:start]
            ):
                return self.only(start, len(self.text))
        for start in reversed(starts):  # "none, I don't know what those are"
            if (
                plain_answer(words(self.text[:start])) == "no_more"
                and "?" not in self.text
                and self._knows_nothing(self.text[start:])
            ):
                return self.only(0, start)
        return self

    def _knows_nothing(self, said: str) -> bool:
        """Whether it ends in a question, or every clause of it says that it is not known."""
        if said.rstrip().endswith("?"):
            return True
        small = vocabulary().filler | self.cues["polite"] | self.cues["remark"]
        clauses = [words(clause) for clause in _CLAUSE.findall(said)]
        known = [says_any("not_knowing", each) or says_any("what_is", each) for each in clauses]
        rest = [word for each, is_said in zip(clauses, known, strict=True) if not is_said for word in each]
        return any(known) and all(word.text in small for word in rest)

    def only(self, start: int, end: int) -> Sentence:
        left = [entity for entity in self.entities if start <= entity.start < end]
        text = " " * start + self.text[start:end]
        return replace(self, text=text, entities=left, claimed=set())

    @cached_property
    def written(self) -> str:
        """The text, as long as it is, with addresses written out: "luis arroba muebles punto mx"."""
        text = self.text
        for found in self.entities:
            if found.kind == "email" and len(found.value) <= found.end - found.start:
                text = text[: found.start] + found.value.ljust(found.end - found.start) + text[found.end :]
        return text

    @cached_property
    def denied(self) -> frozenset[int]:
        return denied_places(self.text, self.words, self.language)

    def best(self, index: NameIndex) -> list[Match]:
        """The entries meant: "standard, not advanced" is about standard; "not standard" alone names it."""
        meant = index.best(self.words, self.claimed | self.denied) if self.denied else []
        if not meant or not index.find([self.words[place] for place in sorted(self.denied)]):
            return index.best(self.words, self.claimed)
        self.corrects = True
        self.claim(self.denied)
        return meant

    @property
    def is_topic_asked(self) -> bool:
        """Whether the question was how many of an add-on, and of none else."""
        counted = {read_count_key(key)[0] for key in self.offered}
        return self.offered_step is Step.QUANTITY is self.step and len(
            counted - {None, self.draft.plan}
        ) == 1 == len(counted)

    @cached_property
    def is_about_domains(self) -> bool:
        named = any(entity.kind == "domain" for entity in self.entities)
        return named or self.step in DOMAIN_STEPS or self.says("domain_noun")

    @cached_property
    def is_removing(self) -> bool:
        return self.intent in ("remove", "repeat_order") and self.says("without")

    @property
    def asks(self) -> bool:
        """Whether it is a question. "Ok but on the mastercard?" is a yes to something else."""
        if self.changes_after_question:
            return False
        agrees = self.words[:1] and self.words[0].text in self.cues["yes"] | self.cues["consent"]
        return not (agrees and self.says("however")) and ("?" in self.text or self.says("asks"))

    @property
    def changes_after_question(self) -> bool:
        """ "It is cheaper by the year, right? Then switch it": the last sentence says what is wanted."""
        _, mark, last = self.text.rpartition("?")
        concludes = any(word.text in self.cues["so"] for word in words(last)[:1])  # "... ? Then yearly"
        return bool(mark) and (concludes or insists(last))

    @property
    def insists(self) -> bool:
        return not self.asks and insists(self.text)

    def is_but(self, place: int) -> bool:
        """ "Sim, mas 8" is Portuguese; in Spanish the same letters are "más" without its accent."""
        word = self.words[place]
        written = self.text[word.start : word.end].lower()
        return self.language == "pt" and word.text in self.cues["but"] and written == word.text

    def ends_before(self, place: int) -> bool:
        """Whether a clause ends before this word: at a comma, a stop or a "so"."""
        between = self.text[self.words[place - 1].end : self.words[place].start] if place else ""
        starts = self.cues["so"] - (self.cues["only"] if self.language == "pt" else set())  # "só"
        return bool(set(between) & set(",;:.!?\n")) or self.words[place].text in starts

    def second_thoughts(self) -> Iterator[int]:
        """Where somebody corrects what they just said, the last one first: "Rafael... no, better Espiga"."""
        thoughts = self.cues["i_mean"] | self.cues["change"]
        corrects = {at[-1] for at in self.phrases("corrects_itself")}
        for place in range(len(self.words) - 2, 0, -1):
            word = self.words[place].text
            if (
                word in thoughts
                or place in corrects
                or (word in self.cues["negation"] and self.ends_before(place + 1))
            ):
                yield place

    def says(self, cue: str) -> bool:
        return any(word.text in self.cues[cue] for word in self.words)

    def phrases(self, cue: str) -> Iterator[range]:
        """Where each phrase of ``cue`` stands, the longer ones first."""
        for size in (3, 2, 1):
            for place in range(len(self.words) - size + 1):
                if " ".join(word.text for word in self.words[place : place + size]) in self.cues[cue]:
                    yield range(place, place + size)

    def clause(self, first: int, last: int) -> range:
        """The words around those from ``first`` to ``last`` as far as a comma, a stop or a "so"."""
        while first > 0 and not self.ends_before(first):
            first -= 1
        while last + 1 < len(self.words) and not self.ends_before(last + 1):
            last += 1
        return range(first, last + 1)

    def says_around(self, cue: str, first: int, last: int) -> bool:
        return any(self.words[place].text in self.cues[cue] for place in self.clause(first, last))

    def is_whole(self, besides: Collection[int] = ()) -> bool:
        """Whether every word is understood, or says nothing by itself; those ``besides`` are."""
        small = vocabulary().filler.union(*(self.cues[cue] for cue in _ASIDE))
        known = self.claimed.union(besides)
        return all(place in known or word.text in small for place, word in enumerate(self.words))

    def begins_whole(self) -> bool:
        """ "Mensual, a ver si venden algo": every word up to the first mark is understood."""
        first = self.clause(0, 0) if self.words else range(0)
        return bool(self.claimed.intersection(first)) and self.is_whole(range(len(first), len(self.words)))

    def claim(self, places: Iterable[int]) -> None:
        self.claimed.update(places)

    def claim_matches(self, matches: Sequence[Match]) -> None:
        for match in matches:
            self.claim(match.places)

    def among_offered(self, best: list[Match]) -> list[Match]:
        """ "The dropbox one": of what it may be, that which has just been offered."""
        return [match for match in best if match.key in self.offered] or best

    def places(self, entity: Entity) -> set[int]:
        return {i for i, word in enumerate(self.words) if entity.start < word.end and word.start < entity.end}

    def is_free(self, entity: Entity) -> bool:
        return not self.places(entity) & self.claimed

    def word_after(self, entity: Entity) -> str:
        return next((word.text for word in self.words if word.start >= entity.end), "")

    def numbers(self) -> list[Entity]:
        return [entity for entity in self.entities if entity.kind == "number"]

    def last(self, kind: str) -> str | None:
        return next((entity.value for entity in reversed(self.entities) if entity.kind == kind), None)

    def hide(self, start: int, end: int) -> None:
        """``text[start:end]`` is a new customer's data: its words mean nothing else."""
        self.claim(i for i, word in enumerate(self.words) if start <= word.start < end)
        self.entities = [one for one in self.entities if one.end <= start or end <= one.start]
        self.rest = self.rest[:start] + " " * (end - start) + self.rest[end:]
