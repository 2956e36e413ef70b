import asyncio
from base64 import b64encode

import httpx
import pytest

from bot.marketplace.errors import ContractBroken, Refused, Unavailable
from bot.marketplace.outcome import Kind
from bot.marketplace.session import Session
from bot.marketplace.transport import Call, Transport
from tests.marketplace.fakes import BASE, FakeMarketplace, complains, fails, says

THINGS = Call("GET", "/things")
ORDER = Call("POST", "/orders", Kind.ORDER)


class FakeClock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def session(market: FakeMarketplace, clock: FakeClock) -> Session:
    market.on("GET /things", says({}))
    return Session(
        Transport(BASE, "key-1", httpx.MockTransport(market)), "mx", ("demo", "se:cret"), clock=clock
    )


def tokens(*names: str, life: int = 1500):
    return [says({"token": name, "expiresInSeconds": life}) for name in names]


def bearers(market: FakeMarketplace, call: str = "GET /things") -> list[str]:
    return [request.headers["Authorization"] for request in market.asked(call)]


async def test_the_token_is_fetched_with_the_credentials_and_the_marketplace_code(market, session):
    await session.call(THINGS)
    basic = b64encode(b"demo:se:cret").decode()
    assert market.asked("POST /token")[0].headers["Authorization"] == f"Basic {basic}"
    assert market.body("POST /token") == {"marketplace": "mx"}
    assert bearers(market) == ["Bearer t-1"]


async def test_one_token_serves_many_calls_even_at_once(market, session):
    await asyncio.gather(*(session.call(THINGS) for _ in range(5)))
    assert len(market.asked("POST /token")) == 1


@pytest.mark.parametrize(("life", "early", "late"), [(1500, 1439, 1441), (100, 89, 91)])
async def test_the_token_is_renewed_before_it_ends(market, session, clock, life, early, late):
    market.on("POST /token", *tokens("t-1", "t-2", life=life))
    for passed in (0, early, late):
        clock.now = 1000 + passed
        await session.call(THINGS)
    assert bearers(market) == ["Bearer t-1", "Bearer t-1", "Bearer t-2"]


async def test_a_token_that_is_not_accepted_is_renewed_once(market, session):
    market.on("POST /token", *tokens("t-1", "t-2"))
    market.on("GET /things", complains(401, "Token has expired."), says({"id": "1"}))
    assert (await session.call(THINGS)).text("id") == "1"
    assert bearers(market) == ["Bearer t-1", "Bearer t-2"]


async def test_a_second_refusal_of_the_token_is_final(market, session):
    market.on("GET /things", complains(401, "Account is locked."))
    with pytest.raises(Refused, match="Account is locked") as caught:
        await session.call(THINGS)
    assert caught.value.status == 401
    assert len(market.asked("GET /things")) == 2


async def test_calls_that_lose_their_token_together_renew_it_once(market, session):
    def answer(request: httpx.Request) -> httpx.Response:
        is_old = request.headers["Authorization"] == "Bearer t-1"
        return httpx.Response(401 if is_old else 200, json={})

    on_their_way = asyncio.Barrier(5)

    async def over_a_network(request: httpx.Request) -> httpx.Response:
        if request.method == "GET" and request.headers["Authorization"] == "Bearer t-1":
            await on_their_way.wait()
        return market(request)

    market.on("POST /token", *tokens("t-1", "t-2", "t-3")).on("GET /things", answer)
    session.transport = Transport(BASE, "key-1", httpx.MockTransport(over_a_network))
    await asyncio.gather(*(session.call(THINGS) for _ in range(5)))
    assert sorted(bearers(market)) == ["Bearer t-1"] * 5 + ["Bearer t-2"] * 5
    assert len(market.asked("POST /token")) == 2


async def test_other_refusals_keep_the_token(market, session):
    market.on("GET /things", complains(403, "Not yours."))
    for _ in range(2):
        with pytest.raises(Refused):
            await session.call(THINGS)
    assert len(market.asked("POST /token")) == 1


async def test_an_order_whose_token_is_not_accepted_was_not_placed_and_is_not_sent_again(market, session):
    market.on("POST /token", *tokens("t-1", "t-2"))
    market.on("POST /orders", complains(401, "Token has expired."), says({}))
    with pytest.raises(Unavailable) as caught:
        await session.call(ORDER)
    assert (caught.value.can_retry, caught.value.may_have_happened) == (True, False)
    assert len(market.asked("POST /orders")) == 1
    await session.call(ORDER)
    assert bearers(market, "POST /orders")[-1] == "Bearer t-2"


async def test_wrong_credentials_are_refused(market, session):
    market.on("POST /token", complains(401, "Wrong login or password."))
    with pytest.raises(Refused, match="Wrong login"):
        await session.call(THINGS)


async def test_the_token_is_asked_for_again_when_the_marketplace_stumbles(market, session):
    market.on("POST /token", fails(httpx.ReadTimeout("slow")), complains(500, "Later."), *tokens("t-9"))
    await session.call(THINGS)
    assert bearers(market) == ["Bearer t-9"]


@pytest.mark.parametrize("trouble", [fails(httpx.ReadTimeout("slow")), complains(500, "Later.")])
async def test_an_order_that_failed_at_its_token_was_never_sent(market, session, trouble):
    market.on("POST /token", trouble)
    with pytest.raises(Unavailable) as caught:
        await session.call(ORDER)
    assert (caught.value.can_retry, caught.value.may_have_happened) == (True, False)
    assert market.asked("POST /orders") == []


async def test_a_token_without_an_end_breaks_the_contract(market, session):
    market.on("POST /token", says({"token": "t-1"}))
    with pytest.raises(ContractBroken, match="expiresInSeconds"):
        await session.call(THINGS)


async def test_support_staff_call_with_the_reseller_s_token(market, session):
    market.on("POST /ext/delegation", says({"token": "d-1", "expiresInSeconds": 900}))
    session.acts_for = "cloudpeak"
    for _ in range(2):
        await session.call(THINGS)
    assert market.body("POST /ext/delegation") == {"login": "cloudpeak"}
    assert bearers(market, "POST /ext/delegation") == ["Bearer t-1"]
    assert bearers(market) == ["Bearer d-1", "Bearer d-1"]


async def test_support_staff_are_refused_a_reseller_that_is_not_theirs(market, session):
    market.on("POST /ext/delegation", complains(403, "You do not act for this reseller."))
    session.acts_for = "nuvem"
    with pytest.raises(Refused) as caught:
        await session.call(THINGS)
    assert caught.value.status == 403
    assert market.asked("GET /things") == []


def test_a_session_shows_no_secrets(session):
    assert "se:cret" not in repr(session)
