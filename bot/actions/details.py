"""Answers to what is asked about a price that was shown: the tax alone, one license, another currency."""

from __future__ import annotations

from bot.actions.chat import Chat
from bot.actions.ticket import estimate
from bot.ordering.catalog import Term
from bot.ordering.draft import Draft
from bot.ordering.heard import Heard
from bot.ordering.order import Quote
from bot.ordering.price_detail import Detail, detail_asked
from bot.ordering.shop import Shop


async def answer_detail(chat: Chat, heard: Heard, draft: Draft, shop: Shop) -> bool:
    """Whether such a thing was asked, and has been answered; out of the marketplace's estimate."""
    detail = detail_asked(chat.text)
    plans = [plan for solution in shop.catalog.solutions for plan in solution.plans]
    if detail is Detail.CURRENCY and plans:
        chat.say("only_currency", currency=plans[0].prices[Term.MONTH].currency)
        return True
    request = draft.request(shop.catalog, shop.account.id)
    if detail is Detail.TAX and request is None and not heard.plans:
        chat.say("tax_on_top")
        return True
    if detail is None or request is None or set(heard.plans) - {draft.plan}:
        return False
    quote = await estimate(chat, request)
    if detail is Detail.TAX:
        chat.say("tax_alone", tax=quote.tax, subtotal=quote.subtotal, total=quote.total)
    else:
        chat.say("prices", lines="\n".join(_units(chat, quote)))
    return True


def _units(chat: Chat, quote: Quote) -> list[str]:
    """One line for each product, with the price of one of it."""
    return [
        chat.phrase(f"unit_{line.term.value}", name=line.name, unit=line.unit_price)
        for line in quote.lines
        if not line.mpn.startswith("DOM-")
    ]
