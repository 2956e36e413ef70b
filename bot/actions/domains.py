"""Domains against the marketplace: wished ones are checked, chosen ones once more before they are ordered."""

from __future__ import annotations

import asyncio

from bot.actions.chat import Chat
from bot.ordering.deciding.checked_domain import FREE_INSTEAD, OFFERS, settle, still_holds, wish_again
from bot.ordering.draft import Step
from bot.ordering.order import DomainCheck
from bot.ordering.outcome import DomainWish, Outcome
from bot.ordering.shop import Shop
from bot.wiring import ledger

TRANSFER = "transfer"  # the button that says what is to become of the name on it


async def check_wishes(chat: Chat, outcome: Outcome, shop: Shop) -> None:
    """Ask the marketplace about every wished name, all at once, and settle what its answers mean."""
    draft = outcome.draft
    checks = await asyncio.gather(*(_check(chat, wish) for wish in outcome.wishes))
    for wish, check in zip(outcome.wishes, checks, strict=True):
        settle(wish, check, outcome, shop)
    for wish in outcome.wishes:
        _tell_if_asked_later(wish, outcome, shop)
    if outcome.draft != draft:
        outcome.questions.pop(Step.CONFIRM, None)  # "what shall I change?" has been answered


async def recheck_domains(chat: Chat, outcome: Outcome, shop: Shop) -> bool:
    """Whether all domains of the order can still be had; if not, that is asked and nothing is confirmed."""
    draft = outcome.draft
    wishes = [wish_again(choice, choice in draft.extra_domains) for choice in draft.domains()]
    checks = await asyncio.gather(*(_check(chat, wish) for wish in wishes))
    for choice, wish, check in zip(draft.domains(), wishes, checks, strict=True):
        if not still_holds(choice, check):
            outcome.confirmed = False
            outcome.draft = outcome.draft.without_domain(choice.name)
            outcome.tell("domain_gone", domain=wish.domain.shown)
            settle(wish, check, outcome, shop)
    return outcome.draft == draft


async def _check(chat: Chat, wish: DomainWish) -> DomainCheck:
    code = None
    if wish.auth_code:
        code = await ledger().secrets.reveal(wish.auth_code, chat.turn.conversation)
    return await (await chat.marketplace()).check_domain(wish.domain.name, code)


def _tell_if_asked_later(wish: DomainWish, outcome: Outcome, shop: Shop) -> None:
    """What was found out is said now, even if something else has to be asked first."""
    asked_now = outcome.questions.get(outcome.next_step(shop.catalog))
    tld = shop.catalog.tld(wish.domain.name.partition(".")[2])
    for question in outcome.questions.values():
        if question is asked_now or question.data.get("domain") != wish.domain.shown or tld is None:
            continue
        if question.reason in (*OFFERS.values(), FREE_INSTEAD):
            outcome.tell("domain_free", domain=wish.domain.shown, amount=tld.price)
        else:
            is_locked = question.reason == "domain_not_transferable"
            outcome.tell("domain_is_locked" if is_locked else "domain_is_taken", domain=wish.domain.shown)
