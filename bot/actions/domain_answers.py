"""Answers to questions about domains."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event
from bot.actions.domains import check_wishes
from bot.actions.order_form import hear
from bot.ordering.deciding import Message, decide
from bot.ordering.heard import Heard


class AnswerDomain(SpokenAction):
    """Whether a named domain is free, at which price, and an offer to take it; else what a domain is for."""

    def name(self) -> str:
        return "action_answer_domain"

    async def act(self, chat: Chat) -> list[Event]:
        shop, step = await chat.shop(), slots.requested_step(chat.tracker)
        draft, questions = slots.read_draft(chat.tracker, shop), slots.read_questions(chat.tracker)
        heard = hear(chat, draft, step, shop).domains
        if not (heard.names or heard.endings):
            chat.say("domain_why")
            return []
        asked = Heard(domains=replace(heard, asked=True))
        outcome = decide(Message(asked, "ask_domain", chat.text, step), draft, questions, shop)
        await check_wishes(chat, outcome, shop)
        for note in outcome.notes:
            chat.say(note.reason, **note.data)
        return [*slots.draft_events(outcome.draft, chat.tracker), slots.questions_event(outcome.questions)]
