"""What can be ordered: solutions, their plans and add-ons, and the domain endings for sale."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest

from bot.ordering.money import Money

NO_LIMIT = 100_000  # the quantity up to which a product without a maximum may be ordered


class Term(StrEnum):
    """How long is bought at a time; the values are the marketplace's period types."""

    MONTH = "month"
    YEAR = "year"


class DomainNeed(StrEnum):
    """Whether a plan is asked for a domain. Even a required one may be postponed by the person."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


@dataclass(frozen=True)
class Plan:
    """One plan; ``prices`` are per unit and term, what the reseller pays, tax excluded."""

    mpn: str
    name: str
    prices: Mapping[Term, Money]
    minimum: int = 1
    maximum: int = 1
    description: str = ""


@dataclass(frozen=True)
class AddOn:
    """An extra for plans of its solution; ``plans`` empty means that it fits all of them."""

    mpn: str
    name: str
    prices: Mapping[Term, Money]
    plans: frozenset[str] = frozenset()
    maximum: int = NO_LIMIT

    @property
    def kind(self) -> str:
        """ "Archiving" of "Exchange Online Archiving" and "Mail Archiving"."""
        return self.name.split()[-1].casefold()

    def fits(self, plan: str) -> bool:
        return not self.plans or plan in self.plans


@dataclass(frozen=True)
class Solution:
    """A family of plans; ``per_seat`` False means one subscription whose quantity is always 1."""

    name: str
    service_name: str
    per_seat: bool
    needs_domain: DomainNeed
    plans: tuple[Plan, ...]
    add_ons: tuple[AddOn, ...] = ()


@dataclass(frozen=True)
class Tld:
    """A domain ending such as ``com.mx``; ``auth_code`` tells whether a transfer asks for one."""

    name: str
    price: Money
    auth_code: bool

    @property
    def mpn(self) -> str:
        return "DOM-" + self.name.upper().replace(".", "-")


@dataclass(frozen=True)
class Catalog:
    """Everything for sale to one reseller, looked up by ``mpn`` (manufacturer part number)."""

    solutions: tuple[Solution, ...]
    tlds: tuple[Tld, ...] = ()

    @cached_property
    def _plans(self) -> dict[str, tuple[Plan, Solution]]:
        return {plan.mpn: (plan, solution) for solution in self.solutions for plan in solution.plans}

    @cached_property
    def _add_ons(self) -> dict[str, AddOn]:
        return {extra.mpn: extra for solution in self.solutions for extra in solution.add_ons}

    @cached_property
    def _solution_by_add_on(self) -> dict[str, Solution]:
        return {extra.mpn: solution for solution in self.solutions for extra in solution.add_ons}

    @cached_property
    def _tlds(self) -> dict[str, Tld]:
        return {tld.name: tld for tld in self.tlds}

    def plan(self, mpn: str | None) -> Plan | None:
        return self._plans[mpn][0] if mpn in self._plans else None

    def solution_of(self, plan: str | None) -> Solution | None:
        return self._plans[plan][1] if plan in self._plans else None

    def levels(self, mpn: str | None) -> list[Plan]:
        """The plan and those of its solution that are called otherwise in one word, the cheapest first."""
        plan, solution = self.plan(mpn), self.solution_of(mpn)
        if plan is None or solution is None or Term.MONTH not in plan.prices:
            return []
        priced = (other for other in solution.plans if Term.MONTH in other.prices)
        alike = [other for other in priced if _differences(plan.name, other.name) <= 1]
        return sorted(alike, key=lambda each: each.prices[Term.MONTH].amount)

    def add_on(self, mpn: str) -> AddOn | None:
        return self._add_ons.get(mpn)

    def solution_with(self, add_on: str) -> Solution | None:
        return self._solution_by_add_on.get(add_on)

    def most_of(self, extra: AddOn, plan: str | None) -> int:
        """How many of an add-on one order may hold: where people are counted, no more than of the plan."""
        known, solution = self.plan(plan), self.solution_of(plan)
        per_seat = known is not None and solution is not None and solution.per_seat
        return min(extra.maximum, known.maximum) if known and per_seat else extra.maximum

    def tld(self, name: str) -> Tld | None:
        return self._tlds.get(name)

    def all_plans(self) -> list[Plan]:
        return [plan for plan, _ in self._plans.values()]

    def all_add_ons(self) -> list[AddOn]:
        return list(self._add_ons.values())

    def add_ons_for(self, plan: str | None) -> list[AddOn]:
        solution = self.solution_of(plan)
        if solution is None or plan is None:
            return []
        return [extra for extra in solution.add_ons if extra.fits(plan)]

    def made_for(self, add_ons: Collection[str]) -> list[Plan]:
        """The plans that have each of these add-ons or one called alike: archiving is in two solutions."""
        kinds = {extra.kind for mpn in add_ons if (extra := self.add_on(mpn))}
        found = []
        for solution in self.solutions:
            alike = [extra for extra in solution.add_ons if extra.kind in kinds]
            found += [
                plan
                for plan in solution.plans
                if kinds and kinds == {extra.kind for extra in alike if extra.fits(plan.mpn)}
            ]
        return found


def _differences(one: str, two: str) -> int:
    """How many words are not the same in two names."""
    return sum(first != second for first, second in zip_longest(one.split(), two.split()))
