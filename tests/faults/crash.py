"""The named points at which a process is killed. They are hung onto the real code from outside.

    before_confirm_commit   the yes is written, its transaction is open
    after_confirm_commit    the yes is committed, nobody has been told
    after_lease             a worker has taken the order
    after_customer_sent     it is committed that a customer will be asked for
    customer_made           the marketplace has made the customer, its answer is not read
    before_sending_commit   "sending" is written, its transaction is open
    after_sending_commit    "sending" is committed, nothing was sent
    after_socket_write      the marketplace has read the order, and has yet to make it
    order_made              the marketplace has made the order, its answer is not read
    after_response_read     the answer was read, nothing is written about it
    before_placed_commit    "placed" is written, its transaction is open
    after_placed_commit     "placed" is committed, nobody has been told
    before_receipt          the receipt was taken from the outbox and has not been said

Where the marketplace stands in the middle (``AT_THE_SHOP``) it does the killing, else the victim itself.
"""

from __future__ import annotations

import functools
import os
import signal
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, event

from bot.ledger import Intent
from bot.ledger.intents import Intents
from bot.ledger.outbox import Outbox
from bot.ledger.work import Work
from bot.marketplace.client import MarketplaceClient

POINTS = (
    "before_confirm_commit",
    "after_confirm_commit",
    "after_lease",
    "after_customer_sent",
    "customer_made",
    "before_sending_commit",
    "after_sending_commit",
    "after_socket_write",
    "order_made",
    "after_response_read",
    "before_placed_commit",
    "after_placed_commit",
    "before_receipt",
)
# Point -> what the shop is told about then, and when.
AT_THE_SHOP = {
    "customer_made": ("made", "customer"),
    "after_socket_write": ("asked", "order"),
    "order_made": ("made", "order"),
}
WITH_NEW_CUSTOMER = ("after_customer_sent", "customer_made")
IN_THE_YES = ("before_confirm_commit", "after_confirm_commit")


def die(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def arm(point: str, intent_id: str | None = None) -> None:
    """From now on this process dies at ``point`` (of this intent's order, or of any)."""
    _ARMS.get(point, lambda _: None)(intent_id)


def _after(
    owner: type, verb: str, when: Callable[[Any], bool] = lambda _: True
) -> Callable[[str | None], None]:
    def install(intent_id: str | None) -> None:
        real = getattr(owner, verb)

        @functools.wraps(real)
        async def then_die(*args: Any, **names: Any) -> Any:
            result = await real(*args, **names)
            if result and when(result) and (intent_id is None or _id_of(result, names) == intent_id):
                die()
            return result

        setattr(owner, verb, then_die)

    return install


def _id_of(result: object, names: dict[str, Any]) -> str | None:
    return result.id if isinstance(result, Intent) else names.get("reference")


def _before_commit_of(state: str) -> Callable[[str | None], None]:
    """Dies when a transaction that moved the intent to ``state`` is about to be committed."""

    def install(intent_id: str | None) -> None:
        def look(connection: Connection, _: object, statement: str, values: object, *__: object) -> None:
            known = values.values() if isinstance(values, dict) else values
            is_move = statement.startswith("UPDATE intents") and state in list(known)  # type: ignore[call-overload]
            if is_move and (intent_id is None or intent_id in list(known)):  # type: ignore[call-overload]
                connection.info["doomed"] = True

        event.listen(Engine, "before_cursor_execute", look)
        event.listen(Engine, "commit", lambda connection: connection.info.get("doomed") and die())

    return install


_ARMS: dict[str, Callable[[str | None], None]] = {
    "before_confirm_commit": _before_commit_of("confirmed"),
    "after_confirm_commit": _after(Intents, "confirm"),
    "after_lease": _after(Work, "lease"),
    "after_customer_sent": _after(Work, "customer_sent"),
    "before_sending_commit": _before_commit_of("sending"),
    "after_sending_commit": _after(Work, "send"),
    "after_response_read": _after(MarketplaceClient, "place"),
    "before_placed_commit": _before_commit_of("placed"),
    "after_placed_commit": _after(Work, "move", lambda intent: intent.state == "placed"),
    "before_receipt": _after(Outbox, "due", bool),
}
