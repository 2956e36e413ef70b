"""The name that a question is about: taken, or waiting for its auth code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.ordering.draft import Step
from bot.ordering.outcome import Question


@dataclass(frozen=True)
class Contested:
    """``reason`` is the question's; ``alternatives`` are free names; ``tries`` counts the wrong codes."""

    name: str
    shown: str
    reason: str
    alternatives: tuple[str, ...] = ()
    is_extra: bool = False
    transferable: bool = False
    tries: int = 0

    def question(self, step: Step, reason: str) -> Question:
        data: dict[str, str | int] = {
            "name": self.name,
            "domain": self.shown,
            "is_extra": int(self.is_extra),
            "transferable": int(self.transferable),
            "tries": self.tries,
        }
        return Question(step, reason, data, self.alternatives)


def contested(questions: Mapping[Step, Question]) -> Contested | None:
    """The one that is in question now; there is never more than one."""
    found = questions.get(Step.AUTH_CODE) or questions.get(Step.DOMAIN_TAKEN)
    if found is None:
        return None
    return Contested(
        name=str(found.data["name"]),
        shown=str(found.data["domain"]),
        reason=found.reason,
        alternatives=found.choices,
        is_extra=bool(found.data["is_extra"]),
        transferable=bool(found.data["transferable"]),
        tries=int(found.data["tries"]),
    )
