"""The questions about domains: which one, one that is taken, the code of a transfer, additional ones."""

from __future__ import annotations

from abc import abstractmethod

from bot.actions.asking import AskStep, choice_buttons
from bot.actions.chat import Button, Chat, button
from bot.actions.domains import TRANSFER
from bot.ordering.draft import Draft, Step
from bot.ordering.money import Money
from bot.ordering.outcome import Question
from bot.ordering.shop import Shop


class AskDomain(AskStep):
    step = Step.DOMAIN

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        chat.say("ask_domain")

    async def ask_again(self, chat: Chat, question: Question, draft: Draft, shop: Shop) -> None:
        say_with_price(chat, question, draft, shop)


class AskOnlyIfInQuestion(AskStep):
    """A step that there is always a question for; without one the form would not have come here."""

    @abstractmethod
    async def ask_again(self, chat: Chat, question: Question, draft: Draft, shop: Shop) -> None: ...

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        raise ValueError(f"nothing is in question at {self.step.value}")


class AskDomainTaken(AskOnlyIfInQuestion):
    """A registered name: transfer it, or one of the free alternatives."""

    step = Step.DOMAIN_TAKEN

    async def ask_again(self, chat: Chat, question: Question, draft: Draft, shop: Shop) -> None:
        buttons = choice_buttons(chat, question, draft, shop)
        name = str(question.data["name"])
        if question.data["transferable"]:
            buttons.insert(0, transfer_button(chat, name, shop))
        chat.say(question.reason, buttons, **question.data, amount=price_of(name, shop))


class AskAuthCode(AskOnlyIfInQuestion):
    """The alternatives wait in the question: they are offered once the transfer is given up."""

    step = Step.AUTH_CODE

    async def ask_again(self, chat: Chat, question: Question, draft: Draft, shop: Shop) -> None:
        chat.say(question.reason, **question.data)


class AskExtraDomains(AskOnlyIfInQuestion):
    step = Step.EXTRA_DOMAINS

    async def ask_again(self, chat: Chat, question: Question, draft: Draft, shop: Shop) -> None:
        say_with_price(chat, question, draft, shop)


def say_with_price(chat: Chat, question: Question, draft: Draft, shop: Shop) -> None:
    """An offer of one free name says what it costs."""
    facts = {**question.data, "amount": price_of(question.choices[0], shop) if question.choices else ""}
    chat.say(question.reason, choice_buttons(chat, question, draft, shop), **facts)


def transfer_button(chat: Chat, name: str, shop: Shop) -> Button:
    title = chat.phrase("button_transfer", amount=price_of(name, shop))
    return button(title, "choose", slot=TRANSFER, value=name)


def price_of(name: str, shop: Shop) -> Money | str:
    tld = shop.catalog.tld(name.partition(".")[2])
    return tld.price if tld else ""
