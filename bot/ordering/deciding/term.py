"""Monthly or annual."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.catalog import Term
from bot.ordering.deciding.message import Message
from bot.ordering.draft import Step
from bot.ordering.outcome import Outcome


def decide_term(message: Message, outcome: Outcome) -> None:
    said = message.heard.term
    if said in (Term.MONTH, Term.YEAR):
        outcome.questions.pop(Step.TERM, None)
        outcome.draft = replace(outcome.draft, term=Term(said))
    elif said and outcome.draft.term:
        outcome.tell("term_kept")
    elif said:
        outcome.ask(Step.TERM, "term_not_offered")
