"""What can go wrong at the marketplace, told by what the caller may do next.

    MarketplaceError         message, correlation_id (quote it to the marketplace's support)
    ├── Unavailable          no usable answer: can_retry, may_have_happened, retry_after
    ├── Refused              it understood and said no: status, reason
    └── ContractBroken       it answered, but not in the words of SimpleAPI 1.15

Placing an order raises ``Unavailable`` or ``Refused`` only, and ``Refused`` means that there is no order.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class MarketplaceError(Exception):
    """``correlation_id`` is the marketplace's X-Correlation-ID; None when it never answered."""

    message: str
    correlation_id: str | None = None

    def __str__(self) -> str:
        return f"{self.message} (correlation id {self.correlation_id or 'none'})"


@dataclass(eq=False)
class Unavailable(MarketplaceError):  # noqa: N818 - says what happened, as in httpx
    """The marketplace cannot be reached, broke down or asks to slow down.

    ``can_retry``: sending the same again may help and cannot do harm. ``may_have_happened``: what was asked
    for may have been done all the same, so look it up and never send it again blindly. ``retry_after``:
    seconds that the marketplace asked to wait, if it did.
    """

    can_retry: bool = True
    may_have_happened: bool = False
    retry_after: float | None = None


@dataclass(eq=False)
class Refused(MarketplaceError):  # noqa: N818 - says what happened, as in httpx
    """The marketplace said no and nothing was done; ``message`` is its own sentence.

    ``status``: the HTTP status (500 too: that is how it reports business conflicts). ``reason``: its stable
    word for the refusal, if it has one (``code`` in the body; the published API knows none).
    """

    status: int = 400
    reason: str | None = None


@dataclass(eq=False)
class ContractBroken(MarketplaceError):  # noqa: N818 - says what happened, as in httpx
    """Something that we need is missing or unreadable; ``message`` names it. A retry does not help."""
