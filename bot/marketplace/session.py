"""Signed calls: one token, fetched when first needed, renewed before it ends and once when it is refused."""

from __future__ import annotations

import asyncio
import time
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

from bot.marketplace.errors import Refused, Unavailable
from bot.marketplace.fields import Fields
from bot.marketplace.outcome import Kind
from bot.marketplace.transport import Call, Transport

# A token is renewed this many seconds before its end, or at nine tenths of a short life.
MARGIN = 60


@dataclass(frozen=True)
class Token:
    """A bearer token; ``ends`` is on the session's clock."""

    value: str = field(repr=False)
    ends: float


@dataclass(eq=False)
class Session:
    """One person's calls to one marketplace.

    ``credentials``: login and password. ``acts_for``: the reseller's login on whose behalf support staff
    call; their own token is then exchanged for one of that reseller. ``clock``: seconds, only ever forward.
    """

    transport: Transport
    code: str
    credentials: tuple[str, str] = field(repr=False)
    acts_for: str | None = None
    clock: Callable[[], float] = time.monotonic
    _token: Token | None = field(default=None, init=False)
    _renewal: asyncio.Lock = field(default_factory=asyncio.Lock, init=False, repr=False)

    async def call(self, call: Call) -> Fields:
        """Send ``call`` with a valid token; raises ``MarketplaceError``.

        A token that is refused is replaced and the call sent once more; an order is not, it ends as
        ``Unavailable`` that never happened, and whoever places it decides to try again.
        """
        token = await self._valid_token()
        try:
            return await self.transport.call(call, f"Bearer {token.value}")
        except Refused as refusal:
            if refusal.status != HTTPStatus.UNAUTHORIZED:
                raise
            self._forget(token)
            if call.kind is Kind.ORDER:
                raise Unavailable(refusal.message, refusal.correlation_id) from refusal
        token = await self._valid_token()
        return await self.transport.call(call, f"Bearer {token.value}")

    async def _valid_token(self) -> Token:
        async with self._renewal:  # many calls at once fetch one token
            if self._token is None or self.clock() >= self._token.ends:
                self._token = await self._sign_in()
            return self._token

    def _forget(self, token: Token) -> None:
        if self._token is token:  # else another call has renewed it meanwhile
            self._token = None

    async def _sign_in(self) -> Token:
        basic = b64encode(":".join(self.credentials).encode()).decode()
        sign_in = Call("POST", "/token", body={"marketplace": self.code})
        own = self._read(await self.transport.call(sign_in, f"Basic {basic}"))
        if self.acts_for is None:
            return own
        delegation = Call("POST", "/ext/delegation", body={"login": self.acts_for})
        return self._read(await self.transport.call(delegation, f"Bearer {own.value}"))

    def _read(self, answer: Fields) -> Token:
        life = answer.whole("expiresInSeconds")
        return Token(answer.text("token"), self.clock() + life - min(MARGIN, life / 10))
