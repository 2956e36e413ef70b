"""What is offered beside the next question: a change that was asked about, or a person.

At the review these buttons come after its yes: who is in a hurry presses the first one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.actions import slots
from bot.actions.asking import choice_title
from bot.actions.chat import Button, Chat, button
from bot.ordering.draft import Draft, Step
from bot.ordering.outcome import Outcome, Question
from bot.ordering.second_order import SecondOrder
from bot.ordering.shop import Shop

PERSON = "human"
TOLD_BY_REVIEW = frozenset(("add_on_removed", "add_ons_removed"))
BESIDE = "beside"  # the question that stands at the review where only something is offered beside it


def say_notes(chat: Chat, outcome: Outcome, step: Step | None, shop: Shop) -> None:
    for note in outcome.notes:
        offered = [f"{note.choice[0]}={note.choice[1]}"] if note.choice else []
        chat.say(note.reason, _beside(chat, offered, step, shop, outcome.second), **note.data)


def offer_person(chat: Chat, step: Step | None, shop: Shop) -> None:
    chat.say("offer_person", _beside(chat, [PERSON], step, shop))


def _beside(
    chat: Chat, offered: list[str], step: Step | None, shop: Shop, second: SecondOrder | None = None
) -> list[Button]:
    if step is not Step.CONFIRM:
        return offer_buttons(chat, offered, shop, second)
    chat.offers += offered
    return []


def with_offers(chat: Chat, questions: Mapping[Step, Question]) -> dict[Step, Question]:
    """The questions with what is kept for the review to offer."""
    if not chat.offers:
        return dict(questions)
    asked = questions.get(Step.CONFIRM) or Question(Step.CONFIRM, BESIDE)
    return {**questions, Step.CONFIRM: replace(asked, choices=tuple(chat.offers))}


def offer_buttons(chat: Chat, offered: Sequence[str], shop: Shop, second: SecondOrder | None) -> list[Button]:
    """``second``: the order that waits, which one of the buttons may put in the place of this one."""
    return [_button(chat, key, shop, second) for key in offered]


def _button(chat: Chat, key: str, shop: Shop, second: SecondOrder | None) -> Button:
    if key == PERSON:
        return button(chat.phrase("button_person"), "human")
    slot, _, value = key.partition("=")
    if slot == slots.SECOND:
        to = (second or SecondOrder(value)).name(shop)
    else:
        to = choice_title(chat, Step(slot), value, Draft(), shop)
    return button(chat.phrase("button_switch", to=to), "choose", slot=slot, value=value)
