"""The HTTP API: sign in and out, say something, read what was said, and whether all is well."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import JSONResponse

from bot.channels.sign_in import Credentials
from bot.channels.web.parts import address_of, device_of, parts_of
from bot.channels.web.speaker import bearer
from bot.channels.web.wire import MAIN, MessageBody, Name, SignInBody, history_json, reply_json


async def not_too_fast(request: Request) -> None:
    """Not a plain function: those wait in threads, and messages sent together would overtake each other."""
    parts_of(request).rates.address.take(address_of(request))


_LAST_SEQ = 2**31 - 1  # the column holds no more

router = APIRouter(dependencies=[Depends(not_too_fast)])


@router.post("/api/session")
async def sign_in(request: Request, body: SignInBody) -> dict[str, Any]:
    credentials = Credentials(
        body.login, body.password, address_of(request), body.acts_for, device_of(request)
    )
    token, seconds = await parts_of(request).sign_in(credentials)
    return {"token": token, "expires_in": seconds}


@router.get("/api/session")
async def who_am_i(request: Request) -> dict[str, Any]:
    parts = parts_of(request)
    person = await parts.speakers.behind(_token(request))
    account = await parts.ledger.accounts.get(person.subject)
    # Who speaks by phone: the agent's name, beside the reseller's.
    agent = await parts.ledger.accounts.get(person.actor)
    return {
        "actor": person.actor,
        "subject": person.subject,
        "role": person.role,
        "actor_name": agent.name if agent else person.actor,
        "name": account.name if account else person.subject,
        "language": person.language,
        "country": account.country if account else "",
    }


@router.delete("/api/session", status_code=HTTPStatus.NO_CONTENT)
async def sign_out(request: Request) -> Response:
    await parts_of(request).speakers.sign_out(_token(request))
    return Response(status_code=HTTPStatus.NO_CONTENT)


@router.post("/api/messages")
async def say(request: Request, body: MessageBody) -> dict[str, Any]:
    parts, token = parts_of(request), _token(request)
    # Queued before anything is looked up, so that messages sent together keep the order of their arrival.
    async with parts.arrivals.turn(token):
        person = await parts.speakers.behind(token)
        parts.rates.session.take(token)
        conversation = await parts.gateway.open(person, body.conversation)
        accepted = await parts.gateway.accept(person, conversation, body.event())
    return reply_json(await parts.gateway.answer(accepted))


@router.get("/api/messages")
async def what_was_said(
    request: Request, conversation: Name = MAIN, after: Annotated[int, Query(ge=0, le=_LAST_SEQ)] = 0
) -> dict[str, Any]:
    parts = parts_of(request)
    person = await parts.speakers.behind(_token(request))
    opened = await parts.gateway.open(person, conversation)
    messages = await parts.ledger.conversations.since(opened.id, after)
    return history_json(messages, *await parts.ledger.conversations.state(opened.id))


@router.get("/health")
async def health(request: Request) -> JSONResponse:
    states = await parts_of(request).health()
    is_up = all(state == "up" for state in states.values())
    return JSONResponse(
        {"status": "ready" if is_up else "not ready", "parts": states},
        HTTPStatus.OK if is_up else HTTPStatus.SERVICE_UNAVAILABLE,
    )


def _token(request: Request) -> str:
    return bearer(request.headers.get("Authorization", ""))
