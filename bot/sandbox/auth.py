"""Who calls: tokens for a login and password, and delegated ones for support staff."""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.sandbox.bodies import TokenBody
from bot.sandbox.catalog import Catalog
from bot.sandbox.credentials import digest, new_token, password_hash, password_matches
from bot.sandbox.database import Sessions
from bot.sandbox.errors import Refusal, not_found
from bot.sandbox.postman import Postman
from bot.sandbox.tables import Account, Token

TOKEN_SECONDS = 1500
_NOBODY = password_hash("nobody")
router = APIRouter()


@dataclass(frozen=True)
class World:
    """What every call needs and no call changes; ``clock`` gives aware UTC."""

    catalog: Catalog
    sessions: Sessions
    clock: Callable[[], datetime]
    public_url: str | None
    advancing: asyncio.Lock = field(default_factory=asyncio.Lock)
    postman: Postman | None = None

    def base_url(self, request: Request) -> str:
        """Where a person's browser finds this sandbox, without a trailing slash."""
        return (self.public_url or str(request.base_url)).rstrip("/")


def world_of(request: Request) -> World:
    world: World = request.app.state.world
    return world


AnyWorld = Annotated[World, Depends(world_of)]


@dataclass(frozen=True)
class Call:
    """One authenticated call: ``account`` is whom it acts as, ``actor`` whose hands it is in."""

    world: World
    session: AsyncSession
    account: Account
    actor: Account
    now: datetime
    base_url: str


async def any_call(
    request: Request, world: AnyWorld, authorization: Annotated[str | None, Header()] = None
) -> AsyncIterator[Call]:
    scheme, _, token = (authorization or "").partition(" ")
    async with world.sessions() as session:
        now = world.clock()
        held = await session.get(Token, digest(token)) if scheme.lower() == "bearer" else None
        if held is None or held.expires <= now:
            raise Refusal(
                401, "The bearer token is missing, unknown or expired.", headers=_challenge("Bearer")
            )
        account = await session.get_one(Account, held.account_id)
        actor = await session.get_one(Account, held.actor_id)
        yield Call(world, session, account, actor, now, world.base_url(request))


async def reseller_call(call: Annotated[Call, Depends(any_call)]) -> Call:
    if call.account.role != "reseller":
        raise Refusal(403, "Support staff act for a reseller: ask POST /ext/delegation for a token.")
    return call


AnyCall = Annotated[Call, Depends(any_call)]
ResellerCall = Annotated[Call, Depends(reseller_call)]


@router.post("/token")
async def sign_in(
    world: AnyWorld, body: TokenBody | None = None, authorization: Annotated[str | None, Header()] = None
) -> dict[str, Any]:
    login, password = _basic(authorization)
    async with world.sessions() as session:
        account = await session.scalar(select(Account).where(Account.login == login))
        # An unknown login costs the same time as a wrong password.
        stored = account.password if account and account.password else _NOBODY
        matches = await asyncio.to_thread(password_matches, password, stored)
        if account is None or not matches:
            raise Refusal(401, "The login or the password is wrong.", headers=_challenge("Basic"))
        if body and body.marketplace and body.marketplace != world.catalog.code:
            raise not_found("Marketplace", body.marketplace)
        return await issue_token(session, account, account, world.clock())


async def issue_token(
    session: AsyncSession, account: Account, actor: Account, now: datetime
) -> dict[str, Any]:
    """A fresh bearer token for ``actor`` to act as ``account``: ``{"token", "expiresInSeconds"}``."""
    token = new_token()
    await session.execute(delete(Token).where(Token.expires <= now))
    expires = now + timedelta(seconds=TOKEN_SECONDS)
    session.add(Token(digest=digest(token), account_id=account.id, actor_id=actor.id, expires=expires))
    await session.commit()
    return {"token": token, "expiresInSeconds": TOKEN_SECONDS}


def _basic(authorization: str | None) -> tuple[str, str]:
    scheme, _, encoded = (authorization or "").partition(" ")
    try:
        login, colon, password = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        login = colon = password = ""
    if scheme.lower() != "basic" or not colon:
        raise Refusal(401, "Sign in with Basic login:password.", headers=_challenge("Basic"))
    return login, password


def _challenge(scheme: str) -> dict[str, str]:
    return {"WWW-Authenticate": f'{scheme} realm="marketplace"'}
