"""The one place that talks to the network: time limits, fresh connections, retries, a log line each."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from time import perf_counter

import httpx
import stamina
import structlog

from bot.marketplace import outcome
from bot.marketplace.errors import Refused, Unavailable
from bot.marketplace.fields import Fields
from bot.marketplace.outcome import RULES, Kind

# Seconds. A person waits for the answer of a read; placing an order is known to take more than a minute.
PATIENCE = httpx.Timeout(8.0, connect=3.0)
ORDER_PATIENCE = httpx.Timeout(10.0, connect=3.0, read=90.0)
# No new try begins later than ``timeout`` seconds after the first, nor after a longer Retry-After than this.
RETRIES = stamina.AsyncRetryingCaller(
    attempts=4, timeout=8.0, wait_initial=0.1, wait_max=2.0, wait_jitter=0.1
)
LONGEST_PAUSE = 4.0

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Call:
    """One request, ``path`` below the base URL. The body may hold secrets, so it is never shown."""

    method: str
    path: str
    kind: Kind = Kind.READ
    query: Mapping[str, str | int] = field(default_factory=dict)
    body: Mapping[str, object] | None = field(default=None, repr=False)


class Transport:
    """Sends calls to one marketplace. ``transport`` replaces the network, in tests."""

    def __init__(self, base_url: str, key: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        headers = {"X-Subscription-Key": key, "Accept": "application/json"}
        self._kept = httpx.AsyncClient(
            base_url=base_url, headers=headers, timeout=PATIENCE, transport=transport, verify=_tls()
        )
        # Nothing is kept alive here: a connection gone stale is the everyday cause of "did it happen?".
        self._fresh = httpx.AsyncClient(
            base_url=base_url,
            headers=headers,
            timeout=ORDER_PATIENCE,
            limits=httpx.Limits(max_keepalive_connections=0),
            transport=transport,
            verify=_tls(),
        )

    async def aclose(self) -> None:
        await self._kept.aclose()
        await self._fresh.aclose()

    async def call(self, call: Call, authorization: str) -> Fields:
        """The answer's JSON object. An order is sent once; anything else again while that may help."""
        if call.kind is Kind.ORDER:
            return await self._send(self._fresh, call, authorization)
        return await RETRIES(_pause, self._send, self._kept, call, authorization)

    async def _send(self, client: httpx.AsyncClient, call: Call, authorization: str) -> Fields:
        headers = {"Authorization": authorization} | _request_id()
        request = client.build_request(
            call.method, call.path, params=dict(call.query) or None, json=call.body, headers=headers
        )
        line = log.bind(method=call.method, path=call.path)
        started = perf_counter()
        try:
            response = await client.send(request, follow_redirects=False)
        except httpx.RequestError as failure:
            line.warning(
                "marketplace_silent",
                failure=type(failure).__name__,
                correlation_id=None,
                milliseconds=_since(started),
            )
            raise outcome.of_failure(failure, call.kind) from failure
        line.info(
            "marketplace_answered",
            status=response.status_code,
            correlation_id=outcome.correlation_of(response),
            milliseconds=_since(started),
        )
        return outcome.of_response(response, call.kind, f"{call.method} {call.path}")


def _pause(error: Exception) -> bool | float:
    """Whether to try again; a number is how many seconds the marketplace asked to wait first."""
    if isinstance(error, Refused):  # a 500 without such a code may be a conflict or a stumble: see outcome.py
        return error.status == HTTPStatus.INTERNAL_SERVER_ERROR and error.reason not in RULES
    if not isinstance(error, Unavailable):
        return False
    if error.retry_after is None:
        return True
    return error.retry_after if error.retry_after <= LONGEST_PAUSE else False


def _request_id() -> dict[str, str]:
    request_id = structlog.contextvars.get_contextvars().get("request_id")
    return {"X-Request-ID": str(request_id)} if request_id else {}


def _since(started: float) -> int:
    return round((perf_counter() - started) * 1000)


@cache
def _tls() -> ssl.SSLContext:
    """Loading the certificates takes longer than a call, and there is a client per reseller."""
    return httpx.create_ssl_context()
