"""A signed turn: who is speaking, for whom, where. Only the gateway can make one that the actions believe."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, timedelta

MAX_AGE = timedelta(minutes=15)
CLOCK_SKEW = timedelta(minutes=1)


class TurnRefused(ValueError):
    """The metadata is missing, altered, signed by someone else, or too old. Nothing may be read or spent."""


@dataclass(frozen=True)
class Turn:
    """One message of one person. ``actor`` speaks, ``subject`` is the reseller the order is for."""

    actor: str
    subject: str
    role: str
    channel: str
    conversation: str
    language: str | None
    request_id: str
    issued_at: datetime


def sign(turn: Turn, secret: bytes) -> dict[str, str | None]:
    """The turn as JSON-ready metadata, with its ``signature``."""
    body = {**asdict(turn), "issued_at": turn.issued_at.astimezone(UTC).isoformat()}
    return {**body, "signature": _signature(body, secret)}


def verify(metadata: Mapping[str, object] | None, secret: bytes, now: datetime | None = None) -> Turn:
    """The turn in ``metadata`` (other keys are ignored), or ``TurnRefused``."""
    given = metadata or {}
    body = {field.name: given.get(field.name) for field in fields(Turn)}
    signature = given.get("signature")
    if not isinstance(signature, str) or not hmac.compare_digest(
        signature.encode(), _signature(body, secret).encode()
    ):
        raise TurnRefused("the turn is not signed by the gateway")
    issued_at = datetime.fromisoformat(str(body.pop("issued_at")))
    age = (now or datetime.now(UTC)) - issued_at
    if not -CLOCK_SKEW <= age <= MAX_AGE:
        raise TurnRefused("the turn is too old")
    return Turn(**body, issued_at=issued_at)  # type: ignore[arg-type]  # the signature vouches for the types


def _signature(body: Mapping[str, object], secret: bytes) -> str:
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), default=repr)
    key = hmac.digest(secret, b"pedido turn", hashlib.sha256)
    return hmac.new(key, canonical.encode(), hashlib.sha256).hexdigest()
