"""Answers to questions about domains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.actions import slots
from bot.actions.base import SpokenAction
from bot.actions.chat import Chat, Event
from bot.actions.domains import check_wishes
from bot.actions.hearing import hear
from bot.ordering.deciding import Message, decide
from bot.ordering.deciding.contested import contested
from bot.ordering.domain_mentions import has_phrase
from bot.ordering.heard import Heard
from bot.ordering.shop import Shop
from bot.ordering.text import words


class AnswerDomain(SpokenAction):
    """Whether a named domain is free, at which price, and an offer to take it; else what a domain costs or
    is for."""

    def name(self) -> str:
        return "action_answer_domain"

    async def act(self, chat: Chat) -> list[Event]:
        shop, step = await chat.shop(), slots.requested_step(chat.tracker)
        draft, questions = slots.read_draft(chat.tracker, shop), slots.read_questions(chat.tracker)
        heard = hear(chat, draft, step, shop).domains
        if not (heard.names or heard.endings):
            about = contested(questions)
            if asks_for_prices(chat.text):
                self._say_prices(chat, shop, [about.name.partition(".")[2]] if about else ())
            else:
                chat.say("domain_why")
            return []
        asked = Heard(domains=replace(heard, asked=True))
        outcome = decide(Message(asked, "ask_domain", chat.text, step), draft, questions, shop)
        if heard.endings and not (
            heard.names or outcome.wishes
        ):  # "what is a .mx?": of no name that is known
            self._say_prices(chat, shop, [ending.text for ending in heard.endings])
        await check_wishes(chat, outcome, shop)
        for note in outcome.notes:
            chat.say(note.reason, **note.data)
        return [*slots.draft_events(outcome.draft, chat.tracker), slots.questions_event(outcome.questions)]

    def _say_prices(self, chat: Chat, shop: Shop, endings: Sequence[str] = ()) -> None:
        wanted = [tld for tld in shop.catalog.tlds if tld.name in endings or not endings]
        titles = [chat.phrase("title_domain", name=f".{tld.name}", amount=tld.price) for tld in wanted]
        chat.say("domain_prices", prices=", ".join(titles))


def asks_for_prices(text: str) -> bool:
    """ "What does a domain cost?", "which endings are there?"."""
    return has_phrase("price_asked", words(text)) or has_phrase("ending_asked", words(text))


async def price_of_domains(chat: Chat) -> list[Event] | None:
    """The answer to "how much is a .com?"; None when the price of something else is asked for."""
    shop = await chat.shop()
    heard = hear(chat, slots.read_draft(chat.tracker, shop), slots.requested_step(chat.tracker), shop)
    said = heard.domains
    named = said.names or said.endings or said.transfer or has_phrase("domain_itself", words(chat.text))
    if not named or heard.plans or heard.add_ons or heard.quantity or heard.term or said.refuses():
        return None
    return await AnswerDomain().act(chat)
