"""The account page's API: chat accounts that are linked, and the sessions that are open. Only one's own."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated, Any, Literal

import structlog
from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel

from bot.channels.declined import Declined
from bot.channels.web.api import not_too_fast
from bot.channels.web.parts import parts_of
from bot.channels.web.speaker import SignedOut, bearer
from bot.ledger import Link, OpenSession, Session
from bot.ledger.sessions import limits_of

log = structlog.get_logger(__name__)
router = APIRouter(dependencies=[Depends(not_too_fast)])


class LinkBody(BaseModel):
    channel: Literal["telegram", "slack"]


async def own_session(request: Request) -> Session:
    """Read from the ledger each time: what ends sessions must not be done by one that has ended."""
    session = await parts_of(request).ledger.sessions.read(bearer(request.headers.get("Authorization", "")))
    if session is None:
        raise SignedOut
    return session


async def own_account(request: Request) -> Session:
    """As ``own_session``, but nobody changes an account on somebody's behalf."""
    session = await own_session(request)
    if session.actor != session.subject:
        raise Declined(HTTPStatus.FORBIDDEN, "not_on_behalf")
    return session


Own = Annotated[Session, Depends(own_account)]


@router.post("/api/links")
async def offer_link(request: Request, body: LinkBody, own: Own) -> dict[str, Any]:
    link, token = await parts_of(request).ledger.links.offer(own.actor, body.channel)
    seconds = int((link.expires_at - datetime.now(UTC)).total_seconds())
    return {"id": link.id, "token": token, "url": _invitation(request, link, token), "expires_in": seconds}


@router.get("/api/links")
async def list_links(request: Request, own: Own) -> dict[str, Any]:
    links = await parts_of(request).ledger.links.of(own.actor)
    connected = [door.courier.channel for door in request.app.state.doors]
    return {"links": [_link_json(link) for link in links], "connected": connected}


@router.post("/api/links/{link_id}/approve")
async def approve_link(request: Request, link_id: str, own: Own) -> dict[str, Any]:
    links = parts_of(request).ledger.links
    approved = await links.approve(link_id, own.actor)
    if approved is None:
        raise await _why_not(request, link_id, own)
    _told_to_doors(request)
    log.info("link_approved", link=link_id, channel=approved.channel, actor=own.actor)
    return _link_json(approved)


@router.delete("/api/links/{link_id}", status_code=HTTPStatus.NO_CONTENT)
async def remove_link(request: Request, link_id: str, own: Own) -> Response:
    if not await parts_of(request).ledger.links.remove(link_id, own.actor):
        raise Declined(HTTPStatus.NOT_FOUND, "no_such_link")
    _told_to_doors(request)
    log.info("link_removed", link=link_id, actor=own.actor)
    return Response(status_code=HTTPStatus.NO_CONTENT)


@router.get("/api/sessions")
async def list_sessions(request: Request, own: Annotated[Session, Depends(own_session)]) -> dict[str, Any]:
    parts = parts_of(request)
    opened = await parts.ledger.sessions.of(own.actor)
    limits = limits_of(own.role)
    return {
        "sessions": [_session_json(each, is_this=each.id == own.id) for each in opened],
        "idle_seconds": int(limits.idle.total_seconds()),
        "absolute_seconds": int(limits.absolute.total_seconds()),
    }


@router.delete("/api/sessions", status_code=HTTPStatus.NO_CONTENT)
async def revoke_other_sessions(request: Request, own: Own) -> Response:
    parts = parts_of(request)
    count = await parts.ledger.sessions.revoke_others(own.id, own.actor)
    parts.speakers.forget_all()
    log.info("sessions_revoked", actor=own.actor, count=count)
    return Response(status_code=HTTPStatus.NO_CONTENT)


@router.delete("/api/sessions/{session_id}", status_code=HTTPStatus.NO_CONTENT)
async def revoke_session(request: Request, session_id: str, own: Own) -> Response:
    parts = parts_of(request)
    if not await parts.ledger.sessions.revoke(session_id, own.actor):
        raise Declined(HTTPStatus.NOT_FOUND, "no_such_session")
    parts.speakers.forget_all()
    log.info("sessions_revoked", actor=own.actor, count=1)
    return Response(status_code=HTTPStatus.NO_CONTENT)


async def _why_not(request: Request, link_id: str, own: Session) -> Declined:
    link = await parts_of(request).ledger.links.get(link_id, own.actor)
    if link is None:  # never there, somebody else's, or dead because two people showed its token
        return Declined(HTTPStatus.NOT_FOUND, "no_such_link")
    if link.expires_at <= datetime.now(UTC):
        return Declined(HTTPStatus.GONE, "link_expired")
    return Declined(HTTPStatus.CONFLICT, "link_not_claimed")


def _told_to_doors(request: Request) -> None:
    """Who speaks in the chats has changed, and the chat is to hear so."""
    for door in request.app.state.doors:
        door.forget_people()
    parts_of(request).gateway.outgoing.set()


def _invitation(request: Request, link: Link, token: str) -> str | None:
    doors = {door.courier.channel: door for door in request.app.state.doors}
    door = doors.get(link.channel)
    return door.invitation(token) if door else None


def _link_json(link: Link) -> dict[str, Any]:
    status = "linked" if link.approved_at else "pending" if link.user_id else "offered"
    return {
        "id": link.id,
        "channel": link.channel,
        "status": status,
        "handle": link.handle,
        "user_id": link.user_id,
        "expires_at": None if link.approved_at else link.expires_at.isoformat(),
        "approved_at": link.approved_at.isoformat() if link.approved_at else None,
    }


def _session_json(session: OpenSession, *, is_this: bool) -> dict[str, Any]:
    return {
        "id": session.id,
        "subject": session.subject,
        "address": session.address,
        "device": session.device,
        "opened_at": session.opened_at.isoformat(),
        "seen_at": session.seen_at.isoformat(),
        "ends_at": session.ends_at.isoformat(),
        "this": is_this,
    }
