"""The page on which an order beyond the limit is approved: one form, one password, no script.

Whoever has the link needs the password too, so there is nothing that a foreign page could do with it. It is
reached from every channel, and leads nowhere else.
"""

from __future__ import annotations

from html import escape
from http import HTTPStatus
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from bot.channels.sentences import sentence
from bot.channels.sign_in import Credentials, SignInError
from bot.channels.web.parts import address_of, parts_of

router = APIRouter()
_PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Pedido</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/static/index.css"><main>
<h1>Pedido</h1><p role="status">{words}</p>{form}</main></html>"""
_FORM = """<form method="post"><label>{label}
<input type="password" name="password" autocomplete="current-password" required autofocus></label>
<button>{button}</button></form>"""


@router.get("/approve/{ref}", include_in_schema=False)
async def show(request: Request, ref: str) -> HTMLResponse:
    return await _answer(request, ref, "approval_wanted")


@router.post("/approve/{ref}", include_in_schema=False)
async def give(request: Request, ref: str) -> HTMLResponse:
    parts = parts_of(request)
    parts.rates.address.take(address_of(request))
    asked = await parts.ledger.approvals.asked(ref)
    if asked is None:
        return await _answer(request, ref, "approval_wanted")
    password = parse_qs((await request.body()).decode("utf-8", "replace")).get("password", [""])[0]
    try:
        await parts.sign_in.prove(Credentials(asked.actor, password, address_of(request)))
    except SignInError as error:
        return await _answer(request, ref, error.reason, error.status, seconds=error.wait)
    language = await _language(request, asked.actor)
    await parts.ledger.approvals.give(ref)
    return _page(sentence("approval_given", language), language)


async def _answer(
    request: Request, ref: str, name: str, status: int = HTTPStatus.OK, **facts: object
) -> HTMLResponse:
    asked = await parts_of(request).ledger.approvals.asked(ref)
    if asked is None:
        return _page(sentence("approval_gone", "es"), "es", status=HTTPStatus.NOT_FOUND)
    language = await _language(request, asked.actor)
    labels = {part: escape(sentence(f"approval_{part}", language)) for part in ("label", "button")}
    return _page(sentence(name, language, **facts), language, _FORM.format(**labels), status)


async def _language(request: Request, actor: str) -> str:
    account = await parts_of(request).ledger.accounts.get(actor)
    return account.language if account else "es"


def _page(words: str, language: str, form: str = "", status: int = HTTPStatus.OK) -> HTMLResponse:
    return HTMLResponse(_PAGE.format(language=language, words=escape(words), form=form), status)
