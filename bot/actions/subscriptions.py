"""What somebody hears who wants a subscription changed, renewed or cancelled: this chat places new orders."""

from __future__ import annotations

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event, button
from bot.actions.hearing import hear
from bot.actions.questions import say_solutions
from bot.ordering.draft import Draft, Step


class AnswerSubscription(SpokenAction):
    """Offers an additional order and a person; nothing of the sentence is taken over."""

    def name(self) -> str:
        return "action_answer_subscription"

    async def act(self, chat: Chat) -> list[Event]:
        person = button(chat.phrase("button_person"), "human")
        if slots.requested_step(chat.tracker) is not None:
            chat.say("only_new_orders", [person])
            return []
        shop = await chat.shop()
        heard = hear(chat, Draft(), None, shop)
        if heard.unsold and not heard.is_existing:
            chat.say("not_sold", said=heard.unsold.text)
            say_solutions(chat, shop)
            chat.report(None, None)
            return []
        customers = heard.customers
        order = button(chat.phrase("button_additional_order"), "order")
        if len(customers) == 1:
            name = shop.customer_by_id[customers[0]].name
            title = chat.phrase("button_additional_order_for", buyer=name)
            order = button(title, "choose", slot=Step.CUSTOMER.value, value=customers[0])
        chat.say("only_new_orders", [order, person])
        chat.report(None, None)
        return []
