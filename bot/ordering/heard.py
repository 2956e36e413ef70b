"""What can be heard in one message: the engine's tags on the way in, what is understood on the way out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from bot.ordering.domain_heard import HeardDomains
from bot.ordering.draft import Step
from bot.ordering.newcomer import HeardCustomer
from bot.ordering.second_order import SecondOrder


@dataclass(frozen=True)
class Entity:
    """Something that the engine tagged: kind "number", "term", "domain", "email", "phone"."""

    kind: str
    value: str
    start: int
    end: int


class Relation(StrEnum):
    """What a number is to the one that was known before: instead of it, on top, taken away, a multiple; of an
    add-on, those who do not get it."""

    EXACT = "exact"
    MORE = "more"
    FEWER = "fewer"
    TIMES = "times"
    ALL_BUT = "all_but"


@dataclass(frozen=True)
class HeardAddOn:
    """``other``: the quantity that may be meant as well ("3 or 5"). ``for_all``: as many as of the plan."""

    mpn: str
    quantity: str | None = None
    removed: bool = False
    relation: Relation = Relation.EXACT
    other: str | None = None
    for_all: bool = False


@dataclass(frozen=True)
class Unsold:
    """The name of a product that is not sold here, as said, and the plans that come near."""

    text: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """What was understood. Several plans, customers or cards: the person must be asked which.

    ``other``: the quantity that may be meant as well ("20 or 25"). ``factors``: it is 3 offices with 5 each.
    ``may_count``: add-ons that the quantity may be of, instead of the plan. ``second``: another order in the
    same sentence. ``dropped_plans``: one of them is to go. ``asks``: it is a question. ``is_whole``: no word
    is left that could mean something else; ``begins_whole``: none in its first clause. ``is_pick``: chosen
    without a name ("the cheapest").
    ``corrects``: it also says what is not meant.
    ``is_existing``: about what a customer already has. ``plain``: the intent of a bare yes, no or the like.
    ``names_order``: it speaks of the whole order. ``again``: the same as another one is wanted.
    ``other_order``: one beside this is wanted, it is not said which. ``part``: what is to be asked again.
    """

    plans: tuple[str, ...] = ()
    unsold: Unsold | None = None
    quantity: str | None = None
    relation: Relation = Relation.EXACT
    other: str | None = None
    factors: tuple[int, int] | None = None
    may_count: tuple[str, ...] = ()
    term: str | None = None
    domains: HeardDomains = HeardDomains()
    add_ons: tuple[HeardAddOn, ...] = ()
    no_add_ons: bool = False
    customers: tuple[str, ...] = ()
    unknown_customer: str | None = None
    cards: tuple[str, ...] = ()
    unknown_brand: str | None = None
    unknown_means: str | None = None
    newcomer: HeardCustomer | None = None
    new_card: bool = False
    second: SecondOrder | None = None
    other_order: bool = False
    part: Step | None = None
    dropped_plans: tuple[str, ...] = ()
    doubt: bool = False
    asks: bool = False
    is_whole: bool = False
    begins_whole: bool = False
    is_pick: bool = False
    corrects: bool = False
    is_existing: bool = False
    plain: str | None = None
    names_order: bool = False
    again: bool = False

    def is_order(self) -> bool:
        """Whether two parts of an order are named: plan, quantity (or an add-on's), term, customer, card."""
        count = self.quantity or any(each.quantity for each in self.add_ons)
        parts = (self.plans, count, self.term, self.add_ons, self.customers, self.cards)
        return sum(bool(part) for part in (*parts, self.domains.names)) > 1

    def is_new_order(self) -> bool:
        """A plan and another part of an order, and no "again"."""
        return bool(self.plans) and self.is_order() and not self.again

    def is_empty(self) -> bool:
        """Whether nothing of the order is named; how it is said does not count."""
        return replace(self, **_HOW_IT_IS_SAID) == Heard()


_HOW_IT_IS_SAID: Final[dict[str, Any]] = {
    "doubt": False,
    "asks": False,
    "is_whole": False,
    "begins_whole": False,
    "is_pick": False,
    "corrects": False,
    "is_existing": False,
    "plain": None,
    "names_order": False,
    "again": False,
}
