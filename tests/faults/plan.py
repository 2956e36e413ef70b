"""What goes wrong, and when: by seed (the n-th call of its kind for an order meets the same fault in every
run), or exactly as a test says.

Each fault is named as in docs/reliability.md:

    refused        F1   the door is shut: nobody listens when the next connection is made
    reset          F2   the connection is cut before anything was done
    reset_after    F3   it was done, the connection is cut instead of an answer
    500, 504       F4   an error, nothing was done
    500_after      F5   an error, and it was done all the same (504_after: the same with a page of HTML)
    cut_short      F6   it was done, half of the answer arrives
    not_json       F6   it was done, the answer is a page of HTML with status 200
    409            F7   a conflict, nothing was done
    429            F8   too many requests, nothing was done
    slow           F9   the answer takes 30 seconds
    late           F9   the connection is cut; it is done 30 seconds later
    lag            F10  it was done, the answer is lost, and nothing lists it for 20 seconds
    price          F19  from now on this order costs more than it was quoted at
    sold_out       F19  from now on this order cannot be had any more
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

READS = ("reset", "500", "504", "429", "cut_short", "not_json", "slow")
WRITES = (*READS, "refused", "reset_after", "500_after", "504_after", "409", "late", "lag")
ESTIMATES = ("reset", "500", "504", "429", "not_json", "slow", "refused", "price", "sold_out")
# What can go wrong with each kind of call.
KINDS: Mapping[str, Sequence[str]] = {
    "token": ("reset", "500", "429", "not_json"),
    "estimate": ESTIMATES,
    "order": WRITES,
    "customer": WRITES,
    "orders": READS,
    "detail": READS,
    "customers": READS,
}


class Plan(Protocol):
    def fault(self, kind: str, key: str) -> str | None:
        """What happens to this call: ``kind`` of call, ``key`` of the order it is about."""


@dataclass
class Seeded:
    """One call in ``1 / rate`` is faulty, evenly over what can go wrong with its kind."""

    seed: int
    rate: float
    _seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def fault(self, kind: str, key: str) -> str | None:
        self._seen[kind, key] += 1
        dice = Random(f"{self.seed}/{kind}/{key}/{self._seen[kind, key]}")
        return dice.choice(KINDS[kind]) if dice.random() < self.rate else None


@dataclass
class ByOrder:
    """Each order, named by its key, has faults of its own."""

    scripts: dict[str, Scripted]

    def fault(self, kind: str, key: str) -> str | None:
        return self.scripts[key].fault(kind, key) if key in self.scripts else None


@dataclass
class Scripted:
    """The next calls of a kind meet these faults, in turn; after that all is well."""

    script: dict[str, list[str | None]] = field(default_factory=dict)

    def fault(self, kind: str, key: str) -> str | None:
        waiting = self.script.get(kind)
        return waiting.pop(0) if waiting else None
