"""Monthly or annual."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.catalog import Term
from bot.ordering.deciding.message import Message
from bot.ordering.deciding.supposed import compare_terms
from bot.ordering.draft import Step
from bot.ordering.outcome import Outcome
from bot.ordering.shop import Shop
from bot.ordering.supposing import only_doubts


def decide_term(message: Message, outcome: Outcome, shop: Shop) -> None:
    said = message.heard.term
    is_all = message.step is Step.TERM and replace(message.heard, term=None).is_empty()
    if said and is_all and outcome.draft.plan and only_doubts(message.text):
        compare_terms(outcome.draft, outcome, shop)
    elif said in (Term.MONTH, Term.YEAR):
        outcome.questions.pop(Step.TERM, None)
        outcome.draft = replace(outcome.draft, term=Term(said))
    elif said and outcome.draft.term:
        outcome.tell("term_kept")
    elif said:
        outcome.ask(Step.TERM, "term_not_offered")
