"""From what was heard to the next draft. Pure: the same words on the same draft always decide the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.ordering.answering import asks_about_add_ons, asks_what_is_offered
from bot.ordering.deciding.add_ons import decide_add_ons
from bot.ordering.deciding.add_ons_kept import recheck_add_ons
from bot.ordering.deciding.count_of import ask_of_what, with_settled_count
from bot.ordering.deciding.customer import decide_customer
from bot.ordering.deciding.domain import decide_domain
from bot.ordering.deciding.message import MAX_CHOICES, Message
from bot.ordering.deciding.new_customer import NEW, decide_new_customer
from bot.ordering.deciding.payment import decide_payment
from bot.ordering.deciding.plan import decide_plan, decide_second_order
from bot.ordering.deciding.priced import priced, told_prices
from bot.ordering.deciding.quantity import decide_quantity, whole_number
from bot.ordering.deciding.shown import as_shown
from bot.ordering.deciding.supposed import answer_supposed, ask_which
from bot.ordering.deciding.term import decide_term
from bot.ordering.deciding.wordless import (
    decide_kept,
    decide_part,
    decide_repeated_yes,
    decide_wordless,
    decide_yes_to_add_ons,
    moved,
    not_understood,
)
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import HeardAddOn
from bot.ordering.outcome import Outcome, Question, lasting
from bot.ordering.pointing import may_point, points
from bot.ordering.shop import Shop
from bot.ordering.supposing import goes_on, is_unsure, supposes, wonders_about

__all__ = ["MAX_CHOICES", "NEW", "Message", "decide", "decide_changes", "whole_number"]


def decide(message: Message, draft: Draft, pending: Mapping[Step, Question], shop: Shop) -> Outcome:
    """The draft after ``message``, with what to say and to ask. Nothing already said is lost."""
    pending = lasting(pending)
    if message.supposed and points(message.text):
        return _take_supposed(message, message.supposed, pending, shop)
    if message.supposed and message.step is Step.CONFIRM and may_point(message.text):
        return ask_which(message, draft, pending)
    if asks_what_is_offered(message.step, message.heard, message.text):
        offered = tuple(HeardAddOn(extra.mpn) for extra in shop.catalog.add_ons_for(draft.plan))
        message = replace(message, heard=replace(message.heard, add_ons=offered))
    if asks_about_add_ons(message.heard, message.text):
        return told_prices(message, draft, pending, shop)
    outcome = decide_changes(message, draft, pending, shop)
    asks = supposes(message.text, message.heard.is_whole) or (message.after_price and goes_on(message.text))
    refuses = message.step is Step.ADD_ONS and message.heard.no_add_ons and "?" not in message.text
    asks = asks and not refuses  # "no, they already fainted at the price"
    is_shown = message.step is Step.CONFIRM and not message.heard.is_empty()
    wonders, asks = is_shown and wonders_about(message.text), asks or (is_shown and is_unsure(message.text))
    if message.heard.corrects or message.heard.domains.in_turn or not (asks or wonders):
        return outcome
    asked = (message, draft, pending)
    answered = answer_supposed(*asked, outcome, shop) or priced(*asked, shop)
    as_it_is = Outcome(draft, questions=dict(pending), second=message.second, asked=message.step)
    return answered or (as_it_is if wonders else outcome)


def _take_supposed(
    message: Message, supposed: Draft, pending: Mapping[Step, Question], shop: Shop
) -> Outcome:
    """ "Ok do that, with the visa": what was asked about becomes the order, and is shown before any yes."""
    said = replace(message, intent="inform", heard=replace(message.heard, plain=None), supposed=None)
    outcome = Outcome(supposed, questions=dict(pending), second=message.second, asked=message.step)
    if not message.heard.is_empty():
        outcome = decide_changes(said, supposed, pending, shop)
    outcome.confirmed, outcome.understood = False, True
    outcome.questions.pop(Step.CONFIRM, None)
    return outcome


def decide_changes(message: Message, draft: Draft, pending: Mapping[Step, Question], shop: Shop) -> Outcome:
    """What the message makes of the draft if it wants what it names."""
    message = with_settled_count(as_shown(message, draft), draft, pending)
    outcome = Outcome(draft, questions=dict(pending), second=message.second, asked=message.step)
    decide_plan(message, outcome, shop)
    decide_second_order(message, outcome, shop)
    if message.heard.may_count:
        ask_of_what(message, outcome, shop)
    else:
        decide_quantity(message, outcome, shop)
    decide_term(message, outcome, shop)
    decide_add_ons(message, outcome, shop)
    recheck_add_ons(draft, outcome, shop)
    decide_customer(message, outcome, shop)
    decide_new_customer(message, outcome, shop)
    decide_payment(message, outcome, shop)
    decide_domain(message, outcome, shop)
    decide_wordless(message, outcome, shop)
    decide_kept(message, outcome)
    decide_part(message, outcome)
    decide_yes_to_add_ons(message, outcome, shop)
    decide_repeated_yes(message, outcome, draft, shop)
    _leave_add_ons(message, outcome, draft, pending)
    if outcome.draft != draft:
        outcome.questions.pop(Step.CONFIRM, None)
    if not moved(message, outcome, draft, pending):
        not_understood(message, outcome, shop)
    return outcome


def _leave_add_ons(
    message: Message, outcome: Outcome, draft: Draft, pending: Mapping[Step, Question]
) -> None:
    """Who answers a later step has done with add-ons: neither they nor a complaint about one are repeated."""
    later = (outcome.draft.customer, outcome.draft.new_customer, outcome.draft.payment)
    untouched = outcome.questions.get(Step.ADD_ONS) is pending.get(Step.ADD_ONS)
    if untouched and later != (draft.customer, draft.new_customer, draft.payment):
        outcome.questions.pop(Step.ADD_ONS, None)
        if message.step is Step.ADD_ONS and outcome.draft.add_ons is None:
            outcome.draft = replace(outcome.draft, add_ons=())
