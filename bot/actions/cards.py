"""With which card the reseller pays: a saved one, or a new one through the marketplace's hosted page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import structlog
from rasa_sdk.events import FollowupAction

from bot.actions import slots
from bot.actions.asking import AskStep, choice_buttons, choice_title
from bot.actions.base import SpokenAction
from bot.actions.chat import Button, Chat, Event, link
from bot.marketplace.errors import MarketplaceError
from bot.ordering.draft import Draft, Step
from bot.ordering.outcome import Question
from bot.ordering.shop import Shop
from bot.wiring import ledger

if TYPE_CHECKING:
    from bot.ledger import AwaitedCard

log = structlog.get_logger()


class AskPayment(AskStep):
    """Every time the question is asked it brings a link to a page for a new card."""

    step = Step.PAYMENT

    async def ask(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        if not shop.cards:  # one may have been saved at the marketplace meanwhile
            chat.forget_shop()
            shop = await chat.shop()
        if is_by_phone(chat):
            await self._ask_by_phone(chat, draft, shop)
            return
        page = await card_page(chat, is_awaited=not shop.cards)
        if shop.cards:
            question = Question(Step.PAYMENT, "", choices=self.choices(draft, shop))
            saved = choice_buttons(chat, question, draft, shop)
            chat.say("ask_payment", [*saved, *page_link(chat, page, "button_new_card")])
        elif page:
            chat.say("ask_payment_none", page_link(chat, page, "button_first_card"))
        else:
            chat.say("ask_payment_elsewhere")

    def choices(self, draft: Draft, shop: Shop) -> tuple[str, ...]:
        return tuple(card.id for card in shop.cards)

    async def _ask_by_phone(self, chat: Chat, draft: Draft, shop: Shop) -> None:
        """The desk never sees a page for a card: its link goes to the reseller alone."""
        if shop.cards:
            question = Question(Step.PAYMENT, "", choices=self.choices(draft, shop))
            chat.say("ask_payment_by_phone", choice_buttons(chat, question, draft, shop))
        elif await send_page(chat, again=False):
            chat.say("ask_payment_none_by_phone", address=shop.account.email)
        else:
            chat.say("ask_payment_elsewhere")

    async def ask_again(self, chat: Chat, question: Question, draft: Draft, shop: Shop) -> None:
        is_new = question.reason == "card_new"
        saved = choice_buttons(chat, question, draft, shop)
        if is_new and is_by_phone(chat) and await send_page(chat, again=True):
            reason = "card_link_sent" if shop.cards else "ask_payment_none_by_phone"
            chat.say(reason, saved, address=shop.account.email)
            return
        if not shop.cards:  # there is none to be right or wrong about
            await self.ask(chat, draft, shop)
            return
        page = await card_page(chat, is_awaited=is_new)
        links = page_link(chat, page, "button_open_page" if is_new else "button_new_card")
        if is_by_phone(chat):
            links = []
        reason = "card_new_elsewhere" if is_new and page is None else question.reason
        chat.say(reason, [*links, *saved] if is_new else [*saved, *links], **question.data)


class TakeCard(SpokenAction):
    """A card was saved at the hosted page: the order goes on with it, unless another was chosen meanwhile."""

    def name(self) -> str:
        return "action_take_card"

    async def act(self, chat: Chat) -> list[Event]:
        chat.forget_shop()
        shop = await chat.shop()
        card = shop.card_by_id.get(str(chat.entity("id")))
        if card is None:
            log.error("saved_card_missing", card=chat.entity("id"))
            return [FollowupAction("action_listen")]
        name = choice_title(chat, Step.PAYMENT, card.id, Draft(), shop)
        draft, questions = slots.read_draft(chat.tracker, shop), slots.read_questions(chat.tracker)
        if slots.requested_step(chat.tracker) is None:
            chat.say("card_saved_for_later", card=name)
            return [FollowupAction("action_listen")]
        if draft.payment is not None:
            kept = choice_title(chat, Step.PAYMENT, draft.payment, draft, shop)
            chat.say("card_saved_kept", card=name, kept=kept)
            return [FollowupAction("action_listen")]
        await ledger().card_pages.close(chat.turn.conversation)
        chat.say("card_saved", card=name)
        questions.pop(Step.PAYMENT, None)
        events = slots.draft_events(replace(draft, payment=card.id), chat.tracker)
        return [*events, slots.questions_event(questions), FollowupAction("order_form")]


class RenewCardPage(SpokenAction):
    """The page ran out before a card was saved: said once, and the question comes back with a fresh link."""

    def name(self) -> str:
        return "action_renew_card_page"

    async def act(self, chat: Chat) -> list[Event]:
        if slots.requested_step(chat.tracker) is not Step.PAYMENT:
            return [FollowupAction("action_listen")]
        chat.say("card_page_ended")
        return [FollowupAction("order_form")]


async def card_page(chat: Chat, *, is_awaited: bool) -> AwaitedCard | None:
    """The page to link to; None where the marketplace has none, or where it is only an offer and fails."""
    pages, turn = ledger().card_pages, chat.turn
    page = await pages.running(turn.conversation)
    if page is None:
        try:
            opened = await (await chat.marketplace()).open_card_page()
        except MarketplaceError as error:
            if is_awaited:
                raise
            log.warning("card_page_unavailable", error=str(error))
            return None
        if opened is None:
            return None
        page = await pages.opened(opened, turn.conversation, turn.actor, turn.subject)
    if is_awaited and not page.is_awaited:
        await pages.await_card(page.id)
    return page


def is_by_phone(chat: Chat) -> bool:
    """Support staff speak for the reseller, who alone may see a page for a card."""
    return chat.turn.actor != chat.turn.subject


async def send_page(chat: Chat, *, again: bool) -> bool:
    """Send the reseller the link to a page for a new card; ``again``: also one that was sent before.

    False where the marketplace has no such page.
    """
    turn = chat.turn
    known = await ledger().card_pages.running(turn.conversation)
    page = await card_page(chat, is_awaited=True)
    if page is None:
        return False
    if known is None or again:
        notice = {"to": turn.subject, "by": turn.actor, "sentence": "card_link", "url": page.url}
        until = {"until": page.ends_at.isoformat()}
        await ledger().outbox.add("notice", turn.conversation, {**notice, **until})
    return True


def page_link(chat: Chat, page: AwaitedCard | None, title: str) -> list[Button]:
    return [link(chat.phrase(title), page.url)] if page else []
