"""Domains against the marketplace: wished ones are checked, chosen ones once more before they are ordered."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot.actions.chat import Chat
from bot.ordering.deciding.checked_domain import FREE_INSTEAD, OFFERS, settle, still_holds, wish_again
from bot.ordering.domains import DomainName
from bot.ordering.draft import Step
from bot.ordering.order import DomainCheck, DomainState
from bot.ordering.outcome import DomainWish, Outcome
from bot.ordering.shop import Shop
from bot.wiring import ledger

TRANSFER = "transfer"  # the button that says what is to become of the name on it


async def check_wishes(chat: Chat, outcome: Outcome, shop: Shop) -> None:
    """Ask the marketplace about every wished name, all at once, and settle what its answers mean."""
    draft = outcome.draft
    tried = await asyncio.gather(*(_try(chat, wish) for wish in outcome.wishes))
    outcome.wishes = [wish for wish, _, _ in tried]
    for wish, check, taken in tried:
        for domain in taken:
            outcome.tell("domain_is_taken", domain=domain.shown)
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


async def _try(chat: Chat, wish: DomainWish) -> tuple[DomainWish, DomainCheck, list[DomainName]]:
    """The wish, or the first that is free of what is wanted instead, with the names that are taken. If all
    are, the first is what is talked about."""
    check, taken = await _check(chat, wish), [wish.domain]
    if check.state is DomainState.TAKEN:
        for domain in wish.or_else:
            other = replace(wish, domain=domain)
            found = await _check(chat, other)
            if found.state is DomainState.FREE:
                return other, found, taken
            taken.append(domain)
    return wish, check, taken[1:]


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
