"""The questions about domains: which one, one that is taken, the code of a transfer, additional ones."""

from __future__ import annotations

from abc import abstractmethod

from bot.actions.asking import AskStep, choice_buttons
from bot.actions.chat import Button, Chat, button
from bot.actions.domains import TRANSFER
from bot.ordering.draft import Draft, Step
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
        if question.data["transferable"]:
            buttons.insert(0, transfer_button(chat, str(question.data["name"]), shop))
        chat.say(question.reason, buttons, **question.data)


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
    tld = shop.catalog.tld(question.choices[0].partition(".")[2]) if question.choices else None
    facts = {**question.data, "amount": tld.price if tld else ""}
    chat.say(question.reason, choice_buttons(chat, question, draft, shop), **facts)


def transfer_button(chat: Chat, name: str, shop: Shop) -> Button:
    tld = shop.catalog.tld(name.partition(".")[2])
    title = chat.phrase("button_transfer", amount=tld.price if tld else "")
    return button(title, "choose", slot=TRANSFER, value=name)
