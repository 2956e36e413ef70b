"""/ext: what SimpleAPI is silent about: accounts, delegation, solutions, endings, cards, terms, mail."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from sqlalchemy import select

from bot.sandbox.auth import AnyCall, ResellerCall, issue_token
from bot.sandbox.bodies import DelegationBody, MailBody
from bot.sandbox.catalog import Solution
from bot.sandbox.errors import Refusal
from bot.sandbox.fulfilment import advance, post
from bot.sandbox.order_views import moment
from bot.sandbox.paging import AnyPage
from bot.sandbox.tables import Account, Card, Mail, Posting, public_id_of, row_number
from bot.sandbox.words import language_of, words

router = APIRouter(prefix="/ext")
TERMS_VERSION = "2026-01"


@router.get("/account")
async def account(call: AnyCall) -> dict[str, Any]:
    """Whom the token acts as; a delegated token shows the reseller."""
    return {
        "id": call.account.public_id,
        "login": call.account.login,
        "name": call.account.name,
        "role": call.account.role,
        "email": call.account.contact_persons[0]["email"],
        "language": call.account.language,
        "country": call.account.address["countryCode"],
        "actsFor": call.account.acts_for,
    }


@router.post("/delegation")
async def delegate(call: AnyCall, body: DelegationBody) -> dict[str, Any]:
    """A token with which support staff act as one reseller, and nothing more."""
    if call.account.role != "support" or body.login not in call.account.acts_for:
        raise Refusal(403, "You may not act for this account.")
    wanted = select(Account).where(Account.login == body.login, Account.role == "reseller")
    reseller = await call.session.scalar(wanted)
    if reseller is None:
        raise Refusal(403, "You may not act for this account.")
    return await issue_token(call.session, reseller, call.actor, call.now)


@router.get("/solutions")
async def solutions(call: ResellerCall, language: str | None = None) -> dict[str, Any]:
    spoken = language_of(language or call.account.language)
    return {"data": [_show_solution(one, spoken) for one in call.world.catalog.solutions]}


@router.get("/domains")
async def domains(call: ResellerCall) -> dict[str, Any]:
    endings = call.world.catalog.tlds.values()
    return {"data": [{"tld": one.name, "mpn": one.mpn, "authCode": one.auth_code} for one in endings]}


@router.get("/payment-methods")
async def payment_methods(call: ResellerCall) -> dict[str, Any]:
    own = select(Card).where(Card.reseller_id == call.account.id).order_by(Card.exp.desc(), Card.id)
    cards = await call.session.scalars(own)
    return {"data": [{"id": c.id, "brand": c.brand, "last4": c.last4, "exp": c.exp} for c in cards]}


@router.get("/terms")
async def terms(call: ResellerCall, language: str | None = None) -> dict[str, Any]:
    spoken = language_of(language or call.account.language)
    return {
        "url": f"{call.base_url}/terms/{spoken}",
        "version": TERMS_VERSION,
        "summary": words(spoken)["terms_summary"],
    }


@router.get("/mail")
async def mail(
    call: ResellerCall, page: AnyPage, order_id: Annotated[str | None, Query(alias="orderId")] = None
) -> dict[str, Any]:
    """What was written about this reseller's orders, newest first; ``sentAt`` is null until it has left."""
    await advance(call)
    own = select(Mail).where(Mail.reseller_id == call.account.id).order_by(Mail.id.desc())
    if order_id is not None:
        own = own.where(Mail.order_id == row_number(order_id))
    waiting = set((await call.session.scalars(select(Posting.mail_id))).all())
    return await page.read(call.session, own, lambda one: _show_mail(one, has_left=one.id not in waiting))


@router.post("/mail")
async def write_mail(call: ResellerCall, body: MailBody) -> dict[str, Any]:
    """A mail to the reseller's registered address, and to no other."""
    sent = Mail(
        reseller_id=call.account.id,
        order_id=None,
        recipient=call.account.contact_persons[0]["email"],
        language=call.account.language,
        subject=body.subject,
        text=body.text,
        sent=call.now,
    )
    call.session.add(sent)
    await post(call, sent)
    await call.session.commit()
    return _show_mail(sent, has_left=call.world.postman is None)


def _show_mail(sent: Mail, *, has_left: bool) -> dict[str, Any]:
    return {
        "id": str(sent.id),
        "orderId": public_id_of(sent.order_id) if sent.order_id else None,
        "to": sent.recipient,
        "language": sent.language,
        "subject": sent.subject,
        "text": sent.text,
        "sentAt": moment(sent.sent) if has_left else None,
    }


def _show_solution(solution: Solution, language: str) -> dict[str, Any]:
    every_plan = frozenset(plan.mpn for plan in solution.plans)
    return {
        "name": solution.name,
        "serviceName": solution.service_name,
        "per": solution.per,
        "needsDomain": solution.needs_domain,
        "plans": [
            {"mpn": plan.mpn, "name": plan.name, "description": plan.about[language]}
            for plan in solution.plans
        ],
        "addOns": [
            {
                "mpn": extra.mpn,
                "name": extra.name,
                "plans": [] if extra.fits == every_plan else sorted(extra.fits),
            }
            for extra in solution.add_ons
        ],
    }
