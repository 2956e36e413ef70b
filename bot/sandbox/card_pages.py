"""The hosted page for a new card: one form, one use, nothing kept but brand, last four digits and expiry."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from sqlalchemy import select, update

from bot.sandbox.auth import AnyWorld, ResellerCall, World
from bot.sandbox.cards import CardForm, read_expiry
from bot.sandbox.credentials import new_id, new_token
from bot.sandbox.errors import not_found
from bot.sandbox.pages import card_form, notice
from bot.sandbox.tables import Account, Card, CardPage
from bot.sandbox.words import words

api = APIRouter(prefix="/ext")
public = APIRouter()
PAGE_SECONDS = 900
LONGEST_FORM = 4000


@api.post("/card-pages")
async def open_page(call: ResellerCall) -> dict[str, Any]:
    page = CardPage(
        id=new_token(), reseller_id=call.account.id, expires=call.now + timedelta(seconds=PAGE_SECONDS)
    )
    call.session.add(page)
    await call.session.commit()
    return {"id": page.id, "url": f"{call.base_url}/cards/{page.id}", "expiresIn": PAGE_SECONDS}


@api.get("/card-pages/{page_id}")
async def page_state(call: ResellerCall, page_id: str) -> dict[str, Any]:
    page = await call.session.get(CardPage, page_id)
    if page is None or page.reseller_id != call.account.id:
        raise not_found("Card page", page_id)
    if page.card_id:
        return {"state": "saved", "paymentMethod": page.card_id}
    return {"state": "open" if call.now < page.expires else "expired", "paymentMethod": None}


@public.get("/cards/{page_id}")
async def show_page(world: AnyWorld, page_id: str, request: Request) -> HTMLResponse:
    found = await _find(world, page_id)
    if found is None:
        return _refused(request.headers.get("Accept-Language", ""), "card_unknown")
    page, reseller = found
    if reason := _closed(world, page):
        return _refused(reseller.language, reason)
    return card_form(reseller, [])


@public.post("/cards/{page_id}")
async def save_card(world: AnyWorld, page_id: str, request: Request) -> HTMLResponse:
    found = await _find(world, page_id)
    if found is None:
        return _refused(request.headers.get("Accept-Language", ""), "card_unknown")
    page, reseller = found
    if reason := _closed(world, page):
        return _refused(reseller.language, reason)
    form = await _read_form(request)
    problems = form.problems(world.clock())
    if problems:
        return card_form(reseller, problems)
    card = await _save(world, page, form)
    if card is None:
        return _refused(reseller.language, "card_used")
    text = words(reseller.language)["card_saved"].format(brand=card.brand, last4=card.last4, exp=card.exp)
    return notice(reseller.language, words(reseller.language)["card_title"], text)


async def _find(world: World, page_id: str) -> tuple[CardPage, Account] | None:
    async with world.sessions() as session:
        page = await session.get(CardPage, page_id)
        return (page, await session.get_one(Account, page.reseller_id)) if page else None


def _closed(world: World, page: CardPage) -> str | None:
    """Why the page takes no card any more, or None while it does."""
    if page.card_id:
        return "card_used"
    return "card_expired" if world.clock() >= page.expires else None


def _refused(language: str, reason: str) -> HTMLResponse:
    say = words(language)
    return notice(language, say["card_title"], say[reason], 404 if reason == "card_unknown" else 410)


async def _read_form(request: Request) -> CardForm:
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > LONGEST_FORM:
            return CardForm("", "", "", "")
    fields = parse_qs(raw.decode("utf-8", "replace"))
    one = {name: values[0] for name, values in fields.items()}
    return CardForm(one.get("name", ""), one.get("number", ""), one.get("exp", ""), one.get("csc", ""))


async def _save(world: World, page: CardPage, form: CardForm) -> Card | None:
    """The saved card, the reseller's own if it is there already; None when the page was used meanwhile."""
    year, month = read_expiry(form.exp) or (0, 0)
    facts = {"brand": form.brand, "last4": form.digits[-4:], "exp": f"{month:02d}/{year}"}
    async with world.sessions() as session:
        known = select(Card).filter_by(reseller_id=page.reseller_id, **facts)
        card = await session.scalar(known)
        if card is None:
            card = Card(id=new_id("card"), reseller_id=page.reseller_id, **facts)
            session.add(card)
            await session.flush()
        unused = update(CardPage).where(CardPage.id == page.id, CardPage.card_id.is_(None))
        used = await session.execute(unused.values(card_id=card.id))
        if not used.rowcount:  # type: ignore[attr-defined]  # an UPDATE always has one
            return None
        await session.commit()
        return card
