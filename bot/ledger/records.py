"""What the ledger hands out: frozen records, free of the database they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, TypedDict

from bot.ordering.intent import IntentState
from bot.ordering.order import OrderRequest, OrderStatus, Quote

Order = dict[str, Any]  # the live ticket as the channels show it: JSON
Button = dict[str, str]  # title, and button (an opaque id) or url
Place = dict[str, Any]  # where in a chat platform somebody speaks: JSON that only that channel reads


@dataclass(frozen=True)
class Session:
    """A signed-in person; ``subject`` differs from ``actor`` when support staff act for a reseller."""

    actor: str
    subject: str
    role: str
    id: str = ""


@dataclass(frozen=True)
class OpenSession:
    """A session as its owner sees it among the others; ``id`` opens nothing. ``ends_at``: if unused."""

    id: str
    actor: str
    subject: str
    role: str
    address: str
    device: str
    opened_at: datetime
    seen_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Conversation:
    """``channel`` is where it was spoken when it was read; it may go on in another one."""

    id: str
    actor: str
    subject: str
    channel: str
    name: str


@dataclass(frozen=True)
class Incoming:
    """An event as it is committed to the inbox.

    ``text`` is what the person said, secrets already taken out; ``payload`` what a button stood for;
    ``problem`` the sentence that answers instead of the engine; ``auth_code`` the reference to a code;
    ``place`` where in a chat platform the answer goes.
    """

    channel: str
    event_id: str
    text: str
    payload: str | None = None
    problem: str | None = None
    auth_code: str | None = None
    place: Place | None = None


@dataclass(frozen=True)
class Whereabouts:
    """Where a conversation was spoken last, what it is about, and whether an answer is still owed there."""

    channel: str
    place: Place | None
    order: Order | None
    is_owed: bool


@dataclass(frozen=True)
class Unanswered:
    """An event of a chat platform that was acknowledged and not answered yet."""

    receipt: str
    conversation: Conversation
    incoming: Incoming


@dataclass(frozen=True)
class Receipt:
    """An event in the inbox. ``is_new`` is False when the channel delivered it before."""

    id: str
    is_new: bool


@dataclass(frozen=True)
class Said:
    """One message of the bot, before it has a place in the conversation."""

    text: str
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Saying:
    """A whole turn of the bot: what is said, awaited and ordered now, and what its new buttons stand for."""

    said: tuple[Said, ...]
    awaiting: str | None = None
    order: Order | None = None
    payloads: Mapping[str, str] = field(default_factory=dict)  # by the button's id


@dataclass(frozen=True)
class Message:
    """One message in a conversation; ``author`` is person or bot, ``receipt`` its event, if it has one."""

    seq: int
    author: str
    text: str
    buttons: tuple[Button, ...]
    at: datetime
    receipt: str | None = None


@dataclass(frozen=True)
class Answer:
    """What was answered to one event, kept so that a repeated event gets the same answer."""

    messages: tuple[Message, ...]
    awaiting: str | None
    order: Order | None


class Proposal(TypedDict):
    """The facts of a quote that is about to be shown; the arguments of ``Intents.quote``."""

    conversation: str
    actor: str
    subject: str
    channel: str
    request: OrderRequest
    quote: Quote
    draft: Mapping[str, Any]
    ttl: timedelta


@dataclass(frozen=True)
class Intent:
    """One wish to buy. ``id`` is also the order's poNumber; ``version`` counts the quotes shown for it.

    ``reason`` names why it is in this state (``bot.worker`` has the list), ``detail`` is the marketplace's
    own sentence. ``customer_id`` is the customer that was made for the order, if it asked for a new one;
    ``customer_sent_at`` when the marketplace was last asked to make them.
    """

    id: str
    version: int
    state: IntentState
    conversation: str
    actor: str
    subject: str
    channel: str
    request: OrderRequest
    quote: Quote
    draft: Order
    created_at: datetime
    expires_at: datetime
    confirmed_at: datetime | None
    sent_at: datetime | None
    unknown_since: datetime | None
    order_id: str | None
    order_number: str | None
    order_status: OrderStatus | None
    reason: str | None
    detail: str | None
    attempts: int
    looks: int
    lease: str | None
    customer_id: str | None
    customer_sent_at: datetime | None

    @property
    def placeable(self) -> OrderRequest:
        """The request with the customer that was made for it in place of the new one."""
        return self.request.for_created(self.customer_id) if self.customer_id else self.request


class Outcome(StrEnum):
    """What came of pressing confirm."""

    CONFIRMED = "confirmed"
    ALREADY = "already"
    STALE = "stale"
    EXPIRED = "expired"
    NOT_FOUND = "not_found"
    BEYOND_LIMIT = "beyond_limit"


@dataclass(frozen=True)
class Confirmation:
    """``intent`` is there unless the outcome is ``not_found``."""

    outcome: Outcome
    intent: Intent | None


@dataclass(frozen=True)
class Approval:
    """What ``actor`` is asked to approve with their password."""

    ref: str
    intent: str
    actor: str


class Settlement(StrEnum):
    """What came of a person's word on an order that needed one."""

    SETTLED = "settled"
    NOT_WAITING = "not_waiting"  # unknown, or settled meanwhile
    OTHER_ORDER = "other_order"  # that order belongs to another intent


@dataclass(frozen=True)
class Delivery:
    """A row of the outbox that is due; ``tries`` counts the ones before this."""

    id: str
    kind: str
    conversation: str
    payload: dict[str, Any]
    tries: int


@dataclass(frozen=True)
class AwaitedCard:
    """A hosted page for a new card, opened in a conversation. ``is_awaited``: its order waits for it."""

    id: str
    conversation: str
    actor: str
    subject: str
    url: str
    is_awaited: bool
    ends_at: datetime


@dataclass(frozen=True)
class AuditRow:
    seq: int
    at: datetime
    event: str
    intent: str
    version: int
    actor: str
    subject: str
    channel: str
    facts: dict[str, Any]
    previous_hash: str
    hash: str


@dataclass(frozen=True)
class Link:
    """An account of a chat platform that belongs, or is about to belong, to ``actor``.

    Without ``user_id`` it is only offered; with it claimed, in the name ``handle``; then approved.
    """

    id: str
    actor: str
    channel: str
    expires_at: datetime
    user_id: str | None = None
    handle: str | None = None
    approved_at: datetime | None = None
