"""“Wrong card”, “me equivoqué de cliente”, “es para otro cliente”: a part of the order is named, and not what
it shall be instead, so that it is asked about again.

Every word must belong to that: who says more, or asks about a part, wants something else.
"""

from __future__ import annotations

import re

from bot.ordering.consent import consents
from bot.ordering.draft import Draft, Step
from bot.ordering.text import words
from bot.ordering.vocabulary import vocabulary

_NOUNS = {
    Step.PLAN: ("plan_noun",),
    Step.QUANTITY: ("seats", "count_noun"),
    Step.DOMAIN: ("domain_itself",),
    Step.TERM: ("term_noun",),
    Step.ADD_ONS: ("add_on_noun",),
    Step.CUSTOMER: ("customer_noun",),
    Step.PAYMENT: ("card", "pay"),
}
_CHANGES = ("changes_a_part", "wrong", "mistaken", "other")
_BESIDE = (
    "customer",
    "polite",
    "article",
    "courtesy",
    "subject",
    "copula",
    "wanted",
    "which",
    "beside_a_part",
)
_CLAUSE = re.compile(r"[.!,;:\n]+")


def part_named(text: str, draft: Draft, was_asked: bool) -> Step | None:
    """The step to ask again. ``was_asked``: after "what shall I change?" the bare name of a part will do."""
    cues, nouns = vocabulary().cues, _nouns(draft)
    agreed = filter(None, _CLAUSE.split(text))  # "perdón, de acuerdo" names no agreement
    clauses = [[word.text for word in words(clause)] for clause in agreed if not consents(clause)]
    said = [word for clause in clauses for word in clause]
    parts = [step for step, names in nouns.items() if not names.isdisjoint(said)]
    if len(parts) != 1 or "?" in text or not cues["besides"].isdisjoint(said):
        return None
    known = nouns[parts[0]].union(cues["no"], *(cues[kind] for kind in _BESIDE + _CHANGES))
    is_wanted = was_asked or any(map(_changes, clauses))
    return parts[0] if known.issuperset(said) and is_wanted and not any(map(_keeps, clauses)) else None


def _nouns(draft: Draft) -> dict[Step, frozenset[str]]:
    """Of the parts that are known already. "Wrong clinic": a word of the customer's name means them."""
    cues = vocabulary().cues
    answers = {
        Step.PLAN: draft.plan,
        Step.QUANTITY: draft.quantity,
        Step.DOMAIN: draft.domain.name if draft.domain else None,
        Step.TERM: draft.term,
        Step.ADD_ONS: draft.term,
        Step.CUSTOMER: draft.customer,
        Step.PAYMENT: draft.payment,
    }
    names = {word.text for word in words(draft.customer.name)} if draft.customer else set()
    nouns = {step: frozenset[str]().union(*(cues[kind] for kind in kinds)) for step, kinds in _NOUNS.items()}
    nouns[Step.QUANTITY] -= cues["people"]  # "no, es otra persona" is no other number
    nouns[Step.CUSTOMER] |= names - vocabulary().filler
    return {step: said for step, said in nouns.items() if answers[step] is not None}


def _changes(clause: list[str]) -> bool:
    """ "Change the card", "the wrong card", "another card", "no es esa tarjeta", "not for Harbor"."""
    cues = vocabulary().cues
    leads = cues["copula"] | cues["customer"]
    denied = not cues["negation"].isdisjoint(clause) and not leads.isdisjoint(clause)
    return denied or any(not cues[kind].isdisjoint(clause) for kind in _CHANGES)


def _keeps(clause: list[str]) -> bool:
    """ "Don't change the card", "there is no other card"."""
    cues = vocabulary().cues
    changes = any(not cues[kind].isdisjoint(clause) for kind in _CHANGES)
    return changes and not cues["negation"].isdisjoint(clause[:-1])
