"""What follows from a message: the new draft, things to say, and questions that must be settled first.

Reasons are names, the sentences stand in ``domain.yml`` as ``utter_<reason>``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.ordering.catalog import Catalog
from bot.ordering.domains import DomainName
from bot.ordering.draft import Draft, Step
from bot.ordering.money import Money
from bot.ordering.second_order import SecondOrder

Data = Mapping[str, str | int]


@dataclass(frozen=True)
class Note:
    """Something to tell once, e.g. that an add-on had to go. ``data`` fills the sentence, ``choice`` (a step
    and its answer) is offered beside it as a button.
    """

    reason: str
    data: Mapping[str, str | int | Money] = field(default_factory=dict)
    choice: tuple[str, str] | None = None


@dataclass(frozen=True)
class Question:
    """Asked instead of a step's usual question, with the valid choices (keys of what can be chosen)."""

    step: Step
    reason: str
    data: Data = field(default_factory=dict)
    choices: tuple[str, ...] = ()


# What is said once about a message that was not understood: no question that has to be settled.
_COMPLAINTS = frozenset(
    (
        "plan_unknown",
        "quantity_unknown",
        "domain_unknown",
        "term_unknown",
        "add_ons_unknown",
        "add_ons_which",
        "payment_unknown",
        "customer_needed",
    )
) | {"confirm_unclear", "confirm_plainly", "cancel_sure"}
WHAT_TO_CHANGE = "what_to_change"  # asked of who says no to the review
USUAL = (
    "usual"  # the question of a step that was reopened: its usual one, though another step may be open, too
)


def lasting(questions: Mapping[Step, Question]) -> dict[Step, Question]:
    """What is still to be settled when the person speaks again."""
    return {step: known for step, known in questions.items() if known.reason not in _COMPLAINTS}


@dataclass(frozen=True)
class DomainWish:
    """A name to be checked at the marketplace before it may enter the draft.

    ``asked``: the person only wants to know. ``theirs``: it is somebody's already, they say. ``auth_code``
    is the ledger's reference to the code, ``tries`` counts the wrong ones before it. ``or_else``: what is
    wanted if it is taken, in turn.
    """

    domain: DomainName
    is_extra: bool = False
    transfer: bool = False
    asked: bool = False
    theirs: bool = False
    auth_code: str | None = None
    tries: int = 0
    or_else: tuple[DomainName, ...] = ()


@dataclass
class Outcome:
    """``wishes`` are names to be checked at the marketplace before they may enter the draft.

    ``asked``: the step that was asked before the message.
    ``is_priced``: the message only asked what something costs. ``supposed``: the order that it asked about.
    ``about``: add-ons whose prices were told.
    """

    draft: Draft
    notes: list[Note] = field(default_factory=list)
    questions: dict[Step, Question] = field(default_factory=dict)
    wishes: list[DomainWish] = field(default_factory=list)
    confirmed: bool = False
    wants_review: bool = False
    understood: bool = True
    is_priced: bool = False
    supposed: Draft | None = None
    about: tuple[str, ...] = ()
    second: SecondOrder | None = None
    asked: Step | None = None

    def tell(self, reason: str, choice: tuple[str, str] | None = None, /, **data: str | int | Money) -> None:
        self.notes.append(Note(reason, data, choice))

    def ask(self, step: Step, reason: str, choices: tuple[str, ...] = (), **data: str | int) -> None:
        self.questions[step] = Question(step, reason, data, choices)

    def next_step(self, catalog: Catalog) -> Step:
        """The first step, in order, that is open or has a question on it."""
        spoken_of = frozenset(self.questions)
        order = list(Step)
        return min([self.draft.open_step(catalog, spoken_of, self.asked), *spoken_of], key=order.index)
