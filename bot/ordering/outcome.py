"""What follows from a message: the new draft, things to say, and questions that must be settled first.

Reasons are names, the sentences stand in ``domain.yml`` as ``utter_<reason>``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.ordering.domains import DomainName
from bot.ordering.draft import Draft, Step

Data = Mapping[str, str | int]


@dataclass(frozen=True)
class Note:
    """Something to tell once, e.g. that an add-on had to go. ``data`` fills the sentence."""

    reason: str
    data: Data = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """Asked instead of a step's usual question, with the valid choices (keys of what can be chosen)."""

    step: Step
    reason: str
    data: Data = field(default_factory=dict)
    choices: tuple[str, ...] = ()


@dataclass
class Outcome:
    """``domain`` is a name to be checked at the marketplace before it may enter the draft."""

    draft: Draft
    notes: list[Note] = field(default_factory=list)
    questions: dict[Step, Question] = field(default_factory=dict)
    domain: DomainName | None = None
    confirmed: bool = False

    def tell(self, reason: str, **data: str | int) -> None:
        self.notes.append(Note(reason, data))

    def ask(self, step: Step, reason: str, choices: tuple[str, ...] = (), **data: str | int) -> None:
        self.questions[step] = Question(step, reason, data, choices)
