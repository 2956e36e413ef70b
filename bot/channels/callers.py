"""The phone desk's door: support staff act for a reseller once the caller has said the reseller's code.

The code goes to the reseller's own conversation and registered mail, never to the desk. Who asked for one,
who said it right, and who did not, is in the reseller's audit trail (``ledger.calls``).
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from bot.channels.declined import Declined
from bot.channels.notices import MarketplaceFor, Notice, Notices
from bot.ledger import Call, Checked, Ledger, Origin, TooManyCodes, UnknownAccount
from bot.ledger.calls import MOST_TRIES
from bot.marketplace.errors import MarketplaceError, Refused
from bot.ordering.order import Account

SUPPORT = "support"


@dataclass(frozen=True)
class Ringing:
    """A call whose caller is not known yet."""

    call: Call
    reseller: Account


class Callers:
    def __init__(self, ledger: Ledger, notices: Notices, marketplace_for: MarketplaceFor) -> None:
        self._ledger = ledger
        self._notices = notices
        self._marketplace_for = marketplace_for

    async def resellers_of(self, agent: str) -> list[Account]:
        """Whom the agent may act for, by name. One who was never here is known by the login only."""
        found = []
        for login in (await self._account_of(agent)).acts_for:
            known = await self._ledger.accounts.get(login)
            found.append(known or Account("", login, login, "reseller", "", "", ""))
        return sorted(found, key=lambda account: account.name.casefold())

    async def ring(self, agent: str, reseller: str) -> Ringing:
        """Somebody calls and says to be ``reseller``: send the code; raises ``Declined``."""
        if reseller not in (await self._account_of(agent)).acts_for:
            raise Declined(HTTPStatus.FORBIDDEN, "may_not_act_for")
        try:
            # The marketplace itself must agree to the delegation, each time.
            account = await (await self._marketplace_for(agent, reseller)).account()
        except (Refused, UnknownAccount) as refused:
            raise Declined(HTTPStatus.FORBIDDEN, "may_not_act_for") from refused
        except MarketplaceError as trouble:
            raise Declined(HTTPStatus.SERVICE_UNAVAILABLE, "marketplace_down") from trouble
        await self._ledger.accounts.remember(account)
        try:
            call, code = await self._ledger.calls.open(agent, reseller)
        except TooManyCodes as many:
            raise Declined(HTTPStatus.TOO_MANY_REQUESTS, "too_many_codes", wait=600) from many
        facts = {"code": " ".join(code)}
        await self._notices.send(Notice(reseller, agent, "caller_code", facts, until=call.expires_at))
        return Ringing(call, account)

    async def check(self, agent: str, call_id: str, code: str, origin: Origin) -> tuple[str, int]:
        """The caller said ``code``: a token to act for the reseller, and its seconds; raises ``Declined``."""
        call, outcome = await self._ledger.calls.check(call_id, agent, code)
        if call is None:
            raise Declined(HTTPStatus.NOT_FOUND, "no_such_call")
        if outcome is Checked.OVER:
            raise Declined(HTTPStatus.GONE, "call_is_over")
        if outcome is Checked.WRONG:
            left = {"left": MOST_TRIES - call.tries}
            raise Declined(HTTPStatus.UNPROCESSABLE_ENTITY, "wrong_code", facts=left)
        return await self._ledger.sessions.open(agent, call.subject, SUPPORT, origin)

    async def _account_of(self, agent: str) -> Account:
        """The agent's account, whose role is the ledger's word; raises ``Declined`` for anybody else."""
        account = await self._ledger.accounts.get(agent)
        if account is None or account.role != SUPPORT:
            raise Declined(HTTPStatus.FORBIDDEN, "for_support_only")
        return account
