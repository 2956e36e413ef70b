"""The phone desk's API: who calls, what to read to them, today's orders, and what a person must settle."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request
from pydantic import AwareDatetime, BaseModel, StringConstraints

from bot.channels.callers import SUPPORT, Ringing
from bot.channels.conversation import Person
from bot.channels.declined import Declined
from bot.channels.read_back import read_back
from bot.channels.web.account import own_session
from bot.channels.web.api import not_too_fast
from bot.channels.web.parts import address_of, device_of, parts_of
from bot.channels.web.speaker import bearer
from bot.channels.web.wire import MAIN, Name
from bot.ledger import Intent, Origin, Session, Settlement
from bot.marketplace.errors import MarketplaceError, Refused
from bot.ordering.order import Account, PlacedOrder

_LONGEST_LIST = timedelta(days=7)
_MAIL_SHOWN = 2

router = APIRouter(dependencies=[Depends(not_too_fast)])


class CallBody(BaseModel):
    reseller: Annotated[str, StringConstraints(min_length=1, max_length=256)]


class CodeBody(BaseModel):
    code: Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[\d\s.-]{1,16}$")]


class SettlementBody(BaseModel):
    """``order``: the marketplace's id of the order; without it, it is looked up by its poNumber."""

    outcome: Literal["placed", "never_made"]
    order: Annotated[str, StringConstraints(strip_whitespace=True, max_length=64)] | None = None


async def at_the_desk(request: Request) -> Session:
    """Somebody whom the ledger knows as support staff, whether or not they act for a reseller now."""
    session = await own_session(request)
    account = await parts_of(request).ledger.accounts.get(session.actor)
    if account is None or account.role != SUPPORT:
        raise Declined(HTTPStatus.FORBIDDEN, "for_support_only")
    return session


Agent = Annotated[Session, Depends(at_the_desk)]


@router.get("/api/desk/resellers")
async def resellers(request: Request, agent: Agent) -> dict[str, Any]:
    found = await parts_of(request).desk.callers.resellers_of(agent.actor)
    return {"resellers": [{"login": each.login, "name": each.name} for each in found]}


@router.post("/api/desk/calls")
async def ring(request: Request, body: CallBody, agent: Agent) -> dict[str, Any]:
    return _ringing_json(await parts_of(request).desk.callers.ring(agent.actor, body.reseller))


@router.post("/api/desk/calls/{call_id}/check")
async def check_caller(request: Request, call_id: str, body: CodeBody, agent: Agent) -> dict[str, Any]:
    code = "".join(each for each in body.code if each.isdigit())
    origin = Origin(address_of(request), device_of(request))
    token, seconds = await parts_of(request).desk.callers.check(agent.actor, call_id, code, origin)
    return {"token": token, "expires_in": seconds}


@router.get("/api/desk/read-back")
async def what_to_read(
    request: Request, agent: Agent, conversation: Name = MAIN, language: str | None = None
) -> dict[str, Any]:
    """``text`` is null unless a review waits for its yes. In the reseller's language, unless told another."""
    parts = parts_of(request)
    person: Person = await parts.speakers.behind(bearer(request.headers.get("Authorization", "")))
    opened = await parts.gateway.open(person, conversation)
    awaiting, order = await parts.ledger.conversations.state(opened.id)
    reseller = await parts.ledger.accounts.get(person.subject)
    spoken = language or (reseller.language if reseller else person.language)
    text = read_back(order, spoken[:2]) if awaiting == "confirm" and order else None
    return {"text": text, "language": spoken[:2]}


@router.get("/api/desk/orders")
async def orders(request: Request, agent: Agent, since: AwareDatetime | None = None) -> dict[str, Any]:
    """What the desk ordered for the resellers that the agent may act for; ``since`` midnight UTC."""
    now = datetime.now(UTC)
    begin = max(since or now.replace(hour=0, minute=0, second=0, microsecond=0), now - _LONGEST_LIST)
    found = await parts_of(request).ledger.intents.at_the_desk(await _acts_for(request, agent), begin)
    return {"orders": await _orders_json(request, found)}


@router.get("/api/desk/unsettled")
async def unsettled(request: Request, agent: Agent) -> dict[str, Any]:
    found = await parts_of(request).ledger.settling.waiting(await _acts_for(request, agent))
    return {"orders": await _orders_json(request, found)}


@router.post("/api/desk/unsettled/{intent_id}")
async def settle(request: Request, intent_id: str, body: SettlementBody, agent: Agent) -> dict[str, Any]:
    settling = parts_of(request).ledger.settling
    waiting = await settling.waiting(await _acts_for(request, agent))
    intent = next((each for each in waiting if each.id == intent_id), None)
    if intent is None:
        raise Declined(HTTPStatus.NOT_FOUND, "nothing_to_settle")
    order = await _found(request, agent, intent, body.order)
    if body.outcome == "never_made":
        if order is not None:  # nobody may call an order never made that the marketplace has
            raise Declined(HTTPStatus.CONFLICT, "order_exists", facts={"number": order.number})
        settled = await settling.as_never_made(intent.id, agent.actor)
    elif order is None:
        raise Declined(HTTPStatus.CONFLICT, "order_not_found")
    else:
        settled = await settling.as_placed(intent.id, order, agent.actor)
    if settled is Settlement.OTHER_ORDER:
        raise Declined(HTTPStatus.CONFLICT, "another_order")
    if settled is Settlement.NOT_WAITING:
        raise Declined(HTTPStatus.NOT_FOUND, "nothing_to_settle")
    return {"number": order.number if order else None, "outcome": body.outcome}


async def _found(
    request: Request, agent: Session, intent: Intent, order_id: str | None
) -> PlacedOrder | None:
    """The order at the marketplace, seen as the agent on the reseller's behalf."""
    try:
        marketplace = await parts_of(request).desk.marketplace_for(agent.actor, intent.subject)
        if order_id:
            return await marketplace.order(order_id)
        return await marketplace.find_order(intent.id, intent.placeable.customer_id, intent.created_at)
    except Refused:
        return None  # there is no such order
    except MarketplaceError as trouble:
        raise Declined(HTTPStatus.SERVICE_UNAVAILABLE, "order_unreadable") from trouble


async def _acts_for(request: Request, agent: Session) -> tuple[str, ...]:
    account = await parts_of(request).ledger.accounts.get(agent.actor)
    return account.acts_for if account else ()


async def _orders_json(request: Request, intents: list[Intent]) -> list[dict[str, Any]]:
    accounts = parts_of(request).ledger.accounts
    logins = {login for intent in intents for login in (intent.actor, intent.subject)}
    known: dict[str, Account | None] = {login: await accounts.get(login) for login in logins}
    names = {login: account.name if account else login for login, account in known.items()}
    return [_order_json(intent, names) for intent in intents]


def _order_json(intent: Intent, names: dict[str, str]) -> dict[str, Any]:
    status = intent.order_status.value if intent.order_status else intent.state.value
    return {
        "id": intent.id,
        "number": intent.order_number,
        "status": status,
        "actor": names[intent.actor],
        "subject": names[intent.subject],
        "customer": (intent.draft.get("customer") or {}).get("name"),
        "plan": (intent.draft.get("plan") or {}).get("name"),
        "quantity": intent.draft.get("quantity"),
        "total": {"amount": str(intent.quote.total.amount), "currency": intent.quote.total.currency},
        "at": (intent.confirmed_at or intent.created_at).isoformat(),
    }


def _ringing_json(ringing: Ringing) -> dict[str, Any]:
    seconds = int((ringing.call.expires_at - datetime.now(UTC)).total_seconds())
    return {
        "id": ringing.call.id,
        "name": ringing.reseller.name,
        "language": ringing.reseller.language[:2],
        "mail": _masked(ringing.reseller.email),
        "expires_in": seconds,
    }


def _masked(address: str) -> str:
    """Enough for the agent to say where the code went, too little to write there."""
    name, at, domain = address.partition("@")
    return f"{name[:_MAIL_SHOWN]}•••{at}{domain}" if at else ""
