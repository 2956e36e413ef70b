"""One step back: what was answered last is asked again."""

from __future__ import annotations

from collections.abc import Mapping

from bot.ordering.deciding.contested import contested
from bot.ordering.draft import PART_OF, Draft, Step, answered_before, previous
from bot.ordering.outcome import USUAL, Question


def one_back(
    draft: Draft, questions: Mapping[Step, Question], step: Step | None
) -> tuple[Draft, dict[Step, Question]]:
    """The draft and the questions after "back" at ``step``. From the code of a transfer back to its name."""
    about = contested(questions)
    if step is Step.AUTH_CODE and about:
        return draft, {Step.DOMAIN_TAKEN: about.question(Step.DOMAIN_TAKEN, "domain_taken")}
    if step is Step.DOMAIN_TAKEN and about and not about.is_extra:
        return draft, {Step.DOMAIN: Question(Step.DOMAIN, "ask_another_domain")}
    if step in (Step.DOMAIN_TAKEN, Step.EXTRA_DOMAINS):
        return draft, {}
    if is_asked_again(draft, questions, step):
        return draft, {}
    before = answered_before(draft, step)
    # Who said the customer at once was not asked for add-ons: going back to the customer does not begin to.
    asked = {before: Question(before, USUAL)} if before and before not in PART_OF else {}
    return previous(draft, step), asked


def is_asked_again(draft: Draft, questions: Mapping[Step, Question], step: Step | None) -> bool:
    """Whether the question is about what was answered before: "wrong card"."""
    asked = questions.get(step) if step else None
    known = getattr(draft, step.value, None) if step else None
    return known is not None and asked is not None and asked.reason == USUAL
