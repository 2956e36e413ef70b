"""Answers about the reseller's own things: customers, cards, orders, the terms."""

from __future__ import annotations

from rasa_sdk.events import FollowupAction

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event
from bot.actions.hearing import hear
from bot.ordering.deciding.priced import taken_over
from bot.ordering.draft import Draft, Step
from bot.ordering.intent import IntentState
from bot.ordering.meaning import announces_order
from bot.ordering.saved_cards import other_means
from bot.ordering.text import words
from bot.wiring import ledger

MAX_NAMES = 15
LATEST = 5


class AnswerCustomers(SpokenAction):
    def name(self) -> str:
        return "action_answer_customers"

    async def act(self, chat: Chat) -> list[Event]:
        customers = (await chat.shop()).customers
        names = [customer.name for customer in customers[:MAX_NAMES]]
        more = "…" if len(customers) > MAX_NAMES else ""
        chat.say("customers" if names else "customers_none", names=", ".join(names) + more)
        return [slots.offered_event(Step.CUSTOMER, [customer.id for customer in customers[:MAX_NAMES]])]


class AnswerPayment(SpokenAction):
    def name(self) -> str:
        return "action_answer_payment"

    async def act(self, chat: Chat) -> list[Event]:
        if other_means(words(chat.text), Step.PAYMENT) is not None:
            chat.say("cards_only")
        cards = (await chat.shop()).cards
        names = [f"{card.brand} •••• {card.last4}" for card in cards]
        chat.say("cards" if names else "cards_none", names=", ".join(names))
        return [slots.offered_event(Step.PAYMENT, [card.id for card in cards])]


class AnswerTerms(SpokenAction):
    def name(self) -> str:
        return "action_answer_terms"

    async def act(self, chat: Chat) -> list[Event]:
        terms = await chat.terms()
        if terms:
            chat.say("terms", summary=terms.summary, terms_url=terms.url)
        else:
            chat.say("terms_elsewhere")
        return []


class AnswerOrders(SpokenAction):
    def name(self) -> str:
        return "action_answer_orders"

    async def act(self, chat: Chat) -> list[Event]:
        if slots.requested_step(chat.tracker) is None:
            shop = await chat.shop()
            heard = hear(chat, Draft(), None, shop)
            if announces_order(heard, chat.text):
                for_whom = taken_over(heard, Draft(), shop)
                return [*slots.draft_events(for_whom, chat.tracker), FollowupAction("order_form")]
        lines = []
        for intent in await ledger().intents.recent(chat.turn.subject, LATEST):
            status = intent.order_status.value if intent.order_status else "checking"
            if intent.state is IntentState.REJECTED:
                status = "rejected"
            buyer = (intent.draft.get("customer") or {}).get("name", "")
            facts = {"number": intent.order_number or "—", "buyer": buyer, "total": intent.quote.total}
            lines.append(chat.phrase("order_line", status=chat.phrase(f"status_{status}"), **facts))
        chat.say("orders" if lines else "orders_none", lines="\n".join(lines))
        return []
