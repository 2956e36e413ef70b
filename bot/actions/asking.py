"""The questions of the form: one action per step. A pending question (which one? not for sale) goes first."""

from __future__ import annotations

import asyncio
from abc import abstractmethod

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Button, Chat, Event, button
from bot.actions.ticket import estimate, ticket
from bot.ordering.cancelling import CANCEL_SURE
from bot.ordering.catalog import Term
from bot.ordering.count_key import read_count_key
from bot.ordering.deciding import MAX_CHOICES, NEW
from bot.ordering.domains import shown
from bot.ordering.draft import DOMAIN_STEPS, Draft, Step
from bot.ordering.money import Money
from bot.ordering.outcome import USUAL, Question
from bot.ordering.shop import Shop


class AskStep(SpokenAction):
    """Asks for one step. Subclasses set ``step`` and implement ``ask``."""

    step: Step

    def name(self) -> str:
        return f"action_ask_{self.step.value}"

    @abstractmethod
    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        """The step's usual question."""

    def choices(self, draft: Draft, shop: Shop) -> tuple[str, ...]:
        """What the usual question offers to choose from."""
        return ()

    async def ask_again(self, chat: Chat, question: Question, draft: Draft, shop: Shop) -> None:
        """What has to be settled about the step, with a button for each valid choice."""
        chat.say(question.reason, choice_buttons(chat, question, draft, shop), **question.data)

    async def act(self, chat: Chat) -> list[Event]:
        if chat.intent == "wait" and slots.was_answered_elsewhere(chat.tracker):
            return []  # the question was heard: it waits
        return await self.speak(chat)

    async def speak(self, chat: Chat) -> list[Event]:
        """Ask, in whichever way fits what has been said."""
        shop = await chat.shop()
        draft = slots.read_draft(chat.tracker, shop)
        question = slots.read_questions(chat.tracker).get(self.step)
        if question and question.reason == CANCEL_SURE:
            chat.say(CANCEL_SURE)
        elif question and question.reason != USUAL:
            await self.ask_again(chat, question, draft, shop)
        else:
            await self.ask(chat, draft, shop)
        chat.report(self.step.value, await ticket(chat, draft, shop))
        return self._offered(chat, question.choices if question else self.choices(draft, shop))

    def _offered(self, chat: Chat, keys: tuple[str, ...]) -> list[Event]:
        """What was shown in answer to a question on the way stays what "the second one" may mean."""
        if slots.listed_now(chat.tracker) in (Step.CUSTOMER, Step.PAYMENT):
            return []
        is_over = not keys and not slots.was_answered_elsewhere(chat.tracker)
        return [slots.offered_event(self.step, keys)] if keys or is_over else []

    async def after_failure(self, chat: Chat) -> list[Event]:
        chat.report(self.step.value, None)
        return []


class AskPlan(AskStep):
    step = Step.PLAN

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        chat.say("ask_plan", solution_buttons(shop))

    async def ask_again(self, chat: Chat, question: Question, draft: Draft, shop: Shop) -> None:
        buttons = choice_buttons(chat, question, draft, shop) or solution_buttons(shop)
        chat.say(question.reason, buttons, **question.data)


class AskQuantity(AskStep):
    step = Step.QUANTITY

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        plan = shop.catalog.plan(draft.plan)
        if plan:
            chat.say("ask_quantity", plan_name=plan.name, min=plan.minimum, max=plan.maximum)


class AskTerm(AskStep):
    """Both prices side by side, and what a year saves, from two estimates of the same order."""

    step = Step.TERM

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        month, year = await asyncio.gather(*(self._price(chat, draft.with_term(term), shop) for term in Term))
        saving = month * 12 - year
        percent = round(saving.amount * 100 / (month * 12).amount) if month.amount else 0
        if saving.amount > 0:
            chat.say("ask_term", month=month, year=year, saving=saving, percent=percent)
        else:
            chat.say("ask_term_same", month=month, year=year)

    async def _price(self, chat: Chat, draft: Draft, shop: Shop) -> Money:
        """The plan's own line in the marketplace's estimate."""
        request = draft.request(shop.catalog, shop.account.id)
        assert request is not None, "the term is asked when plan and quantity are known"
        quote = await estimate(chat, request)
        return next(line.amount for line in quote.lines if line.mpn == draft.plan)


class AskAddOns(AskStep):
    step = Step.ADD_ONS

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        plan = shop.catalog.plan(draft.plan)
        question = Question(Step.ADD_ONS, "", choices=self.choices(draft, shop))
        buttons = choice_buttons(chat, question, draft, shop)
        chat.say("ask_add_ons", buttons, plan_name=plan.name if plan else "")

    def choices(self, draft: Draft, shop: Shop) -> tuple[str, ...]:
        return tuple(extra.mpn for extra in shop.catalog.add_ons_for(draft.plan))


class AskCustomer(AskStep):
    step = Step.CUSTOMER

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        if not shop.customers:
            question = Question(Step.CUSTOMER, "", choices=(NEW,))
            chat.say("ask_customer_none", choice_buttons(chat, question, draft, shop))
            return
        question = Question(Step.CUSTOMER, "", choices=self.choices(draft, shop))
        chat.say("ask_customer", choice_buttons(chat, question, draft, shop))

    def choices(self, draft: Draft, shop: Shop) -> tuple[str, ...]:
        return (*(customer.id for customer in shop.customers[:MAX_CHOICES]), NEW)


def solution_buttons(shop: Shop) -> list[Button]:
    return [button(solution.name, "ask_plans", value=solution.name) for solution in shop.catalog.solutions]


def choice_buttons(chat: Chat, question: Question, draft: Draft, shop: Shop) -> list[Button]:
    """A button for each valid choice of a question, titled as people call it, with its price."""
    titles = {key: choice_title(chat, question.step, key, draft, shop) for key in question.choices}
    if NEW in titles:
        said = question.data.get("said")
        titles[NEW] = chat.phrase("button_create", said=said) if said else chat.phrase("button_new_customer")
    return [button(title, "choose", slot=question.step.value, value=key) for key, title in titles.items()]


def choice_title(chat: Chat, step: Step, key: str, draft: Draft, shop: Shop) -> str:
    if step is Step.QUANTITY and (mpn := read_count_key(key)[0]):
        product = shop.catalog.plan(mpn) or shop.catalog.add_on(mpn)
        return f"{read_count_key(key)[1]} × {product.name if product else mpn}"
    if step is Step.PLAN and (plan := shop.catalog.plan(key)):
        return chat.phrase("title_month", name=plan.name, amount=plan.prices[Term.MONTH])
    if step is Step.ADD_ONS and (extra := shop.catalog.add_on(key)):
        term = draft.term or Term.MONTH
        return chat.phrase(f"title_{term.value}", name=extra.name, amount=extra.prices[term])
    if step is Step.TERM:
        return chat.phrase(f"term_{key}")
    if step is Step.CUSTOMER and key in shop.customer_by_id:
        return shop.customer_by_id[key].name
    if step is Step.PAYMENT and (card := shop.card_by_id.get(key)):
        return f"{card.brand} •••• {card.last4}"
    if step in DOMAIN_STEPS and (tld := shop.catalog.tld(key.partition(".")[2])):
        return chat.phrase("title_domain", name=shown(key), amount=tld.price)
    return key
