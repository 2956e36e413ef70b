"""What an answer, or its absence, says about what happened: HTTP in, our error tree out.

    what happened                          READ, CHECK                ORDER
    never sent (refused, no connection)    Unavailable, can retry     Unavailable, can retry
    broken off on the way, other transport Unavailable, can retry     may have happened
    408, 5xx                               Unavailable, can retry     may have happened
    500 with a message, in JSON            READ as above;             may have happened, message kept
                                           CHECK: Refused, in the end
    500 with a code of ``RULES``           READ as above;             Refused
                                           CHECK: Refused at once
    429                                    Unavailable, can retry     Unavailable, can retry
    409                                    Refused                    may have happened
    other 4xx (401: see session.py)        Refused                    Refused
    3xx, 2xx that is not a JSON object     ContractBroken             may have happened

The real marketplace reports business conflicts as 500 with a sentence, and breaks down in the same way. A
CHECK is asked again and believed if the sentence stays. An ORDER is not: the same status follows a commit
that failed to answer, and a wrong "no" costs a second order while a wrong "do not know" costs a look-up. Only
a code that no broken machine would utter makes it a no. A READ asks for nothing that could conflict.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from http import HTTPStatus

import httpx

from bot.marketplace.errors import ContractBroken, MarketplaceError, Refused, Unavailable
from bot.marketplace.fields import Fields

# The business rules of docs/decisions/0005: "nothing was done, because of this". The real one sends no codes.
RULES = frozenset(
    {
        "ACCOUNT_ON_HOLD",
        "ADD_ON_DOES_NOT_FIT",
        "ADD_ON_NEEDS_PLAN",
        "AUTH_CODE_REQUIRED",
        "AUTH_CODE_WRONG",
        "CARD_EXPIRED",
        "CARD_UNKNOWN",
        "DOMAIN_INVALID",
        "DOMAIN_TAKEN",
        "DUPLICATE_PRODUCT",
        "NOT_REGISTERED",
        "NOT_TRANSFERABLE",
        "PERIOD_MISMATCH",
        "QUANTITY_OUT_OF_RANGE",
        "TLD_NOT_SOLD",
    }
)
NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
LONGEST_MESSAGE = 500


class Kind(Enum):
    """What a call does, which decides how far its failure may be trusted."""

    READ = auto()  # changes nothing
    CHECK = auto()  # asks whether something could be done: estimate, validation
    ORDER = auto()  # places an order or makes a customer: sent once, and any doubt is "may have happened"


def of_failure(failure: httpx.RequestError, kind: Kind) -> Unavailable:
    """No answer came: was the request ever sent?"""
    doubt = kind is Kind.ORDER and not isinstance(failure, NEVER_SENT)
    message = f"the marketplace did not answer: {type(failure).__name__}"
    return Unavailable(message, can_retry=not doubt, may_have_happened=doubt)


def of_response(response: httpx.Response, kind: Kind, where: str) -> Fields:
    """The JSON object of a good answer; raises what the table above says for any other."""
    body = _json_object(response)
    if response.is_success and body is not None:
        return Fields(body, where, correlation_of(response))
    error = _error(response, kind, body or {})
    if kind is Kind.ORDER and isinstance(error, ContractBroken):
        raise Unavailable(error.message, error.correlation_id, can_retry=False, may_have_happened=True)
    raise error


def correlation_of(response: httpx.Response) -> str | None:
    """The marketplace's X-Correlation-ID, else the ``correlationId`` in an error's body."""
    in_header = response.headers.get("X-Correlation-ID")
    return in_header or _words((_json_object(response) or {}).get("correlationId"))


def _error(response: httpx.Response, kind: Kind, body: dict[str, object]) -> MarketplaceError:
    status = response.status_code
    sentence = _sentence(body)
    message = sentence or f"the marketplace answered {status}"
    correlation_id = correlation_of(response)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Unavailable(message, correlation_id, retry_after=_retry_after(response))
    if status < HTTPStatus.BAD_REQUEST:
        return ContractBroken(f"{message}, not a JSON object", correlation_id)
    code = _words(body.get("code"))
    if _is_no(status, kind, code if code in RULES else sentence):
        return Refused(message, correlation_id, status, code)
    if kind is Kind.ORDER:
        return Unavailable(message, correlation_id, can_retry=False, may_have_happened=True)
    return Unavailable(message, correlation_id, retry_after=_retry_after(response))


def _is_no(status: int, kind: Kind, said: str | None) -> bool:
    """Whether an error status means that a rule was applied and nothing was done."""
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        return (kind is Kind.CHECK and said is not None) or (kind is Kind.ORDER and said in RULES)
    if status == HTTPStatus.CONFLICT:
        return kind is not Kind.ORDER
    return status < HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.REQUEST_TIMEOUT


def _json_object(response: httpx.Response) -> dict[str, object] | None:
    try:
        body = json.loads(response.content, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError):  # not JSON, or made to hurt
        return None
    return body if isinstance(body, dict) else None


def _sentence(body: dict[str, object]) -> str | None:
    """What the marketplace says for people to read; a bare "Internal Server Error" says nothing."""
    for text in (_words(body.get("message")), _words(body.get("error"))):
        if text is not None and text not in {status.phrase for status in HTTPStatus}:
            return text
    return None


def _words(value: object) -> str | None:
    return (value.strip()[:LONGEST_MESSAGE] or None) if isinstance(value, str) else None


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds from now, from either form of Retry-After (RFC 9110): a number or a date."""
    value = response.headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
