"""Signing in: the marketplace knows who somebody is, the ledger remembers it, a token stands for it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol

from bot.channels.declined import Declined
from bot.channels.throttle import Throttle
from bot.ledger import Ledger, Origin
from bot.marketplace.errors import MarketplaceError, Refused
from bot.ordering.order import Account


class AccountSource(Protocol):
    """The part of the marketplace that a sign-in needs."""

    async def account(self) -> Account: ...

    async def aclose(self) -> None: ...


OpenMarketplace = Callable[[tuple[str, str], str | None], AccountSource]


@dataclass(frozen=True)
class Credentials:
    """What somebody typed; ``acts_for``: the reseller's login, for support staff.

    ``address`` and ``device``: where from.
    """

    login: str
    password: str
    address: str
    acts_for: str | None = None
    device: str = ""


class SignInError(Declined):
    """Nobody is signed in."""


class SignIn:
    """``open_marketplace`` makes a client from (login, password) and whom it acts for; closed after use."""

    def __init__(self, ledger: Ledger, open_marketplace: OpenMarketplace) -> None:
        self._ledger = ledger
        self._open_marketplace = open_marketplace
        self._pairs, self._addresses, self._logins = Throttle(5), Throttle(30), Throttle(100)

    async def __call__(self, credentials: Credentials) -> tuple[str, int]:
        """A token and its idle seconds; raises ``SignInError``."""
        account = await self.prove(credentials)
        await self._ledger.accounts.save(account, credentials.password)
        subject = await self._subject(account, credentials)
        origin = Origin(credentials.address, credentials.device)
        return await self._ledger.sessions.open(account.login, subject, account.role, origin)

    async def prove(self, credentials: Credentials) -> Account:
        """Whose login and password these are, and no more; raises ``SignInError``."""
        login, address = credentials.login, credentials.address
        guarded = ((self._pairs, f"{login}\n{address}"), (self._addresses, address), (self._logins, login))
        if wait := max(throttle.wait(key) for throttle, key in guarded):
            raise SignInError(HTTPStatus.TOO_MANY_REQUESTS, "too_many_attempts", wait)
        try:
            account = await self._account(credentials, None)
        except SignInError as error:
            if error.status == HTTPStatus.UNAUTHORIZED:
                for throttle, key in guarded:
                    throttle.failed(key)
            raise
        # The other two go on counting: whoever has a password of their own may not buy guesses with it.
        self._pairs.succeeded(f"{login}\n{address}")
        return account

    async def _subject(self, account: Account, credentials: Credentials) -> str:
        """Whom the orders are for; the marketplace itself must agree to the delegation."""
        wanted = credentials.acts_for
        if not wanted or wanted == account.login:
            return account.login
        if wanted not in account.acts_for:
            raise SignInError(HTTPStatus.FORBIDDEN, "may_not_act_for")
        reseller = await self._account(credentials, wanted)
        await self._ledger.accounts.remember(reseller)
        return reseller.login

    async def _account(self, credentials: Credentials, acts_for: str | None) -> Account:
        client = self._open_marketplace((credentials.login, credentials.password), acts_for)
        async with aclosing(client):
            try:
                return await client.account()
            except Refused as refused:
                raise _why(refused, acts_for) from refused
            except MarketplaceError as trouble:
                raise SignInError(HTTPStatus.SERVICE_UNAVAILABLE, "marketplace_down") from trouble


def _why(refused: Refused, acts_for: str | None) -> SignInError:
    if acts_for is not None:
        return SignInError(HTTPStatus.FORBIDDEN, "may_not_act_for")
    if refused.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return SignInError(HTTPStatus.UNAUTHORIZED, "wrong_password")
    return SignInError(HTTPStatus.SERVICE_UNAVAILABLE, "marketplace_down")
