"""What a message says, read with the conversation around it."""

from __future__ import annotations

from dataclasses import replace

from bot.actions import slots
from bot.actions.chat import Chat
from bot.actions.pressed import chosen, instead
from bot.ordering.consent import consents
from bot.ordering.deciding import NEW
from bot.ordering.domain_heard import HeardDomains
from bot.ordering.draft import Draft, Step
from bot.ordering.heard import Entity, Heard
from bot.ordering.outcome import WHAT_TO_CHANGE
from bot.ordering.reading import Sentence, listen
from bot.ordering.reopening import part_named
from bot.ordering.shop import Shop


def hear(chat: Chat, draft: Draft, step: Step | None, shop: Shop) -> Heard:
    """What the message says: the choice behind a button, or the reading of a sentence."""
    if chat.intent == "choose" and chat.entity("slot") == slots.SECOND:
        return instead(slots.read_second(chat.tracker))
    if chat.intent == "choose":
        return chosen(str(chat.entity("slot")), str(chat.entity("value")), shop, draft.plan)
    if chat.intent == "auth_code":
        return Heard(domains=HeardDomains(auth_code=str(chat.entity("ref"))))
    if chat.text.startswith("/"):
        return Heard()
    entities = [
        Entity(found["entity"], str(found["value"]), found.get("start", 0), found.get("end", 0))
        for found in chat.entities
    ]
    if step is Step.CONFIRM and consents(chat.text):
        return Heard(plain="affirm")  # no word of it means anything else
    offered_step, offered = slots.read_offered(chat.tracker)
    offered = tuple(key for key in offered if key != NEW)
    context = (offered, offered_step, slots.read_topic(chat.tracker), chat.language)
    heard = listen(Sentence(chat.text, entities, shop, draft, step, chat.intent, *context))
    if heard.is_empty():
        asked = slots.read_questions(chat.tracker).get(Step.CONFIRM)
        was_asked = bool(asked and asked.reason == WHAT_TO_CHANGE)
        heard = replace(heard, part=part_named(chat.text, draft, was_asked))
    return replace(heard, domains=replace(heard.domains, auth_code=chat.auth_code))
