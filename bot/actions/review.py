"""The review: a fresh price, frozen in the ledger before it is shown; after a correction, what changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.actions import slots
from bot.actions.asking import AskStep
from bot.actions.changes import changes
from bot.actions.chat import Button, Chat, Event
from bot.actions.confirming import SHOW_ALL, confirm_button, is_open, quoted, review_facts
from bot.actions.offers import BESIDE, offer_buttons
from bot.actions.slots import ShownQuote
from bot.actions.ticket import amounts, known_facts
from bot.ordering.cancelling import CANCEL_SURE
from bot.ordering.draft import Draft, Step
from bot.ordering.outcome import Question
from bot.ordering.shop import Shop
from bot.wiring import ledger

if TYPE_CHECKING:
    from bot.ledger import Intent


class AskConfirm(AskStep):
    step = Step.CONFIRM

    async def speak(self, chat: Chat) -> list[Event]:
        shop = await chat.shop()
        draft = slots.read_draft(chat.tracker, shop)
        question = slots.read_questions(chat.tracker).get(self.step) or Question(self.step, "")
        known = slots.read_quote(chat.tracker)
        before = await ledger().intents.get(known.id) if known else None
        intent = await quoted(chat, draft, shop)
        offered = offer_buttons(chat, question.choices, shop, slots.read_second(chat.tracker))
        buttons = [confirm_button(chat, intent), *offered]
        is_asked = question.reason in ("what_to_change", CANCEL_SURE)
        if question.reason == CANCEL_SURE:
            chat.say(CANCEL_SURE)
        elif is_asked:
            chat.say("what_to_change", buttons)
        else:
            if question.reason not in ("", SHOW_ALL, BESIDE):
                chat.say(question.reason)
            is_new = question.reason == SHOW_ALL or chat.turn.language != chat.language
            is_current = known is not None and before is not None and before.version == known.version
            seen = before if is_current and not is_new else None
            await self._show(chat, draft, shop, (seen, intent), buttons)
        facts = {**known_facts(draft, shop), **amounts(intent.quote)}
        chat.report("confirm", {**facts, "status": "quoted", "number": None, "id": None})
        # "What shall I change?" stays asked, so that a yes to it is not taken for a yes to the order.
        asked = {self.step: replace(question, choices=())} if is_asked else {}
        shown = slots.quote_event(ShownQuote(intent.id, intent.version))
        return [shown, slots.questions_event(asked), *self._offered(chat, ())]

    async def _show(
        self,
        chat: Chat,
        draft: Draft,
        shop: Shop,
        versions: tuple[Intent | None, Intent],
        buttons: list[Button],
    ) -> None:
        """The total alone, for who has just seen everything and asked something else; after a correction
        what changed and what it makes of the order; else everything."""
        seen, intent = versions
        facts = review_facts(chat, draft, shop, intent.quote)
        if seen and seen.version == intent.version:
            chat.say("review_brief", buttons, buyer=facts["buyer"], total=facts["total"])
        elif seen and tell_corrections(chat, seen, intent) and facts["buyer"] == _buyer(seen):
            chat.say("review_again", buttons, **facts)
        else:
            terms = await chat.terms()
            chat.say("review", buttons, terms_url=terms.url if terms else "", **facts)

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        raise NotImplementedError("the review is shown by speak")


def tell_corrections(chat: Chat, seen: Intent, intent: Intent) -> bool:
    """One line with what changed since the review that was seen; False where nothing can be told."""
    found = changes(chat, seen.draft, intent.draft) if is_open(seen) else []
    if not found:
        return False
    before, total = seen.quote.total, intent.quote.total
    reason = "review_changed_same" if before == total else "review_changed"
    chat.say(reason, changes="; ".join(found), total=total, before=before)
    return True


def _buyer(intent: Intent) -> str:
    return str((intent.draft["customer"] or {}).get("name", ""))
