"""What was asked for is not done, and the person is told why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus


@dataclass(eq=False)
class Declined(Exception):  # noqa: N818  # says what happened
    """``reason`` names the sentence that says why, with its ``facts``; ``wait``: seconds to the next try."""

    status: HTTPStatus
    reason: str
    wait: int = 0
    facts: Mapping[str, object] = field(default_factory=dict)
