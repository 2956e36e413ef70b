"""The order intent: one wish to buy, from its draft to a settled order, and which states may follow which."""

from __future__ import annotations

from enum import StrEnum


class IntentState(StrEnum):
    DRAFT = "draft"
    QUOTED = "quoted"
    CONFIRMED = "confirmed"
    SENDING = "sending"
    PLACED = "placed"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    ABSENT = "absent"
    NEEDS_HUMAN = "needs_human"
    EXPIRED = "expired"
    CANCELLED = "cancelled"

    @property
    def is_settled(self) -> bool:
        """No worker will touch it again by itself."""
        return self in SETTLED


SETTLED = frozenset(
    {
        IntentState.PLACED,
        IntentState.REJECTED,
        IntentState.NEEDS_HUMAN,
        IntentState.EXPIRED,
        IntentState.CANCELLED,
    }
)

_FOLLOWS: dict[IntentState, frozenset[IntentState]] = {
    IntentState.DRAFT: frozenset({IntentState.QUOTED, IntentState.CANCELLED}),
    # A quote may be replaced by a fresh one: same intent, next version.
    IntentState.QUOTED: frozenset(
        {IntentState.QUOTED, IntentState.CONFIRMED, IntentState.EXPIRED, IntentState.CANCELLED}
    ),
    IntentState.EXPIRED: frozenset({IntentState.QUOTED, IntentState.CANCELLED}),
    # Rejected before it was ever sent, e.g. because the price is not the one that was shown any more.
    IntentState.CONFIRMED: frozenset({IntentState.SENDING, IntentState.REJECTED}),
    # SENDING -> CONFIRMED only when the request provably never left (connection refused).
    IntentState.SENDING: frozenset(
        {IntentState.PLACED, IntentState.REJECTED, IntentState.UNKNOWN, IntentState.CONFIRMED}
    ),
    IntentState.UNKNOWN: frozenset({IntentState.PLACED, IntentState.ABSENT, IntentState.NEEDS_HUMAN}),
    IntentState.ABSENT: frozenset({IntentState.SENDING, IntentState.REJECTED, IntentState.NEEDS_HUMAN}),
    IntentState.NEEDS_HUMAN: frozenset({IntentState.PLACED, IntentState.REJECTED}),
    IntentState.PLACED: frozenset(),
    IntentState.REJECTED: frozenset(),
    IntentState.CANCELLED: frozenset(),
}


def may_follow(now: IntentState, then: IntentState) -> bool:
    """Whether an intent in state ``now`` may become ``then``."""
    return then in _FOLLOWS[now]
