"""When the worker looks again, and when it stops trying. All of it is counted from moments in the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.ledger import Intent

LOOKS = tuple(timedelta(seconds=seconds) for seconds in (2, 5, 15, 60, 300))
FOLLOWS = tuple(timedelta(seconds=seconds) for seconds in (1, 1, 2, 5, 15, 60, 300))


@dataclass(frozen=True)
class Pace:
    """``absent_after``: how long an order may take to show up after its sending ended in doubt.

    It must be longer than the marketplace takes to process an order and to list it: only after that does
    "no such order" mean that it may be sent again. Together with a dead worker's lease (15 s) it stays
    under two minutes, which is how long a person may be left without an answer. The action that took the
    confirmation waits eight seconds for the order; what settles after ``told_by_action`` is told by the
    outbox (the second between is told twice rather than not at all).
    """

    absent_after: timedelta = timedelta(seconds=90)
    told_by_action: timedelta = timedelta(seconds=7)
    stop_sending_after: timedelta = timedelta(hours=1)
    stop_looking_after: timedelta = timedelta(hours=24)
    stop_following_after: timedelta = timedelta(days=7)
    most_attempts: int = 5


def next_look(intent: Intent, until_absent: timedelta) -> timedelta:
    """The usual pause, but not past the moment after which "not there" means something."""
    pause = LOOKS[min(intent.looks, len(LOOKS) - 1)]
    return min(pause, until_absent) if until_absent > timedelta(0) else pause


def next_follow(intent: Intent) -> timedelta:
    return FOLLOWS[min(intent.looks, len(FOLLOWS) - 1)]
