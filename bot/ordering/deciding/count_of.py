"""A number that may be the plan's or an add-on's, or one of two of an add-on: asked back, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.ordering.count_key import count_key, heard_count, read_count_key
from bot.ordering.deciding.message import Message
from bot.ordering.deciding.quantity import related
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Heard, Relation
from bot.ordering.outcome import Outcome, Question
from bot.ordering.shop import Shop
from bot.ordering.text import words
from bot.ordering.vocabulary import vocabulary

OF_WHAT = "count_of_what"


def ask_of_what(message: Message, outcome: Outcome, shop: Shop) -> None:
    """ "2 more", right after an add-on was added: of it, or of the plan?"""
    heard, plan = message.heard, outcome.draft.plan
    if not plan or heard.quantity is None:
        return
    own = {choice.mpn: choice.quantity for choice in outcome.draft.add_ons or ()}
    known = {plan: outcome.draft.quantity} | {
        mpn: own.get(mpn) or outcome.draft.quantity for mpn in heard.may_count
    }
    keys = [count_key(mpn, related(heard.quantity, heard.relation, before)) for mpn, before in known.items()]
    outcome.ask(Step.QUANTITY, OF_WHAT, tuple(keys))


def with_settled_count(message: Message, draft: Draft, pending: Mapping[Step, Question]) -> Message:
    """The message with the number that was asked about, if it says of what: "of copilot", "the plan"."""
    asked, heard = pending.get(Step.QUANTITY), message.heard
    if asked is None or asked.reason != OF_WHAT:
        return message
    if (
        heard.quantity is not None
        and heard.relation is Relation.EXACT
        and not heard.may_count
        and not heard.is_pick
    ):
        others = tuple(mpn for key in asked.choices if (mpn := read_count_key(key)[0]) and mpn != draft.plan)
        is_bare = not (heard.plans or heard.add_ons)
        return replace(message, heard=replace(heard, may_count=others)) if is_bare else message
    for key in asked.choices:
        mpn, _ = read_count_key(key)
        of_plan = (
            mpn == draft.plan
            and heard.quantity is None
            and (draft.plan in heard.plans or _says_plan(message))
        )
        if of_plan or any(
            each.mpn == mpn and each.quantity is None and not each.removed for each in heard.add_ons
        ):
            return replace(message, heard=_only_count(heard, heard_count(key, draft.plan)))
    return message


def _says_plan(message: Message) -> bool:
    cues = vocabulary().cues
    said = {word.text for word in words(message.text)}
    return not message.heard.add_ons and bool(said & (cues["seats"] | cues["plan_noun"]))


def _only_count(heard: Heard, count: Heard) -> Heard:
    return replace(heard, quantity=count.quantity, relation=count.relation, add_ons=count.add_ons)
