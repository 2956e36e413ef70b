"""The table in ``bot/marketplace/outcome.py``, row by row."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from bot.marketplace.errors import ContractBroken, MarketplaceError, Refused, Unavailable
from bot.marketplace.outcome import Kind, of_failure, of_response

HARMLESS = [Kind.READ, Kind.CHECK]
NEVER_SENT = [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout]
BROKEN_OFF = [
    httpx.ReadTimeout,
    httpx.ReadError,
    httpx.WriteTimeout,
    httpx.WriteError,
    httpx.RemoteProtocolError,
    httpx.LocalProtocolError,
    httpx.DecodingError,
]
HTML = "<html><body>504 Gateway Time-out</body></html>"


def outcome(kind: Kind, status: int, body: object = None, **headers: str) -> MarketplaceError:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if isinstance(body, str):
        response = httpx.Response(status, text=body, headers=named)
    else:
        response = httpx.Response(status, json=body, headers=named)
    with pytest.raises(MarketplaceError) as caught:
        of_response(response, kind, "GET /x")
    return caught.value


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("failure", NEVER_SENT)
def test_what_was_never_sent_did_not_happen_and_may_be_sent_again(kind, failure):
    error = of_failure(failure("no"), kind)
    assert (error.can_retry, error.may_have_happened, error.correlation_id) == (True, False, None)


@pytest.mark.parametrize("failure", BROKEN_OFF)
def test_an_order_broken_off_on_the_way_may_have_happened(failure):
    error = of_failure(failure("cut"), Kind.ORDER)
    assert (error.can_retry, error.may_have_happened) == (False, True)
    assert failure.__name__ in error.message


@pytest.mark.parametrize("kind", HARMLESS)
@pytest.mark.parametrize("failure", BROKEN_OFF)
def test_a_question_broken_off_may_be_asked_again(kind, failure):
    error = of_failure(failure("cut"), kind)
    assert (error.can_retry, error.may_have_happened) == (True, False)


@pytest.mark.parametrize("status", [408, 409, 500, 502, 503, 504, 599])
@pytest.mark.parametrize(
    "body", [HTML, {"status": 500, "message": "Provisioning is in progress(LO)"}, [], ""]
)
def test_an_order_answered_by_a_breakdown_or_conflict_may_have_happened(status, body):
    error = outcome(Kind.ORDER, status, body)
    assert isinstance(error, Unavailable)
    assert (error.can_retry, error.may_have_happened) == (False, True)


@pytest.mark.parametrize(
    ("status", "body"), [(200, HTML), (201, ""), (200, []), (302, ""), (204, ""), (200, "{")]
)
def test_an_order_answered_by_something_unreadable_may_have_happened(status, body):
    error = outcome(Kind.ORDER, status, body, X_Correlation_ID="c-9")
    assert isinstance(error, Unavailable)
    assert (error.can_retry, error.may_have_happened, error.correlation_id) == (False, True, "c-9")


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_other_client_errors_are_refusals_in_the_marketplace_s_words(kind, status):
    error = outcome(kind, status, {"message": "quantity: too many", "code": "QUANTITY"})
    assert isinstance(error, Refused)
    assert (error.message, error.status, error.reason) == ("quantity: too many", status, "QUANTITY")


@pytest.mark.parametrize("kind", Kind)
def test_too_many_requests_were_not_carried_out(kind):
    error = outcome(kind, 429, {"message": "Slow down."}, Retry_After="3")
    assert isinstance(error, Unavailable)
    assert (error.can_retry, error.may_have_happened, error.retry_after) == (True, False, 3.0)


@pytest.mark.parametrize("kind", HARMLESS)
@pytest.mark.parametrize(("status", "body"), [(504, HTML), (408, ""), (503, {"message": "Closed at night."})])
def test_a_question_answered_by_a_breakdown_may_be_asked_again(kind, status, body):
    error = outcome(kind, status, body)
    assert isinstance(error, Unavailable)
    assert (error.can_retry, error.may_have_happened) == (True, False)


@pytest.mark.parametrize("kind", HARMLESS)
@pytest.mark.parametrize(
    ("status", "body"), [(200, HTML), (200, [1]), (307, ""), (200, "NaN"), (200, "[" * 99999)]
)
def test_a_question_answered_in_other_words_breaks_the_contract(kind, status, body):
    assert isinstance(outcome(kind, status, body), ContractBroken)


@pytest.mark.parametrize("body", [{"message": "Credit hold.", "status": 500}, {"error": "Credit hold."}])
def test_a_check_that_fails_with_a_sentence_is_refused(body):
    error = outcome(Kind.CHECK, 500, body)
    assert isinstance(error, Refused)
    assert (error.message, error.status, error.reason) == ("Credit hold.", 500, None)


def test_a_read_cannot_conflict_so_its_500_is_a_breakdown():
    error = outcome(Kind.READ, 500, {"message": "Credit hold."})
    assert isinstance(error, Unavailable)
    assert error.message == "Credit hold."


@pytest.mark.parametrize(
    "body",
    [
        "Internal Server Error",
        {"error": "Internal Server Error", "message": "", "status": 500},
        {"error": "Internal Server Error", "message": "Internal Server Error"},
        {"message": {"nested": "text"}},
    ],
)
def test_a_500_that_says_nothing_is_a_breakdown_of_a_check_too(body):
    error = outcome(Kind.CHECK, 500, body)
    assert isinstance(error, Unavailable)
    assert error.message == "the marketplace answered 500"


def test_the_correlation_id_is_taken_from_the_header_before_the_body():
    body = {"message": "no", "correlationId": "body-1"}
    assert outcome(Kind.READ, 400, body, X_Correlation_ID="head-1").correlation_id == "head-1"
    assert outcome(Kind.READ, 400, body).correlation_id == "body-1"
    assert outcome(Kind.READ, 400, {"correlationId": 7}).correlation_id is None


def test_an_error_tells_its_correlation_id_when_printed():
    assert str(Refused("No.", "c-1")) == "No. (correlation id c-1)"
    assert str(Unavailable("Silence.")) == "Silence. (correlation id none)"


def test_a_message_of_any_length_is_cut():
    assert len(outcome(Kind.READ, 400, {"message": "x" * 9999}).message) == 500


def test_retry_after_may_be_a_date():
    error = outcome(
        Kind.READ, 503, "", Retry_After=format_datetime(datetime.now(UTC) + timedelta(seconds=90))
    )
    assert isinstance(error, Unavailable)
    assert error.retry_after is not None
    assert 80 < error.retry_after <= 90


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Wed, 21 Oct 2015 07:28:00", 0.0),
        ("soon", None),
        ("-1", None),
    ],
)
def test_a_retry_after_in_the_past_is_now_and_a_strange_one_is_none(value, seconds):
    error = outcome(Kind.READ, 429, "", Retry_After=value)
    assert isinstance(error, Unavailable)
    assert error.retry_after == seconds
