"""With which saved card the reseller pays, or that it is to be a new one."""

from __future__ import annotations

from dataclasses import replace

from bot.ordering.consent import asks
from bot.ordering.deciding.message import Message
from bot.ordering.draft import Step
from bot.ordering.outcome import USUAL, Outcome
from bot.ordering.shop import Shop
from bot.ordering.supposing import only_doubts


def decide_payment(message: Message, outcome: Outcome, shop: Shop) -> None:
    every = tuple(card.id for card in shop.cards)
    cards = message.heard.cards or _agreed_to(message, every)
    if shop.pays_on_account:
        if cards or message.heard.new_card or message.heard.unknown_brand or message.heard.unknown_means:
            outcome.tell("pays_on_account")
    elif message.heard.new_card:
        outcome.draft = replace(outcome.draft, payment=None)
        outcome.ask(Step.PAYMENT, "card_new", every)
    elif len(cards) > 1 or (cards and _is_doubted(message, every)):
        is_doubted = _is_doubted(message, every)
        outcome.ask(Step.PAYMENT, USUAL if is_doubted else "card_unclear", every if is_doubted else cards)
    elif cards:
        outcome.questions.pop(Step.PAYMENT, None)
        outcome.draft = replace(outcome.draft, payment=cards[0])
    elif message.heard.unknown_means:
        _refuse(message.heard.unknown_means, outcome, every)
    elif message.heard.unknown_brand:
        outcome.ask(Step.PAYMENT, "card_unknown", every, said=message.heard.unknown_brand.title())


def _agreed_to(message: Message, every: tuple[str, ...]) -> tuple[str, ...]:
    """ "Which card?" - "ok", where there is one: the review shows it before any yes to the order."""
    is_yes = message.step is Step.PAYMENT and message.intent == "affirm" and message.heard.is_empty()
    return every if is_yes and len(every) == 1 and not asks(message.text) else ()


def _is_doubted(message: Message, every: tuple[str, ...]) -> bool:
    """ "Visa, maybe", where there is another one."""
    return len(every) > 1 and message.step is Step.PAYMENT and only_doubts(message.text)


def _refuse(means: str, outcome: Outcome, every: tuple[str, ...]) -> None:
    """ "Con boleto": whoever has chosen a card already is not asked for it again."""
    if outcome.draft.payment:
        outcome.tell("means_not_taken_kept", said=means)
    elif every:
        outcome.ask(Step.PAYMENT, "means_not_taken", every, said=means)
    else:
        outcome.tell("cards_only")
