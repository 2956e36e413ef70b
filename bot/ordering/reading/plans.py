"""Which plan a message names, the plan of a second order beside it, and a term said in passing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.ordering.catalog import Term
from bot.ordering.draft import Step
from bot.ordering.names import Match
from bot.ordering.reading.sentence import Sentence
from bot.ordering.several import plans_apart
from bot.ordering.vocabulary import vocabulary


def hear_two_plans(said: Sentence) -> tuple[str, str] | None:
    """Plans of two orders, "20 basic y 5 premium": each of the two has a number of its own."""
    places = [said.places(entity) for entity in said.numbers()]
    if len(places) < 2:
        return None
    plans = plans_apart(said.words, said.shop, said.claimed)
    if len(plans) < 2:
        return None
    if not min(places[0]) < min(plans[0].places) < min(places[1]) < min(plans[1].places):
        return None
    said.claim(plans[0].places | plans[1].places | places[1])
    return plans[0].key, plans[1].key


def hear_plans(said: Sentence) -> tuple[str, ...]:
    best = said.among_offered(said.shop.plan_names.best(said.words, said.claimed))
    if not best:
        return ()
    if said.draft.plan and len(best) > 1:
        # "better standard" stays in the solution that the talk is about
        mine = said.shop.catalog.solution_of(said.draft.plan)
        best = [match for match in best if said.shop.catalog.solution_of(match.key) == mine] or best
    if _is_incidental(said, best):
        return ()
    said.claim_matches(best)
    return tuple(match.key for match in best)


def _is_incidental(said: Sentence, best: Sequence[Match]) -> bool:
    """A word of a plan's name in another answer ("Standard Motors") does not change the plan."""
    if said.step in (None, Step.PLAN) or said.draft.plan is None:
        return False
    rest = {i for i, word in enumerate(said.words) if word.text not in vocabulary().filler}
    certain = len(best) == 1 and (best[0].coverage >= 0.4 or rest <= best[0].places)
    return not (certain or said.says("change") or said.step is Step.CONFIRM)


def hear_bare_term(said: Sentence, plans: tuple[str, ...]) -> str | None:
    """ "40 premium año tornillo": beside a plan the bare word is its term, "this year" is a date."""
    if not plans or said.draft.term:
        return None
    for place, word in enumerate(said.words):
        is_date = place > 0 and said.words[place - 1].text in said.cues["which_time"]
        for term in Term:
            if word.text in said.cues[f"bare_{term.value}"] and place not in said.claimed and not is_date:
                said.claim({place})
                return term.value
    return None
