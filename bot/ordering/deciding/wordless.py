"""Answers that name nothing (no, later, yes), and messages that nothing was understood of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.ordering.around_yes import may_want_it
from bot.ordering.cancelling import CANCEL_SURE, KEEP, SENT, UNSURE
from bot.ordering.deciding.back import is_asked_again
from bot.ordering.deciding.message import MAX_CHOICES, Message
from bot.ordering.deciding.new_customer import NEW
from bot.ordering.draft import DOMAIN_STEPS, ONLY_WHEN_IN_QUESTION, Draft, Step
from bot.ordering.newcomer import NEW_STEPS
from bot.ordering.outcome import USUAL, WHAT_TO_CHANGE, Outcome, Question
from bot.ordering.shop import Shop
from bot.ordering.supposing import leaves_it
from bot.ordering.text import fold, words
from bot.ordering.vocabulary import says_any, vocabulary
from bot.ordering.warm_yes import agrees

_LONG_NUMBER = re.compile(r"\d(?:[ .-]?\d){5,}")  # perhaps half of a card's: it is never said again


def decide_kept(message: Message, outcome: Outcome) -> None:
    """What sounded like "cancel" and is none, or not for sure: the order stays as it is."""
    if message.intent == UNSURE:
        outcome.ask(message.step or Step.PLAN, CANCEL_SURE)
    elif message.intent == KEEP:
        outcome.tell("not_cancelled")
    elif message.intent == SENT:
        outcome.tell("cancel_sent")


def decide_wordless(message: Message, outcome: Outcome, shop: Shop) -> None:
    """ "No", "later", "nothing else", "yes": what they mean depends on what was asked."""
    if not message.heard.is_empty() or message.step in DOMAIN_STEPS:
        return
    no = message.intent in ("deny", "skip", "no_more")
    again = is_asked_again(outcome.draft, outcome.questions, message.step)
    if message.step and again and (no or agrees(message.text)):
        outcome.questions.pop(message.step)
        outcome.tell("order_as_it_was")
    elif message.step is Step.ADD_ONS and (no or message.intent == "remove"):
        if _leaves_open(message):
            outcome.ask(Step.ADD_ONS, "add_ons_which", _choices(Step.ADD_ONS, outcome.draft, shop))
            return
        outcome.questions.pop(Step.ADD_ONS, None)
        outcome.draft = replace(outcome.draft, add_ons=outcome.draft.add_ons or ())
    elif message.step is Step.CONFIRM:
        _decide_at_review(message, outcome)
    elif message.intent == "skip" and message.step is not None:
        outcome.tell("cannot_skip")


def _leaves_open(message: Message) -> bool:
    """ "Are none of these needed?", "no, wait", "don't know if they need any" only sound like a no."""
    if message.heard.plain or message.heard.no_add_ons:
        return False
    said = words(message.text)
    last = [word.text for word in words(re.split(r"[,;:.!\n]", message.text.rstrip())[-1])]
    no = vocabulary().cues["nothing"] | vocabulary().cues["negation"]
    asks = message.text.rstrip().endswith("?") and len(last) > 1 and not no.isdisjoint(last)
    return asks or says_any("still_waiting", said) or says_any("not_knowing", said)


def decide_part(message: Message, outcome: Outcome) -> None:
    """ "Wrong card": it is asked again. What was answered stays until something else is."""
    if message.heard.part:
        outcome.ask(message.heard.part, USUAL)
        outcome.questions.pop(Step.CONFIRM, None)


def _decide_at_review(message: Message, outcome: Outcome) -> None:
    wants_more = message.after_price and may_want_it(message.text)  # what was priced
    if (
        message.intent != "deny"
        and not wants_more
        and agrees(_without_its_parts(message.text, outcome.draft))
    ):
        # "What shall I change?" - "yes" is no yes to the order: show the review again.
        outcome.confirmed = outcome.questions.pop(Step.CONFIRM, None) is None
        outcome.wants_review = not outcome.confirmed
    elif _keeps_order(message):
        outcome.questions.pop(Step.CONFIRM, None)
        outcome.tell("order_as_it_was")
    elif message.intent == "deny":
        outcome.ask(Step.CONFIRM, WHAT_TO_CHANGE)
    elif message.intent in ("affirm", "no_more"):
        outcome.ask(Step.CONFIRM, "confirm_plainly")  # "ok, thanks", "that's it", "yes but after lunch"
    elif message.intent == "skip":
        outcome.tell("kept_for_later")


def _without_its_parts(text: str, draft: Draft) -> str:
    """ "Yes, with both add-ons", "yes, both domains", where the order has two: nothing that it does not say
    already."""
    cues = vocabulary().cues
    parts = ((len(draft.add_ons or ()), "add_on_noun"), (len(draft.domains()), "domain_noun"))
    for many, noun in ((many, noun) for many, noun in parts if many):
        counted = {2: {"two", *cues["both_of_them"]}, 3: {"three", "tres"}}.get(many, set())
        small = "|".join(
            sorted({*cues["article"], *cues["the"], *counted, "all", "todos", "todas", str(many)})
        )
        nouns, led = ("|".join(sorted(cues[kind])) for kind in (noun, "together_with"))
        few = rf"[\s,]+(?:{led})\s+(?:(?:{small})\s+){{0,3}}|,\s*(?:(?:{small})\s+){{1,3}}"
        text = re.sub(rf"(?:{few})(?:add[ -]?ons?|{nouns})\b", " ", fold(text))
    return text


def _keeps_order(message: Message) -> bool:
    """ "No, nothing else", "leave it": nothing is to change; right after a price was asked for, a plain no
    says so, too."""
    is_no = message.heard.plain == "no_more" or (message.after_price and message.heard.plain == "deny")
    return is_no or leaves_it(message.text, message.after_price)


def decide_yes_to_add_ons(message: Message, outcome: Outcome, shop: Shop) -> None:
    """ "Any add-ons?" - "yes": which ones."""
    if message.step is Step.ADD_ONS and message.intent == "affirm" and message.heard.is_empty():
        outcome.ask(Step.ADD_ONS, "add_ons_which", _choices(Step.ADD_ONS, outcome.draft, shop))


def decide_repeated_yes(message: Message, outcome: Outcome, draft: Draft, shop: Shop) -> None:
    """ "Sim, pode fechar sem domínio": a yes that names only what the review says already."""
    if message.step is not Step.CONFIRM or message.heard.is_empty():
        return
    if not agrees(_without_its_parts(message.text, draft), repeats=True):
        return
    said_more = outcome.notes or outcome.wishes or outcome.questions.keys() - {Step.CONFIRM}
    before, after = (each.request(shop.catalog, shop.account.id) for each in (draft, outcome.draft))
    if before == after and not said_more:
        outcome.confirmed = outcome.questions.pop(Step.CONFIRM, None) is None
        outcome.wants_review = not outcome.confirmed


def moved(message: Message, outcome: Outcome, draft: Draft, pending: Mapping[Step, Question]) -> bool:
    """Whether the message did anything at all, be it only a question of ours."""
    if outcome.draft != draft or outcome.notes or outcome.wishes or outcome.confirmed or outcome.wants_review:
        return True
    if message.intent == "deny" and message.step is Step.CONFIRM:
        return True  # "what shall I change?" was asked before
    # The same complaint about the same word again still answers the person.
    return outcome.questions != pending or not message.heard.is_empty()


def not_understood(message: Message, outcome: Outcome, shop: Shop) -> None:
    if message.step is None or message.intent in ("greet", "confirm"):
        return
    if message.step is Step.PLAN and message.intent == "order" and message.heard.is_empty():
        return  # "I want a plan": which one is the question
    outcome.understood = False
    if message.step is Step.CONFIRM:
        outcome.ask(Step.CONFIRM, "confirm_unclear")
        return
    if message.step in ONLY_WHEN_IN_QUESTION:  # the question itself says what can be answered
        return
    if message.step in NEW_STEPS or message.step is Step.CREDENTIALS_EMAIL:
        outcome.tell("detail_unclear")  # the question that follows names what is missing
        return
    pending = outcome.questions.get(message.step)
    if pending is None or not pending.choices:
        choices = _choices(message.step, outcome.draft, shop)
        if message.step is Step.CUSTOMER:
            outcome.ask(Step.CUSTOMER, "customer_needed", choices)
            return
        outcome.ask(
            message.step,
            f"{message.step.value}_unknown",
            choices,
            said=_LONG_NUMBER.sub("…", message.text[:60]),
        )


def _choices(step: Step, draft: Draft, shop: Shop) -> tuple[str, ...]:
    """What can be answered, where that is a short list."""
    if step is Step.CUSTOMER:
        return (*(customer.id for customer in shop.customers[:MAX_CHOICES]), NEW)
    if step is Step.PAYMENT:
        return tuple(card.id for card in shop.cards)
    return tuple(extra.mpn for extra in shop.catalog.add_ons_for(draft.plan)) if step is Step.ADD_ONS else ()
