"""What one reseller can choose from, with an index of the names for each kind of thing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property

from bot.ordering.catalog import Catalog
from bot.ordering.names import NameIndex
from bot.ordering.order import Account, Card, Customer
from bot.ordering.text import without_dots, words
from bot.ordering.vocabulary import vocabulary
from bot.ordering.vocabulary.ordinary import ordinary_words, very_ordinary_words


@dataclass(frozen=True)
class Shop:
    """The reseller's own account, the catalogue, their customers and their saved cards.

    ``pays_on_account``: this marketplace lets nobody choose a card; it charges the reseller's account.
    """

    account: Account
    catalog: Catalog
    customers: tuple[Customer, ...]
    cards: tuple[Card, ...]
    pays_on_account: bool = False

    @cached_property
    def plan_names(self) -> NameIndex:
        names = {plan.mpn: plan.name for plan in self.catalog.all_plans()}
        known = vocabulary()
        return NameIndex(names, known.filler, known.synonyms, self._short_names(names), known.every_cue)

    @cached_property
    def add_on_names(self) -> NameIndex:
        return self._index({extra.mpn: extra.name for extra in self.catalog.all_add_ons()})

    @cached_property
    def add_on_names_of(self) -> dict[str, NameIndex]:
        """An index for each solution, by its service name: "archiving" means another thing in each."""
        return {
            solution.service_name: self._index(
                {extra.mpn: extra.name for extra in solution.add_ons}, self.add_on_initials
            )
            for solution in self.catalog.solutions
        }

    @cached_property
    def add_on_initials(self) -> dict[str, set[str]]:
        """ "DR" for "Disaster Recovery": of names of several words; a word of the talk ("as") is none."""
        found: dict[str, set[str]] = defaultdict(set)
        for each in self.catalog.all_add_ons():
            spoken = [word.text for word in words(each.name) if word.text not in vocabulary().filler]
            found["".join(word[0] for word in spoken)].add(each.mpn)
        known = vocabulary().every_word
        return {
            short: keys
            for short, keys in found.items()
            if short.isalpha() and len(short) > 1 and short not in known
        }

    @cached_property
    def add_on_by_part_number(self) -> dict[tuple[str, ...], str]:
        """The words of "M365-COP" -> the add-on; of one word alone nothing is certain."""
        spelled = {
            tuple(word.text for word in words(each.mpn)): each.mpn for each in self.catalog.all_add_ons()
        }
        return {parts: mpn for parts, mpn in spelled.items() if len(parts) > 1}

    @cached_property
    def solution_names(self) -> NameIndex:
        return self._index({solution.service_name: solution.name for solution in self.catalog.solutions})

    @cached_property
    def product_words(self) -> frozenset[str]:
        """Every word of a solution's, a plan's or an add-on's name, and what people say for it."""
        names = [solution.name for solution in self.catalog.solutions]
        names += [plan.name for plan in self.catalog.all_plans()]
        names += [extra.name for extra in self.catalog.all_add_ons()]
        said = vocabulary().synonyms.keys() - vocabulary().cues["half_a_brand"]
        return frozenset(word.text for name in names for word in words(name)) | said

    @cached_property
    def solutions_by_word(self) -> dict[str, frozenset[str]]:
        """A word of plans' names -> the solutions, by service name, that have such plans."""
        found: dict[str, set[str]] = defaultdict(set)
        for solution in self.catalog.solutions:
            for word in {word.text for plan in solution.plans for word in words(plan.name)}:
                found[word].add(solution.service_name)
        return {word: frozenset(names) for word, names in found.items()}

    @cached_property
    def first_words(self) -> frozenset[str]:
        """With which plans' names begin."""
        return frozenset(words(plan.name)[0].text for plan in self.catalog.all_plans() if words(plan.name))

    @cached_property
    def customer_names(self) -> NameIndex:
        # No synonyms here: a shop called "Correo Azul" is not called "Mail Azul".
        names = {customer.id: without_dots(customer.name) for customer in self.customers}
        return NameIndex(
            names, vocabulary().filler | vocabulary().cues["legal_form"], spelt_right=very_ordinary_words()
        )

    @cached_property
    def customers_by_email(self) -> dict[str, tuple[str, ...]]:
        """An address, in small letters -> the customers, by id, who are reached by it."""
        found: dict[str, list[str]] = defaultdict(list)
        for customer in self.customers:
            if customer.email:
                found[customer.email.lower()].append(customer.id)
        return {email: tuple(ids) for email, ids in found.items()}

    @cached_property
    def customer_by_id(self) -> dict[str, Customer]:
        return {customer.id: customer for customer in self.customers}

    @cached_property
    def card_by_id(self) -> dict[str, Card]:
        return {card.id: card for card in self.cards}

    def _short_names(self, names: dict[str, str]) -> dict[str, set[str]]:
        """ "BP" for "... Business Premium": the initials of a name's last words, and of its part number."""
        taken = vocabulary().filler.union(vocabulary().synonyms, *vocabulary().cues.values())
        short: dict[str, set[str]] = defaultdict(set)
        parts: dict[str, set[str]] = defaultdict(set)
        for key, name in names.items():
            letters = [word.text[0] for word in words(name) if word.text not in vocabulary().filler]
            initials = "".join(letters)
            for start in range(len(initials) - 1):
                short[initials[start:]].add(key)
            for part in words(key):
                parts[part.text].add(key)
        short |= parts  # who writes "BP" where a part number is M365-BP means that one
        whole = {word.text for name in names.values() for word in words(name)}
        return {word: keys for word, keys in short.items() if word.isalpha() and word not in taken | whole}

    def _index(self, names: dict[str, str], initials: dict[str, set[str]] | None = None) -> NameIndex:
        known = vocabulary()
        short = {word: keys & names.keys() for word, keys in (initials or {}).items() if keys & names.keys()}
        return NameIndex(names, known.filler, known.synonyms, short, _words_of_talk())


@cache
def _words_of_talk() -> frozenset[str]:
    """Some thousands, in every index: joined once, not with each reseller's shop."""
    return vocabulary().every_cue | ordinary_words()
