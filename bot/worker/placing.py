"""What the worker does with one intent, by its state. No transaction is open while the marketplace is asked.

The reasons an intent ends with (``Intent.reason``):

    price_changed            rejected   the estimate right before sending was not the total that was shown
    order_refused            rejected   the marketplace said no; ``detail`` is its sentence
    card_refused             rejected   the card has expired or is not saved there any more
    account_on_hold          rejected   the reseller or the customer may not order at present
    customer_refused         rejected   it did not accept the new customer; ``detail`` is its sentence
    marketplace_unavailable  rejected   it could not be reached for an hour; nothing was sent
    not_signed_in            rejected   there are no credentials to send it with
    auth_code_lost           rejected   the auth code of a transfer is not in the ledger any more
    never_made               rejected   support staff found that the order was never made (ledger.settling)
    unresolved               needs_human  in doubt for a day, or sent too often without a trace
    total_differs            placed     the order exists, at another total than was shown: somebody must look
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import structlog

from bot.ledger import Finding, Intent, Ledger, UnknownAccount
from bot.ledger.clock import Clock, utc_now
from bot.marketplace.errors import ContractBroken, MarketplaceError, Refused, Unavailable
from bot.marketplace.port import Marketplace
from bot.ordering.intent import IntentState
from bot.ordering.order import OrderStatus, PlacedOrder
from bot.worker.customers import Customers
from bot.worker.pace import FOLLOWS, LOOKS, Pace, next_follow, next_look

# The marketplace's codes for a no that calls for another answer than a look through the order.
REFUSALS = {
    "CARD_EXPIRED": "card_refused",
    "CARD_UNKNOWN": "card_refused",
    "ACCOUNT_ON_HOLD": "account_on_hold",
}
FINAL = (OrderStatus.COMPLETED, OrderStatus.ERROR, OrderStatus.CANCELLED)
NOW = timedelta(0)

MarketplaceFor = Callable[[str, str], Awaitable[Marketplace]]
log = structlog.get_logger(__name__)


class Placing:
    """``marketplace_for``: the marketplace as an actor sees it on behalf of a subject."""

    def __init__(
        self, ledger: Ledger, marketplace_for: MarketplaceFor, pace: Pace, clock: Clock = utc_now
    ) -> None:
        self._work = ledger.work
        self._secrets = ledger.secrets
        self._marketplace_for = marketplace_for
        self._pace = pace
        self._clock = clock
        self._customers = Customers(ledger.work, pace.absent_after, clock)

    async def advance(self, intent: Intent) -> None:
        """Take a leased intent one step further; raises ``LeaseLost`` when it is not ours any more."""
        if intent.state in (IntentState.CONFIRMED, IntentState.ABSENT):
            await self._send(intent)
        elif intent.state is IntentState.SENDING:  # whoever sent it died before it could say what came of it
            await self._doubt(intent, Finding(reason="worker_stopped"))
        elif intent.state is IntentState.UNKNOWN:
            await self._look_up(intent)
        elif intent.state is IntentState.PLACED:
            await self._follow(intent)
        elif intent.state is IntentState.QUOTED:
            await self._work.remind(intent)

    async def _send(self, intent: Intent) -> None:
        if intent.attempts >= self._pace.most_attempts and intent.state is IntentState.ABSENT:
            return await self._settle(intent, IntentState.NEEDS_HUMAN, Finding(reason="unresolved"))
        try:
            marketplace = await self._marketplace_for(intent.actor, intent.subject)
            intent = await self._customers.looked_up(intent, marketplace)
            quote = await marketplace.estimate(intent.placeable)
        except UnknownAccount:
            return await self._settle(intent, IntentState.REJECTED, Finding(reason="not_signed_in"))
        except Refused as error:
            return await self._settle(intent, IntentState.REJECTED, _refusal(error))
        except (Unavailable, ContractBroken) as error:
            return await self._wait(intent, error)
        if quote.total != intent.quote.total:
            return await self._settle(intent, IntentState.REJECTED, Finding(reason="price_changed"))
        return await self._make_ready(intent, marketplace)

    async def _make_ready(self, intent: Intent, marketplace: Marketplace) -> None:
        """What the order needs besides itself: the codes of its transfers, and its new customer."""
        codes = await self._auth_codes(intent)
        if codes is None:
            return await self._settle(intent, IntentState.REJECTED, Finding(reason="auth_code_lost"))
        try:
            ready = await self._customers.ready(intent, marketplace)
        except Refused as error:
            return await self._settle(intent, IntentState.REJECTED, _finding("customer_refused", error))
        except (Unavailable, ContractBroken) as error:
            return await self._wait(intent, error)
        return await self._post(await self._work.send(ready), marketplace, codes)

    async def _auth_codes(self, intent: Intent) -> dict[str, str] | None:
        """The codes behind the request's references, known from here to the POST; None if one is lost."""
        codes = {}
        for ref in intent.request.auth_codes():
            code = await self._secrets.reveal(ref, intent.conversation)
            if code is None:
                return None
            codes[ref] = code
        return codes

    async def _wait(self, intent: Intent, error: MarketplaceError) -> None:
        """It was not sent, so that waiting does no harm; but nobody wants an order hours after saying yes."""
        # Without the marketplace's own sentence: it may repeat a new customer's data.
        log.warning("order_waits", error=type(error).__name__, correlation_id=error.correlation_id)
        if self._age(intent) >= self._pace.stop_sending_after:
            finding = _finding("marketplace_unavailable", error)
            return await self._settle(intent, IntentState.REJECTED, finding)
        return await self._work.postpone(intent, next_look(intent, self._customers.until_absent(intent)))

    async def _post(self, sending: Intent, marketplace: Marketplace, codes: dict[str, str]) -> None:
        try:
            order = await marketplace.place(sending.placeable.with_auth_codes(codes), reference=sending.id)
        except Refused as error:
            await self._settle(sending, IntentState.REJECTED, _refusal(error))
        except Unavailable as error:
            if error.may_have_happened:
                await self._doubt(sending, _finding("no_answer", error))
            else:
                await self._again(sending, error)
        except Exception as error:  # whatever it is, the order may be there
            log.exception("order_in_doubt")
            await self._doubt(sending, Finding(reason="no_answer", detail=type(error).__name__))
        else:
            await self._placed(sending, order)

    async def _again(self, sending: Intent, error: Unavailable) -> None:
        pause = LOOKS[min(sending.attempts, len(LOOKS)) - 1]
        asked = timedelta(seconds=error.retry_after or 0)
        finding = replace(_finding("not_sent", error), again=max(pause, asked))
        await self._move(sending, IntentState.CONFIRMED, finding)

    async def _doubt(self, sending: Intent, finding: Finding) -> None:
        await self._move(sending, IntentState.UNKNOWN, replace(finding, again=LOOKS[0]))

    async def _look_up(self, intent: Intent) -> None:
        try:
            marketplace = await self._marketplace_for(intent.actor, intent.subject)
            order = await marketplace.find_order(intent.id, intent.placeable.customer_id, intent.created_at)
        except (MarketplaceError, UnknownAccount) as error:
            log.warning("lookup_failed", error=str(error))
            return await self._keep_looking(intent)
        if order is not None:
            return await self._placed(intent, order)
        if self._until_absent(intent) > NOW:
            return await self._keep_looking(intent)
        return await self._move(intent, IntentState.ABSENT, Finding(again=NOW))

    async def _keep_looking(self, intent: Intent) -> None:
        if self._age(intent) >= self._pace.stop_looking_after:
            return await self._settle(intent, IntentState.NEEDS_HUMAN, Finding(reason="unresolved"))
        return await self._work.postpone(intent, next_look(intent, self._until_absent(intent)))

    async def _placed(self, intent: Intent, order: PlacedOrder) -> None:
        reason = None
        if order.total != intent.quote.total:
            reason = "total_differs"
            log.error("total_differs", order=order.id, shown=intent.quote.total, placed=order.total)
        finding = Finding(reason=reason, order=order, again=FOLLOWS[0], say=self._is_late(intent))
        await self._move(intent, IntentState.PLACED, finding)
        for ref in intent.request.auth_codes():
            await self._secrets.forget(ref)

    async def _follow(self, intent: Intent) -> None:
        try:
            marketplace = await self._marketplace_for(intent.actor, intent.subject)
            order = await marketplace.order(intent.order_id or "")
        except (MarketplaceError, UnknownAccount) as error:
            log.warning("follow_failed", error=str(error))
            order = None
        if order is not None and order.status in FINAL:
            await self._work.follow(intent, Finding(order=order, say=True))
            log.info("order_ended", order=order.id, status=order.status)
            return
        gives_up = self._age(intent) >= self._pace.stop_following_after
        again = None if gives_up else next_follow(intent)
        await self._work.follow(intent, Finding(order=order, again=again))

    async def _settle(self, intent: Intent, then: IntentState, finding: Finding) -> None:
        """To a state that no worker leaves again; the person hears of it, one way or the other."""
        await self._move(intent, then, replace(finding, say=self._is_late(intent)))

    async def _move(self, intent: Intent, then: IntentState, finding: Finding) -> None:
        await self._work.move(intent, then, finding)
        say = log.error if then is IntentState.NEEDS_HUMAN else log.info
        say("intent_moved", state=then, reason=finding.reason, attempt=intent.attempts)

    def _age(self, intent: Intent) -> timedelta:
        return self._clock() - (intent.confirmed_at or intent.created_at)

    def _until_absent(self, intent: Intent) -> timedelta:
        return (intent.unknown_since or self._clock()) + self._pace.absent_after - self._clock()

    def _is_late(self, intent: Intent) -> bool:
        return intent.unknown_since is not None or self._age(intent) > self._pace.told_by_action


def _refusal(error: Refused) -> Finding:
    return _finding(REFUSALS.get(error.reason or "", "order_refused"), error)


def _finding(reason: str, error: MarketplaceError) -> Finding:
    return Finding(reason=reason, detail=error.message, correlation_id=error.correlation_id)
