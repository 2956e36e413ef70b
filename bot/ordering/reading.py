"""What one message says about an order, resolved against what this reseller can choose from.

The engine has tagged general things (numbers, terms, domains); names are found here, in the live
catalogue. Each word means one thing only: what has been understood is claimed and not read again.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from bot.ordering.catalog import Term
from bot.ordering.domain_words import DomainListener, HeardDomains, Span
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity, Heard, HeardAddOn
from bot.ordering.names import Match
from bot.ordering.new_card import wants_new_card
from bot.ordering.newcomer import NEW_STEPS, HeardCustomer, Spoken, hear_customer
from bot.ordering.plain import plain_answer
from bot.ordering.saved_cards import BRANDS, named_cards
from bot.ordering.several import plans_apart
from bot.ordering.shop import Shop
from bot.ordering.text import fold, words
from bot.ordering.vocabulary import vocabulary

# Answers that name nothing: "no", "later", "that's all", "yes".
WORDLESS = frozenset(("affirm", "deny", "skip", "no_more"))
# Cues that only announce what is said beside them.
_ASIDE = ("customer", "seats", "change", "add", "without", "card", "card_ending", "both", "polite", "yes")
_CLEAR = 0.55  # so much of a customer's name is said that it can be nothing else
_LIKELY = 0.3


@dataclass
class Listener:
    """Reads one message; see ``listen``."""

    text: str
    entities: Sequence[Entity]
    shop: Shop
    draft: Draft
    step: Step | None
    intent: str = ""
    offered: Collection[str] = ()  # the choices of the question that is open
    claimed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.words = words(self.text)
        self.cues = vocabulary().cues
        self._no_customers = False
        self._rest = self.text  # what is not a new customer's data
        self.plain = plain_answer(self.words)
        self.first_plan: str | None = None
        self.removing = self.intent == "remove" and self._says("without")
        for entity in self.entities:
            if entity.kind in ("term", "domain", "email", "phone"):
                self._claim(self._places(entity))

    def listen(self) -> Heard:
        newcomer = self._newcomer()
        card = named_cards(self.words, self.shop.cards, self.step)
        self._claim(card.places)
        customers = self._customers(_CLEAR if self.step is not Step.CUSTOMER else 0.0)
        second_plan = self._second_plan()
        if self._add_ons_come_first():
            add_ons = self._add_ons()
            plans = self._plans()
        else:
            plans = self._plans()
            add_ons = self._add_ons(plans)
        customers = customers or self._customers(_LIKELY)
        unknown = None if customers or self.plain else self._unknown_customer()
        if newcomer and newcomer.is_new and unknown and not newcomer.name:
            newcomer.name, unknown = unknown, None  # "para Tacos El Güero, cliente nuevo"
        quantity, add_ons = self._quantities(add_ons)
        return Heard(
            plans=plans,
            quantity=quantity,
            term=self._last("term") or self._bare_term(plans),
            domains=self._domains(),
            add_ons=add_ons,
            no_add_ons=not add_ons and self._refuses_add_ons(),
            customers=customers,
            unknown_customer=unknown,
            cards=card.cards,
            unknown_brand=card.unknown_brand,
            newcomer=newcomer,
            new_card=not card.cards and wants_new_card(self.words, self.step),
            second_plan=second_plan,
            doubt="?" in self.text or self._says("doubt"),
            asks="?" in self.text or self._says("asks"),
            is_whole=self._is_whole(),
            plain=self.plain,
        )

    def _newcomer(self) -> HeardCustomer | None:
        """A new customer's data; its words mean nothing else. Not when an existing one is named instead."""
        if self.step in NEW_STEPS and (self._says("customer") or self._says("change")):
            best = self.shop.customer_names.best(self.words)
            if len(best) == 1 and best[0].coverage >= _CLEAR:
                return None
        numbers = [entity for entity in self.entities if entity.kind == "number"]
        firm = {place for entity in self.entities if entity.kind == "term" for place in self._places(entity)}
        firm |= {place for place, word in enumerate(self.words) if word.text in BRANDS}
        for number in numbers:
            if self._word_after(number) in self.cues["seats"]:
                firm |= self._places(number)
        counted = {place for number in numbers for place in self._places(number)}
        spoken = Spoken(self.text, self.words, firm, counted, self.intent)
        heard = hear_customer(spoken, self.draft, self.step, self.shop)
        self._no_customers = heard is not None and heard.is_new
        for start, end in heard.spans if heard else ():
            self._claim(i for i, word in enumerate(self.words) if start <= word.start < end)
            self.entities = [one for one in self.entities if one.end <= start or end <= one.start]
            self._rest = self._rest[:start] + " " * (end - start) + self._rest[end:]
        return heard

    def _customers(self, enough: float) -> tuple[str, ...]:
        if self._no_customers:
            return ()
        best = self._offered(self.shop.customer_names.best(self.words, self.claimed))
        if not best or best[0].coverage < enough:
            return ()
        chosen = self.draft.customer or self.draft.new_customer
        incidental = chosen and self.step is not Step.CUSTOMER and best[0].coverage < _CLEAR
        if incidental and not (self._says("customer") or self._says("change")):
            return ()
        self._claim_matches(best)
        return tuple(match.key for match in best)

    def _second_plan(self) -> str | None:
        """The plan of a second order, "20 basic y 5 premium": each of the two has a number of its own."""
        places = [self._places(entity) for entity in self.entities if entity.kind == "number"]
        if len(places) < 2:
            return None
        plans = plans_apart(self.words, self.shop, self.claimed)
        if len(plans) < 2 or not min(places[0]) < min(plans[0].places) < min(places[1]) < min(
            plans[1].places
        ):
            return None
        self._claim(plans[0].places | plans[1].places | places[1])
        self.first_plan = plans[0].key
        return plans[1].key

    def _plans(self) -> tuple[str, ...]:
        if self.first_plan:
            return (self.first_plan,)
        best = self._offered(self.shop.plan_names.best(self.words, self.claimed))
        if not best:
            return ()
        if self.draft.plan and len(best) > 1:
            # "better standard" stays in the solution that the talk is about
            mine = self.shop.catalog.solution_of(self.draft.plan)
            same = [match for match in best if self.shop.catalog.solution_of(match.key) == mine]
            best = same or best
        if self._plan_is_incidental(best):
            return ()
        self._claim_matches(best)
        return tuple(match.key for match in best)

    def _offered(self, best: list[Match]) -> list[Match]:
        """ "The dropbox one": of what it may be, that which has just been offered."""
        return [match for match in best if match.key in self.offered] or best

    def _plan_is_incidental(self, best: Sequence[Match]) -> bool:
        """A word of a plan's name in another answer ("Standard Motors") does not change the plan."""
        if self.step in (None, Step.PLAN) or self.draft.plan is None:
            return False
        certain = len(best) == 1 and best[0].coverage >= 0.4
        return not (certain or self._says("change") or self.step is Step.CONFIRM)

    def _add_ons_come_first(self) -> bool:
        return self.removing or self.step is Step.ADD_ONS or (bool(self.draft.plan) and self._says("add"))

    def _add_ons(self, plans: tuple[str, ...] = ()) -> tuple[HeardAddOn, ...]:
        plan = plans[0] if len(plans) == 1 else self.draft.plan
        solution = self.shop.catalog.solution_of(plan)
        index = self.shop.add_on_names_of[solution.service_name] if solution else self.shop.add_on_names
        found: list[HeardAddOn] = []
        while best := index.best(self.words, self.claimed):
            if best[0].coverage < 0.2:
                break
            self._claim_matches(best[:1])
            first = min(best[0].places)
            found.append(HeardAddOn(best[0].key, self._number_before(first), self._is_removed(first)))
        if not found and self.step is Step.ADD_ONS:
            elsewhere = self.shop.add_on_names.best(self.words, self.claimed)
            found = [HeardAddOn(match.key) for match in elsewhere[:1] if match.coverage > 0.3]
        return tuple(found)

    def _refuses_add_ons(self) -> bool:
        """ "Sin complementos": a no at most two words before the noun."""
        nouns = [place for place, word in enumerate(self.words) if word.text in self.cues["add_on_noun"]]
        before = {word.text for noun in nouns for word in self.words[max(0, noun - 2) : noun]}
        return bool(before & (self.cues["without"] | self.cues["negation"]))

    def _is_removed(self, place: int) -> bool:
        """ "Quita copilot y archivado, agrega defender": the nearest such word before the name decides."""
        for word in reversed(self.words[max(0, place - 4) : place]):
            if word.text in self.cues["without"]:
                return True
            if word.text in self.cues["add"] or word.text in self.cues["leave"]:
                return False
        return self.removing

    def _unknown_customer(self) -> str | None:
        """A customer's name that is not in the list: after "para", or the whole answer when asked."""
        cues = "|".join(sorted(self.cues["customer"]))
        said = re.search(rf"\b(?:{cues})\s+([^,;]+)", fold(self.text))
        start, end = said.span(1) if said else (0, len(self.text))
        if not said and self.step is not Step.CUSTOMER:
            return None
        places = [i for i, word in enumerate(self.words) if start <= word.start < end]
        filler = vocabulary().filler
        free = [i for i in places if i not in self.claimed and self.words[i].text not in filler]
        free = [i for i in free if not self.words[i].text.isdigit()]
        if not free:
            return None
        self.claimed.update(free)
        return self.text[self.words[free[0]].start : self.words[free[-1]].end]

    def _quantities(self, add_ons: tuple[HeardAddOn, ...]) -> tuple[str | None, tuple[HeardAddOn, ...]]:
        numbers = [entity for entity in self.entities if entity.kind == "number" and self._is_free(entity)]
        if not numbers:
            return None, add_ons
        if self.step is Step.ADD_ONS and len(add_ons) == 1 and not add_ons[0].quantity:
            only = add_ons[0]
            self._claim(self._places(numbers[-1]))
            return None, (HeardAddOn(only.mpn, numbers[-1].value, only.removed),)
        with_seats = [entity for entity in numbers if self._word_after(entity) in self.cues["seats"]]
        chosen = (with_seats or numbers)[-1 if self.draft.quantity is not None else 0]
        self._claim(self._places(chosen))
        return chosen.value, add_ons

    def _number_before(self, place: int) -> str | None:
        """The quantity said right before a name: "con 10 copilot". Two words of filler may stand between."""
        if self.draft.quantity is None and place < 3 and self.draft.plan is None:
            return None
        for entity in self.entities:
            if entity.kind != "number":
                continue
            at = self._places(entity)
            between = place - max(at) - 1 if at else -1
            if 0 <= between <= 2 and not (at & self.claimed) and self._only_filler(max(at) + 1, place):
                self.claimed.update(at)
                return entity.value
        return None

    def _only_filler(self, start: int, end: int) -> bool:
        filler = vocabulary().filler
        return all(word.text in filler or word.text in self.cues["seats"] for word in self.words[start:end])

    def _domains(self) -> HeardDomains:
        spans = [
            Span(known.value, known.start, known.end) for known in self.entities if known.kind == "domain"
        ]
        tlds = [tld.name for tld in self.shop.catalog.tlds]
        wordless = self.plain is not None or self.intent in WORDLESS
        return DomainListener(self._rest, spans, tlds, self.step, self.intent, wordless).listen()

    def _bare_term(self, plans: tuple[str, ...]) -> str | None:
        """ "40 premium año tornillo": beside a plan the bare word is its term, "this year" is a date."""
        if not plans or self.draft.term:
            return None
        for place, word in enumerate(self.words):
            is_date = place > 0 and self.words[place - 1].text in self.cues["which_time"]
            for term in Term:
                if word.text in self.cues[f"bare_{term.value}"] and place not in self.claimed and not is_date:
                    self._claim({place})
                    return term.value
        return None

    def _is_whole(self) -> bool:
        """Whether every word is understood, or says nothing by itself."""
        known = vocabulary().filler.union(*(self.cues[cue] for cue in _ASIDE))
        return all(i in self.claimed or word.text in known for i, word in enumerate(self.words))

    def _last(self, kind: str) -> str | None:
        return next((entity.value for entity in reversed(self.entities) if entity.kind == kind), None)

    def _says(self, cue: str) -> bool:
        return any(word.text in self.cues[cue] for word in self.words)

    def _places(self, entity: Entity) -> set[int]:
        return {i for i, word in enumerate(self.words) if entity.start < word.end and word.start < entity.end}

    def _is_free(self, entity: Entity) -> bool:
        return not self._places(entity) & self.claimed

    def _word_after(self, entity: Entity) -> str:
        return next((word.text for word in self.words if word.start >= entity.end), "")

    def _claim(self, places: Iterable[int]) -> None:
        self.claimed.update(places)

    def _claim_matches(self, matches: Sequence[Match]) -> None:
        for match in matches:
            self._claim(match.places)
